"""A wrong price, from the visitor who saw it to the officer who mends it."""

import time

import pytest
from playwright.sync_api import expect

from common import traps
from masukan.models import Masukan
from tests.factories import PASSWORD, ProdukFactory, UserFactory
from tests.journeys.conftest import PHONE


@pytest.fixture
def produk(portal, monkeypatch):
    # A browser fills the form in faster than people do.
    monkeypatch.setattr(traps, "FASTEST", 0)
    return ProdukFactory(listed=True, name="Abon Cakalang")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_wrong_price_is_reported_from_the_products_page(browser, portal, produk, scripts):
    with browser.new_context(viewport=PHONE, locale="id-ID", java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(f"{portal}{produk.get_absolute_url()}")
        page.get_by_role("link", name="Laporkan bila keliru").click()
        page.get_by_role("button", name="Kirim laporan").click()
        expect(page.get_by_role("alert")).to_contain_text("Pilih salah satu.")
        page.get_by_label("Harganya keliru").check()
        page.get_by_label("Keterangan").fill("Sekarang tiga puluh ribu.")
        _wait_a_second()
        page.get_by_role("button", name="Kirim laporan").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Laporan Anda sudah kami terima")
    assert Masukan.objects.get().subject == produk


def _wait_a_second():
    """The signature tells whole seconds, and the form must be older than none of them."""
    start = int(time.time())
    while int(time.time()) <= start + 1:
        pass


def test_the_officer_finds_it_on_the_desk_and_closes_it(portal, produk, sign_in):
    Masukan.objects.create(produk=produk, jenis="harga", description="Sekarang tiga puluh ribu.")
    desk = sign_in(UserFactory(role="Petugas"), PASSWORD)
    desk.get_by_role("link", name="1 Masukan pengunjung belum selesai").click()
    desk.get_by_role("link", name="Harganya keliru", exact=True).click()
    desk.get_by_role("button", name="Mulai tangani").click()
    desk.get_by_label("Catatan petugas").fill("Harga diperbaiki.")
    desk.get_by_role("button", name="Simpan", exact=True).click()
    desk.get_by_role("button", name="Tandai selesai").click()
    expect(desk.get_by_text("Masukan ini selesai.")).to_be_visible()
    assert Masukan.objects.get().progress == "selesai"
