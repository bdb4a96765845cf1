"""The picture beside a shared link, as it is drawn."""

import io
import random
from dataclasses import replace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from PIL import Image

from common.images import ShareCard, draw_share
from common.images.lettering import fitted, font, writable
from common.images.svg import drawn
from produk.models import Kategori
from umkm.choices import BidangUsaha

CARD = ShareCard("Abon Tuna", ("Dapur Sitti", "Kecamatan Togean"), "Rp25.000", "per bungkus", "Halal")
# Where the photo is seen in the whole picture: above the words, within the middle square.
ON_PHOTO = (742, 60)


class Photo:
    """As much of a stored file as the drawing asks for."""

    def __init__(self, storage, name):
        self.storage, self.name = storage, name


@pytest.fixture
def storage(tmp_path):
    return FileSystemStorage(location=tmp_path)


def photo(storage, image):
    content = io.BytesIO()
    image.save(content, "JPEG", quality=90)
    return Photo(storage, storage.save("produk/x.jpg", ContentFile(content.getvalue())))


def opened(picture):
    image = Image.open(io.BytesIO(picture.content))
    image.load()
    return image


def resembles(pixel, colour, tolerance=40):
    return all(abs(part - wanted) <= tolerance for part, wanted in zip(pixel, colour, strict=True))


def test_it_is_a_jpeg_of_the_size_that_chat_programs_show():
    image = opened(draw_share(CARD))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1200, 630))


@pytest.mark.parametrize("side", [1600, 300])
def test_even_noise_weighs_less_than_chat_programs_take(storage, side):
    noise = Image.frombytes("RGB", (side, side), random.Random(1).randbytes(side * side * 3))
    assert len(draw_share(replace(CARD, photo=photo(storage, noise))).content) < 300_000


@pytest.mark.parametrize("size", [(1600, 1), (1, 1600), (40, 30), (1600, 1200)])
def test_a_photo_of_any_shape_fills_its_place(storage, size):
    picture = draw_share(replace(CARD, photo=photo(storage, Image.new("RGB", size, (200, 30, 30)))))
    assert picture.is_whole
    assert resembles(opened(picture).getpixel(ON_PHOTO), (200, 30, 30))


@pytest.mark.parametrize("content", [None, b"", b"\xff\xd8\xff half a photo"])
def test_a_photo_that_cannot_be_read_leaves_no_hole(storage, content):
    if content is not None:
        storage.save("produk/x.jpg", ContentFile(content))
    picture = draw_share(replace(CARD, photo=Photo(storage, "produk/x.jpg")))
    assert not picture.is_whole
    assert opened(picture).size == (1200, 630)


@pytest.mark.parametrize("name", ["x" * 200, "kata " * 40, "😀😀", "", "Kopi ☕ Café", "بيت"])
def test_any_name_can_be_drawn(name):
    card = ShareCard(name, (name, name), price="Rp9.999.999.999.999", unit="per 100 gram")
    assert opened(draw_share(card)).size == (1200, 630)


def test_an_address_holds_while_the_picture_does():
    assert replace(CARD).digest == CARD.digest


@pytest.mark.parametrize(
    "change",
    [{"name": "Abon"}, {"price": "Rp26.000"}, {"unit": "per kg"}, {"lines": ("Dapur Siti", "Kecamatan Togean")},
     {"seal": ""}, {"motif": "kelapa"}, {"photo": Photo(None, "produk/y.jpg")}],
)  # fmt: skip
def test_an_address_changes_with_everything_that_is_shown(change):
    assert replace(CARD, **change).digest != CARD.digest


@pytest.mark.parametrize("name", ["SITE_NAME", "DISTRICT_SHORT", "DISTRICT_NAME", "OFFICE_NAME"])
def test_an_address_changes_with_the_names_of_the_house(settings, name):
    before = CARD.digest
    setattr(settings, name, "Rumah Lain")
    assert CARD.digest != before


# --- words -----------------------------------------------------------------------------------------


def test_a_name_is_written_as_large_as_it_fits():
    short, long = (
        fitted(text, 500, (60, 1), (40, 2)) for text in ("Abon", "Abon tuna pedas dari laut Togean")
    )
    assert (short.font.size, len(short.lines)) == (60, 1)
    assert (long.font.size, len(long.lines)) == (40, 2)


def test_what_fits_nowhere_is_cut_and_says_so():
    lines = fitted("keripik " * 30, 300, (40, 2)).lines
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(font(40).getlength(line) <= 300 for line in lines)


def test_characters_that_the_font_lacks_are_left_out():
    assert writable("Sambal 🌶️ Roa – Café") == "Sambal Roa – Café"


# --- drawings --------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_every_category_and_line_of_business_has_a_drawing_of_its_own():
    other = drawn("img/kategori.svg", 64, 64, "lainnya").tobytes()
    names = [*Kategori.objects.values_list("slug", flat=True), *BidangUsaha.values, "koperasi"]
    plain = {name for name in names if drawn("img/kategori.svg", 64, 64, name).tobytes() == other}
    assert plain <= {"lainnya", "perdagangan", "fashion"}


def test_a_kind_without_a_drawing_gets_the_common_one():
    assert (
        drawn("img/kategori.svg", 64, 64, "baru").tobytes()
        == drawn("img/kategori.svg", 64, 64, "lainnya").tobytes()
    )


@pytest.mark.parametrize(
    ("at", "colour"),
    [((24, 27), (0xFF, 0xB6, 0x38)), ((24, 9), (0xFF, 0xF8, 0xEA)), ((24, 45), (0x0B, 0x55, 0x60))],
    ids=["the sun", "the ridge of the roof", "the ground"],
)
def test_the_mark_is_drawn_as_browsers_draw_it(at, colour):
    mark = drawn("img/mark.svg", 480, 480)
    red, green, blue, alpha = mark.getpixel((at[0] * 10, at[1] * 10))
    assert (red, green, blue) == colour
    assert alpha == 255


def test_outside_the_mark_there_is_nothing():
    assert drawn("img/mark.svg", 480, 480).getpixel((0, 0))[3] == 0
