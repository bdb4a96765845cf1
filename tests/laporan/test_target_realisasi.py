"""Targets beside what was reached: cumulative and quarter by quarter, with totals that have no quarters kept honest."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone

from fasilitasi.choices import Ukuran
from fasilitasi.models import JenisFasilitasi, RekapAwal
from koperasi.models import PemeriksaanKesehatan
from laporan.capaian import Ratio, capaian, running, steps
from laporan.period import Period
from laporan.report import bare
from laporan.reports import REPORTS
from laporan.scope import Scope
from tests.factories import (
    FasilitasiFactory,
    IndikatorFactory,
    KoperasiFactory,
    RapatAnggotaFactory,
    TargetFactory,
    UsahaFactory,
)
from wilayah.models import Kecamatan

NOVEMBER = datetime.datetime(2026, 11, 23, 4, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("realised", "target", "percent"),
    [(5, 10, 50), (12, 10, 120), (0, 10, 0), (5, 0, None), (0, 0, None), (None, 10, None), (5, None, None)],
)
def test_a_target_of_nothing_has_no_percentage(realised, target, percent):
    assert capaian(realised, target) == percent


def test_a_share_of_nothing_is_unknown():
    assert Ratio(0, 0).percent is None
    assert Ratio(1, 4).percent == 25


def test_quarters_add_up_and_come_apart_again():
    assert running([2, 0, 3, 1]) == [2, 2, 5, 6]
    assert steps([2, 2, 5, 6]) == [2, 0, 3, 1]


def test_a_quarter_after_one_left_open_has_no_target_of_its_own():
    assert steps([None, 4, None, 10]) == [None, None, None, None]


@pytest.fixture
def halal(db):
    return JenisFasilitasi.objects.get(slug="halal")


def finish(jenis, *days, **kwargs):
    for day in days:
        FasilitasiFactory(jenis=jenis, finished=True, applied_on=day, result_on=day, **kwargs)


def line(slug="target-realisasi", period=None, scope=None):
    """The only row, by key of its columns."""
    with time_machine.travel(NOVEMBER, tick=False):
        report = REPORTS[slug].build(period or Period.year(2026), scope or Scope())
    (row,) = report
    return {
        column.key + column.group[:6]: bare(value) for column, value in zip(report.columns, row, strict=True)
    }


@pytest.fixture
def year_of_halal(halal):
    TargetFactory(
        indikator=IndikatorFactory(jenis=[halal]), triwulan_1=2, triwulan_2=4, triwulan_3=6, triwulan_4=10
    )
    finish(halal, datetime.date(2026, 1, 1), datetime.date(2026, 3, 31), datetime.date(2026, 4, 1))
    finish(halal, datetime.date(2026, 9, 30), jumlah_unit=2)
    finish(halal, datetime.date(2025, 12, 31))


def by_quarter(slug, what, period=None):
    with time_machine.travel(NOVEMBER, tick=False):
        report = REPORTS[slug].build(period or Period.year(2026), Scope())
    (row,) = report
    places = [
        n for n, column in enumerate(report.columns) if column.key in [f"{what}_{q}" for q in (1, 2, 3, 4)]
    ]
    return [bare(row[place]) for place in places]


def test_until_a_quarter_everything_from_january_counts(year_of_halal):
    assert by_quarter("target-realisasi", "realisasi") == [2, 3, 5, 5]
    assert by_quarter("target-realisasi", "target") == [2, 4, 6, 10]


def test_of_a_single_quarter_only_its_own_days_count(year_of_halal):
    assert by_quarter("target-realisasi-triwulan", "realisasi") == [2, 1, 2, 0]
    assert by_quarter("target-realisasi-triwulan", "target") == [2, 2, 2, 4]


def test_a_quarter_that_has_not_begun_is_empty_not_zero(year_of_halal):
    with time_machine.travel(datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC), tick=False):
        (row,) = REPORTS["target-realisasi"].build(Period.year(2026), Scope())
    assert [bare(value) for value in row[4:12]][1::2] == [2, 3, None, None]


def test_looked_at_from_a_quarter_the_percentage_is_of_that_quarters_target(year_of_halal):
    row = line(period=Period.quarter(2026, 2))
    assert row["capaians.d. T"] == 75
    assert by_quarter("target-realisasi", "realisasi", Period.quarter(2026, 2)) == [2, 3, None, None]


@pytest.mark.parametrize(
    ("slug", "words"),
    [("target-realisasi", "s.d. triwulan"), ("target-realisasi-triwulan", "triwulan ini")],
)
def test_the_header_says_which_of_the_two_it_is(year_of_halal, slug, words):
    report = REPORTS[slug].build(Period.year(2026), Scope())
    assert words in report.subtitles[1]
    assert all(words in column.group for column in report.columns if column.group.startswith("TW"))


def test_formula_and_source_are_printed(year_of_halal):
    row = line()
    assert (row["formula"], row["sumber"]) == ("Jumlah fasilitasi selesai", "Rumah Usaha")


def test_a_target_of_nothing_prints_a_dash(halal):
    TargetFactory(indikator=IndikatorFactory(jenis=[halal]), triwulan_4=0)
    finish(halal, datetime.date(2026, 2, 2))
    report = REPORTS["target-realisasi"].build(Period.year(2026), Scope())
    (row,) = report
    place = [column.key for column in report.columns].index("capaian")
    assert report.columns[place].format(row[place]) == "-"


def test_totals_without_names_count_in_the_year_and_in_none_of_its_quarters(halal):
    TargetFactory(indikator=IndikatorFactory(jenis=[halal]), tahun=2021, triwulan_4=10)
    RekapAwal.objects.create(jenis=halal, tahun=2021, jumlah=5, source="Arsip dinas")
    finish(halal, datetime.date(2021, 5, 5))
    row = line(period=Period.year(2021))
    assert row["realisasiTahun "] == 6
    assert row["capaianTahun "] == 60
    assert by_quarter("target-realisasi", "realisasi", Period.year(2021)) == [0, 1, 1, 1]
    report = REPORTS["target-realisasi"].build(Period.year(2021), Scope())
    assert any("tidak diketahui triwulannya" in note for note in report.notes)
    assert any("Arsip dinas" in note for note in report.notes)


def test_seen_from_a_quarter_a_total_of_the_year_is_named_as_left_out(halal):
    IndikatorFactory(jenis=[halal])
    RekapAwal.objects.create(jenis=halal, tahun=2021, jumlah=5, source="Arsip dinas")
    report = REPORTS["target-realisasi"].build(Period.quarter(2021, 2), Scope())
    assert any(note.startswith("Tidak termasuk rekap awal") for note in report.notes)


def test_a_kecamatan_is_measured_against_its_own_target(halal):
    togean = Kecamatan.objects.get(name="Togean")
    whole = TargetFactory(indikator=IndikatorFactory(jenis=[halal]), triwulan_4=50)
    TargetFactory(indikator=whole.indikator, kecamatan=togean, triwulan_4=4)
    finish(halal, datetime.date(2026, 5, 5), usaha=UsahaFactory(desa=togean.desa_set.first()))
    finish(halal, datetime.date(2026, 5, 5))
    row = line(scope=Scope(togean.code, "Togean"))
    assert (row["target"], row["realisasiTahun "], row["capaianTahun "]) == (4, 1, 25)


def test_an_officer_of_two_kecamatan_sees_their_targets_together(halal):
    first, second = Kecamatan.objects.all()[:2]
    indikator = IndikatorFactory(jenis=[halal])
    TargetFactory(indikator=indikator, kecamatan=first, triwulan_4=4)
    TargetFactory(indikator=indikator, kecamatan=second, triwulan_4=3)
    assert line(scope=Scope(within=(first.code, second.code)))["target"] == 7


def cooperative(held_on=None, shu=1, **kwargs):
    koperasi = KoperasiFactory(tanggal_badan_hukum=datetime.date(2015, 1, 1), **kwargs)
    if held_on:
        RapatAnggotaFactory(koperasi=koperasi, tahun_buku=held_on.year - 1, held_on=held_on, shu=shu)
    return koperasi


@pytest.mark.parametrize(
    ("ukuran", "by_march", "newest"),
    [
        (Ukuran.KOPERASI_RAT, Decimal(25), Decimal(75)),
        (Ukuran.KOPERASI_AKTIF, Decimal(25), Decimal(75)),
        (Ukuran.KOPERASI_BAIK, Decimal(25), Decimal(50)),
    ],
)
def test_shares_of_the_cooperatives_stand_at_the_end_of_each_quarter(db, ukuran, by_march, newest):
    cooperative(datetime.date(2026, 3, 31))
    cooperative(datetime.date(2026, 4, 1))
    cooperative(datetime.date(2026, 5, 1), shu=-1)
    cooperative()
    IndikatorFactory(ukuran=ukuran, satuan="%")
    found = by_quarter("target-realisasi", "realisasi")
    assert (found[0], found[3]) == (by_march, newest)


def test_an_examination_outweighs_meeting_and_surplus(db):
    met, never_met = cooperative(datetime.date(2026, 2, 1)), cooperative()
    never_met.is_active_declared = True
    never_met.save()
    for koperasi, skor in ((met, 50), (never_met, 81)):
        PemeriksaanKesehatan.objects.create(
            koperasi=koperasi, tahun=2026, skor=skor, examined_on=datetime.date(2026, 5, 4)
        )
    cooperative()
    cooperative()
    IndikatorFactory(ukuran=Ukuran.KOPERASI_BAIK, satuan="%")
    row = by_quarter("target-realisasi", "realisasi")
    assert (row[0], row[1]) == (25, 25)
    PemeriksaanKesehatan.objects.filter(koperasi=met).update(skor=66)
    assert by_quarter("target-realisasi", "realisasi")[:2] == [25, 50]


def test_a_cooperative_founded_later_is_not_yet_in_the_register(db):
    cooperative(datetime.date(2026, 2, 1))
    KoperasiFactory(tanggal_badan_hukum=datetime.date(2026, 7, 1))
    IndikatorFactory(ukuran=Ukuran.KOPERASI_RAT, satuan="%")
    assert by_quarter("target-realisasi", "realisasi") == [100, 100, 50, 50]


def test_the_share_of_businesses_with_nib_says_out_of_how_many(db):
    with time_machine.travel(datetime.datetime(2026, 2, 1, tzinfo=datetime.UTC), tick=False):
        UsahaFactory(nib="9912345678901")
        UsahaFactory(nib="9912345678902", nib_issued_on=datetime.date(2026, 4, 1))
        UsahaFactory()
        UsahaFactory()
    IndikatorFactory(ukuran=Ukuran.USAHA_NIB, satuan="%")
    assert by_quarter("target-realisasi", "realisasi") == [25, 50, 50, 50]
    assert "2 dari 4" in line()["keterangan"]


def test_the_year_is_the_districts_own_at_midnight(halal):
    """23.30 in London on 31 December is already the new year here."""
    with time_machine.travel(datetime.datetime(2026, 12, 31, 16, 30, tzinfo=datetime.UTC), tick=False):
        assert timezone.localdate().year == 2027
        assert "Tahun 2027" in REPORTS["target-realisasi"].build(Period.all(), Scope()).subtitles
