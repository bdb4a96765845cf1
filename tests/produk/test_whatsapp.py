"""The order that a visitor sends."""

from urllib.parse import parse_qs, urlsplit

import pytest

from produk.models import Produk
from produk.whatsapp import order_link
from umkm.models import Usaha

NUMBERS = [
    "081234567890",
    "6281234567890",
    "+6281234567890",
    "81234567890",
    "0812-3456-7890",
    "62 812 3456 7890",
]


@pytest.fixture
def produk():
    return Produk(
        name="Abon Ikan & Sambal",
        slug="abon-ikan",
        price=25_000,
        satuan="bungkus",
        usaha=Usaha(name="Dapur Ibu"),
    )


@pytest.mark.parametrize("phone", NUMBERS)
def test_a_number_becomes_digits_with_the_country_first(produk, phone):
    link = urlsplit(order_link(produk, phone))
    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/6281234567890")


def test_the_message_names_product_price_and_address(produk, settings):
    settings.SITE_URL = "https://rumahusaha.contoh.id"
    (text,) = parse_qs(urlsplit(order_link(produk, NUMBERS[0])).query)["text"]
    for part in (
        "Abon Ikan & Sambal",
        "Rp25.000 per bungkus",
        "https://rumahusaha.contoh.id/produk/abon-ikan/",
    ):
        assert part in text


@pytest.mark.parametrize("phone", ["", "12", "bukan nomor"])
def test_without_a_number_there_is_no_link(produk, phone):
    assert order_link(produk, phone) == ""
