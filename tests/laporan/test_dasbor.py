"""The officials' dashboard: the same figures as the reports, in a fixed number of statements, naming nobody."""

import datetime
import io

import pytest
import time_machine
from django.utils import timezone
from pypdf import PdfReader

from common import charts
from fasilitasi.models import JenisFasilitasi, RekapAwal
from laporan.dasbor import figures, pengaruh
from laporan.dasbor.peta import coloured, level_of
from laporan.period import Period
from laporan.report import bare
from laporan.reports import REPORTS
from laporan.scope import Scope
from tests.factories import (
    DataTahunanFactory,
    FasilitasiFactory,
    IndikatorFactory,
    TargetFactory,
    UsahaFactory,
)
from tests.kantor import query_count, sign_in, words
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db

ADDRESS = "/laporan/dasbor/"
NOVEMBER = datetime.datetime(2026, 11, 23, 4, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOVEMBER, tick=False):
        yield


@pytest.fixture
def halal():
    return JenisFasilitasi.objects.get(slug="halal")


def finish(jenis, day=datetime.date(2026, 5, 5), **kwargs):
    return FasilitasiFactory(jenis=jenis, finished=True, applied_on=day, result_on=day, **kwargs)


def rows(panel):
    return [tuple(map(bare, row)) for row in panel.report]


def test_every_panel_counts_what_the_reports_count(halal):
    togean = Kecamatan.objects.get(name="Togean")
    finish(halal, usaha=UsahaFactory(desa=togean.desa_set.first()), jumlah_unit=3)
    finish(halal, datetime.date(2025, 12, 31))
    RekapAwal.objects.create(jenis=halal, tahun=2026, jumlah=4, source="Arsip dinas")
    dasbor = figures.build(2026, Scope())
    whole = bare(REPORTS["rekap-kecamatan"].build(Period.year(2026), Scope()).totals[-1])
    assert whole == 7
    assert dasbor.tiles[0].number == "7"
    assert rows(dasbor.kinds) == [("Sertifikat halal", "Usaha", 1, 7)]
    assert sum(row[2] for row in rows(dasbor.places)) == 7
    assert {row[0]: row[2] for row in rows(dasbor.places)}["Togean"] == 3
    assert [row[2] for row in rows(dasbor.quarters)] == [0, 3, 0, 0]


def test_a_quarter_that_has_not_begun_draws_no_bar(halal):
    with time_machine.travel(datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC), tick=False):
        dasbor = figures.build(2026, Scope())
    assert [row[2] for row in rows(dasbor.quarters)] == [0, 0, None, None]


def test_a_target_is_shown_with_what_was_reached(halal):
    TargetFactory(
        indikator=IndikatorFactory(jenis=[halal]), triwulan_1=1, triwulan_2=2, triwulan_3=3, triwulan_4=4
    )
    finish(halal)
    (told,) = rows(figures.build(2026, Scope()).target)
    assert told[2:] == ("0 / 1", "1 / 2", "1 / 3", "1 / 4", 4, 1, 25)


def test_a_quarter_ahead_shows_its_target_alone(halal):
    TargetFactory(indikator=IndikatorFactory(jenis=[halal]), triwulan_4=4)
    with time_machine.travel(datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC), tick=False):
        (told,) = rows(figures.build(2026, Scope()).target)
    assert told[5] == "- / 4"


def test_late_cases_lead_to_their_list(client, halal):
    FasilitasiFactory(jenis=halal, applied_on=datetime.date(2026, 1, 5))
    sign_in(client, "Pejabat")
    (row,) = figures.build(2026, Scope()).late.report
    assert (row[0], row[2].value) == ("Sertifikat halal", 1)
    page = words(client.get(row[2].url))
    assert "1 fasilitasi" in page


def business(facilitated, before, after, year=2024, desa=None):
    usaha = UsahaFactory(**({"desa": desa} if desa else {}))
    DataTahunanFactory(
        usaha=usaha, tahun=year - 1, penjualan_tahunan=before, tenaga_kerja_l=1, tenaga_kerja_p=0
    )
    DataTahunanFactory(
        usaha=usaha, tahun=year + 1, penjualan_tahunan=after, tenaga_kerja_l=1, tenaga_kerja_p=2
    )
    if facilitated:
        finish(JenisFasilitasi.objects.get(slug="halal"), datetime.date(year, 6, 1), usaha=usaha)
    return usaha


def effect_of(year, is_facilitated):
    return next(
        line
        for line in pengaruh.lines(2026, Scope())
        if (line.year, line.is_facilitated) == (year, is_facilitated)
    )


def test_facilitated_businesses_stand_beside_the_others():
    for _ in range(5):
        business(True, 100_000_000, 150_000_000)
        business(False, 100_000_000, 110_000_000)
    helped, others = effect_of(2024, True), effect_of(2024, False)
    assert (helped.omzet.businesses, helped.omzet.percent) == (5, 50)
    assert (others.omzet.businesses, round(others.omzet.percent)) == (5, 10)
    assert (helped.tenaga_kerja.before, helped.tenaga_kerja.after) == (1, 3)


