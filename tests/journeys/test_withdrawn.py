"""An owner takes back the consent to the number: a minute later no visitor meets it, whatever was kept before."""

import pytest
from django.test import override_settings
from django.urls import reverse
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import PASSWORD, ProdukFactory
from tests.house.people import owner_of
from tests.journeys.conftest import PHONE
from umkm.actions import give_consent

NUMBER = "+6285241559077"
TRACES = (NUMBER[1:], "085241559077", "0852-4155-9077")


@pytest.fixture
def minute(monkeypatch):
    """Which minute it is for the workers; the browser's own clock goes on."""
    now = {"minute": 100}
    monkeypatch.setattr("common.memory.minute", lambda: now["minute"])
    return now


@pytest.fixture
def keeping_portal(transactional_db, settings, tmp_path, minute):
    """A portal that keeps its pages, as it does at an office; the other journeys' does not."""
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "media", tmp_path / "private"
    with override_settings(PAGE_CACHE_MB=1):
        server = LiveServer("localhost")
        settings.SITE_URL = server.url
        yield server.url
        server.stop()


@pytest.fixture
def produk(keeping_portal):
    produk = ProdukFactory(
        listed=True, name="Abon Uji", usaha__pemilik__phone=NUMBER, usaha__pemilik__consents=("katalog",)
    )
    give_consent(pemilik=produk.usaha.pemilik, purpose="telepon", channel="formulir", by=None)
    return produk


def read(page, portal, produk):
    """Where the number stands, of all that a visitor opens, follows or sends."""
    pages = ["/", "/produk/", "/usaha/", "/peta/", "/etalase/", "/kegiatan/", "/pengumuman/"]
    pages += [produk.get_absolute_url(), produk.usaha.get_absolute_url()]
    pages += [f"/1-asn-1-produk/catat/?penjual={produk.usaha.get_absolute_url()}"]
    shown = {}
    for address in pages:
        page.goto(f"{portal}{address}")
        shown[address] = page.content()
    feeds = [reverse("produk:newest"), reverse("produk:feed"), "/cari/saran/?q=abon"]
    feeds += [
        reverse(f"data_terbuka:{kind}", args=[slug])
        for kind in ("csv", "json")
        for slug in ("usaha", "produk")
    ]
    for address in feeds:
        shown[address] = page.request.get(f"{portal}{address}").text()
    page.goto(f"{portal}{produk.get_absolute_url()}")
    # Without a number of its own and of the office's there is nothing to press.
    if (order := page.get_by_role("button", name="Pesan lewat")).count():
        with page.expect_navigation(wait_until="commit") as ordered:
            order.click()
        shown["order"] = ordered.value.text()
    return {address for address, text in shown.items() if any(trace in text for trace in TRACES)}


def withdraw(page, portal, owner):
    page.goto(f"{portal}/akun/masuk/?next=/akun/persetujuan/")
    page.get_by_label("Nama pengguna atau surel").fill(owner.username)
    page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    said = page.locator("section[aria-labelledby='setuju-telepon']")
    said.get_by_role("button", name="Tarik persetujuan").click()
    expect(said).to_contain_text("Tidak disetujui")


def test_a_number_is_gone_a_minute_after_its_consent(page, browser, keeping_portal, produk, minute):
    seller = f"{keeping_portal}{produk.usaha.get_absolute_url()}"
    page.route("https://wa.me/**", lambda route: route.abort())
    before = read(page, keeping_portal, produk)
    assert {produk.usaha.get_absolute_url(), "order"} <= before
    # Everything is kept by now, by the portal and by this visitor's browser.
    assert read(page, keeping_portal, produk) == before
    page.goto(seller)

    with browser.new_context(viewport=PHONE, locale="id-ID") as context:
        withdraw(context.new_page(), keeping_portal, owner_of(produk.usaha.pemilik))
    minute["minute"] += 1

    page.reload()
    assert not any(trace in page.content() for trace in TRACES)
    assert read(page, keeping_portal, produk) == set()
    page.goto(seller)
    page.go_back()
    page.go_forward()
    assert not any(trace in page.content() for trace in TRACES)
