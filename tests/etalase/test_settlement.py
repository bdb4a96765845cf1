"""An owner is paid for every sale once, under a number, and a paper that was paid never changes."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import Error, connection, transaction
from django.utils import timezone

from etalase.actions import cancel, pay, reverse, settle
from etalase.hutang import owed_to, owing
from etalase.models import MutasiTitipan, Penyelesaian
from tests.factories import KecamatanFactory, ProdukFactory, UsahaFactory, UserFactory
from tests.rumah import on_shelf, sold

pytestmark = pytest.mark.django_db
END = datetime.date(2026, 11, 30)


@pytest.fixture(autouse=True)
def _end_of_november():
    with time_machine.travel(datetime.datetime(2026, 11, 30, 4, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def usaha():
    return UsahaFactory(listed=True)


def goods(usaha, **terms):
    with time_machine.travel(datetime.datetime(2026, 10, 1, 4, tzinfo=datetime.UTC), tick=False):
        return on_shelf(ProdukFactory(usaha=usaha, listed=True), **terms)


def settled(usaha, until=END):
    made = settle(seller=usaha, until=until, by=UserFactory())
    return Penyelesaian.objects.with_total().get(pk=made.pk)


def test_an_owner_is_due_the_sold_goods_at_the_owners_price(usaha):
    sold(goods(usaha, harga_titip=20_000), 3)
    sold(goods(usaha, harga_titip=7_500, harga_jual=10_000), 2)
    found = settled(usaha)
    assert (found.total, found.jumlah, found.nomor) == (75_000, 5, "TTP-2026-0001")


def test_what_another_owner_sold_is_not_in_it(usaha):
    sold(goods(usaha))
    sold(goods(UsahaFactory(listed=True)), 7)
    assert settled(usaha).jumlah == 1


def test_a_sale_is_paid_once(usaha):
    titipan = goods(usaha)
    sold(titipan, 2)
    settled(usaha)
    with pytest.raises(ValidationError, match="Tidak ada penjualan"):
        settled(usaha)
    sold(titipan, 1)
    assert settled(usaha).jumlah == 1


def test_a_sale_of_an_earlier_month_that_was_written_late_comes_with_the_next(usaha):
    titipan = goods(usaha)
    sold(titipan, 1, happened_on=datetime.date(2026, 11, 2))
    settled(usaha)
    sold(titipan, 2, happened_on=datetime.date(2026, 10, 30))
    late = settled(usaha)
    assert (late.jumlah, late.started_on) == (2, datetime.date(2026, 10, 30))


def test_sales_after_the_last_day_wait(usaha):
    titipan = goods(usaha)
    sold(titipan, 1, happened_on=datetime.date(2026, 10, 31))
    sold(titipan, 4, happened_on=datetime.date(2026, 11, 1))
    assert settled(usaha, until=datetime.date(2026, 10, 31)).jumlah == 1


def test_a_day_to_come_is_not_settled(usaha):
    sold(goods(usaha))
    with pytest.raises(ValidationError, match="belum tiba"):
        settled(usaha, until=datetime.date(2026, 12, 1))


def test_a_sale_taken_back_after_it_was_paid_is_set_off_in_the_next(usaha):
    titipan = goods(usaha, harga_titip=20_000)
    line = sold(titipan, 3)
    pay(penyelesaian=settled(usaha), paid_on=END, by=UserFactory())
    reverse(mutasi=line, reason="Barang dikembalikan pembeli", by=UserFactory())
    sold(titipan, 5)
    assert settled(usaha).total == 2 * 20_000


def test_numbers_run_without_gaps_through_a_year(usaha):
    titipan = goods(usaha)
    for _ in range(2):
        sold(titipan)
        settled(usaha)
    with time_machine.travel(datetime.datetime(2027, 1, 4, 4, tzinfo=datetime.UTC), tick=False):
        sold(titipan)
        settled(usaha, until=datetime.date(2027, 1, 4))
    assert [each.nomor for each in Penyelesaian.objects.order_by("id")] == [
        "TTP-2026-0001",
        "TTP-2026-0002",
        "TTP-2027-0001",
    ]


def test_what_was_cancelled_keeps_its_number_and_frees_its_sales(usaha):
    sold(goods(usaha), 2)
    first = cancel(penyelesaian=settled(usaha), reason="Harga keliru", by=UserFactory())
    second = settled(usaha)
    assert (first.keadaan, second.jumlah, second.nomor) == ("dibatalkan", 2, "TTP-2026-0002")


def test_what_was_paid_is_not_cancelled_nor_paid_again(usaha):
    sold(goods(usaha))
    paid = pay(penyelesaian=settled(usaha), paid_on=END, by=UserFactory())
    with pytest.raises(ValidationError, match="sudah dibayar"):
        cancel(penyelesaian=paid, reason="Terlanjur", by=UserFactory())
    with pytest.raises(ValidationError, match="sudah dibayar"):
        pay(penyelesaian=paid, paid_on=END, by=UserFactory())


@pytest.mark.parametrize("day", [datetime.date(2026, 12, 1), datetime.date(2026, 11, 29)])
def test_it_is_paid_between_its_last_day_and_today(usaha, day):
    sold(goods(usaha))
    with pytest.raises(ValidationError):
        pay(penyelesaian=settled(usaha), paid_on=day, by=UserFactory())


def test_the_database_keeps_what_was_paid(usaha):
    titipan = goods(usaha)
    sold(titipan)
    paid = pay(penyelesaian=settled(usaha), paid_on=END, by=UserFactory())
    late = sold(titipan)
    rows = Penyelesaian.objects.filter(pk=paid.pk)
    for attempt in (
        lambda: rows.update(paid_on=None, paid_at=None, paid_by=None),
        lambda: rows.update(number=99),
        lambda: paid.rincianpenyelesaian_set.all().delete(),
        lambda: paid.rincianpenyelesaian_set.create(mutasi=late),
        rows.delete,
    ):
        with pytest.raises(Error), transaction.atomic():
            attempt()


def test_lines_are_put_together_by_product_and_price(usaha):
    titipan = goods(usaha, harga_titip=20_000)
    sold(titipan, 1)
    sold(titipan, 2)
    other = on_shelf(titipan.produk, harga_titip=22_000, harga_jual=27_000)
    sold(other, 1)
    owed = owed_to(MutasiTitipan.objects.of(usaha).unsettled())
    assert [(each.jumlah, each.harga_titip) for each in owed.baris] == [(3, 20_000), (1, 22_000)]
    assert owed.total == 82_000


def test_an_officer_of_a_part_of_the_district_sees_its_owners_only(usaha):
    sold(goods(usaha))
    sold(goods(UsahaFactory(listed=True)))
    officer = UserFactory(role="Petugas", kecamatan=[usaha.desa.kecamatan])
    assert [each.pk for each in owing(officer, until=END)] == [usaha.pk]
    assert owing(UserFactory(role="Petugas", kecamatan=[KecamatanFactory()]), until=END) == []


@pytest.mark.django_db(transaction=True)
def test_two_officers_at_once_settle_once(usaha):
    sold(goods(usaha), 2)
    by = UserFactory()

    def run(_):
        try:
            return settle(seller=usaha, until=timezone.localdate(), by=by)
        except ValidationError:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        made = [each for each in pool.map(run, range(6)) if each]
    assert len(made) == 1
    assert Penyelesaian.objects.with_total().get().jumlah == 2
