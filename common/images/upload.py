"""What may be uploaded as a photo, and the re-encoded picture that is kept of it."""

import io
import uuid
import zipfile
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from PIL import ExifTags, Image, ImageCms

MAX_BYTES = 15 * 1024 * 1024
MAX_PIXELS = 25_000_000
ORIGINAL_SIDE = 1600

_DECODERS = ("JPEG", "PNG", "WEBP")
# MPO is a JPEG with a second picture in it, as many phones make them; the first one counts.
_EXTENSIONS = {
    "JPEG": {".jpg", ".jpeg", ".jpe", ".jfif"},
    "MPO": {".jpg", ".jpeg", ".mpo"},
    "PNG": {".png"},
    "WEBP": {".webp"},
}
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
# No photo holds these. A file that is a picture and something else besides is refused, though re-encoding would
# drop the rest: whoever made it meant no good.
_ACTIVE_CONTENT = (b"<script", b"<html", b"<!doctype html", b"<svg", b"<?php", b"<iframe", b"__halt_compiler")
# EXIF orientation to the turn that undoes it.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIXTEEN_BIT = ("I", "I;16", "I;16B", "I;16L", "I;16N")


def check_image(upload: File) -> None:
    """Raise, in words that say what to do, unless the upload is a whole photo of a kind and size we can take."""
    if not upload.size:
        raise ValidationError("Berkas foto kosong. Pilih foto lain.", code="empty")
    if upload.size > MAX_BYTES:
        raise ValidationError(
            f"Ukuran foto lebih dari {MAX_BYTES // 1024**2} MB. Perkecil fotonya atau kirim lewat WhatsApp ke diri "
            "sendiri, simpan, lalu unggah hasilnya.",
            code="too_many_bytes",
        )
    content = read_bytes(upload)
    _refuse_other_kinds(content)
    _refuse_hidden_content(content)
    with open_header(content) as image:
        suffix = PurePosixPath(upload.name or "").suffix.lower()
        if suffix not in _EXTENSIONS[str(image.format)]:
            raise ValidationError(
                "Akhiran nama berkas tidak sesuai dengan isinya. Simpan ulang fotonya sebagai JPG lalu unggah lagi.",
                code="extension",
            )
        decode(image, (ORIGINAL_SIDE // 8, ORIGINAL_SIDE // 8))


def reencode(upload: File, *, max_side: int = ORIGINAL_SIDE) -> ContentFile:
    """JPEG of at most `max_side`, upright, in sRGB, on white, with nothing of the old file but its pixels."""
    with open_header(read_bytes(upload)) as image:
        decode(image, (max_side, max_side))
        orientation = _orientation(image)
        profile = image.info.get("icc_profile")
        picture = _on_white(image)
    picture.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    picture = _in_srgb(picture, profile)
    if orientation in _UPRIGHT:
        picture = picture.transpose(_UPRIGHT[orientation])
    # A new picture: `info` of the old one (EXIF, XMP, comment, profile) would otherwise be written again.
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    output = io.BytesIO()
    bare.save(output, "JPEG", quality=85, optimize=True, progressive=True)
    name = uuid.uuid4().hex
    return ContentFile(output.getvalue(), name=f"{name[:2]}/{name}.jpg")


def read_bytes(upload: File) -> bytes:
    upload.seek(0)
    content = upload.read()
    upload.seek(0)
    return content


def _refuse_other_kinds(content: bytes) -> None:
    head = content[:1024]
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        raise ValidationError(
            "Foto HEIC dari iPhone belum dapat dibaca. Kirim foto itu lewat WhatsApp lalu simpan, atau di iPhone buka "
            "Pengaturan > Kamera > Format > Paling Kompatibel, kemudian unggah sebagai JPG.",
            code="heic",
        )
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")):
        raise ValidationError("Gambar SVG tidak diterima. Simpan sebagai JPG atau PNG.", code="svg")
    if text.startswith(b"%pdf"):
        raise ValidationError("Ini berkas PDF, bukan foto. Unggah fotonya sebagai JPG atau PNG.", code="pdf")


def _refuse_hidden_content(content: bytes) -> None:
    lowered = content.lower()
    if (
        any(mark in lowered for mark in _ACTIVE_CONTENT)
        or b"%pdf-" in lowered[:1024]
        or zipfile.is_zipfile(io.BytesIO(content))
    ):
        raise ValidationError(
            "Berkas ini memuat isi lain di samping foto. Simpan ulang fotonya sebagai JPG lalu unggah lagi.",
            code="polyglot",
        )


def open_header(content: bytes) -> Image.Image:
    """Header only: kind and number of pixels are known before anything is decoded."""
    try:
        image = Image.open(io.BytesIO(content), formats=_DECODERS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except Exception:  # Decoders raise whatever they like on files made to break them.
        raise ValidationError(
            "Berkas ini bukan foto JPG, PNG, atau WebP yang dapat dibaca. Pilih foto lain.", code="unreadable"
        ) from None
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels()
    return image


def _too_many_pixels() -> ValidationError:
    return ValidationError(
        f"Foto terlalu besar (lebih dari {MAX_PIXELS // 1_000_000} megapiksel). Perkecil lalu unggah lagi.",
        code="too_many_pixels",
    )


def decode(image: Image.Image, wanted: tuple[int, int]) -> None:
    """Decode the first frame. A JPEG may skip detail beyond `wanted`, yet is read to its end."""
    try:
        image.draft("RGB", wanted)
        image.load()
    except Exception:  # As in `open_header`.
        raise ValidationError(
            "Foto rusak atau terpotong, mungkin karena pengiriman terputus. Kirim atau ambil ulang fotonya.",
            code="truncated",
        ) from None


def _on_white(image: Image.Image) -> Image.Image:
    """Mode L, RGB or CMYK, the three that a colour profile can describe, without transparency."""
    if image.mode in ("L", "RGB", "CMYK") and "transparency" not in image.info:
        return image
    if image.mode in _SIXTEEN_BIT:
        # Pillow's own conversion clips everything above 255 to white.
        return image.convert("I").point(lambda level: level / 256).convert("L")
    if image.mode == "1":
        return image.convert("L")
    layer = image.convert("RGBA")
    page = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(page, layer).convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            return _transformed(picture, profile)
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A broken or foreign profile costs a shade of colour, not the upload.
            pass
    return picture.convert("RGB")


def _transformed(picture: Image.Image, profile: bytes) -> Any:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")


def _orientation(image: Image.Image) -> int:
    try:
        return image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # As in `open_header`: broken EXIF is no reason to refuse a whole picture.
        return 1
