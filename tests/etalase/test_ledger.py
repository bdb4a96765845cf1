"""The shelf's ledger: nothing is sold that is not there, nothing written is changed, and it adds up."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etalase.actions import record, reverse, settle, take_in
from etalase.models import MutasiTitipan, Titipan
from etalase.persediaan import stock
from tests.factories import ProdukFactory, UserFactory
from tests.rumah import on_shelf, sold

pytestmark = pytest.mark.django_db


def left(titipan):
    return Titipan.objects.get(pk=titipan.pk).stok


def test_goods_of_the_same_terms_join_those_that_are_left():
    titipan = on_shelf(jumlah=4)
    assert on_shelf(titipan.produk, jumlah=6) == titipan
    assert left(titipan) == 10


def test_another_price_is_a_batch_of_its_own():
    titipan = on_shelf(jumlah=4)
    other = on_shelf(titipan.produk, jumlah=6, harga_jual=30_000)
    assert other != titipan
    assert (left(titipan), left(other)) == (4, 6)


@pytest.mark.parametrize("jenis", ["terjual", "kembali", "rusak"])
def test_goods_leave_the_shelf(jenis):
    titipan = on_shelf(jumlah=5)
    record(titipan=titipan, jenis=jenis, jumlah=2, by=UserFactory())
    assert left(titipan) == 3


def test_more_than_there_is_cannot_leave_and_the_clerk_hears_how_many_are_left():
    titipan = on_shelf(jumlah=2)
    with pytest.raises(ValidationError, match="tinggal 2"):
        sold(titipan, 3)
    assert left(titipan) == 2


def test_the_database_itself_refuses_to_go_below_nothing():
    titipan = on_shelf(jumlah=2)
    line = MutasiTitipan(titipan=titipan, jenis="terjual", jumlah=3, recorded_by=UserFactory())
    with pytest.raises(IntegrityError, match="stock_not_negative"), transaction.atomic():
        line.save()


@pytest.mark.parametrize("jumlah", [0, -1])
def test_a_line_is_about_at_least_one(jumlah):
    with pytest.raises(ValidationError):
        sold(on_shelf(), jumlah)


def test_goods_are_not_sold_before_they_came_nor_on_a_day_to_come():
    titipan = on_shelf()
    for days in (-1, 1):
        with pytest.raises(ValidationError):
            sold(titipan, happened_on=timezone.localdate() + datetime.timedelta(days=days))


def test_nothing_that_was_written_can_be_changed_or_deleted():
    line = sold(on_shelf())
    for attempt in (
        lambda: MutasiTitipan.objects.filter(pk=line.pk).update(jumlah=9),
        lambda: MutasiTitipan.objects.filter(pk=line.pk).delete(),
        lambda: Titipan.objects.filter(pk=line.titipan_id).update(harga_titip=1),
    ):
        with pytest.raises(Error), transaction.atomic():
            attempt()


def test_the_house_sells_for_no_less_than_the_owner_gets():
    with pytest.raises(ValidationError, match="lebih rendah"):
        on_shelf(harga_titip=30_000, harga_jual=25_000)


def test_an_archived_product_is_not_taken_in():
    produk = ProdukFactory(archived_at=timezone.now(), archived_by=UserFactory())
    with pytest.raises(ValidationError, match="diarsipkan"):
        on_shelf(produk)


# --- taking a line back -----------------------------------------------------------------------------


def test_a_wrong_sale_is_taken_back_with_the_reason_and_both_lines_stay():
    titipan = on_shelf(jumlah=5)
    line = sold(titipan, 4)
    back = reverse(mutasi=line, reason="Salah hitung", by=UserFactory())
    assert (back.jumlah, back.reverses, left(titipan)) == (-4, line, 5)
    assert MutasiTitipan.objects.filter(titipan=titipan).counts()["terjual"] == 0


def test_a_line_is_taken_back_once():
    line = sold(on_shelf())
    reverse(mutasi=line, reason="Salah hitung", by=UserFactory())
    with pytest.raises(ValidationError, match="sudah dibatalkan"):
        reverse(mutasi=line, reason="Salah hitung", by=UserFactory())


def test_what_takes_a_line_back_is_not_taken_back_itself():
    back = reverse(mutasi=sold(on_shelf()), reason="Salah hitung", by=UserFactory())
    with pytest.raises(ValidationError, match="pembatalan"):
        reverse(mutasi=back, reason="Salah lagi", by=UserFactory())


def test_goods_that_were_sold_cannot_be_unbrought():
    titipan = on_shelf(jumlah=3)
    sold(titipan, 2)
    with pytest.raises(ValidationError, match="tinggal 1"):
        reverse(mutasi=titipan.mutasititipan_set.get(jenis="masuk"), reason="Salah catat", by=UserFactory())


def test_taking_back_needs_a_reason():
    with pytest.raises(ValidationError):
        reverse(mutasi=sold(on_shelf()), reason="", by=UserFactory())


# --- sums ------------------------------------------------------------------------------------------

deeds = st.lists(
    st.tuples(
        st.sampled_from(["masuk", "terjual", "kembali", "rusak", "batal", "selesai"]), st.integers(1, 6)
    ),
    max_size=14,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds)
def test_whatever_happens_stock_and_settlements_agree_with_the_ledger(told):
    with transaction.atomic():
        by = UserFactory()
        titipan = on_shelf(jumlah=8, by=by)
        settled = 0
        for deed, jumlah in told:
            settled += _done(titipan, deed, jumlah, by)
        settled += _done(titipan, "selesai", 1, by)
        lines = MutasiTitipan.objects.filter(titipan=titipan)
        found = lines.counts()
        assert left(titipan) == stock(found) == sum(line.effect for line in lines)
        assert left(titipan) >= 0
        assert settled == found["terjual"] * titipan.harga_titip
        transaction.set_rollback(True)


def _done(titipan, deed, jumlah, by):
    """Do it if it can be done; the rupiah that a settlement came to, else nothing."""
    try:
        with transaction.atomic():
            if deed == "batal":
                open_lines = MutasiTitipan.objects.filter(
                    titipan=titipan, reverses=None, reversed_by=None
                ).order_by("id")
                reverse(mutasi=open_lines[jumlah % len(open_lines)], reason="Salah hitung", by=by)
            elif deed == "selesai":
                made = settle(seller=titipan.produk.usaha, until=timezone.localdate(), by=by)
                return type(made).objects.with_total().get(pk=made.pk).total
            else:
                record(titipan=titipan, jenis=deed, jumlah=jumlah, by=by)
    except (ValidationError, ZeroDivisionError):
        pass
    return 0


# --- at once ---------------------------------------------------------------------------------------


def together(deed, count):
    def run(_):
        try:
            return deed()
        except ValidationError:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return [result for result in pool.map(run, range(count)) if result]


@pytest.mark.django_db(transaction=True)
def test_twelve_clerks_cannot_sell_five_more_than_once_each():
    titipan, by = on_shelf(jumlah=5), UserFactory()
    done = together(lambda: record(titipan=titipan, jenis="terjual", jumlah=1, by=by), 12)
    assert (len(done), left(titipan)) == (5, 0)


@pytest.mark.django_db(transaction=True)
def test_two_deliveries_at_once_make_one_batch():
    produk, by = ProdukFactory(listed=True), UserFactory()
    terms = {"harga_titip": 20_000, "harga_jual": 25_000, "jumlah": 3}
    together(lambda: take_in(produk=produk, by=by, **terms), 4)
    assert [each.stok for each in Titipan.objects.filter(produk=produk)] == [12]


@pytest.mark.django_db(transaction=True)
def test_a_line_taken_back_twelve_times_at_once_is_taken_back_once():
    titipan, by = on_shelf(jumlah=5), UserFactory()
    line = sold(titipan, 2)
    done = together(lambda: reverse(mutasi=line, reason="Salah hitung", by=by), 6)
    assert (len(done), left(titipan)) == (1, 5)
