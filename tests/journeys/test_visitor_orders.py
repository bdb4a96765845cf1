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
