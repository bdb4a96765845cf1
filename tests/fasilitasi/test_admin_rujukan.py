"""Kinds of facilitation and opening totals, kept by the admin role."""

import pytest
from django.utils import timezone

from fasilitasi.models import Fasilitasi, JenisFasilitasi, RekapAwal
from laporan.period import Period
from laporan.report import bare
from laporan.reports import rekap_fasilitasi
from laporan.scope import Scope
from tests.factories import JenisFasilitasiFactory, UsahaFactory
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db


def add(client, noun, **data):
    return client.post(url(noun, "add"), filled(client.get(url(noun, "add")), **data), follow=True)


def rows(noun, *each):
    """Rows beneath a record, as its form sends them."""
    sent = {
        f"{noun}_set-{number}-{name}": value for number, row in enumerate(each) for name, value in row.items()
    }
    active = {f"{noun}_set-{number}-is_active": "on" for number in range(len(each))}
    return {f"{noun}_set-TOTAL_FORMS": str(len(each)), **active, **sent}


def rekap(**changes):
    return {
        "jenis": JenisFasilitasiFactory().pk,
        "tahun": "2021",
        "jumlah": "380",
        "source": "Artikel peluncuran, 6 Juli 2022",
    } | changes


def test_a_kind_is_added_without_code(client):
    sign_in(client, "Admin")
    add(
        client,
        "fasilitasi_jenisfasilitasi",
        name="Uji nilai gizi",
        slug="uji-gizi",
        untuk="usaha",
        satuan="produk",
        position="20",
        **rows("tahapjenis", {"name": "Contoh dikirim", "status": "diproses", "position": "1"}),
        **rows(
            "berkasjenis",
            {"name": "Contoh produk", "position": "1", "is_required": "on"},
            {"name": "Data produk", "position": "2"},
        ),
    )
    jenis = JenisFasilitasi.objects.get(slug="uji-gizi")
    assert [(each.name, each.is_required) for each in jenis.berkasjenis_set.all()] == [
        ("Contoh produk", True),
        ("Data produk", False),
    ]
    assert [(each.name, each.status) for each in jenis.tahapjenis_set.all()] == [
        ("Contoh dikirim", "diproses")
    ]


def test_a_kind_added_by_staff_runs_through_to_a_result_and_is_counted(client):
    sign_in(client, "Admin")
    add(
        client,
        "fasilitasi_jenisfasilitasi",
        name="Uji nilai gizi",
        slug="uji-gizi",
        untuk="usaha",
        satuan="produk",
        position="20",
        **rows("tahapjenis", {"name": "Contoh dikirim", "status": "diproses", "position": "1"}),
    )
    jenis = JenisFasilitasi.objects.get(slug="uji-gizi")
    add(client, "fasilitasi_fasilitasi", jenis=jenis.pk, usaha=UsahaFactory().pk, jumlah_unit="3")
    case = Fasilitasi.objects.get()
    stage = jenis.tahapjenis_set.get()
    today = timezone.localdate()
    client.post(
        url("fasilitasi_fasilitasi", "step", case.pk), {"to": f"tahap-{stage.pk}", "on": today, "notes": ""}
    )
    client.post(url("fasilitasi_fasilitasi", "finish", case.pk), {"result_on": today})
    case.refresh_from_db()
    assert [step.label for step in case.langkahfasilitasi_set.all()] == [
        "Diajukan",
        "Contoh dikirim",
        "Terbit/selesai",
    ]
    recap = rekap_fasilitasi.build(Period.year(today.year), Scope())
    assert [bare(row[-1]) for row in recap if row[1] == "Uji nilai gizi"] == [3]


def test_an_opening_total_is_kept_with_its_source(client):
    sign_in(client, "Admin")
    add(client, "fasilitasi_rekapawal", **rekap(source_url="contoh.id/berita"))
    kept = RekapAwal.objects.get()
    assert (kept.jumlah, kept.kecamatan, kept.source_url) == (380, None, "https://contoh.id/berita")


def test_an_opening_total_without_source_is_refused(client):
    sign_in(client, "Admin")
    page = add(client, "fasilitasi_rekapawal", **rekap(source=" "))
    assert "Sumber:" in words(page).split("Ada yang perlu diperbaiki")[1]
    assert not RekapAwal.objects.exists()


def test_the_same_total_twice_is_refused_in_words(client):
    sign_in(client, "Admin")
    data = rekap()
    add(client, "fasilitasi_rekapawal", **data)
    page = add(client, "fasilitasi_rekapawal", **data)
    assert "Rekap awal untuk jenis, tahun, dan kecamatan ini sudah ada." in words(page)


@pytest.mark.parametrize("noun", ["fasilitasi_jenisfasilitasi", "fasilitasi_rekapawal"])
@pytest.mark.parametrize("role", ["Petugas", "Verifikator", "Pejabat"])
def test_the_admin_role_alone_keeps_them(client, noun, role):
    sign_in(client, role)
    assert client.get(url(noun, "add")).status_code == 403


def test_steps_have_no_screen_of_their_own(client):
    sign_in(client, "Admin")
    assert client.get("/kantor/fasilitasi/langkahfasilitasi/").status_code == 404


def test_the_list_writes_years_without_a_dot(client):
    sign_in(client, "Admin")
    add(client, "fasilitasi_rekapawal", **rekap())
    page = words(client.get(url("fasilitasi_rekapawal", "changelist")))
    assert "2021" in page
    assert "2.021" not in page
