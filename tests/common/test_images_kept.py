"""What is kept of an uploaded photo: its pixels, upright, in screen colours, and nothing else."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from common.images import reencode


def encoded(image, encoder="JPEG", **options):
    output = io.BytesIO()
    image.save(output, encoder, **options)
    return output.getvalue()


def upload(content, name="foto.jpg"):
    return SimpleUploadedFile(name, content)


def picture(mode="RGB", size=(60, 40), colour="red"):
    return Image.new(mode, size, colour)


def kept(content, **options):
    result = reencode(upload(content), **options)
    image = Image.open(result)
    image.load()
    return image


def close(pixel, colour, distance=6):
    return all(abs(one - other) <= distance for one, other in zip(pixel, colour, strict=True))


def test_nothing_of_the_file_is_kept_but_its_pixels():
    exif = Image.Exif()
    exif[0x010F] = "KAMERA RAHASIA"
    exif.get_ifd(0x8825)[1] = "S"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = encoded(
        picture(), exif=exif, comment=b"CATATAN RAHASIA", icc_profile=profile, xmp=b"<x:xmpmeta RAHASIA/>"
    )
    assert content.count(b"RAHASIA") == 3
    result = reencode(upload(content)).read()
    assert b"RAHASIA" not in result
    assert set(Image.open(io.BytesIO(result)).info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright_whichever_way_the_phone_was_held(orientation):
    upright = Image.new("RGB", (60, 40), "white")
    ImageDraw.Draw(upright).rectangle((0, 0, 29, 19), "red")
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    turned = upright.transpose(Image.Transpose(undo[orientation])) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = kept(encoded(turned, exif=exif, quality=95))
    assert image.size == (60, 40)
    assert close(image.getpixel((10, 8)), (255, 0, 0), 12)
    assert close(image.getpixel((50, 8)), (255, 255, 255), 12)
    assert close(image.getpixel((10, 32)), (255, 255, 255), 12)


def test_unreadable_camera_data_does_not_lose_the_picture():
    info = PngImagePlugin.PngInfo()
    info.add_text("Raw profile type exif", "\nexif\n4\nbukan angka")
    assert kept(encoded(picture(), "PNG", pnginfo=info)).size == (60, 40)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_camera_data_does_not_lose_the_picture():
    content = encoded(picture(), exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff")
    assert kept(content).size == (60, 40)


@pytest.mark.parametrize(
    ("size", "becomes"),
    [
        ((1599, 800), (1599, 800)),
        ((1600, 800), (1600, 800)),
        ((3200, 800), (1600, 400)),
        ((800, 3200), (400, 1600)),
        ((4000, 1), (1600, 1)),
    ],
)
def test_large_pictures_shrink_and_small_ones_stay(size, becomes):
    assert kept(encoded(picture(size=size))).size == becomes


def test_another_size_may_be_asked_for():
    assert kept(encoded(picture(size=(400, 200))), max_side=100).size == (100, 50)


def test_transparency_becomes_white():
    image = Image.new("RGBA", (60, 40), (255, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((0, 0, 29, 39), (255, 0, 0, 255))
    result = kept(encoded(image, "PNG"))
    assert close(result.getpixel((50, 20)), (255, 255, 255))
    assert close(result.getpixel((8, 20)), (254, 0, 0), 12)


@pytest.mark.parametrize(
    ("image", "options", "expected"),
    [
        (picture("P", colour=0), {"transparency": 0}, (255, 255, 255)),
        (picture("RGB"), {"transparency": (255, 0, 0)}, (255, 255, 255)),
        (picture("LA", colour=(0, 0)), {}, (255, 255, 255)),
        (picture("1", colour=1), {}, (255, 255, 255)),
        (picture("L", colour=128), {}, (128, 128, 128)),
        (picture("I;16", colour=128 * 257), {}, (128, 128, 128)),
    ],
    ids=["palette", "key colour", "grey with alpha", "black and white", "grey", "16 bit"],
)
def test_every_kind_of_png_keeps_its_shade(image, options, expected):
    assert close(kept(encoded(image, "PNG", **options)).getpixel((5, 5)), expected)


def test_print_colours_become_screen_colours():
    image = kept(encoded(picture("CMYK", colour=(0, 255, 255, 0))))
    assert image.mode == "RGB"
    assert close(image.getpixel((5, 5)), (254, 0, 0), 12)


def swapped_profile():
    """An RGB profile whose red and green primaries are exchanged, so that the conversion can be seen."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {}
    for at in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12):
        tags[bytes(profile[at : at + 4])] = at
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def test_colours_of_another_profile_are_converted():
    image = kept(encoded(picture(), icc_profile=swapped_profile()))
    assert close(image.getpixel((5, 5)), (0, 255, 0), 12)


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_broken_or_foreign_profile_costs_no_picture(mode):
    for profile in (b"rusak", swapped_profile()):
        image = kept(encoded(picture(mode, colour=128 if mode == "L" else "red"), icc_profile=profile))
        assert image.size == (60, 40)


def test_kept_pictures_have_names_nobody_can_guess_or_choose():
    first, second = (reencode(upload(encoded(picture()), "../../etc/passwd.jpg")).name for _ in range(2))
    assert first != second
    assert re.fullmatch(r"([0-9a-f]{2})/\1[0-9a-f]{30}\.jpg", first)
