"""The order that a visitor sends."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from koperasi.models import Koperasi
from pesanan.whatsapp import Line, order_link, order_text
from produk.models import Produk

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
    return Produk(name="Abon Ikan & Sambal", slug="abon-ikan", price=25_000, satuan="bungkus")


def seller(phone=""):
    """A cooperative that agreed to show its number, if it has one."""
    return Koperasi(name="Dapur Ibu", phone=phone, phone_consented_at=timezone.now())


@pytest.mark.parametrize("phone", NUMBERS)
def test_a_number_becomes_digits_with_the_country_first(phone):
    link = urlsplit(order_link(seller(phone), "Halo"))
    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/6281234567890")


def test_the_message_names_product_price_and_address(produk, settings):
    settings.SITE_URL = "https://rumahusaha.contoh.id"
    link = order_link(seller(NUMBERS[0]), order_text(seller(NUMBERS[0]), [Line(produk, 1)]))
    (text,) = parse_qs(urlsplit(link).query)["text"]
    for part in (
        "Halo Dapur Ibu",
        "1 × Abon Ikan & Sambal",
        "Rp25.000 per bungkus",
        "https://rumahusaha.contoh.id/produk/abon-ikan/",
    ):
        assert part in text


def test_several_of_one_product_are_multiplied(produk):
    text = order_text(seller(NUMBERS[0]), [Line(produk, 1200)])
    assert "1.200 × Abon Ikan & Sambal (Rp25.000 per bungkus) = Rp30.000.000" in text


def test_one_of_a_product_is_not_multiplied(produk):
    assert "=" not in order_text(seller(NUMBERS[0]), [Line(produk, 1)])


def test_several_products_are_added_up(produk):
    other = Produk(name="Sambal Roa", slug="sambal-roa", price=40_000, satuan="botol")
    text = order_text(seller(NUMBERS[0]), [Line(produk, 2), Line(other, 1)])
    assert text.splitlines()[-1] == "Jumlah: Rp90.000"


def test_a_note_comes_last(produk):
    text = order_text(seller(NUMBERS[0]), [Line(produk, 1)], note="tidak pedas")
    assert text.splitlines()[-1] == "Catatan: tidak pedas"


@pytest.mark.parametrize("phone", ["", "12", "bukan nomor"])
def test_without_a_number_there_is_no_link(phone, settings):
    settings.OFFICE_WHATSAPP = ""
    assert order_link(seller(phone), "Halo") == ""


def test_where_the_seller_shows_no_number_the_office_is_asked(produk, settings):
    settings.OFFICE_WHATSAPP = "081100001111"
    text = order_text(seller(), [Line(produk, 1)])
    assert order_link(seller(), text).startswith("https://wa.me/6281100001111?text=")
    assert text.startswith("Halo, saya ingin memesan dari Dapur Ibu")
