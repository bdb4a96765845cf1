"""Suggestions while somebody types: worked by keys alone, and never in the way of the search itself."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from tests.factories import ProdukFactory, UsahaFactory


@pytest.fixture
def usaha(portal):
    usaha = UsahaFactory(listed=True, name="Dapur Mutiara")
    for name in ("Keripik Pisang", "Keripik Talas"):
        ProdukFactory(listed=True, usaha=usaha, name=name)
    call_command("refresh_search")
    return usaha


@pytest.fixture
def box(page, portal, usaha):
    page.goto(f"{portal}/produk/")
    box = page.get_by_label("Cari produk")
    box.focus()
    return box


@pytest.fixture
def offered(page):
    return page.get_by_role("listbox", name="Saran").get_by_role("option")


def test_an_arrow_marks_a_suggestion_and_enter_opens_it(page, portal, usaha, box, offered):
    box.press_sequentially("dapur mut")
    expect(offered.first).to_contain_text("Dapur Mutiara")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(offered.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", offered.first.get_attribute("id"))
    box.press("Enter")
    page.wait_for_url(f"{portal}{usaha.get_absolute_url()}")


def test_the_arrows_go_round_and_leave_what_was_typed(box, offered):
    box.press_sequentially("keripik")
    expect(offered.first).to_be_visible()
    box.press("ArrowUp")
    expect(offered.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "")
    expect(box).to_have_value("keripik")


def test_escape_closes_them_and_enter_searches_for_what_was_typed(page, portal, box, offered):
    box.press_sequentially("keripik tal")
    expect(offered.first).to_be_visible()
    box.press("Escape")
    expect(offered).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("keripik tal")
    box.press("Enter")
    page.wait_for_url(f"{portal}/produk/?q=keripik+tal")


def test_where_none_come_the_search_still_works(page, portal, usaha, box, offered):
    page.route("**/cari/saran/**", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        box.press_sequentially("keripik")
    expect(offered).to_have_count(0)
    box.press("Enter")
    page.wait_for_url(f"{portal}/produk/?q=keripik")
    expect(page.get_by_role("link", name="Keripik Talas")).to_be_visible()
