"""The tiles of who was reached lead to them, one row each: as many rows as the tile says, whatever was given."""

import datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
import time_machine
from django.http import QueryDict
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fasilitasi.models import JenisFasilitasi
from laporan.dasbor import figures
from laporan.period import Period
from laporan.report import bare
from laporan.reports import REPORTS
from laporan.requested import form_of, scope_of
from laporan.scope import Scope
from tests.factories import FasilitasiFactory, KoperasiFactory, UsahaFactory
from tests.kantor import query_count, sign_in, words
from wilayah.models import Kecamatan

NOVEMBER = datetime.datetime(2026, 11, 23, 4, 0, tzinfo=datetime.UTC)
DAYS = [
    datetime.date(2025, 12, 31), datetime.date(2026, 1, 1), datetime.date(2026, 11, 23),
    datetime.date(2024, 2, 29),
]  # fmt: skip
PLACES = ("Togean", "Ratolindo")


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOVEMBER, tick=False):
        yield


def tiles_of(year, scope):
    dasbor = figures.build(year, scope)
    return {tile.label: tile for tile in dasbor.tiles}


def listed(url):
    """The rows of the list that a tile leads to, as its page reads the address."""
    parts = urlsplit(url)
    kind = REPORTS[parts.path.strip("/").split("/")[-1]]
    form = form_of(QueryDict(parts.query), kind, ())
    assert form.is_valid(), form.errors
    return list(kind.build(form.period, scope_of(form, ())))


class Reached(TestCase):
    @settings(max_examples=10, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
    @given(
        cases=st.lists(
            st.tuples(
                st.sampled_from(["usaha", "koperasi"]),
                st.integers(0, 2),
                st.sampled_from(DAYS),
                st.booleans(),
            ),
            max_size=9,
        )
    )
    def test_each_tile_counts_the_rows_of_its_list(self, cases):
        with time_machine.travel(NOVEMBER, tick=False):
            jenis = JenisFasilitasi.objects.get(slug="pelatihan")
            desa = [Kecamatan.objects.get(name=name).desa_set.first() for name in PLACES]
            holders = {
                "usaha": [UsahaFactory(desa=desa[at % 2]) for at in range(3)],
                "koperasi": [KoperasiFactory(desa=desa[at % 2]) for at in range(3)],
            }
            for noun, at, day, is_finished in cases:
                done = {"finished": True, "result_on": day} if is_finished else {}
                subject = {"usaha": None, noun: holders[noun][at]}
                FasilitasiFactory(jenis=jenis, applied_on=day, **subject, **done)
            scopes = [Scope(), *(Scope(kecamatan=each.kecamatan.code) for each in desa)]
            for scope in scopes:
                for noun in ("usaha", "koperasi"):
                    tile = tiles_of(2026, scope)[f"{noun} terfasilitasi"]
                    assert len(listed(tile.url) if tile.url else []) == int(tile.number)


@pytest.mark.django_db
def test_a_recipient_stands_once_with_all_that_was_received():
    usaha = UsahaFactory(name="Dapur Rica")
    halal, training = (JenisFasilitasi.objects.get(slug=slug) for slug in ("halal", "pelatihan"))
    for jenis, day in ((halal, DAYS[1]), (training, DAYS[2]), (training, DAYS[1])):
        FasilitasiFactory(jenis=jenis, usaha=usaha, finished=True, applied_on=day, result_on=day)
    report = REPORTS["penerima-unik"].build(Period.year(2026), Scope())
    ((_, name, owner, _, kinds, count, last),) = list(report)
    assert (name, owner, count, last) == ("Dapur Rica", usaha.pemilik.name, 3, DAYS[2])
    assert kinds == f"{training.name}, {halal.name}"
    assert (report.totals[5], report.count_people()) == (3, 1)


@pytest.mark.django_db
def test_businesses_and_cooperatives_are_told_apart():
    jenis = JenisFasilitasi.objects.get(slug="pelatihan")
    FasilitasiFactory(jenis=jenis, finished=True)
    FasilitasiFactory(jenis=jenis, finished=True, usaha=None, koperasi=KoperasiFactory(name="KUD Uji"))
    build = REPORTS["penerima-unik"].build
    assert [row[1] for row in build(Period.all(), Scope(jenis="koperasi"))] == ["KUD Uji"]
    assert build(Period.all(), Scope(jenis="koperasi")).count_people() == 0
    assert len(list(build(Period.all(), Scope()))) == 2


@pytest.mark.django_db
def test_the_statements_do_not_grow_with_the_recipients(client, same_minute):
    sign_in(client, "Pejabat")
    address = "/laporan/penerima-unik/?tahun=2026"
    FasilitasiFactory(finished=True)
    few = query_count(client, address)
    for _ in range(5):
        FasilitasiFactory(finished=True)
    assert query_count(client, address) == few


# --- the dashboard of one kecamatan -----------------------------------------------------------


@pytest.mark.django_db
def test_the_dashboard_of_one_kecamatan_counts_it_alone_and_all_links_stay_there(client):
    jenis = JenisFasilitasi.objects.get(slug="halal")
    for name, units in (("Togean", 3), ("Ratolindo", 5)):
        usaha = UsahaFactory(desa=Kecamatan.objects.get(name=name).desa_set.first())
        FasilitasiFactory(jenis=jenis, usaha=usaha, finished=True, jumlah_unit=units)
    code = Kecamatan.objects.get(name="Togean").code
    sign_in(client, "Pejabat")
    page = client.get(f"/laporan/dasbor/?tahun=2026&kecamatan={code}")
    assert "Dasbor 2026, Kecamatan Togean" in words(page)
    dasbor = page.context["dasbor"]
    assert dasbor.tiles[0].number == "3"
    assert [bare(row[0]) for row in dasbor.places.report] == ["Togean"]
    links = [tile.url for tile in dasbor.tiles if tile.url.startswith("/laporan/")]
    links += [panel.more for panel in dasbor.panels if panel.more]
    assert all(("kecamatan", code) in parse_qsl(urlsplit(link).query) for link in links)
    assert f"/laporan/buku-saku/?tahun=2026&amp;kecamatan={code}" in page.content.decode()


@pytest.mark.django_db
def test_the_pocket_book_of_one_kecamatan_says_so_on_its_cover_and_in_its_name(client):
    code = Kecamatan.objects.get(name="Togean").code
    sign_in(client, "Pejabat")
    response = client.get(f"/laporan/buku-saku/?tahun=2026&kecamatan={code}")
    assert "buku-saku-togean-2026.pdf" in response["Content-Disposition"]


@pytest.mark.django_db
def test_an_unknown_kecamatan_is_said_and_an_officers_own_part_bounds_the_choice(client):
    togean, other = (Kecamatan.objects.get(name=name) for name in PLACES)
    sign_in(client, "Pejabat", kecamatan=[togean])
    page = client.get(f"/laporan/dasbor/?kecamatan={other.code}")
    assert "Kecamatan ini tidak dikenal." in words(page)
    assert [bare(row[0]) for row in page.context["dasbor"].places.report] == ["Togean"]
