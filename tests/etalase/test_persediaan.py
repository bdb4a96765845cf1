"""What the ledger adds up to, as pure sums."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etalase.choices import JenisMutasi
from etalase.persediaan import Bagi, effect, share, stock

counts = st.fixed_dictionaries({jenis: st.integers(0, 10_000) for jenis in JenisMutasi.values})
prices = st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)).map(sorted)


@pytest.mark.parametrize(("jenis", "change"), [("masuk", 3), ("terjual", -3), ("kembali", -3), ("rusak", -3)])
def test_goods_come_in_one_way_and_leave_in_three(jenis, change):
    assert effect(jenis, 3) == change


@given(counts)
def test_what_is_left_is_what_came_less_what_went(found):
    assert stock(found) == found["masuk"] - found["terjual"] - found["kembali"] - found["rusak"]


@given(st.sampled_from(JenisMutasi.values), st.integers(1, 10_000))
def test_taking_a_line_back_undoes_it(jenis, jumlah):
    assert effect(jenis, jumlah) + effect(jenis, -jumlah) == 0


@given(st.integers(-1000, 1000), prices)
def test_the_two_parts_of_a_sale_are_the_whole(jumlah, both):
    owner, buyer = both
    parts = share(jumlah, harga_titip=owner, harga_jual=buyer)
    assert parts.penjualan == jumlah * buyer
    assert parts.hak_pemilik == jumlah * owner


@given(st.lists(st.integers(-100, 100)), prices)
def test_parts_of_several_sales_are_the_parts_of_their_sum(sales, both):
    terms = {"harga_titip": both[0], "harga_jual": both[1]}
    assert sum((share(each, **terms) for each in sales), Bagi()) == share(sum(sales), **terms)
