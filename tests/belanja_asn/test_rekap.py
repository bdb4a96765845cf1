"""The recap counts persons and not purchases, tells nothing from silence, and its sums are its rows."""

import datetime

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from belanja_asn.aturan import Bulan
from belanja_asn.choices import KeadaanLapor
from belanja_asn.models import Belanja, JumlahAsn, Opd
from belanja_asn.rekap import Angka, all_asn, rows_of, total
from belanja_asn.terbuka import Peserta, amount, amount_of_all, may_be_told
from laporan.period import Period
from laporan.report import bare
from laporan.reports import REPORTS
from laporan.scope import Scope
from spreadsheets.sheet import Section
from tests.belanja import AturanBelanjaFactory, BelanjaFactory, LaporanOpdFactory, OpdFactory
from tests.factories import KoperasiFactory, UsahaFactory
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db
NOVEMBER = Bulan(2026, 11)
YEAR = Period.year(2026)


@pytest.fixture(autouse=True)
def _on_a_day_of_november():
    with time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False):
        AturanBelanjaFactory(nilai_minimum=50_000)
        yield


def row_of(opd, month=NOVEMBER):
    return rows_of([month], opds=[opd])[0]


def bought(opd, nilai=75_000, who="Sitti", **said):
    return BelanjaFactory(confirmed=True, opd=opd, nilai=nilai, pembeli=who, **said)


def test_two_purchases_of_one_person_are_one_who_took_part():
    opd = OpdFactory(asn=40)
    bought(opd, who="Hj. Sitti, S.E.")
    bought(opd, who="sitti")
    bought(opd, who="Budi")
    row = row_of(opd)
    assert (row.angka.ikut, row.angka.belanja, row.angka.nilai, row.persen) == (2, 3, 225_000, 5.0)


def test_what_one_person_bought_together_reaches_the_minimum():
    opd = OpdFactory()
    bought(opd, 20_000)
    assert (row_of(opd).angka.ikut, row_of(opd).angka.kurang) == (0, 1)
    bought(opd, 30_000)
    assert (row_of(opd).angka.ikut, row_of(opd).angka.kurang) == (1, 0)


def test_purchases_of_two_months_are_not_added_up():
    opd = OpdFactory()
    bought(opd, 30_000)
    bought(opd, 30_000, bought_on=datetime.date(2026, 10, 30))
    assert row_of(opd).angka == Angka(kurang=1, belanja=1, nilai=30_000)


def test_whoever_is_not_named_counts_once_for_each_receipt():
    opd = OpdFactory()
    bought(opd, who="")
    bought(opd, who="")
    assert row_of(opd).angka.ikut == 2


def test_only_confirmed_purchases_that_stand_are_counted():
    opd = OpdFactory()
    BelanjaFactory(opd=opd)
    BelanjaFactory(opd=opd, confirmed=True, keadaan="ditolak", notes="Keliru.")
    archived = bought(opd)
    Belanja.objects.filter(pk=archived.pk).update(
        archived_at=archived.decided_at, archived_by=archived.decided_by
    )
    assert row_of(opd).angka == Angka()


def test_the_rule_of_its_own_month_judges_a_purchase():
    from belanja_asn.models import AturanBelanja

    AturanBelanja.objects.update(valid_until=datetime.date(2026, 10, 31))
    AturanBelanjaFactory(valid_from=datetime.date(2026, 11, 1), nilai_minimum=100_000)
    opd = OpdFactory()
    bought(opd)
    bought(opd, bought_on=datetime.date(2026, 10, 30))
    assert [row.angka.ikut for row in rows_of([Bulan(2026, 10), NOVEMBER], opds=[opd])] == [1, 0]


def test_what_an_opd_reports_is_added_and_shown_apart():
    opd = OpdFactory(asn=40)
    bought(opd)
    LaporanOpdFactory(opd=opd, jumlah_ikut=9, nilai=450_000)
    row = row_of(opd)
    assert (row.angka.ikut, row.angka.ikut_dilaporkan, row.angka.seluruh_ikut) == (1, 9, 10)
    assert (row.angka.seluruh_nilai, row.persen, row.keadaan) == (525_000, 25.0, KeadaanLapor.MELAPOR)


def test_reporting_nothing_differs_from_not_reporting():
    silent, zero = OpdFactory(), OpdFactory()
    LaporanOpdFactory(opd=zero)
    assert (row_of(silent).keadaan, row_of(silent).is_silent) == (KeadaanLapor.BELUM, True)
    assert (row_of(zero).keadaan, row_of(zero).is_silent) == (KeadaanLapor.NIHIL, False)


def test_the_number_of_its_own_month_is_the_denominator():
    opd = OpdFactory(asn=40)
    JumlahAsn.objects.create(opd=opd, bulan=datetime.date(2026, 11, 1), jumlah=50)
    rows = rows_of([Bulan(2025, 12), Bulan(2026, 10), NOVEMBER], opds=[opd])
    assert [row.jumlah_asn for row in rows] == [None, 40, 50]
    assert all_asn(rows[:1]) is None


def test_the_statements_do_not_grow_with_offices_and_purchases(django_assert_num_queries):
    for opd in OpdFactory.create_batch(5, asn=10):
        bought(opd)
    offices = list(Opd.objects.active())
    with django_assert_num_queries(3):
        rows_of([Bulan(2026, 10), NOVEMBER], opds=offices)


