"""The recap, the list and the recap per kecamatan count the same cases."""

import datetime
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command

from fasilitasi.models import JenisFasilitasi, RekapAwal
from laporan.period import Period
from laporan.report import bare
from laporan.reports import REPORTS
from laporan.scope import Scope
from spreadsheets.sheet import Section
from tests.factories import FasilitasiFactory, KoperasiFactory, SertifikatFactory, UsahaFactory
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _opening_totals():
    call_command("load_rekap_awal", stdout=StringIO())


def report(slug, period=None, scope=None):
    """With bare values, as every file has them; where they lead is told in `test_drill_down.py`."""
    found = REPORTS[slug].build(period or Period.all(), scope or Scope())
    return replace(
        found,
        rows=[tuple(map(bare, row)) for row in found if not isinstance(row, Section)],
        totals=found.totals and tuple(map(bare, found.totals)),
    )


def recap(period=None, scope=None):
    """{kind: {year: count}} of the rows that carry a running number."""
    table = report("rekap-fasilitasi", period, scope)
    years = [column.label for column in table.columns[3:-1]]
    return {row[1]: dict(zip(years, row[3:-1], strict=True)) for row in table if row[0] is not None}


def finish(slug, on, **kwargs):
    return FasilitasiFactory(
        jenis=JenisFasilitasi.objects.get(slug=slug), finished=True, applied_on=on, result_on=on, **kwargs
    )


def test_the_launch_article_is_reproduced_from_records():
    counts = recap()
    assert counts["Sertifikat halal"] == {"2021": 5, "2022": 0}
    assert counts["NIK Koperasi"] == {"2021": 3, "2022": 0}
    assert counts["Sertipikat tanah (SHAT)"] == {"2021": 380, "2022": 193}


def test_totals_without_names_are_shown_apart_with_their_source():
    table = report("rekap-fasilitasi")
    apart = [row for row in table if row[0] is None]
    assert [row[3:] for row in apart] == [(5, 0, 5), (3, 0, 3), (380, 193, 573)]
    assert all("tanpa nama" in row[1] for row in apart)
    assert any("RRI" in note and "Sertifikat halal 2021: 5" in note for note in table.notes)


def test_a_named_case_raises_its_kind_and_year_by_exactly_one_in_recap_and_list():
    before, listed = recap(), len(list(report("daftar-penerima")))
    finish("halal", datetime.date(2021, 12, 31))
    after = recap()
    assert after["Sertifikat halal"]["2021"] == before["Sertifikat halal"]["2021"] + 1
    after["Sertifikat halal"]["2021"] -= 1
    assert after == before
    assert len(list(report("daftar-penerima"))) == listed + 1


def test_the_grand_total_is_the_sum_of_the_numbered_rows():
    finish("nib", datetime.date(2024, 2, 29), jumlah_unit=3)
    table = report("rekap-fasilitasi")
    rows = [row[3:] for row in table if row[0] is not None]
    assert table.totals[3:] == tuple(map(sum, zip(*rows, strict=True)))


def test_a_case_counts_in_the_year_of_its_result_not_of_its_budget():
    finish("merek", datetime.date(2025, 1, 1), tahun_anggaran=2024)
    assert recap()["Pendaftaran merek"] == {"2021": 0, "2022": 0, "2025": 1}


def test_a_comparison_tells_the_difference_and_of_nothing_no_percentage():
    finish("halal", datetime.date(2025, 6, 1), jumlah_unit=4)
    finish("halal", datetime.date(2026, 6, 1), jumlah_unit=6)
    finish("nib", datetime.date(2026, 6, 1))
    finish("merek", datetime.date(2025, 6, 1))
    by_name = {row[1]: row[2:] for row in report("perbandingan-tahun", Period.year(2026)) if len(row) > 2}
    changes = {
        name: tuple(map(bare, by_name[name])) for name in ("Sertifikat halal", "NIB", "Pendaftaran merek")
    }
    assert changes == {
        "Sertifikat halal": (4, 6, 2, 50.0),
        "NIB": (0, 1, 1, None),
        "Pendaftaran merek": (1, 0, -1, -100.0),
    }


@pytest.mark.parametrize(
    ("quarter", "on", "counted"),
    [
        (1, datetime.date(2026, 3, 31), 1),
        (1, datetime.date(2026, 4, 1), 0),
        (2, datetime.date(2026, 4, 1), 1),
        (4, datetime.date(2026, 12, 31), 1),
        (4, datetime.date(2027, 1, 1), 0),
    ],
)
def test_a_quarter_ends_on_its_last_day(quarter, on, counted):
    finish("halal", on)
    assert len(list(report("daftar-penerima", Period.quarter(2026, quarter)))) == counted
    assert recap(Period.quarter(2026, quarter))["Sertifikat halal"]["2026"] == counted


