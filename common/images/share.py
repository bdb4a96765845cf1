"""The picture beside a shared link: the thing itself, large, on the spine of the house that shows it.

Chat programs crop to the middle square, so photo, name, price and seller stand inside it; the spine is left of it.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from PIL import Image, ImageChops, ImageDraw, ImageOps

from common.images.lettering import Paragraph, fitted, font
from common.images.renditions import encoded
from common.images.svg import drawn
from common.images.upload import decode, open_header, read_bytes

# Part of every address: raise it when the drawing below changes.
_VERSION = 1
WIDTH, HEIGHT = 1200, 630
# What chat programs take at most is 300 KB.
_MOST_BYTES = 280_000
_QUALITIES = (86, 78, 68, 55, 40, 25)
_SPINE, _WEAVE = 285, 18
_MARGIN = 36
_LEFT, _RIGHT = _SPINE + _MARGIN, (WIDTH + HEIGHT) // 2 - 12
# As in static/css/site.css.
_DEEP, _SEA, _ON_DEEP, _ON_DEEP_2 = "#06343c", "#0b5560", "#f6f1e4", "#b9d2d2"
_MANGO, _ON_MANGO, _PALM, _REEF, _GLOW, _WAVE = (
    "#ffb638",
    "#2a1800",
    "#2c672b",
    "#e4f0ec",
    "#ffe6bd",
    "#4aa5ab",
)
_SMOOTH = 4


@dataclass(frozen=True)
class ShareCard:
    """All that the picture shows of a record; its address follows from this."""

    name: str
    lines: tuple[str, ...] = ()
    price: str = ""
    unit: str = ""
    seal: str = ""
    photo: Any = None
    motif: str = "lainnya"

    @property
    def digest(self) -> str:
        """Twelve letters that change whenever the picture would."""
        photo = self.photo.name if self.photo else ""
        shown = [
            _VERSION,
            *_house(),
            self.name,
            self.lines,
            self.price,
            self.unit,
            self.seal,
            photo,
            self.motif,
        ]
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:12]


def _house() -> tuple[str, str, str]:
    """The names on the spine."""
    return settings.SITE_NAME, settings.DISTRICT_SHORT, f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}"


@dataclass(frozen=True)
class SharePicture:
    content: bytes
    # Without the photo that it should have, it is good enough to answer with and not to keep.
    is_whole: bool


def draw_share(card: ShareCard) -> SharePicture:
    """JPEG of at most 280 KB."""
    photo = _photo(card)
    picture = Image.new("RGB", (WIDTH, HEIGHT), _DEEP)
    picture.paste(photo or _stand_in(card.motif), (_SPINE, 0))
    _caption(picture, card)
    _spine(picture)
    content = encoded(picture, "JPEG", _QUALITIES, _MOST_BYTES, optimize=True, progressive=True)
    return SharePicture(content, is_whole=bool(photo) == bool(card.photo))


# --- what is shown -----------------------------------------------------------------------------


def _photo(card: ShareCard) -> Image.Image | None:
    size = (WIDTH - _SPINE, HEIGHT)
    if not card.photo:
        return None
    try:
        with card.photo.storage.open(card.photo.name) as file, open_header(read_bytes(file)) as image:
            decode(image, size)
            # What matters stands in the middle of a photo: it is moved up a little, clear of the words.
            return ImageOps.fit(image.convert("RGB"), size, Image.Resampling.LANCZOS, centering=(0.5, 0.7))
    except (OSError, ValidationError):
        # Gone from the disk, or spoiled there: a shared link shows the drawing then, never a hole.
        return None


def _stand_in(motif: str) -> Image.Image:
    """The drawing of its kind in the evening sun."""
    width, height = WIDTH - _SPINE, HEIGHT
    shade = Image.linear_gradient("L").resize((width, height))
    ground = Image.composite(Image.new("RGB", shade.size, _GLOW), Image.new("RGB", shade.size, _REEF), shade)
    sun = _shape((420, 420), lambda brush, side: brush.ellipse((0, 0, side, side), fill=255))
    ground.paste(_MANGO, (width // 2 - 210, 10), sun.point(lambda level: level * 0.45))
    picture = drawn("img/kategori.svg", 300, 300, motif)
    ground.paste(picture, (width // 2 - 150, 70), picture)
    return ground


def _caption(picture: Image.Image, card: ShareCard) -> None:
    """From the bottom up: whose it is, what it costs, what it is; on the photo where that has darkened to the sea."""
    width = _RIGHT - _LEFT
    name = fitted(card.name, width, (64, 1), (58, 1), (52, 1), (48, 1), (50, 2), (44, 2), bold=True)
    lines = _lines(card, width)
    foot = sum(line.height + 4 for line in lines) + (12 if not card.price else 0)
    price = 96 if card.price else 0
    top = HEIGHT - 34 - foot - price - name.height
    _darken(picture, top, keeps_side=bool(card.photo))
    brush = ImageDraw.Draw(picture)
    name.write(brush, _LEFT, top, "white")
    if card.price:
        _price(picture, card, top + name.height + 10)
    y = HEIGHT - 34 - sum(line.height + 4 for line in lines)
    for number, line in enumerate(lines):
        line.write(brush, _LEFT, y, _ON_DEEP if number == 0 else _ON_DEEP_2)
        y += line.height + 4
    if card.seal:
        _seal(picture, card.seal)


def _lines(card: ShareCard, width: int) -> list[Paragraph]:
    """In one line where there is room, so that more of the photo is seen."""
    together = " · ".join(card.lines)
    if font(28).getlength(together) <= width:
        return [fitted(together, width, (32, 1), (28, 1))]
    return [fitted(line, width, (32, 1), (28, 1)) for line in card.lines]


def _darken(picture: Image.Image, top: int, *, keeps_side: bool) -> None:
    """A dusk behind the words, gone well above them and, over a photo, to the right of the middle square."""
    start, width = max(0, top - 120), WIDTH - _SPINE
    down = Image.linear_gradient("L").resize((width, HEIGHT - start))
    full = (top + 20 - start) / (HEIGHT - start) * 255
    down = down.point([round(228 * min(1, (level / full) ** 1.5)) for level in range(256)])
    if keeps_side:
        clear = (_RIGHT - 60 - _SPINE) / width * 255
        across = Image.linear_gradient("L").rotate(90).resize(down.size)
        across = across.point(
            [round(255 - 191 * max(0, level - clear) / (255 - clear)) for level in range(256)]
        )
        down = ImageChops.multiply(down, across)
    picture.paste(_DEEP, (_SPINE, start), down)


def _price(picture: Image.Image, card: ShareCard, top: int) -> None:
    """On mango, the colour of the one thing to do on every page."""
    width = _RIGHT - _LEFT
    amount = fitted(card.price, width - 60, (52, 1), (44, 1), (36, 1), bold=True)
    unit = fitted(card.unit, width, (30, 1))
    amount_width = _width(amount)
    unit_width = _width(unit)
    if amount_width + unit_width + 66 > width:
        unit, unit_width = fitted("", width, (30, 1)), 0
    across = round(amount_width + unit_width + (60 if unit_width else 48))
    picture.paste(_MANGO, (_LEFT, top), _pill(across, 72, 20))
    brush = ImageDraw.Draw(picture)
    baseline = top + 53
    brush.text((_LEFT + 24, baseline), amount.lines[0], _ON_MANGO, amount.font, "ls")
    brush.text((_LEFT + 36 + amount_width, baseline), unit.lines[0], _ON_MANGO, unit.font, "ls")


def _width(paragraph: Paragraph) -> float:
    return paragraph.font.getlength(paragraph.lines[0])


def _seal(picture: Image.Image, word: str) -> None:
    """Palm green, which the site keeps for what an officer has checked."""
    letters = font(34, bold=True)
    across = round(letters.getlength(word)) + 92
    picture.paste("white", (_LEFT - 4, 28), _pill(across + 8, 68, 34))
    picture.paste(_PALM, (_LEFT, 32), _pill(across, 60, 30))
    tick = _shape(
        (36, 36),
        lambda brush, side: brush.line(
            [(side * x, side * y) for x, y in ((0.12, 0.55), (0.4, 0.82), (0.9, 0.2))],
            fill=255,
            width=5 * _SMOOTH,
            joint="curve",
        ),
    )
    picture.paste("white", (_LEFT + 22, 44), tick)
    ImageDraw.Draw(picture).text((_LEFT + 68, 74), word, "white", letters, "ls")


# --- the house ---------------------------------------------------------------------------------


def _spine(picture: Image.Image) -> None:
    width = _SPINE - _WEAVE
    shade = Image.linear_gradient("L").resize((width, HEIGHT))
    sea = Image.composite(Image.new("RGB", shade.size, _SEA), Image.new("RGB", shade.size, _DEEP), shade)
    picture.paste(sea, (0, 0))
    tile = drawn("img/anyaman.svg", _WEAVE * 4, _WEAVE).transpose(Image.Transpose.ROTATE_90)
    picture.paste(_DEEP, (width, 0, _SPINE, HEIGHT))
    for y in range(-_WEAVE, HEIGHT, tile.height):
        picture.paste(tile, (width, y), tile)
    mark = drawn("img/mark.svg", 128, 128)
    picture.paste(mark, (_MARGIN, 44), mark)
    site, district, office = _house()
    brush = ImageDraw.Draw(picture)
    room = width - _MARGIN - 24
    title = fitted(site, room, (46, 3), (40, 3), (34, 3), (28, 3), bold=True)
    title.write(brush, _MARGIN, 196, "white")
    fitted(district, room, (30, 2), (26, 2), (22, 2)).write(brush, _MARGIN, 206 + title.height, _MANGO)
    names = fitted(office, room, (22, 6), (20, 6), (18, 6))
    names.write(brush, _MARGIN, HEIGHT - 40 - names.height, _ON_DEEP_2)


def _pill(width: int, height: int, radius: int) -> Image.Image:
    return _shape(
        (width, height),
        lambda brush, side: brush.rounded_rectangle(
            (0, 0, width * _SMOOTH - 1, side - 1), radius * _SMOOTH, fill=255
        ),
    )


def _shape(size: tuple[int, int], paint: Callable[[ImageDraw.ImageDraw, int], Any]) -> Image.Image:
    """A mask with smooth edges; `paint` is handed the larger sheet's brush and height."""
    sheet = Image.new("L", (size[0] * _SMOOTH, size[1] * _SMOOTH))
    paint(ImageDraw.Draw(sheet), sheet.height)
    return sheet.resize(size, Image.Resampling.BOX)
