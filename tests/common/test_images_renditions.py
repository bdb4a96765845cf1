"""Smaller copies of a photo: their names, sizes and weight."""

import io
import random

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from PIL import Image

from common.images import (
    RENDITIONS,
    delete_with_renditions,
    make_renditions,
    rendition_name,
    rendition_names,
)

CARD_LIMIT = 8 * 1024
PAGE_LIMITS = {"avif": 24_000, "webp": 40_000, "jpg": 90_000}


def noise(width, height):
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(width * height * 3))


def detailed(width, height):
    """Woven mats and dried fish: fine texture over large shapes."""
    shapes = noise(width // 4, height // 4).resize((width, height), Image.Resampling.BICUBIC)
    light = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    return Image.blend(Image.blend(shapes, light, 0.3), noise(width, height), 0.12)


def jpeg(image):
    output = io.BytesIO()
    image.save(output, "JPEG", quality=90)
    return output.getvalue()


@pytest.fixture(scope="module")
def original():
    return jpeg(detailed(1200, 900))


@pytest.fixture
def storage(tmp_path):
    return FileSystemStorage(location=tmp_path)


def stored(storage, content, name="foto/ab/x.jpg"):
    return storage.save(name, ContentFile(content))


def opened(storage, name):
    with storage.open(name) as file:
        image = Image.open(io.BytesIO(file.read()))
    image.load()
    return image


# --- names -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("foto/ab/x.jpg", "foto/ab/x.card.avif"),
        ("x.jpg", "x.card.avif"),
        ("a.b/x.y.jpg", "a.b/x.y.card.avif"),
        ("foto/tanpa", "foto/tanpa.card.avif"),
    ],
)
def test_a_name_follows_from_the_original(name, expected):
    assert rendition_name(name, "card", "avif") == expected


@pytest.mark.parametrize(("label", "suffix"), [("kartu", "jpg"), ("card", "gif"), ("share", "avif")])
def test_renditions_that_do_not_exist_have_no_name(label, suffix):
    with pytest.raises(ValueError, match="No rendition"):
        rendition_name("x.jpg", label, suffix)


def test_every_size_comes_in_three_formats():
    assert {label: {suffix for other, suffix in RENDITIONS if other == label} for label, _ in RENDITIONS} == {
        "card": {"avif", "webp", "jpg"},
        "card2x": {"avif", "webp", "jpg"},
        "page": {"avif", "webp", "jpg"},
    }


# --- files -------------------------------------------------------------------------------------


def test_renditions_have_their_size_and_format(storage, original):
    name = stored(storage, original)
    assert sorted(make_renditions(storage, name)) == sorted(rendition_names(name))
    sizes = {"card": (200, 200), "card2x": (400, 400), "page": (800, 600)}
    formats = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}
    for label, suffix in RENDITIONS:
        image = opened(storage, rendition_name(name, label, suffix))
        assert (image.size, image.format) == (sizes[label], formats[suffix])


def test_pictures_keep_to_their_weight(storage, original):
    name = stored(storage, original)
    make_renditions(storage, name)
    for suffix in ("avif", "webp", "jpg"):
        assert storage.size(rendition_name(name, "card", suffix)) <= CARD_LIMIT
        assert storage.size(rendition_name(name, "card2x", suffix)) <= 3 * CARD_LIMIT
        assert storage.size(rendition_name(name, "page", suffix)) <= PAGE_LIMITS[suffix]


@pytest.mark.parametrize("suffix", ["avif", "webp", "jpg"])
def test_even_pure_noise_fits_on_a_card(suffix):
    source = ContentFile(jpeg(noise(800, 800)), name="x.jpg")
    assert RENDITIONS["card", suffix](source=source).generate().size <= CARD_LIMIT


def test_what_cannot_fit_is_taken_at_the_last_quality():
    spec = RENDITIONS["page", "webp"]
    image = noise(800, 800)
    smallest = io.BytesIO()
    image.save(smallest, "WEBP", quality=min(spec.qualities), method=4)
    source = io.BytesIO()
    image.save(source, "PNG")
    made = spec(source=ContentFile(source.getvalue(), name="x.png")).generate()
    assert made.size == len(smallest.getvalue()) > spec.max_bytes


def test_a_plain_picture_gets_the_best_quality():
    spec = RENDITIONS["card", "jpg"]
    plain = Image.new("RGB", (400, 400), "red")
    best = io.BytesIO()
    plain.resize((200, 200)).save(best, "JPEG", quality=max(spec.qualities), optimize=True, progressive=True)
    assert spec(source=ContentFile(jpeg(plain), name="x.jpg")).generate().size == len(best.getvalue())


@pytest.mark.parametrize("size", [(1600, 1), (1, 1600), (1, 1), (50, 40)])
def test_odd_shapes_cost_no_memory_and_no_error(storage, size):
    name = stored(storage, jpeg(Image.new("RGB", size, "red")))
    make_renditions(storage, name)
    assert opened(storage, rendition_name(name, "card", "webp")).size == (200, 200)
    assert opened(storage, rendition_name(name, "page", "jpg")).size == tuple(
        max(1, min(side, 800)) for side in size
    )


def test_a_small_picture_is_not_enlarged_on_its_page(storage):
    name = stored(storage, jpeg(Image.new("RGB", (300, 200), "red")))
    make_renditions(storage, name)
    assert opened(storage, rendition_name(name, "page", "avif")).size == (300, 200)


def test_making_them_again_keeps_names_and_number(storage, original):
    name = stored(storage, original)
    make_renditions(storage, name)
    make_renditions(storage, name)
    assert sorted(storage.listdir("foto/ab")[1]) == sorted(
        path.rpartition("/")[2] for path in [name, *rendition_names(name)]
    )


class FullDisk(FileSystemStorage):
    """Room for three more files."""

    room = 3

    def _save(self, name, content):
        if self.room == 0:
            super()._save(name, ContentFile(b"half"))
            raise OSError(28, "No space left on device")
        self.room -= 1
        return super()._save(name, content)


def test_a_full_disk_leaves_no_rendition_behind(tmp_path, original):
    stored(FileSystemStorage(location=tmp_path), original)
    storage = FullDisk(location=tmp_path)
    with pytest.raises(OSError, match="No space"):
        make_renditions(storage, "foto/ab/x.jpg")
    assert storage.listdir("foto/ab")[1] == ["x.jpg"]


def test_deleting_takes_the_renditions_along(storage, original):
    name, other = stored(storage, original), stored(storage, original, "foto/ab/y.jpg")
    make_renditions(storage, name)
    delete_with_renditions(storage, name)
    assert storage.listdir("foto/ab")[1] == ["y.jpg"]
    delete_with_renditions(storage, other)
    assert storage.listdir("foto/ab")[1] == []


def test_deleting_takes_along_what_was_made_in_former_times(storage, original):
    name = stored(storage, original)
    stored(storage, b"jpeg", "foto/ab/x.share.jpg")
    delete_with_renditions(storage, name)
    assert storage.listdir("foto/ab")[1] == []


@pytest.mark.parametrize("name", ["", "foto/ab/tiada.jpg"])
def test_deleting_what_is_not_there_is_no_error(storage, name):
    delete_with_renditions(storage, name)