def test_open_refused_and_archived_cases_do_not_count():
    case = finish("halal", datetime.date(2026, 5, 5))
    FasilitasiFactory(jenis=case.jenis)
    case.archived_at, case.archived_by = datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC), case.petugas
    case.archived_by = SertifikatFactory(verified=True).verified_by
    case.save()
    assert list(report("daftar-penerima")) == []


def test_every_kecamatan_has_its_row_zeros_included():
    rows = list(report("rekap-kecamatan", Period.year(2026)))
    assert [row[1] for row in rows] == list(Kecamatan.objects.values_list("name", flat=True))
    assert len(rows) == 12
    assert all(value == 0 for row in rows for value in row[2:])


def test_the_recap_per_kecamatan_adds_up_to_the_recap_per_kind():
    desa = Kecamatan.objects.get(name="Togean").desa_set.first()
    finish("halal", datetime.date(2026, 5, 5), usaha=UsahaFactory(desa=desa))
    finish("nik-koperasi", datetime.date(2026, 5, 6), usaha=None, koperasi=KoperasiFactory(desa=desa))
    table = report("rekap-kecamatan")
    by_place = {row[1]: row for row in table}
    assert by_place["Togean"][-1] == 2
    assert by_place["Tanpa rincian kecamatan (rekap awal)"][-1] == 5 + 3 + 380 + 193
    assert table.totals[-1] == report("rekap-fasilitasi").totals[-1]


def test_a_report_narrowed_to_a_kecamatan_leaves_out_totals_of_the_whole_district():
    togean = Kecamatan.objects.get(name="Togean")
    finish("halal", datetime.date(2021, 5, 5), usaha=UsahaFactory(desa=togean.desa_set.first()))
    counts = recap(scope=Scope(kecamatan=togean.code, kecamatan_label="Togean"))
    assert counts["Sertifikat halal"] == {"2021": 1}


def test_an_opening_total_of_a_kecamatan_counts_there():
    halal, togean = JenisFasilitasi.objects.get(slug="halal"), Kecamatan.objects.get(name="Togean")
    RekapAwal.objects.create(jenis=halal, tahun=2020, kecamatan=togean, jumlah=7, source="Arsip dinas")
    rows = {row[1]: row for row in report("rekap-kecamatan", Period.year(2020))}
    assert rows["Togean"][-1] == 7


def test_the_list_never_prints_a_land_number():
    shat = JenisFasilitasi.objects.get(slug="shat")
    land = SertifikatFactory(jenis="shat", number_on_paper="12345678901234")
    FasilitasiFactory(jenis=shat, finished=True, usaha=land.usaha, sertifikat=land)
    (row,) = report("daftar-penerima")
    assert "12345678901234" not in map(str, row)


@pytest.mark.parametrize("slug", REPORTS)
def test_the_number_of_queries_does_not_grow_with_the_rows(slug, django_assert_max_num_queries):
    for _ in range(3):
        case = FasilitasiFactory(finished=True)
        SertifikatFactory(usaha=case.usaha, valid_until=datetime.date(2027, 1, 1))
        KoperasiFactory()
    with django_assert_max_num_queries(12):
        list(report(slug))


@pytest.mark.parametrize("slug", ["rekap-fasilitasi", "rekap-kecamatan", "daftar-penerima"])
def test_totals_that_a_part_of_a_year_cannot_hold_are_named(slug):
    """Else a quarter of 2021 would look as if nobody had been helped in it."""
    notes = report(slug, Period.quarter(2021, 1)).notes
    (left_out,) = [note for note in notes if note.startswith("Tidak termasuk rekap awal")]
    assert "Sertifikat halal 2021: 5; NIK Koperasi 2021: 3; Sertipikat tanah (SHAT) 2021: 380." in left_out
    assert "2022" not in left_out.partition("Sumber")[0]


def test_totals_of_the_whole_district_are_named_in_a_report_of_one_kecamatan():
    scope = Scope(
        kecamatan="72.09.02", kecamatan_label="Togean", jenis="halal", jenis_label="Sertifikat halal"
    )
    notes = report("rekap-fasilitasi", Period.year(2021), scope).notes
    assert [note for note in notes if "seluruh kabupaten: Sertifikat halal 2021: 5. Sumber" in note]


def test_totals_that_are_counted_are_not_named_as_left_out():
    assert not [note for note in report("rekap-fasilitasi").notes if note.startswith("Tidak termasuk")]
