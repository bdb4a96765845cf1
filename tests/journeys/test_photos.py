"""A clerk photographs products with a phone: big pictures travel small, and end the same without the script."""

import io
import random

import pytest
from PIL import Image
from playwright.sync_api import expect

from produk.models import Produk
from tests.factories import PASSWORD, ProdukFactory, UserFactory
from tests.journeys.conftest import PHONE
from tests.journeys.office import box, press

pytestmark = pytest.mark.django_db

LANDSCAPE = (3000, 2000)
TURNED_RIGHT = 6  # as a phone held upright writes it


@pytest.fixture
def produk(portal):
    return ProdukFactory(name="Abon Cakalang")


@pytest.fixture
def officer(portal):
    return UserFactory(role="Petugas")


def photograph(side="red", *, seed=1):
    """A noisy picture, as heavy as a phone's, of one colour on its left half: above, once it is turned upright."""
    grain = Image.frombytes("L", (750, 500), random.Random(seed).randbytes(750 * 500)).resize(LANDSCAPE)
    picture = Image.merge("RGB", (grain, grain, grain))
    picture.paste(side, (0, 0, LANDSCAPE[0] // 2, LANDSCAPE[1]))
    exif = Image.Exif()
    exif[0x0112] = TURNED_RIGHT
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=97, exif=exif)
    return {"name": "IMG_2041.JPG", "mimeType": "image/jpeg", "buffer": output.getvalue()}


def open_form(page, portal, produk, officer):
    page.goto(f"{portal}/akun/masuk/?next=/kantor/produk/produk/{produk.pk}/change/")
    page.get_by_label("Nama pengguna atau surel").fill(officer.username)
    page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(f"{portal}/kantor/produk/**")
    return box(page, "Foto baru")


def stored(produk):
    return [(each.width, each.height, _above(each)) for each in produk.foto_set.all()]


def _above(foto):
    with foto.image.open() as file, Image.open(file) as picture:
        red, green, blue = picture.convert("RGB").getpixel((foto.width // 2, foto.height // 4))
    return "red" if red > green + blue else "blue" if blue > red + green else "neither"


def test_photos_travel_small_and_are_shown_before_they_are_stored(page, portal, produk, officer):
    photos = [photograph("red"), photograph("blue", seed=2)]
    chosen = open_form(page, portal, produk, officer)
    chosen.set_input_files(photos)
    expect(page.get_by_role("status").filter(has_text="2 foto siap disimpan")).to_contain_text(
        "diperkecil dari"
    )
    assert page.locator(".office-photos canvas").count() == 2
    sizes = chosen.evaluate("input => [...input.files].map((file) => file.size)")
    assert sum(sizes) < sum(len(each["buffer"]) for each in photos) / 4
    press(page, "Simpan", "Abon Cakalang.* disimpan")
    assert stored(produk) == [(1067, 1600, "red"), (1067, 1600, "blue")]


def test_saving_at_once_waits_for_the_photos(page, portal, produk, officer):
    open_form(page, portal, produk, officer).set_input_files(photograph())
    press(page, "Simpan", "Abon Cakalang.* disimpan")
    assert stored(produk) == [(1067, 1600, "red")]


def test_without_the_script_the_same_photo_is_stored(browser, portal, produk, officer):
    context = browser.new_context(viewport=PHONE, locale="id-ID", java_script_enabled=False)
    page = context.new_page()
    open_form(page, portal, produk, officer).set_input_files([photograph("red"), photograph("blue", seed=2)])
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("disimpan", timeout=30_000)
    assert stored(Produk.objects.get(pk=produk.pk)) == [(1067, 1600, "red"), (1067, 1600, "blue")]
    context.close()
