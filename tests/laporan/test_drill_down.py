"""From every total to its rows: the list a number leads to adds up to that number, for whatever was recorded."""

import datetime
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core.management import call_command
from django.http import QueryDict
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi, JenisFasilitasi, RekapAwal
from laporan.forms import FilterForm
from laporan.period import Period
from laporan.report import Link, bare
from laporan.reports import REPORTS
from laporan.scope import Scope
from spreadsheets.sheet import Section
from tests.factories import (
    FasilitasiFactory,
    IndikatorFactory,
    KoperasiFactory,
    TargetFactory,
    UsahaFactory,
)
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 11, 23, 4, 0, tzinfo=datetime.UTC)
# Where counting goes wrong: ends of years and quarters, leap days, and the days beside them.
EDGES = [
    datetime.date(2023, 12, 31), datetime.date(2024, 1, 1), datetime.date(2024, 2, 28), datetime.date(2024, 2, 29),
    datetime.date(2024, 3, 1), datetime.date(2024, 3, 31), datetime.date(2024, 4, 1), datetime.date(2024, 6, 30),
    datetime.date(2024, 7, 1), datetime.date(2024, 9, 30), datetime.date(2024, 10, 1), datetime.date(2024, 12, 31),
    datetime.date(2025, 1, 1), datetime.date(2025, 2, 28), datetime.date(2025, 3, 1), datetime.date(2026, 11, 23),
]  # fmt: skip
KINDS = ("halal", "pirt", "nik-koperasi")

days = st.sampled_from(EDGES) | st.dates(datetime.date(2023, 11, 1), datetime.date(2026, 11, 23))
cases = st.lists(
    st.tuples(days, st.integers(0, 2), st.integers(0, 3), st.integers(1, 4), st.booleans()), max_size=8
)
openings = st.lists(
    st.tuples(st.integers(2023, 2026), st.integers(0, 2), st.integers(-1, 2), st.integers(1, 9)),
    max_size=3,
    unique_by=lambda total: total[:3],
)
periods = st.one_of(
    st.just(Period.all()),
    st.builds(Period.year, st.integers(2023, 2026)),
    st.builds(Period.quarter, st.integers(2023, 2026), st.integers(1, 4)),
    st.builds(Period.semester, st.integers(2023, 2026), st.integers(1, 2)),
    st.builds(lambda a, b: Period.between(min(a, b), max(a, b)), days, days),
)


@pytest.fixture
def office():
    """Three kinds, four subjects in three kecamatan, and an indicator of two kinds."""
    places = list(Kecamatan.objects.all()[:3])
    desa = [place.desa_set.first() for place in places]
    subjects = [{"usaha": UsahaFactory(desa=each)} for each in desa]
    subjects.append({"usaha": None, "koperasi": KoperasiFactory(desa=desa[0])})
    kinds = [JenisFasilitasi.objects.get(slug=slug) for slug in KINDS]
    TargetFactory(indikator=IndikatorFactory(jenis=kinds[:2]), tahun=2026)
    return places, subjects, kinds


def record(office, cases, openings):
    places, subjects, kinds = office
    Fasilitasi.objects.all().delete()
    RekapAwal.objects.all().delete()
    template = FasilitasiFactory.build()
    Fasilitasi.objects.bulk_create(
        Fasilitasi(
            nomor=f"FAS-{number}",
            jenis=kinds[kind],
            status=Status.TERBIT if is_finished else Status.DIPROSES,
            applied_on=template.applied_on,
            result_on=day if is_finished else None,
            jumlah_unit=units,
            **subjects[subject],
        )
        for number, (day, kind, subject, units, is_finished) in enumerate(cases)
    )
    RekapAwal.objects.bulk_create(
        RekapAwal(
            jenis=kinds[kind],
            tahun=tahun,
            kecamatan=places[place] if place >= 0 else None,
            jumlah=n,
            source="Uji",
        )
        for tahun, kind, place, n in openings
    )


def listed(url):
    """Units on the list that an address leads to, read as the page reads it: as told below it, and row by row."""
    parts = urlsplit(url)
    kind = REPORTS["daftar-penerima"]
    assert parts.path == "/laporan/daftar-penerima/"
    form = FilterForm(
        QueryDict(parts.query),
        years=range(2027, 2020, -1),
        default_year=2026,
        kecamatan=Kecamatan.objects.values_list("code", "name"),
        jenis=kind.jenis.offers(),
    )
    assert form.is_valid(), (form.errors, parse_qs(parts.query))
    report = kind.build(form.period, form.scope)
    assert sum(row[5] for row in report) == report.totals[5]
    return report.totals[5]


