"""A visitor on a phone orders three of something, with and without JavaScript."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from pesanan.models import KlikPesan
from tests.factories import PemilikFactory, ProdukFactory, UsahaFactory
from tests.journeys.conftest import PHONE


@pytest.fixture
def produk(portal):
    pemilik = PemilikFactory(phone="+6281234567890", consents=("katalog", "telepon"))
    usaha = UsahaFactory(listed=True, pemilik=pemilik, name="Dapur Sitti")
    return ProdukFactory(listed=True, usaha=usaha, name="Abon Cakalang", price=35_000)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def phone(request, browser, portal, produk):
    """A page whose ways to WhatsApp end here: a test must not write to anybody."""
    with browser.new_context(viewport=PHONE, locale="id-ID", java_script_enabled=request.param) as context:
        context.route("https://wa.me/**", lambda route: route.fulfill(body="WhatsApp"))
        yield context.new_page()


def test_an_order_of_three_opens_whatsapp_by_itself(phone, portal, produk):
    phone.goto(f"{portal}{produk.get_absolute_url()}")
    phone.get_by_label("Jumlah").fill("3")
    phone.get_by_text("Tambah varian atau catatan").click()
    phone.get_by_label("Varian atau catatan").fill("yang pedas")
    phone.get_by_role("button", name="Pesan lewat WhatsApp").click()
    phone.wait_for_url("https://wa.me/6281234567890**")
    (message,) = parse_qs(urlsplit(phone.url).query)["text"]
    assert "3 × Abon Cakalang (Rp35.000 per bungkus) = Rp105.000" in message
    assert "Catatan: yang pedas" in message
    assert KlikPesan.objects.get().jumlah == 1


def test_back_from_whatsapp_leads_to_the_product_and_not_to_whatsapp_again(phone, portal, produk):
    phone.goto(f"{portal}{produk.get_absolute_url()}")
    phone.get_by_role("button", name="Pesan lewat WhatsApp").click()
    phone.wait_for_url("https://wa.me/**")
    phone.go_back()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Abon Cakalang")
    assert KlikPesan.objects.get().jumlah == 1


# --- the shopping list -------------------------------------------------------------------------------


@pytest.fixture
def visitor(browser, portal, produk):
    """A phone that runs scripts, and a second seller."""
    other = UsahaFactory(listed=True, name="Warung Lain", pemilik=produk.usaha.pemilik)
    ProdukFactory(listed=True, usaha=other, name="Sambal Roa", slug="sambal-roa", price=40_000)
    with browser.new_context(viewport=PHONE, locale="id-ID") as context:
        context.route("https://wa.me/**", lambda route: route.fulfill(body="WhatsApp"))
        yield context.new_page()


def keep(visitor, address, jumlah="1"):
    visitor.goto(address)
    visitor.get_by_label("Jumlah").fill(jumlah)
    visitor.get_by_role("button", name="Simpan ke daftar belanja").click()
    expect(visitor.get_by_role("button", name="Hapus dari daftar belanja")).to_be_visible()


def test_a_shopping_list_becomes_one_message_for_each_seller(visitor, portal, produk):
    keep(visitor, f"{portal}{produk.get_absolute_url()}", "2")
    keep(visitor, f"{portal}/produk/sambal-roa/")
    visitor.get_by_role("link", name="Lihat daftar belanja (2)").click()
    first = visitor.locator("form.basket", has_text="Dapur Sitti")
    expect(visitor.locator("form.basket")).to_have_count(2)
    expect(first.locator(".sum")).to_contain_text("Rp70.000")
    first.get_by_label("Jumlah Abon Cakalang").fill("3")
    first.get_by_label("Catatan untuk penjual").fill("diambil Sabtu")
    expect(first.locator(".sum")).to_contain_text("Rp105.000")
    first.get_by_role("button", name="Pesan lewat WhatsApp").click()
    visitor.wait_for_url("https://wa.me/**")
    (message,) = parse_qs(urlsplit(visitor.url).query)["text"]
    assert "3 × Abon Cakalang" in message
    assert "Catatan: diambil Sabtu" in message
    assert "Sambal" not in message


def test_a_product_that_left_the_site_is_said_so_and_can_be_taken_off(visitor, portal, produk):
    keep(visitor, f"{portal}{produk.get_absolute_url()}")
    produk.published_at = produk.published_by = None
    produk.save()
    visitor.goto(f"{portal}/daftar-belanja/")
    expect(visitor.get_by_text("Abon Cakalang tidak lagi ditayangkan.")).to_be_visible()
    visitor.get_by_role("button", name="Hapus").click()
    expect(visitor.get_by_role("heading", name="Daftar Anda masih kosong")).to_be_visible()


def test_what_stands_in_the_browser_by_other_hands_breaks_nothing(visitor, portal, produk):
    visitor.goto(f"{portal}/daftar-belanja/")
    for text in ('{"1": 3, "x": {"name": "y"}}', "[1, 2]", "null", '{"<b>": {"name": "z", "jumlah": "a"}}'):
        visitor.evaluate("text => localStorage.setItem('belanja', text)", text)
        visitor.reload()
        expect(visitor.get_by_role("heading", name="Daftar Anda masih kosong")).to_be_visible()


def test_without_scripts_no_button_promises_a_list(browser, portal, produk):
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{portal}{produk.get_absolute_url()}")
        expect(page.get_by_role("button", name="Pesan lewat WhatsApp")).to_be_visible()
        expect(page.get_by_text("daftar belanja")).to_have_count(0)
        page.goto(f"{portal}/daftar-belanja/")
        assert "memerlukan JavaScript" in page.get_by_role("main").inner_text()
