"""A buyer on two bars of 3G: what is read stands there after two round trips, and nothing jumps when the rest comes.

The network is as slow as Chromium's own "Slow 3G". Times are told as ratios to the round trip of one small page in the
same run, so a busy machine changes little: the signal is far slower than any machine.
"""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from tests.factories import PemilikFactory, ProdukFactory, UsahaFactory
from tests.journeys.conftest import PHONE
from tests.journeys.district import photo

SLOW_3G = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
# The page, then its style sheets; the pictures and what the style sheets name come in a third round trip.
UNTIL_PAINT, UNTIL_LOADED = 3, 4.5
MOST_REQUESTS = 6
# Tells what moved and when the largest thing was painted; and asks for nothing.
WATCH = """
window.seen = {shifts: [], largest: 0};
new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.seen.shifts.push(
    `${entry.value.toFixed(4)}: ${entry.sources.map(({node}) => node?.outerHTML?.slice(0, 80)).join(" | ")}`,
))).observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.seen.largest = entry.startTime; }))
    .observe({type: "largest-contentful-paint", buffered: true});
"""
# Lazy pictures come when they are near, and the count of a view is no part of it.
FOUND = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const pictures = [...document.querySelectorAll("img[loading=lazy]")];
    const lazy = new Set(pictures.map(({currentSrc}) => currentSrc.split("#")[0]));
    const files = performance.getEntriesByType("resource").filter(({name, startTime, initiatorType}) =>
        startTime < page.loadEventStart && initiatorType !== "beacon" && !lazy.has(name.split("#")[0]));
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return {...window.seen, requests: [page.name, ...files.map(({name}) => name)],
        painted: paint.startTime, loaded: page.loadEventStart};
}"""
PAINTED = """() => new Promise((done) => new PerformanceObserver((list, self) => {
    self.disconnect();
    done(true);
}).observe({type: "paint", buffered: true}))"""


@pytest.fixture
def shop(portal):
    usaha = UsahaFactory(
        listed=True,
        name="Dapur Sitti",
        photo=photo(),
        pemilik=PemilikFactory(phone="+6281234567890", consents=("katalog", "telepon", "foto")),
    )
    produk = ProdukFactory(listed=True, usaha=usaha, name="Abon Cakalang", description="Suwiran cakalang.")
    produk.foto_set.create(image=photo(), alt="Abon")
    for name in ("Keripik Pisang", "Keripik Talas", "Sambal Roa"):
        ProdukFactory(listed=True, usaha=usaha, name=name)
    call_command("refresh_search")
    return usaha


@pytest.fixture
def phone(browser, portal, shop):
    """A dense small screen. The site's worker would fetch its frame meanwhile, which belongs to no page's view."""
    options = {"viewport": PHONE, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
    with browser.new_context(**options, locale="id-ID", service_workers="block") as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        yield page


def slow(page):
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_3G)
    page.set_default_timeout(60_000)


def round_trip(page, portal):
    """Milliseconds until a page of one request stood there."""
    page.goto(f"{portal}/robots.txt")
    return page.evaluate("performance.getEntriesByType('navigation')[0].responseEnd")


def opened(page, address):
    """What one visit found, once everything is there."""
    page.goto(address, wait_until="load")
    # What is fetched when the page is there comes too, and may move nothing.
    page.wait_for_timeout(1.5 * SLOW_3G["latency"])
    return page.evaluate(FOUND)


@pytest.mark.parametrize("place", ["home", "search", "product", "seller"])
def test_a_page_stands_there_soon_and_nothing_jumps(phone, portal, shop, place):
    produk = shop.produk_set.get(name="Abon Cakalang")
    addresses = {
        "home": "/",
        "search": "/produk/?q=abon",
        "product": produk.get_absolute_url(),
        "seller": shop.get_absolute_url(),
    }
    slow(phone)
    trip = round_trip(phone, portal)
    assert trip >= SLOW_3G["latency"]
    seen = opened(phone, portal + addresses[place])
    assert seen["shifts"] == []
    assert len(seen["requests"]) <= MOST_REQUESTS, seen["requests"]
    assert seen["painted"] <= UNTIL_PAINT * trip, seen
    assert max(seen["largest"], seen["loaded"]) <= UNTIL_LOADED * trip, seen


def test_what_is_read_waits_for_neither_scripts_nor_pictures(phone, portal, shop):
    """They never come at all here."""
    phone.route("**/*.js", lambda route: None)
    phone.route("**/media/**", lambda route: None)
    slow(phone)
    phone.goto(f"{portal}/produk/?q=abon", wait_until="commit")
    expect(phone.get_by_role("link", name="Abon Cakalang")).to_be_visible()
    assert phone.evaluate(PAINTED)


def test_a_buyer_searches_and_orders_all_the_same(phone, portal, shop):
    phone.route("https://wa.me/**", lambda route: route.fulfill(body="WhatsApp"))
    slow(phone)
    phone.goto(portal)
    phone.get_by_label("Apa yang Anda cari?").fill("abon cakalng")
    phone.get_by_role("button", name="Cari").click()
    phone.get_by_role("link", name="Abon Cakalang").click()
    phone.get_by_role("button", name="Pesan lewat WhatsApp").click()
    phone.wait_for_url("https://wa.me/6281234567890**")
