"""An owner puts a product in front, by keyboard or without scripts."""

import pytest
from playwright.sync_api import expect

from tests.factories import PASSWORD, ProdukFactory, UsahaFactory, UserFactory
from tests.journeys.conftest import PHONE


@pytest.fixture
def usaha(portal):
    usaha = UsahaFactory(listed=True, pemilik__account=UserFactory(username="penjual-uji"))
    for name in ("Abon", "Bagea", "Cuka"):
        ProdukFactory(name=name, usaha=usaha, listed=True)
    return usaha


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def owner(request, browser, portal, usaha):
    with browser.new_context(viewport=PHONE, locale="id-ID", java_script_enabled=request.param) as context:
        page = context.new_page()
        page.goto(f"{portal}/akun/masuk/?next=/akun/usaha/{usaha.slug}/")
        page.get_by_label("Nama pengguna atau surel").fill("penjual-uji")
        page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url(f"{portal}/akun/usaha/**")
        yield page


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_a_product_is_put_in_front_and_the_public_page_follows(owner, portal, usaha):
    names = owner.locator("main .rows h3")
    expect(names).to_have_text(["Cuka", "Bagea", "Abon"])
    button(owner, "Naik satu tempat: Abon").click()
    expect(names).to_have_text(["Cuka", "Abon", "Bagea"])
    # The keyboard alone does it as well.
    button(owner, "Naik satu tempat: Abon").focus()
    owner.keyboard.press("Enter")
    expect(names).to_have_text(["Abon", "Cuka", "Bagea"])
    expect(button(owner, "Naik satu tempat: Abon")).to_have_count(0)
    owner.goto(f"{portal}{usaha.get_absolute_url()}")
    expect(owner.locator(".grid .card h3, .grid .card h2")).to_have_text(["Abon", "Cuka", "Bagea"])


def test_the_buttons_are_large_enough_for_a_thumb(owner, usaha):
    box = button(owner, "Turun satu tempat: Cuka").bounding_box()
    assert min(box["width"], box["height"]) >= 44
