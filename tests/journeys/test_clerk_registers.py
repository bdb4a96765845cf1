"""From a paper form at the counter to an order: two officers with a phone each, then a visitor."""

from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.factories import PASSWORD, UserFactory
from tests.journeys.office import box, pick, press, sign_out


@pytest.fixture
def photo(tmp_path):
    """A photo as a phone sends it, as far as the form can tell."""
    path = tmp_path / "IMG_2026.jpg"
    Image.linear_gradient("L").resize((900, 1200)).convert("RGB").save(path, "JPEG")
    return path


@pytest.fixture
def published(portal, page, sign_in, photo):
    """What Sitti asks for at the counter, registered by one officer and checked by another."""
    sign_in(UserFactory(role="Petugas"), PASSWORD)
    register_owner(page)
    register_business(page)
    register_product(page, photo)
    sign_out(page)
    sign_in(UserFactory(role="Verifikator"), PASSWORD)
    for noun, name in (("Usaha", "Dapur Sitti"), ("Produk", "Abon Cakalang Pedas")):
        verify_and_publish(page, noun, name)
    sign_out(page)
    return page


def register_owner(page):
    page.get_by_role("link", name="Tambah pemilik usaha").first.click()
    box(page, "NIK KTP").fill("7209 9952 0390 0001")
    box(page, "Nama lengkap").fill("Sitti Contoh")
    box(page, "Jenis kelamin").select_option("Perempuan")
    box(page, "Nomor HP/WhatsApp").fill("0812-3456-7890")
    pick(page, "desa", "Uentanaga Bawah")
    page.get_by_label("Menampilkan usaha dan produknya di situs").check()
    page.get_by_label("Memakai nomor telepon sebagai tautan WhatsApp").check()
    box(page, "Persetujuan disampaikan lewat").select_option("Formulir kertas bertanda tangan")
    press(page, "Simpan", "Sitti Contoh.* dicatat")


def register_business(page):
    page.get_by_role("link", name="Tambah usaha").click()
    box(page, "Nama usaha").fill("Dapur Sitti")
    box(page, "Status usaha").select_option("Perseorangan")
    box(page, "Bidang usaha").select_option("Makanan/Minuman")
    pick(page, "desa", "Uentanaga Bawah")
    press(page, "Simpan", "Dapur Sitti.* dicatat")


def register_product(page, photo):
    page.get_by_role("link", name="Tambah produk").click()
    box(page, "Nama produk").fill("Abon Cakalang Pedas")
    box(page, "Kategori").select_option("Makanan")
    box(page, "Cerita produk").fill("Suwiran cakalang, digoreng kering dengan cabai.")
    box(page, "Harga").fill("Rp 35.000")
    box(page, "Harga per").select_option("bungkus")
    box(page, "Foto baru").set_input_files(photo)
    press(page, "Simpan", "Abon Cakalang Pedas.* dicatat")
    box(page.locator("#foto_set-0"), "Keterangan foto").fill("Abon cakalang dalam bungkus")
    press(page, "Simpan", "Abon Cakalang Pedas.* disimpan")


def verify_and_publish(page, noun, name):
    page.locator(".office-menu-toggle").click()
    page.get_by_role("navigation", name="Menu kantor").get_by_role("link", name=noun, exact=True).click()
    page.get_by_role("link", name=name).click()
    press(page, "Simpan dan verifikasi", f"{name} diverifikasi")
    press(page, "Simpan dan tayangkan", f"{name} ditayangkan")


def find(page, portal, words):
    page.goto(portal)
    page.get_by_label("Apa yang Anda cari?").fill(words)
    page.get_by_role("button", name="Cari", exact=True).click()


def test_a_product_registered_at_the_counter_is_found_by_a_misspelt_word_and_ordered(published, portal):
    page = published
    find(page, portal, "abon cakalng")
    expect(page.get_by_text("Menampilkan hasil untuk “abon cakalang”")).to_be_visible()
    page.get_by_role("link", name="Abon Cakalang Pedas").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Abon Cakalang Pedas")
    expect(page.get_by_alt_text("Abon cakalang dalam bungkus")).to_have_js_property("complete", True)
    assert page.get_by_alt_text("Abon cakalang dalam bungkus").evaluate("image => image.naturalWidth") > 0
    expect(page.get_by_role("link", name="Dapur Sitti")).to_be_visible()

    address = page.url
    # Caught on its way: a test must not write to anybody.
    page.route("https://wa.me/**", lambda route: route.fulfill(body="WhatsApp"))
    page.get_by_role("button", name="Pesan lewat WhatsApp").click()
    page.wait_for_url("https://wa.me/**")
    order = urlsplit(page.url)
    assert (order.scheme, order.netloc, order.path) == ("https", "wa.me", "/6281234567890")
    (message,) = parse_qs(order.query)["text"]
    assert "Abon Cakalang Pedas" in message
    assert "Rp35.000 per bungkus" in message
    assert address in message
    page.goto(address)
    # Her name and her NIK KTP were given to the office, not to the site.
    assert "Sitti Contoh" not in page.content()
    assert "7209995203900001" not in page.content()