# --- reports ------------------------------------------------------------------------------------


def table(slug, period=YEAR, **scope):
    report = REPORTS[slug].build(period, Scope(**scope))
    rows = [tuple(map(bare, row)) for row in report if not isinstance(row, Section)]
    return rows, tuple(map(bare, report.totals))


def test_silence_is_a_dash_and_zero_a_nought():
    LaporanOpdFactory(opd=OpdFactory(name="Badan A", asn=40))
    OpdFactory(name="Badan B", asn=40)
    november = Period.between(NOVEMBER.start, NOVEMBER.end)
    rows, totals = table("1-asn-1-produk", november)
    assert rows[0][1:7] == ("Badan A", 40, 0, 0, 0, 0.0)
    assert rows[0][-1] == "Melapor nihil"
    assert rows[1][1:7] == ("Badan B", 40, None, None, None, None)
    assert rows[1][-1] == "Belum melapor"
    assert totals[2] == 80
    assert totals[-1] == "1 dari 2 melapor"


def test_islands_and_mainland_are_told_apart():
    togean = Kecamatan.objects.get(code="72.09.02").desa_set.first()
    ampana = Kecamatan.objects.get(code="72.09.05").desa_set.first()
    opd = OpdFactory()
    bought(opd, 60_000, usaha=UsahaFactory(desa=togean))
    bought(opd, 40_000, usaha=None, koperasi=KoperasiFactory(desa=ampana))
    report = REPORTS["belanja-asn-kecamatan"].build(YEAR, Scope())
    assert len(list(report)) == 12
    assert report.notes[:2] == (
        "Kepulauan: 1 belanja senilai Rp60.000.",
        "Daratan: 1 belanja senilai Rp40.000.",
    )
    assert tuple(map(bare, report.totals[3:])) == (1, 1, 2, 100_000)


def test_in_a_kecamatan_reports_without_sellers_are_left_out():
    togean = Kecamatan.objects.get(code="72.09.02").desa_set.first()
    opd = OpdFactory(asn=40)
    LaporanOpdFactory(opd=opd, jumlah_ikut=9, nilai=450_000)
    bought(opd, usaha=UsahaFactory(desa=togean))
    bought(opd, who="Budi")
    _, totals = table("1-asn-1-produk", kecamatan="72.09.02")
    assert (totals[3], totals[4], totals[10]) == (1, 0, 75_000)


_PURCHASE = st.tuples(
    st.integers(0, 2), st.integers(9, 11), st.integers(0, 3), st.integers(1, 90_000), st.booleans()
)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(_PURCHASE, max_size=8), st.lists(st.tuples(st.integers(0, 2), st.integers(9, 11)), max_size=4)
)
def test_every_recap_adds_up_to_the_same_money(purchases, reports):
    offices = list(Opd.objects.filter(slug__startswith="hipotesis").order_by("slug")) or [
        OpdFactory(slug=f"hipotesis-{number}", asn=20) for number in range(3)
    ]
    sellers = [UsahaFactory() for _ in range(2)]
    Belanja.objects.all().delete()
    for office in offices:
        office.laporanopd_set.all().delete()
    for office, month, person, money, of_first in purchases:
        bought(
            offices[office], money, who=f"Orang {person}" if person else "",
            bought_on=datetime.date(2026, month, 10), usaha=sellers[of_first],
        )  # fmt: skip
    for office, month in set(reports):
        LaporanOpdFactory(
            opd=offices[office], bulan=datetime.date(2026, month, 1), jumlah_ikut=2, nilai=7_000
        )
    money = sum(each[3] for each in purchases)
    reported = 7_000 * len(set(reports))
    rows, totals = table("1-asn-1-produk")
    assert totals[10] == money + reported
    for place in (3, 4, 5, 7, 8, 9, 10):
        assert totals[place] == sum(row[place] or 0 for row in rows)
    months, sums = table("1-asn-1-produk-bulan")
    for place in range(2, len(sums)):
        assert sums[place] == sum(row[place] or 0 for row in months)
    assert sums[-1] == money + reported
    for slug in ("belanja-asn-penjual", "belanja-asn-kecamatan"):
        assert table(slug)[1][-1] == money


# --- what the public may see ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("belanja", "reported", "told"), [(0, 0, True), (1, 0, False), (4, 0, False), (2, 3, True), (5, 0, True)]
)
def test_money_of_a_few_is_not_told(belanja, reported, told):
    assert may_be_told(Angka(belanja=belanja, ikut_dilaporkan=reported)) is told


def test_no_subtraction_reveals_what_is_kept_back():
    large, small = Angka(belanja=9, nilai=900), Angka(belanja=2, nilai=20)
    assert (amount(large), amount(small)) == (900, None)
    assert amount_of_all([large, small]) is None
    assert amount_of_all([large, small, Angka(belanja=3, nilai=30)]) == 950
    assert total([]) == Angka()


@pytest.mark.parametrize(("asn", "share"), [(None, None), (4, None), (5, 20.0)])
def test_a_share_of_a_few_people_is_not_told(asn, share):
    opd = OpdFactory(asn=asn)
    bought(opd)
    assert Peserta.of(row_of(opd)).persen == share
