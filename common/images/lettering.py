"""Words on pictures, in our own font: the same on every machine."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

FONTS = Path(__file__).parent.parent / "fonts"
_LEADING = 1.16
_MORE = "…"


@cache
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf", size)


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont

    @property
    def leading(self) -> int:
        return round(self.font.size * _LEADING)

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)

    def write(self, brush: ImageDraw.ImageDraw, x: int, y: int, colour: str) -> None:
        """`y` is the top of the first line."""
        for number, line in enumerate(self.lines):
            brush.text(
                (x, y + number * self.leading + round(self.font.size * 0.93)), line, colour, self.font, "ls"
            )


def fitted(text: str, width: int, *tries: tuple[int, int], bold: bool = False) -> Paragraph:
    """The text in the first of these (size, most lines) that holds it; cut with "…" in the last if none does."""
    text = writable(text)
    for size, most_lines in tries:
        letters = font(size, bold=bold)
        lines = _wrapped(text, width, letters)
        if len(lines) <= most_lines and all(letters.getlength(line) <= width for line in lines):
            return Paragraph(tuple(lines), letters)
    kept, rest = lines[: most_lines - 1], " ".join(lines[most_lines - 1 :])
    return Paragraph(tuple(_cut(line, width, letters) for line in (*kept, rest)), letters)


def _wrapped(text: str, width: int, letters: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or letters.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, width: int, letters: ImageFont.FreeTypeFont) -> str:
    """The line, or as much of it as leaves room for "…"."""
    if letters.getlength(line) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if letters.getlength(line[:middle].rstrip() + _MORE) <= width:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip(" ,.-–") + _MORE


def writable(text: str) -> str:
    """The text without what the font lacks, such as smileys: a picture must not show empty boxes."""
    return " ".join("".join(filter(_is_covered, unicodedata.normalize("NFC", text))).split())


@lru_cache(maxsize=1024)
def _is_covered(character: str) -> bool:
    if character.isspace():
        return True
    # What only varies or joins other characters, such as the colour of a smiley, goes with them.
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return False
    return bytes(font(24).getmask(character)) != _missing()


@cache
def _missing() -> bytes:
    """What the font draws for a character that it has not; U+10FFFF is none and never will be."""
    return bytes(font(24).getmask("\U0010ffff"))
