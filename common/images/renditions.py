"""Smaller copies of a photo, beside it under names that templates can compute."""

import io
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from imagekit import ImageSpec
from imagekit.processors import ProcessorPipeline
from PIL import Image, ImageOps

from common.images.upload import decode, open_header, read_bytes


class Fill:
    """Processor: exactly this size, the rest cropped away.

    pilkit's ResizeToFill enlarges before it crops: a picture of 1600 × 1 pixels would take 2 GB on its way.
    """

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)

    def process(self, image: Image.Image) -> Image.Image:
        return ImageOps.fit(image, self.size, Image.Resampling.LANCZOS)


class Fit:
    """Processor: the whole picture within this size, never enlarged."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)

    def process(self, image: Image.Image) -> Image.Image:
        image.thumbnail(self.size, Image.Resampling.LANCZOS)
        return image


def encoded(
    picture: Image.Image, encoder: str, qualities: Sequence[int], max_bytes: int, **options: Any
) -> bytes:
    """At the first of these qualities that fits `max_bytes`; at the last it is taken as it is."""
    content = b""
    for quality in qualities:
        output = io.BytesIO()
        picture.save(output, encoder, quality=quality, **options)
        content = output.getvalue()
        if len(content) <= max_bytes:
            break
    return content


class Rendition(ImageSpec):
    """A smaller copy in one format, encoded at the best quality whose file fits `max_bytes`."""

    max_bytes: int
    qualities: tuple[int, ...]
    size: tuple[int, int]

    def generate(self) -> ContentFile:
        """The encoded file."""
        # Not ImageSpec's own generate(): to silence a C library it points the whole process's stderr at /dev/null
        # for a moment, and two threads doing that together leave it there for good.
        with open_header(read_bytes(self.source)) as image:
            decode(image, self.size)
            picture = ProcessorPipeline(self.processors).process(image.convert("RGB"))
        options = self.options or {}
        return ContentFile(encoded(picture, self.format, self.qualities, self.max_bytes, **options))


_ENCODERS: dict[str, tuple[str, tuple[int, ...], dict[str, Any]]] = {
    # Browsers take the first they know. At speed 9 AVIF is a sixth larger and six times quicker than at 6.
    "avif": ("AVIF", (56, 48, 40, 30, 20, 10), {"speed": 9}),
    "webp": ("WEBP", (78, 65, 50, 35, 20, 5), {"method": 4}),
    "jpg": ("JPEG", (78, 65, 50, 35, 20, 8), {"optimize": True, "progressive": True}),
}


def _rendition(
    label: str, suffix: str, resize: type, size: tuple[int, int], max_bytes: int
) -> type[Rendition]:
    encoder, qualities, options = _ENCODERS[suffix]
    attributes = {
        "processors": [resize(*size)],
        "size": size,
        "format": encoder,
        "qualities": qualities,
        "options": options,
        "max_bytes": max_bytes,
    }
    return type(f"{label.capitalize()}{suffix.capitalize()}", (Rendition,), attributes)


_SIZES = {
    # A card is 160-200 CSS pixels wide; "card2x" is the same for dense screens.
    "card": (Fill, (200, 200), 8_000),
    "card2x": (Fill, (400, 400), 24_000),
    # What a phone is shown first; the page around it takes the other half of 45 KB.
    "page": (Fit, (800, 800), 24_000),
}
# For browsers that know no AVIF; the JPEG is also what feeds and search engines show.
_HEAVIER = {("page", "webp"): 40_000, ("page", "jpg"): 90_000}
RENDITIONS: dict[tuple[str, str], type[Rendition]] = {
    (label, suffix): _rendition(label, suffix, resize, size, _HEAVIER.get((label, suffix), max_bytes))
    for label, (resize, size, max_bytes) in _SIZES.items()
    for suffix in _ENCODERS
}
# Made no longer, yet still beside photos of former times.
_FORMER = (".share.jpg",)


def rendition_name(name: str, label: str, suffix: str) -> str:
    """Where a rendition lies, from the original's name alone: "foto/ab/x.jpg" → "foto/ab/x.card.avif"."""
    if (label, suffix) not in RENDITIONS:
        raise ValueError(f"No rendition {label}.{suffix}.")
    return str(PurePosixPath(name).with_suffix(f".{label}.{suffix}"))


def rendition_url(photo: Any, label: str, suffix: str = "jpg") -> str:
    """Where a stored photo's rendition is read; JPEG, which every program can show, unless told otherwise."""
    return photo.storage.url(rendition_name(str(photo.name), label, suffix))


def rendition_names(name: str) -> list[str]:
    """All renditions of an original."""
    return [rendition_name(name, label, suffix) for label, suffix in RENDITIONS]


def make_renditions(storage: Storage, name: str) -> list[str]:
    """Write all renditions beside the original; on a full disk none stays behind. Safe to repeat."""
    made: list[str] = []
    try:
        with storage.open(name) as original:
            for label, suffix in RENDITIONS:
                target = rendition_name(name, label, suffix)
                content = RENDITIONS[label, suffix](source=original).generate()
                # Templates compute the name, so storage must not choose another one.
                storage.delete(target)
                made.append(target)
                storage.save(target, content)
    except Exception:
        for target in made:
            storage.delete(target)
        raise
    return made


def delete_with_renditions(storage: Storage, name: str) -> None:
    """Remove an original and everything made of it; what is missing already is no error."""
    if name:
        former = [str(PurePosixPath(name).with_suffix(suffix)) for suffix in _FORMER]
        for target in [*rendition_names(name), *former, name]:
            storage.delete(target)
