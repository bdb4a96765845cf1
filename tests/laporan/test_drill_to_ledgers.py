"""From figures of the house and of 1 ASN 1 Produk to the entries at their desks: as many there, or the same sum."""

import datetime

import pytest
import time_machine
from django.db.models import Sum

from laporan.period import Period
from laporan.report import Link
from laporan.reports import REPORTS
from laporan.scope import Scope
from produk.models import Kategori
from spreadsheets.sheet import Section
from tests.belanja import AturanBelanjaFactory, BelanjaFactory, LaporanOpdFactory, OpdFactory
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory
from tests.kantor import sign_in
from tests.rumah import BukuTamuFactory, on_shelf, sold
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db
# The last second of a month in the district, and the first of the next: also of a year and of a leap day.
MIDNIGHTS = [
    datetime.datetime(year, month, day, 16, tzinfo=datetime.UTC)
    for year, month, day in ((2023, 12, 31), (2024, 2, 29), (2024, 3, 31))
]
MOMENTS = [at - datetime.timedelta(seconds=early) for at in MIDNIGHTS for early in (1, 0)]
PERIODS = [
    Period.all(), Period.year(2024), Period.quarter(2024, 1),
    Period.between(datetime.date(2024, 2, 29), datetime.date(2024, 3, 31)),
]  # fmt: skip


@pytest.fixture
def official(client):
    sign_in(client, "Pejabat")
    return client


def followed(client, slug, period, scope=None, *, of):
    """Every linked figure by its column; none may differ from its entries, `of` them or their sum of it."""
    report = REPORTS[slug].build(period, scope or Scope())
    keys = [column.key for column in report.columns]
    lines = [row for row in report if not isinstance(row, Section)]
    found = [
        (key, value)
        for row in (*lines, report.totals)
        for key, value in zip(keys, row, strict=True)
        if isinstance(value, Link)
    ]
    for key, link in found:
        response = client.get(link.url)
        assert response.status_code == 200, (key, link.url)
        rows, summed = response.context["cl"].queryset, of(key)
        assert (rows.aggregate(n=Sum(summed))["n"] if summed else rows.count()) == link.value, (key, link.url)
    return {key for key, _ in found}


@pytest.fixture
def guests():
    for number, moment in enumerate(MOMENTS, 1):
        with time_machine.travel(moment, tick=False):
            BukuTamuFactory(jumlah_tamu=number, keperluan="titip" if number % 2 else "belanja")


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.usefixtures("guests")
def test_guests_lead_to_their_entries_in_the_visitor_book(official, period):
    keys = followed(
        official, "kunjungan", period, of=lambda key: "" if key == "kunjungan_seluruhnya" else "jumlah_tamu"
    )
    assert keys == {"belanja", "titip", "orang", "kunjungan_seluruhnya"}


@pytest.mark.usefixtures("guests")
def test_guests_of_one_reason_lead_to_its_entries_only(official):
    keys = followed(
        official, "kunjungan", Period.all(), Scope(jenis="titip"),
        of=lambda key: "" if key == "kunjungan_seluruhnya" else "jumlah_tamu",
    )  # fmt: skip
    assert keys == {"titip", "orang", "kunjungan_seluruhnya"}


@pytest.fixture
def goods():
    with time_machine.travel(MOMENTS[0], tick=False):
        shelf = on_shelf(jumlah=40)
    for number, moment in enumerate(MOMENTS[1:], 1):
        with time_machine.travel(moment, tick=False):
            sold(shelf, number)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.usefixtures("goods")
def test_goods_of_a_month_lead_to_their_lines_of_the_ledger(official, period):
    keys = followed(official, "etalase-bulan", period, of=lambda key: "jumlah")
    assert keys == ({"masuk", "terjual"} if period == Period.all() else {"terjual"})


@pytest.fixture
def owners():
    """Two owners in two kecamatan with goods of two categories, and an owner who sold nothing."""
    togean, ratolindo = (Kecamatan.objects.get(name=name) for name in ("Togean", "Ratolindo"))
    food, craft = (Kategori.objects.get(slug=slug) for slug in ("makanan", "kerajinan"))
    with time_machine.travel(MOMENTS[2], tick=False):
        for number, (place, kategori) in enumerate(((togean, food), (togean, craft), (ratolindo, food)), 1):
            desa = place.desa_set.first()
            usaha = UsahaFactory(name=f"Dapur {number}", desa=desa)
            sold(on_shelf(ProdukFactory(listed=True, usaha=usaha, kategori=kategori), jumlah=9), number)
        koperasi = KoperasiFactory(name="KUD Uji", desa=ratolindo.desa_set.first())
        on_shelf(ProdukFactory(listed=True, usaha=None, koperasi=koperasi, kategori=food), jumlah=4)


SCOPES = [Scope(), Scope(kecamatan="72.09.02"), Scope(jenis="makanan"), Scope("72.09.02", jenis="kerajinan")]


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("slug", ["etalase-bulan", "etalase-pemilik"])
@pytest.mark.usefixtures("owners")
def test_goods_of_one_owner_place_or_category_lead_to_their_lines_alone(official, slug, scope):
    assert followed(official, slug, Period.all(), scope, of=lambda key: "jumlah") == {"masuk", "terjual"}


@pytest.mark.parametrize("code", ["72.09.02", "72.09.10"])
def test_guests_from_one_kecamatan_lead_to_their_entries(official, code):
    for number, name in enumerate(("Togean", "Ratolindo", "Togean"), 1):
        BukuTamuFactory(jumlah_tamu=number, keperluan="titip", kecamatan=Kecamatan.objects.get(name=name))
    BukuTamuFactory(keperluan="titip", kecamatan=None)
    keys = followed(
        official, "kunjungan", Period.all(), Scope(kecamatan=code),
        of=lambda key: "" if key == "kunjungan_seluruhnya" else "jumlah_tamu",
    )  # fmt: skip
    assert keys == {"titip", "orang", "kunjungan_seluruhnya"}


@pytest.mark.parametrize("owner", ["usaha-0", "usaha-x", "koperasi-99999999999999999999", "lainnya-1", "--"])
def test_an_owner_that_nobody_is_narrows_nothing_and_breaks_nothing(official, owner):
    on_shelf()
    page = official.get("/kantor/etalase/mutasititipan/", {"pemilik": owner}, follow=True)
    assert page.status_code == 200


@time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False)
def test_recorded_amounts_of_an_office_lead_to_its_confirmed_purchases(official):
    AturanBelanjaFactory()
    for opd in (OpdFactory(asn=4), OpdFactory(asn=4)):
        LaporanOpdFactory(opd=opd, bulan=datetime.date(2026, 2, 1), jumlah_ikut=3, nilai=450_000)
        for day in (datetime.date(2026, 1, 31), datetime.date(2026, 2, 1), datetime.date(2026, 2, 28)):
            BelanjaFactory(confirmed=True, opd=opd, bought_on=day)
            BelanjaFactory(opd=opd, bought_on=day)
    summed = {"nilai_tercatat": "nilai", "rekap": "jumlah_ikut", "nilai_rekap": "nilai"}
    keys = followed(official, "1-asn-1-produk", Period.year(2026), of=summed.get)
    assert keys == set(summed)
