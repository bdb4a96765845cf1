"""From figures that no report lists to the desk's own lists: as many rows there, or the same sum."""

import datetime

import pytest
from django.db.models import Sum

from fasilitasi.models import JenisFasilitasi, RekapAwal
from kegiatan.models import Kehadiran
from laporan.dasbor import figures
from laporan.period import Period
from laporan.report import Link
from laporan.reports import REPORTS
from laporan.reports.rekap_kecamatan import WITHOUT_PLACE
from laporan.scope import Scope
from spreadsheets.sheet import Section
from tests.acara import KegiatanFactory, PesertaFactory
from tests.factories import FasilitasiFactory
from tests.kantor import sign_in
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)
DAY = datetime.date(2026, 5, 10)
TOGEAN = "72.09.02"


@pytest.fixture
def official(client):
    sign_in(client, "Pejabat")
    return client


def rows_behind(client, link):
    response = client.get(link.url)
    assert response.status_code == 200, response.headers
    return response.context["cl"].queryset


def linked(row):
    return [value for value in row if isinstance(value, Link)]


# --- totals without names ---------------------------------------------------------------------------


@pytest.fixture
def totals_without_names():
    kinds = [JenisFasilitasi.objects.get(slug=slug) for slug in ("halal", "pirt")]
    togean = Kecamatan.objects.get(code=TOGEAN)
    RekapAwal.objects.bulk_create(
        RekapAwal(jenis=jenis, tahun=tahun, kecamatan=kecamatan, jumlah=jumlah, source="Uji")
        for jumlah, (jenis, tahun, kecamatan) in enumerate(
            ((jenis, tahun, place) for jenis in kinds for tahun in (2025, 2026) for place in (None, togean)),
            1,
        )
    )


PERIODS = [Period.all(), YEAR, Period.between(None, datetime.date(2026, 6, 30))]


@pytest.mark.parametrize("scope", [Scope(), Scope(jenis="halal"), Scope(jenis="halal,pirt")])
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("slug", ["rekap-kecamatan", "perbandingan-tahun"])
@pytest.mark.usefixtures("totals_without_names")
def test_what_has_no_kecamatan_leads_to_totals_of_the_same_sum(official, slug, period, scope):
    rows = [row for row in REPORTS[slug].build(period, scope) if not isinstance(row, Section)]
    (row,) = [row for row in rows if row[1] == WITHOUT_PLACE]
    assert linked(row)
    for link in linked(row):
        assert rows_behind(official, link).aggregate(n=Sum("jumlah"))["n"] == link.value


@pytest.mark.parametrize("scope", [Scope(), Scope(kecamatan=TOGEAN)])
@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.usefixtures("totals_without_names")
def test_what_has_no_names_leads_to_totals_of_the_same_year_and_place(official, period, scope):
    apart = [row for row in REPORTS["rekap-fasilitasi"].build(period, scope) if row[0] is None]
    assert len(apart) == 2
    for link in (link for row in apart for link in linked(row)):
        assert rows_behind(official, link).aggregate(n=Sum("jumlah"))["n"] == link.value


@pytest.mark.usefixtures("totals_without_names")
def test_the_dashboard_leads_to_them_for_each_of_its_years(official):
    (row,) = [row for row in figures.build(2026, Scope()).places.report if row[0] == WITHOUT_PLACE]
    assert [link.value for link in linked(row)] == [1 + 5, 3 + 7]
    for link in linked(row):
        assert rows_behind(official, link).aggregate(n=Sum("jumlah"))["n"] == link.value


def test_the_kecamatan_that_were_reached_stand_in_the_recap_of_that_year(official):
    FasilitasiFactory(finished=True)
    tile = next(tile for tile in figures.build(2026, Scope()).tiles if tile.label == "kecamatan terjangkau")
    assert official.get(tile.url).context["report"].title == "Rekapitulasi fasilitasi per kecamatan"
    assert tile.url.endswith("?tahun=2026")


# --- participants -----------------------------------------------------------------------------------


def test_the_people_of_an_event_are_named_at_its_desk(official):
    event = KegiatanFactory(begins_on=DAY)
    for _ in range(3):
        Kehadiran.objects.create(peserta=PesertaFactory(kegiatan=event), happened_on=DAY)
    Kehadiran.objects.create(peserta=event.peserta_set.first(), happened_on=DAY + datetime.timedelta(days=1))
    PesertaFactory(kegiatan=event)
    PesertaFactory(kegiatan=event, status="menunggu")
    PesertaFactory(kegiatan=event, fasilitasi=FasilitasiFactory())
    PesertaFactory(kegiatan=KegiatanFactory(begins_on=DAY - datetime.timedelta(days=30)))
    row = next(row for row in REPORTS["rekap-kegiatan"].build(YEAR, Scope()) if row[1] == event.name)
    assert [link.value for link in linked(row)] == [5, 3, 1]
    for link in linked(row):
        assert rows_behind(official, link).count() == link.value


@pytest.mark.parametrize(("meant_for", "leads"), [(None, True), (TOGEAN, True), ("72.09.05", False)])
def test_an_event_meant_for_another_kecamatan_leads_nowhere_in_a_report_of_one(meant_for, leads):
    desa = Kecamatan.objects.get(code=TOGEAN).desa_set.first()
    kecamatan = meant_for and Kecamatan.objects.get(code=meant_for)
    PesertaFactory(kegiatan=KegiatanFactory(begins_on=DAY, desa=desa, kecamatan=kecamatan))
    (row,) = REPORTS["rekap-kegiatan"].build(YEAR, Scope(kecamatan=TOGEAN))
    assert bool(linked(row)) is leads
