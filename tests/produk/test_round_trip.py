"""The list of products that goes out comes in again unchanged."""

import datetime

import pytest

from tests.factories import KategoriFactory, KoperasiFactory, ProdukFactory
from tests.kantor import sign_in
from tests.produk.lembar_produk import desa, seller
from tests.spreadsheets.pulang import came_back, judged
from tests.unduhan import take

pytestmark = pytest.mark.django_db
NOUN = "produk_produk"


@pytest.fixture(autouse=True)
def _products():
    usaha = seller(listed=True)
    ProdukFactory(
        listed=True,
        name="+Sambal Roa “asli”",
        usaha=usaha,
        price=35_000,
        satuan="100 gram",
        refreshed_on=datetime.date(2026, 7, 6),
        description="Roa asap.\n\n- pedas\n=enak",
    )
    ProdukFactory(name="Kopi", usaha=usaha, price=0, satuan="kg", is_available=False)
    ProdukFactory(name="Kopi", usaha=usaha, price=9_000, satuan="bungkus")
    ProdukFactory(name="Draf", usaha=seller("Warung", desa=None, is_draft=True), is_draft=True, price=None,
                  satuan="", kategori=None)  # fmt: skip
    cooperative = KoperasiFactory(name="KDMP Uentanaga Bawah", desa=desa())
    ProdukFactory(name="Beras", usaha=None, koperasi=cooperative, kategori=KategoriFactory(name="Sembako"))


@pytest.mark.parametrize("berkas", ["xlsx", "csv"])
def test_the_whole_list_is_the_same(client, berkas):
    by = sign_in(client)
    assert judged(came_back(take(client, NOUN, berkas), "produk", by=by)) == 5
