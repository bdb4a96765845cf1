"""Data that contradicts itself: each way is found, counted, and led to."""

import datetime
import io
import re
from decimal import Decimal

import pytest
import time_machine
from django.contrib import admin
from django.core.management import call_command
from django.utils import timezone

from common import inconsistencies
from rumah_usaha import checks
from tests.belanja import OpdFactory, PetugasRekapFactory
from tests.factories import (
    DataTahunanFactory,
    DesaFactory,
    FasilitasiFactory,
    KeanggotaanFactory,
    KecamatanFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)
from tests.kantor import query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
PAGE = "/kantor/periksa-data/"
ONE = {"desa__kecamatan__latitude": Decimal("-0.87"), "desa__kecamatan__longitude": Decimal("121.58")}
WOMAN_BORN_12_MARCH_1990 = "7209995203900001"


def born(year):
    return datetime.date(year, 3, 12)


def published(record):
    record.published_at, record.published_by = timezone.now(), UserFactory()
    record.save()
    return record


def owner(**values):
    """An owner who has a business."""
    return UsahaFactory(pemilik=PemilikFactory(**values)).pemilik


# {check: what is wrong, what is right}; both are made, and only the first may be found.
CASES = {
    "nik-tidak-cocok": (
        lambda: owner(nik=WOMAN_BORN_12_MARCH_1990, jenis_kelamin="L"),
        lambda: owner(nik="7209995203900002", jenis_kelamin="P", tanggal_lahir=born(1990)),
    ),
    "umur-janggal": (lambda: owner(tanggal_lahir=born(2020)), lambda: owner(tanggal_lahir=born(1990))),
    "tanpa-usaha": (PemilikFactory, owner),
    "skala-berbeda": (
        lambda: (
            DataTahunanFactory(
                usaha=UsahaFactory(skala_dinyatakan="mikro", skala_terhitung="kecil", skala_dasar="penjualan")
            ).usaha
        ),
        lambda: UsahaFactory(skala_dinyatakan="mikro", skala_terhitung="mikro", skala_dasar="penjualan"),
    ),
    "tayang-tanpa-persetujuan": (
        lambda: published(UsahaFactory(verified_at=timezone.now(), verified_by=UserFactory())),
        lambda: UsahaFactory(listed=True),
    ),
    "titik-jauh": (
        lambda: UsahaFactory(**ONE, latitude=Decimal("1.5"), longitude=Decimal("121.6")),
        lambda: UsahaFactory(**ONE, latitude=Decimal("-0.9"), longitude=Decimal("121.6")),
    ),
    "mulai-di-masa-depan": (
        lambda: UsahaFactory(tahun_mulai=2031),
        lambda: UsahaFactory(tahun_mulai=2019),
    ),
    "aktif-berbeda": (
        lambda: RapatAnggotaFactory(tahun_buku=2020, koperasi__is_active_declared=True).koperasi,
        lambda: RapatAnggotaFactory(tahun_buku=2025, koperasi__is_active_declared=True).koperasi,
    ),
    "neraca-tidak-sama": (
        lambda: RapatAnggotaFactory(tahun_buku=2025, modal_sendiri=5, modal_luar=5, aset=11).koperasi,
        lambda: RapatAnggotaFactory(tahun_buku=2025, modal_sendiri=5, modal_luar=5, aset=10).koperasi,
    ),
    "peran-tanpa-kerja-sama": (
        lambda: KeanggotaanFactory(peran="pemasok").koperasi,
        lambda: KeanggotaanFactory(peran="anggota").koperasi,
    ),
    "hadir-melebihi-anggota": (
        lambda: RapatAnggotaFactory(tahun_buku=2025, anggota_l=5, anggota_p=5, hadir=11).koperasi,
        lambda: RapatAnggotaFactory(tahun_buku=2025, anggota_l=5, anggota_p=5, hadir=10).koperasi,
    ),
    "penjual-tidak-tampil": (
        lambda: published(
            ProdukFactory(usaha=UsahaFactory(), verified_at=timezone.now(), verified_by=UserFactory())
        ),
        lambda: ProdukFactory(usaha=UsahaFactory(listed=True), listed=True),
    ),
    "harga-janggal": (lambda: ProdukFactory(price=0), lambda: ProdukFactory(price=25_000)),
    "nomor-atau-tanggal": (
        lambda: SertifikatFactory(jenis="halal", number_on_paper="KH 123"),
        lambda: SertifikatFactory(jenis="halal"),
    ),
    "tanpa-fasilitasi": (
        lambda: SertifikatFactory(verified=True),
        lambda: FasilitasiFactory(sertifikat=SertifikatFactory(verified=True)).sertifikat,
    ),
    "tanpa-produk": (
        lambda: SertifikatFactory(jenis="halal", verified=True),
        lambda: SertifikatFactory(jenis="halal", verified=True, produk=[ProdukFactory()]),
    ),
    "tanpa-sertifikat": (
        lambda: FasilitasiFactory(
            jenis__sertifikat="halal", status="terbit", result_on=datetime.date(2026, 5, 1)
        ),
        lambda: FasilitasiFactory(jenis__sertifikat="", status="terbit", result_on=datetime.date(2026, 5, 1)),
    ),
    "hasil-mendahului": (
        lambda: FasilitasiFactory(
            applied_on=datetime.date(2026, 5, 2), status="terbit", result_on=datetime.date(2026, 5, 1)
        ),
        lambda: FasilitasiFactory(
            applied_on=datetime.date(2026, 5, 1), status="terbit", result_on=datetime.date(2026, 5, 1)
        ),
    ),
    "tanpa-jumlah-asn": (OpdFactory, lambda: OpdFactory(asn=40)),
    "tanpa-petugas-rekap": (
        lambda: PetugasRekapFactory(is_active=False).opd,
        lambda: PetugasRekapFactory().opd,
    ),
}


