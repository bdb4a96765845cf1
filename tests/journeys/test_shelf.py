"""Goods come to the shelf, are sold with a tap, settled with their owner and printed; on a phone at the counter."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from common import traps
from etalase.models import BukuTamu, Penyelesaian, Titipan
from tests.factories import PASSWORD, PemilikFactory, ProdukFactory, UserFactory


@pytest.fixture
def produk(portal):
    owner = PemilikFactory(name="Sitti Contoh", consents=("katalog",))
    return ProdukFactory(name="Abon Cakalang", usaha__name="Dapur Sitti", usaha__pemilik=owner, listed=True)


def test_goods_in_sold_settled_and_printed(portal, produk, sign_in):
    desk = sign_in(UserFactory(role="Petugas"), PASSWORD)
    desk.goto(f"{portal}/kantor/rak/")
    desk.get_by_role("link", name="Barang masuk").click()
    desk.get_by_label("Nama barang atau usaha").fill("dapur sitti")
    desk.get_by_role("button", name="Cari").click()
    desk.get_by_role("link", name="Abon Cakalang").click()
    desk.get_by_label("Berapa yang masuk?").fill("12")
    desk.get_by_label("Harga untuk pemilik").fill("Rp 22.500")
    desk.get_by_role("button", name="Catat barang masuk").click()
    expect(desk.get_by_role("status")).to_contain_text("Masuk: 12 bungkus Abon Cakalang.")

    row = desk.get_by_role("form", name="Mutasi Abon Cakalang")
    row.get_by_label("Jumlah Abon Cakalang").fill("3")
    row.get_by_role("button", name="Terjual").click()
    expect(desk.get_by_role("status")).to_contain_text("Terjual: 3 bungkus Abon Cakalang.")
    assert Titipan.objects.get().stok == 9

    desk.goto(f"{portal}/kantor/rak/penyelesaian/")
    desk.get_by_role("link", name="Selesaikan Dapur Sitti").click()
    expect(desk.get_by_role("main")).to_contain_text("Rp67.500")
    desk.get_by_role("button", name="Buat penyelesaian").click()
    with desk.expect_download() as printed:
        desk.get_by_role("link", name="Cetak (PDF)").click()
    text = PdfReader(io.BytesIO(printed.value.path().read_bytes())).pages[0].extract_text()
    assert "Sitti Contoh" in text
    assert "Rp67.500" in text
    desk.get_by_role("button", name="Sudah dibayar").click()
    expect(desk.get_by_role("status").first).to_contain_text("dibayar")
    assert Penyelesaian.objects.with_total().get().total == 67_500

    visitor = desk.context.browser.new_page()
    visitor.goto(f"{portal}/etalase/")
    visitor.get_by_role("link", name="Abon Cakalang").click()
    expect(visitor.get_by_role("main")).to_contain_text("Tersedia di")
    visitor.close()


def test_one_guest_after_another_signs_on_the_tablet(portal, page, monkeypatch):
    monkeypatch.setattr(traps, "FASTEST", -1)
    for name in ("Rina", "Budi"):
        page.goto(f"{portal}/buku-tamu/?meja=1") if name == "Rina" else None
        expect(page.get_by_label("Nama", exact=True)).to_have_value("")
        page.get_by_label("Nama", exact=True).fill(name)
        page.get_by_label("Asal", exact=True).fill("Desa Bailo")
        page.get_by_label("Melihat atau membeli produk").check()
        page.get_by_role("button", name="Isi buku tamu").click()
        expect(page.get_by_role("status")).to_contain_text("siap untuk tamu berikutnya")
    assert sorted(BukuTamu.objects.values_list("name", flat=True)) == ["Budi", "Rina"]