@pytest.mark.parametrize(("count", "is_hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_fewer_than_five_businesses_are_hidden(count, is_hidden):
    for _ in range(count):
        business(True, 100_000_000, 150_000_000)
    line = effect_of(2024, True)
    assert line.omzet.is_hidden == is_hidden
    assert (line.omzet.before is None) == (count < 5)


def test_no_figure_of_a_hidden_group_reaches_the_page(client):
    for _ in range(4):
        business(True, 123_400_000, 567_800_000)
    sign_in(client, "Pejabat")
    page = words(client.get(ADDRESS))
    assert "<5" in page
    assert "123,4" not in page
    assert "567,8" not in page


def test_a_business_without_figures_of_both_years_is_left_out():
    usaha = UsahaFactory()
    DataTahunanFactory(usaha=usaha, tahun=2023)
    assert effect_of(2024, False).omzet.businesses == 0


def test_who_was_helped_in_another_year_is_not_among_the_others():
    usaha = business(False, 1_000_000, 2_000_000)
    finish(JenisFasilitasi.objects.get(slug="halal"), datetime.date(2022, 6, 1), usaha=usaha)
    assert effect_of(2024, False).omzet.businesses == 0


def test_the_page_takes_as_many_statements_for_many_rows_as_for_few(client, halal):
    TargetFactory(indikator=IndikatorFactory(jenis=[halal]))
    business(True, 1_000_000, 2_000_000)
    FasilitasiFactory(jenis=halal, applied_on=datetime.date(2026, 1, 5))
    sign_in(client, "Pejabat")
    few = query_count(client, ADDRESS)
    for day in (datetime.date(2026, 2, 1), datetime.date(2025, 7, 1)):
        for jenis in JenisFasilitasi.objects.all()[:4]:
            finish(jenis, day)
            FasilitasiFactory(jenis=jenis, applied_on=datetime.date(2025, 1, 5))
            IndikatorFactory(jenis=[jenis])
    business(False, 1_000_000, 2_000_000)
    assert query_count(client, ADDRESS) == few
    assert few <= 32


def test_every_chart_says_in_words_what_it_draws(client, halal):
    finish(halal)
    sign_in(client, "Pejabat")
    page = client.get(ADDRESS).content.decode()
    assert page.count('role="img"') == page.count("<desc ") == 3
    assert "TW II: 2025 0, 2026 1" in page
    assert "Sertifikat halal 1" in page


def test_a_year_that_is_not_on_record_is_refused_in_words(client):
    sign_in(client, "Pejabat")
    assert "Tahun ini tidak ada." in words(client.get(f"{ADDRESS}?tahun=1066"))


def test_an_officer_of_one_kecamatan_sees_that_kecamatan(client, halal):
    togean = Kecamatan.objects.get(name="Togean")
    finish(halal, usaha=UsahaFactory(desa=togean.desa_set.first()))
    finish(halal)
    sign_in(client, "Verifikator", kecamatan=[togean])
    page = words(client.get(ADDRESS))
    assert "1 dari 1 kecamatan terjangkau" in page
    assert "Ampana Tete" not in page


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 1), (25, 1), (26, 2), (100, 4)])
def test_levels_of_the_map_run_in_equal_steps_to_the_largest(count, level):
    assert level_of(count, 100) == level


def test_a_map_without_any_count_is_all_of_the_lowest_level():
    peta = coloured({}, Kecamatan.objects.all())
    assert {area.level for area in peta.areas} <= {0}
    assert peta.legend == ((0, "0"),)


def test_bars_of_nothing_are_drawn_without_failing():
    assert charts.bars("a", "A", [("satu", 0, "0")]).boxes[1].width == "0"
    assert (
        charts.columns("b", "B", [("TW I", (None, 0))], series=(("a", "A"), ("b", "B"))).boxes[0].height
        == "0"
    )


def test_the_pocket_book_holds_the_figures_and_names_nobody(client, halal):
    usaha = UsahaFactory(name="Usaha Rahasia")
    finish(halal, usaha=usaha)
    TargetFactory(indikator=IndikatorFactory(jenis=[halal]), triwulan_4=4)
    sign_in(client, "Pejabat")
    response = client.get("/laporan/buku-saku/?tahun=2026")
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "private, no-store"
    pages = PdfReader(io.BytesIO(response.content)).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "Buku saku 2026" in text
    assert "25,00 %" in text
    assert "Rahasia" not in text
    assert round(pages[0].mediabox.width * 25.4 / 72) == 105


def test_the_pocket_book_of_an_empty_year_is_printed_too(client):
    sign_in(client, "Pejabat")
    response = client.get("/laporan/buku-saku/")
    assert response.status_code == 200
    assert timezone.localdate().year == 2026
