"""Counts of facilitation: those of the reports, and never a person among them."""

import datetime

import pytest

from fasilitasi.choices import UntukSiapa
from fasilitasi.models import JenisFasilitasi, RekapAwal
from laporan.period import Period
from laporan.report import bare
from laporan.reports import rekap_fasilitasi
from laporan.scope import Scope
from tests.factories import (
    DesaFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    KoperasiFactory,
    UsahaFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
SOURCE = {"source": "RRI, 6 Juli 2022", "source_url": "https://rri.co.id/berita"}


def rows(client):
    return client.get("/data/v1/fasilitasi.json").json()["baris"]


def case(slug, desa, *, year=2025, count=1, **extra):
    return FasilitasiFactory.create_batch(
        count,
        finished=True,
        jenis=JenisFasilitasi.objects.get(slug=slug),
        usaha__desa=desa,
        result_on=datetime.date(year, 6, 1),
        **extra,
    )


def test_named_cases_and_opening_totals_stand_apart(client):
    desa = DesaFactory()
    case("halal", desa, count=2)
    halal = JenisFasilitasi.objects.get(slug="halal")
    RekapAwal.objects.create(jenis=halal, tahun=2025, kecamatan=desa.kecamatan, jumlah=5, **SOURCE)
    (row,) = rows(client)
    assert row == {
        "kode": f"2025-halal-{desa.kecamatan.code}",
        "tahun": 2025,
        "kode_jenis": "halal",
        "jenis": "Sertifikat halal",
        "satuan": "usaha",
        "kode_kecamatan": desa.kecamatan.code,
        "kecamatan": desa.kecamatan.name,
        "jumlah_tercatat": 2,
        "jumlah_rekap_awal": 5,
        "sumber_rekap_awal": SOURCE["source"],
        "alamat_sumber_rekap_awal": SOURCE["source_url"],
    }


def test_a_total_of_the_whole_district_has_no_kecamatan(client):
    RekapAwal.objects.create(jenis=JenisFasilitasi.objects.get(slug="shat"), tahun=2021, jumlah=380, **SOURCE)
    (row,) = rows(client)
    assert (row["kode"], row["kecamatan"], row["jumlah_tercatat"], row["jumlah_rekap_awal"]) == (
        "2021-shat-kabupaten", None, 0, 380,
    )  # fmt: skip


def test_units_are_counted_in_the_year_of_the_result(client):
    case("halal", DesaFactory(), year=2024, jumlah_unit=3, tahun_anggaran=2023)
    assert [(row["tahun"], row["jumlah_tercatat"]) for row in rows(client)] == [(2024, 3)]


def test_open_and_archived_cases_count_nowhere(client):
    FasilitasiFactory()
    FasilitasiFactory(
        finished=True, archived_at=datetime.datetime.now(datetime.UTC), archived_by=UserFactory()
    )
    assert rows(client) == []


@pytest.mark.parametrize(("count", "is_told_apart"), [(4, False), (5, True)])
@pytest.mark.parametrize("slug", ["kur", "shat", "bantuan-alat", "pelatihan"])
def test_few_cases_that_touch_a_persons_wealth_are_told_of_the_district_only(
    client, slug, count, is_told_apart
):
    case(slug, desa := DesaFactory(), count=count, jumlah_unit=10)
    (row,) = rows(client)
    assert row["jumlah_tercatat"] == count * 10
    assert row["kode_kecamatan"] == (desa.kecamatan.code if is_told_apart else None)


def test_few_cases_of_several_kecamatan_make_one_row(client):
    for count in (1, 2, 3):
        case("kur", DesaFactory(), count=count)
    assert [(row["kode"], row["jumlah_tercatat"]) for row in rows(client)] == [("2025-kur-kabupaten", 6)]


def test_a_public_mark_is_told_of_each_kecamatan(client):
    case("pirt", desa := DesaFactory())
    assert [row["kecamatan"] for row in rows(client)] == [desa.kecamatan.name]


def test_a_cooperative_is_told_of_each_kecamatan(client):
    jenis = JenisFasilitasiFactory(untuk=UntukSiapa.KOPERASI)
    koperasi = KoperasiFactory()
    FasilitasiFactory(finished=True, jenis=jenis, usaha=None, koperasi=koperasi)
    assert [row["kecamatan"] for row in rows(client)] == [koperasi.desa.kecamatan.name]


def test_the_counts_are_those_of_the_report(client):
    first, second = DesaFactory(), DesaFactory()
    case("kur", first, count=2, year=2024)
    case("kur", second, count=6)
    case("halal", first, count=3, jumlah_unit=2)
    RekapAwal.objects.create(jenis=JenisFasilitasi.objects.get(slug="halal"), tahun=2024, jumlah=7, **SOURCE)
    report = rekap_fasilitasi.build(Period.all(), Scope())
    years = [column.key for column in report.columns if column.key.isdigit()]
    printed = {
        (row[1], year): bare(count)
        for row in report.rows
        if row[0]
        for year, count in zip(years, row[3:], strict=False)
        if bare(count)
    }
    published = {}
    for row in rows(client):
        key = row["jenis"], str(row["tahun"])
        published[key] = published.get(key, 0) + row["jumlah_tercatat"] + row["jumlah_rekap_awal"]
    assert published == printed


def test_moving_a_business_moves_its_count(client):
    """What is counted once and kept is counted anew when a record changes."""
    case("halal", DesaFactory())
    before = rows(client)
    (usaha,) = {each.usaha for each in JenisFasilitasi.objects.get(slug="halal").fasilitasi_set.all()}
    usaha.desa = DesaFactory()
    usaha.save()
    after = rows(client)
    assert [row["kecamatan"] for row in after] == [usaha.desa.kecamatan.name]
    assert before != after


def test_the_name_of_a_kecamatan_is_the_present_one(client):
    case("halal", desa := DesaFactory())
    rows(client)
    desa.kecamatan.name = "Nama Baru"
    desa.kecamatan.save()
    assert [row["kecamatan"] for row in rows(client)] == ["Nama Baru"]


def test_a_business_without_a_place_is_counted_in_the_district(client):
    case("halal", None, usaha__is_draft=True)
    assert [row["kode_kecamatan"] for row in rows(client)] == [None]


def test_nothing_counted_is_an_empty_file(client):
    UsahaFactory()
    assert rows(client) == []
    assert client.get("/data/v1/fasilitasi.csv").getvalue().count(b"\r\n") == 1