def lines(report):
    """Rows with a number of their own, and the totals; not the rows that only say what is in them."""
    numbered = [row for row in report if not isinstance(row, Section) and row[0] is not None]
    return [*numbered, *([report.totals] if report.totals else [])]


def links(report):
    return [
        value
        for row in lines(report)
        for value in row
        if isinstance(value, Link) and "daftar-penerima" in value.url
    ]


def follow(report, *, nameless):
    """Every linked number, and the units on the list behind it."""
    for link in links(report):
        assert listed(link.url) == link.value if not nameless else listed(link.url) <= link.value


SETTINGS = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
)


@pytest.mark.parametrize("slug", ["rekap-fasilitasi", "rekap-kecamatan", "perbandingan-tahun", "target-realisasi",
                                  "target-realisasi-triwulan"])  # fmt: skip
@SETTINGS
@given(cases=cases, period=periods)
@time_machine.travel(NOON, tick=False)
def test_every_total_equals_the_rows_of_its_list(office, slug, cases, period):
    record(office, cases, [])
    follow(REPORTS[slug].build(period, Scope()), nameless=False)


@pytest.mark.parametrize("slug", ["rekap-fasilitasi", "rekap-kecamatan"])
@SETTINGS
@given(cases=cases, openings=openings, period=periods)
@time_machine.travel(NOON, tick=False)
def test_the_grand_total_is_the_list_and_the_totals_without_names(office, slug, cases, openings, period):
    record(office, cases, openings)
    report = REPORTS[slug].build(period, Scope())
    named = REPORTS["daftar-penerima"].build(period, Scope()).totals[5]
    whole = [
        n
        for tahun, _, _, n in openings
        if datetime.date(tahun, 1, 1) in period and datetime.date(tahun, 12, 31) in period
    ]
    assert bare(report.totals[-1]) == named + sum(whole)
    follow(report, nameless=True)


@SETTINGS
@given(cases=cases, openings=openings, year=st.integers(2023, 2026))
@time_machine.travel(NOON, tick=False)
def test_the_quarters_of_a_year_add_up_to_its_named_cases(office, cases, openings, year):
    record(office, cases, openings)
    parts = [
        REPORTS["daftar-penerima"].build(Period.quarter(year, n), Scope()).totals[5] for n in (1, 2, 3, 4)
    ]
    whole = REPORTS["daftar-penerima"].build(Period.year(year), Scope()).totals[5]
    assert sum(parts) == whole


@SETTINGS
@given(cases=cases, openings=openings, period=periods)
@time_machine.travel(NOON, tick=False)
def test_all_kecamatan_together_are_the_district(office, cases, openings, period):
    record(office, cases, openings)
    report = REPORTS["rekap-kecamatan"].build(period, Scope())
    rows = [bare(row[-1]) for row in report]
    assert sum(rows) == bare(report.totals[-1])
    for place in Kecamatan.objects.all()[:3]:
        alone = REPORTS["rekap-fasilitasi"].build(period, Scope(place.code, place.name))
        assert bare(alone.totals[-1]) == next(bare(row[-1]) for row in report if row[1] == place.name)


def test_a_case_finished_at_midnight_in_the_district_counts_in_the_new_year():
    """00.30 on 1 January in Ampana is still the old year in London."""
    with time_machine.travel(datetime.datetime(2025, 12, 31, 16, 30, tzinfo=datetime.UTC), tick=False):
        report = REPORTS["target-realisasi"].build(Period.all(), Scope())
    assert "Tahun 2026" in report.subtitles


def test_a_number_of_several_kinds_leads_to_the_rows_of_all_of_them(office, client):
    record(office, [(datetime.date(2026, 5, 5), 0, 0, 2, True), (datetime.date(2026, 5, 6), 1, 1, 1, True),
                    (datetime.date(2026, 5, 7), 2, 3, 1, True)], [])  # fmt: skip
    with time_machine.travel(NOON, tick=False):
        report = REPORTS["target-realisasi"].build(Period.year(2026), Scope())
    (row,) = report
    total = row[[column.key for column in report.columns].index("realisasi")]
    assert (total.value, listed(total.url)) == (3, 3)


def test_totals_without_names_lead_to_their_sources():
    call_command("load_rekap_awal", stdout=StringIO())
    report = REPORTS["rekap-fasilitasi"].build(Period.all(), Scope())
    apart = next(row for row in report if row[0] is None)
    assert apart[-1].value == 5
    assert apart[-1].url.startswith("/kantor/fasilitasi/rekapawal/?jenis__id__exact=")
