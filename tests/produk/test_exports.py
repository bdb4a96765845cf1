"""Products as a file: seller, price and place; nobody's data."""

import datetime

import pytest

from tests.factories import DesaFactory, KecamatanFactory, ProdukFactory, UsahaFactory
from tests.kantor import sign_in
from tests.unduhan import lines, statements, table, take

pytestmark = pytest.mark.django_db
NOUN = "produk_produk"


def test_a_product_stands_with_its_seller_and_price(client):
    sign_in(client)
    usaha = UsahaFactory(name="Dapur Uji", desa=DesaFactory(kecamatan=KecamatanFactory(name="Togean Uji")))
    ProdukFactory(name="Sambal Roa", usaha=usaha, price=35000, refreshed_on=datetime.date(2026, 7, 6))
    (row,) = table(take(client, NOUN, "xlsx"))
    assert (row["Nama produk"], row["Penjual"], row["Jenis penjual"]) == ("Sambal Roa", "Dapur Uji", "Usaha")
    assert (row["Harga"], row["Harga per"], row["Kecamatan"]) == (35000, "bungkus", "Togean Uji")
    assert row["Harga dipastikan"] == datetime.datetime(2026, 7, 6)


def test_a_product_of_a_cooperative_and_a_draft_without_a_price_have_rows_too(client):
    sign_in(client)
    ProdukFactory(name="A", of_koperasi=True)
    ProdukFactory(name="B", is_draft=True, price=None, satuan="", kategori=None)
    first, second = table(take(client, NOUN, "xlsx"))
    assert first["Jenis penjual"] == "Koperasi"
    assert (second["Harga"], second["Kategori"], second["Keadaan"]) == (None, None, "Draf")


def test_fifty_products_take_as_many_statements_as_one(client):
    sign_in(client)
    ProdukFactory()
    lines(take(client, NOUN))
    one = statements(lambda: take(client, NOUN))
    for _ in range(49):
        ProdukFactory()
    assert statements(lambda: take(client, NOUN)) == one
