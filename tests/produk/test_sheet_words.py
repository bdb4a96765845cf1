"""Prices, units and categories as sellers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from produk.sheets.categories import Categories
from produk.sheets.units import split_price, unit_of


@pytest.mark.parametrize(
    ("text", "price", "unit"),
    [
        ("Rp15.000/bks", "Rp15.000", "bungkus"),
        ("25rb per kg", "25rb", "kg"),
        ("Rp. 25.000 (per botol)", "Rp. 25.000", "botol"),
        ("Rp 5.000,-/100 gram", "Rp 5.000,-", "100 gram"),
        ("5000@biji", "5000", "buah"),
        ("20.000 / 1 kg", "20.000", "kg"),
    ],
)
def test_a_unit_behind_a_price_is_taken_off(text, price, unit):
    found, written = split_price(text)
    assert (found, unit_of(written)) == (price, unit)


@pytest.mark.parametrize(
    "text", ["15000", "10.000-15.000", "10.000/20.000", "gratis", "per bungkus 5000", ""]
)
def test_a_price_without_a_unit_stays_whole(text):
    assert split_price(text) == (text, "")


@given(st.text(max_size=80))
def test_any_price_is_split_without_a_word(text):
    price, unit = split_price(text)
    assert text.startswith(price) or text.strip().startswith(price)
    assert unit_of(unit) is not None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MAKANAN", "Makanan"),
        ("Snack", "Makanan"),
        ("Makanan ringan", "Makanan"),
        ("kopi", "Kopi dan kakao"),
        ("Anyaman", "Kerajinan dan anyaman"),
        ("hasil laut", "Hasil laut"),
        ("Olahan ikan", "Hasil laut"),
        ("Kerajinann", "Kerajinan dan anyaman"),
    ],
)
def test_a_category_is_known_by_its_name_or_a_word_for_it(text, name):
    assert str(Categories().find(text)[0]) == name


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Makanan/Minuman", "Hasil", "Elektronik", "…"])
def test_a_word_for_none_or_several_means_none(text):
    assert Categories().find(text)[0] is None