def found(slug):
    office, check = next(
        (office, each)
        for office in checks.offices(admin.site)
        for each in office.inconsistencies
        if each.slug == slug
    )
    return set(office.model.objects.filter(check.condition()))


@time_machine.travel("2026-11-24 12:00 +0800")
@pytest.mark.parametrize("slug", CASES)
def test_what_is_wrong_is_found_and_what_is_right_is_not(slug):
    wrong, right = (make() for make in CASES[slug])
    assert wrong in found(slug)
    assert right not in found(slug)


def test_a_nib_is_one_owner_s_but_may_serve_several_businesses():
    mine = UsahaFactory(nib="1234567890123")
    UsahaFactory(nib="1234567890123", pemilik=mine.pemilik)
    assert not found("nib-pemilik-lain")
    other = UsahaFactory(nib="1234567890123")
    assert {mine, other} <= found("nib-pemilik-lain")


def test_every_check_is_tried_here():
    slugs = {each.slug for office in checks.offices(admin.site) for each in office.inconsistencies}
    assert slugs == {*CASES, "nib-pemilik-lain"}


def test_the_page_counts_and_leads_to_the_rows(client):
    sign_in(client)
    odd, _ = UsahaFactory(name="Usaha Masa Depan", tahun_mulai=2090), UsahaFactory(name="Usaha Biasa")
    answer = client.get(PAGE)
    assert "1 Tahun mulai usaha di masa depan" in words(answer)
    (link,) = re.findall(r'href="([^"]+mulai-di-masa-depan)"', answer.content.decode())
    shown = client.get(link.replace("&amp;", "&"))
    assert [row.pk for row in shown.context["cl"].result_list] == [odd.pk]
    assert "Perlu diperiksa" in words(shown)


def test_a_list_offers_its_checks_only_when_asked(client):
    sign_in(client)
    assert "Perlu diperiksa" not in words(client.get(url("umkm_usaha", "changelist")))


def test_an_unknown_check_filters_nothing(client):
    sign_in(client)
    UsahaFactory(name="Usaha Biasa")
    assert "Usaha Biasa" in words(client.get(url("umkm_usaha", "changelist"), {"periksa": "entah"}))


def test_archived_rows_are_nobody_s_trouble(client):
    sign_in(client)
    UsahaFactory(tahun_mulai=2090, archived_at=timezone.now(), archived_by=UserFactory())
    assert "Tahun mulai usaha di masa depan" not in words(client.get(PAGE))


def test_an_officer_counts_only_the_own_kecamatan(client):
    near = KecamatanFactory()
    sign_in(client, kecamatan=[near])
    UsahaFactory(tahun_mulai=2090)
    assert "Tahun mulai usaha di masa depan" not in words(client.get(PAGE))
    UsahaFactory(tahun_mulai=2090, desa=DesaFactory(kecamatan=near))
    assert "1 Tahun mulai usaha di masa depan" in words(client.get(PAGE))


def test_counting_stops_at_a_bound(client, monkeypatch):
    monkeypatch.setattr(checks, "MOST", 2)
    sign_in(client)
    UsahaFactory.create_batch(4, tahun_mulai=2090)
    (result,) = [
        each
        for group in client.get(PAGE).context["groups"]
        for each in group.results
        if each.check.slug == "mulai-di-masa-depan"
    ]
    assert result.count == 3


def test_a_slow_check_of_a_long_table_waits_to_be_asked_for(client, monkeypatch):
    monkeypatch.setattr(checks, "_MOST_READ", 1)
    sign_in(client)
    UsahaFactory.create_batch(2)
    assert "Hitung NIK KTP tidak cocok" in words(client.get(PAGE))


def test_a_check_in_code_keeps_no_more_rows_than_anybody_mends(monkeypatch):
    monkeypatch.setattr(inconsistencies, "MOST", 2)
    for number in range(3):
        PemilikFactory(nik=f"720999520390000{number}", jenis_kelamin="L")
    assert len(found("nik-tidak-cocok")) == 2


def test_the_page_costs_the_same_for_many_rows(client):
    sign_in(client)
    UsahaFactory(tahun_mulai=2090)
    few = query_count(client, PAGE)
    UsahaFactory.create_batch(5, tahun_mulai=2090)
    KoperasiFactory()
    assert query_count(client, PAGE) == few


def test_the_command_tells_counts_and_no_names():
    UsahaFactory(name="Usaha Masa Depan", tahun_mulai=2090)
    output = io.StringIO()
    call_command("check_data", stdout=output)
    assert re.search(r"1  usaha: Tahun mulai usaha di masa depan", output.getvalue())
    assert "Usaha Masa Depan" not in output.getvalue()


def test_the_command_says_so_when_all_is_well():
    output = io.StringIO()
    call_command("check_data", stdout=output)
    assert output.getvalue() == "Tidak ada yang janggal.\n"


def test_the_command_can_list_every_check():
    output = io.StringIO()
    call_command("check_data", semua=True, stdout=output)
    assert output.getvalue().count("  0  ") == len(CASES) + 1
