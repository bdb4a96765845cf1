"""What may be uploaded as a photo, and what is kept of it."""

import contextlib
import io
import struct
import zipfile
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from common.images import MAX_BYTES, MAX_PIXELS, check_image, reencode


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


# --- accepted ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoder", "name"),
    [
        ("JPEG", "foto.jpg"),
        ("JPEG", "FOTO.JPEG"),
        ("JPEG", "foto.jfif"),
        ("PNG", "foto.png"),
        ("WEBP", "foto.webp"),
    ],
)
def test_the_usual_kinds_are_accepted_and_become_jpeg(encoder, name):
    content = encoded(picture(), encoder)
    check_image(upload(content, name))
    image = kept(content)
    assert image.format == "JPEG"
    assert image.size == (60, 40)
    assert close(image.getpixel((5, 5)), (254, 0, 0))


def test_phone_photos_with_a_second_picture_inside_are_accepted():
    content = encoded(picture(), "MPO", save_all=True, append_images=[picture(colour="blue")])
    assert Image.open(io.BytesIO(content)).format == "MPO"
    check_image(upload(content))
    image = kept(content)
    assert image.format == "JPEG"
    assert close(image.getpixel((5, 5)), (254, 0, 0))


@pytest.mark.parametrize(("encoder", "name"), [("PNG", "foto.png"), ("WEBP", "foto.webp")])
def test_of_a_moving_picture_the_first_frame_is_kept(encoder, name):
    content = encoded(picture(), encoder, save_all=True, append_images=[picture(colour="blue")], duration=100)
    check_image(upload(content, name))
    assert close(kept(content).getpixel((5, 5)), (254, 0, 0))


def test_a_film_behind_the_photo_is_dropped():
    content = encoded(picture()) + b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 500
    check_image(upload(content))
    assert b"ftyp" not in reencode(upload(content)).read()


def test_checking_leaves_the_upload_at_its_start():
    file = upload(encoded(picture()))
    file.read()
    check_image(file)
    assert file.tell() == 0


# --- refused -----------------------------------------------------------------------------------


def refusal(content, name="foto.jpg"):
    with pytest.raises(ValidationError) as refused:
        check_image(upload(content, name))
    return refused.value.code


def zipped():
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("index.html", "halo")
    return output.getvalue()


JPEG = encoded(Image.effect_noise((300, 200), 60).convert("RGB"))
SAMPLES = {
    kind: encoded(Image.effect_noise((40, 30), 60).convert("RGB"), kind) for kind in ("JPEG", "PNG", "WEBP")
}


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "foto.jpg", "empty"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "foto.svg", "svg"),
        (b'\xef\xbb\xbf\n <?xml version="1.0"?><svg/>', "foto.jpg", "svg"),
        (b"<!-- x --><SVG/>", "foto.png", "svg"),
        (b"%PDF-1.7 ...", "foto.jpg", "pdf"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "IMG_0001.HEIC", "heic"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00", "foto.jpg", "heic"),
        (b"bukan gambar", "foto.jpg", "unreadable"),
        (b"\xff\xd8\xff", "foto.jpg", "unreadable"),
        (b"\x89PNG\r\n\x1a\n", "foto.png", "unreadable"),
        (encoded(picture(), "GIF"), "foto.gif", "unreadable"),
        (encoded(picture(), "TIFF"), "foto.jpg", "unreadable"),
        (encoded(picture(), "BMP"), "foto.jpg", "unreadable"),
        (encoded(picture(), "PNG"), "foto.jpg", "extension"),
        (encoded(picture(), "WEBP"), "foto.png", "extension"),
        (encoded(picture()), "foto", "extension"),
        (encoded(picture()), "foto.jpg.php", "extension"),
        (JPEG[: len(JPEG) // 2], "foto.jpg", "truncated"),
        (JPEG + b"<?php system('id') ?>", "foto.jpg", "polyglot"),
        (JPEG + b"<ScRiPt>alert(1)</script>", "foto.jpg", "polyglot"),
        (encoded(picture(), comment=b"<html>"), "foto.jpg", "polyglot"),
        (JPEG + zipped(), "foto.jpg", "polyglot"),
        (encoded(picture(), comment=b"%PDF-1.4"), "foto.jpg", "polyglot"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_everything_else_is_refused(content, name, code):
    assert refusal(content, name) == code


@pytest.mark.parametrize("encoder", ["PNG", "WEBP"])
def test_half_a_picture_is_refused(encoder):
    content = encoded(Image.effect_noise((300, 200), 60), encoder)
    assert refusal(content[: len(content) // 2], f"foto.{encoder.lower()}") in ("truncated", "unreadable")


def test_a_heic_photo_is_refused_with_the_way_out():
    with pytest.raises(ValidationError, match=r"WhatsApp.*Paling Kompatibel"):
        check_image(upload(b"\x00\x00\x00\x18ftypheic\x00\x00", "IMG_0001.HEIC"))


@pytest.mark.parametrize("size", [MAX_BYTES, MAX_BYTES + 1])
def test_the_limit_in_bytes_is_on_the_safe_side(size):
    padded = JPEG + b"\x00" * (size - len(JPEG))
    if size > MAX_BYTES:
        assert refusal(padded) == "too_many_bytes"
    else:
        check_image(upload(padded))


def png_header(width, height):
    """A PNG of a few bytes that claims to be this large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    data = b"IDAT" + zlib.compress(b"\x00" * 100)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (chunk, data, b"IEND")
    )


@pytest.mark.parametrize(
    ("width", "height"), [(5001, 5000), (10_000, 9_000), (13_000, 13_000), (30_000, 30_000)]
)
def test_too_many_pixels_are_refused_before_anything_is_decoded(width, height):
    assert width * height > MAX_PIXELS
    assert refusal(png_header(width, height), "foto.png") == "too_many_pixels"


def test_as_many_pixels_as_allowed_are_looked_at():
    assert refusal(png_header(5000, 5000), "foto.png") == "truncated"


def test_text_that_unpacks_to_megabytes_is_refused():
    info = PngImagePlugin.PngInfo()
    info.add_text("bom", "0" * 8_000_000, zip=True)
    assert refusal(encoded(picture(), "PNG", pnginfo=info), "foto.png") in ("unreadable", "truncated")


def test_reencoding_alone_refuses_broken_pictures_too():
    with pytest.raises(ValidationError):
        reencode(upload(JPEG[: len(JPEG) // 2]))
    with pytest.raises(ValidationError):
        reencode(upload(b"bukan gambar"))


@pytest.mark.parametrize("encoder", ["JPEG", "PNG", "WEBP"])
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_damaged_files_are_kept_or_refused_and_nothing_else(encoder, data):
    content = bytearray(SAMPLES[encoder])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file = upload(
        bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))]), f"foto.{encoder.lower()}"
    )
    with contextlib.suppress(ValidationError):
        check_image(file)
        reencode(file)
