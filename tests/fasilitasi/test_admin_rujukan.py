"""Kinds of facilitation and opening totals, kept by the admin role."""

import pytest

from fasilitasi.models import JenisFasilitasi, RekapAwal
from tests.factories import JenisFasilitasiFactory
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db


def add(client, noun, **data):
    return client.post(url(noun, "add"), filled(client.get(url(noun, "add")), **data), follow=True)


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
        documents="Contoh produk\n\nData produk\n",
    )
    assert JenisFasilitasi.objects.get(slug="uji-gizi").document_list == ["Contoh produk", "Data produk"]


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
