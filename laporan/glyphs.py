"""Which characters our own fonts can print, and how wide they are.

On paper everything is Liberation Sans, whose measures are Arial's. What it lacks comes from DejaVu Sans
(Arabic, symbols, most smileys: one file of 740 KB instead of a Noto family a script). What both lack is
printed as □: in PDF/A typst refuses such a character, in plain PDF it leaves it out without a word, and a
name must neither stop a report nor lose a letter unseen.
"""

import struct
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

FONTS = Path(__file__).parent.parent / "common" / "fonts"
FALLBACK = "DejaVuSans"
MISSING = "□"

# Arabic needs its joiners. Other format characters, bidi overrides above all, have no business on paper.
_JOINERS = {"\u200c", "\u200d"}


def printable(text: str) -> str:
    """The text in characters that will appear on paper, in one line."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_printable_character, unicodedata.normalize("NFC", text))).strip()


@lru_cache(maxsize=4096)
def _printable_character(character: str) -> str:
    if character.isspace():
        # Only the no-break spaces do something that a plain one does not.
        return character if character in "\u00a0\u202f" else " "
    if unicodedata.category(character) in {"Cc", "Cf"} and character not in _JOINERS:
        return ""
    if _is_covered(character):
        return character
    # Names arrive in decorated letters such as 𝐁 or Ｂ; their plain form says the same.
    plain = unicodedata.normalize("NFKC", character)
    return plain if all(map(_is_covered, plain)) else MISSING


def _is_covered(character: str) -> bool:
    return ord(character) in advances("LiberationSans-Regular") or ord(character) in advances(FALLBACK)


def width(text: str, *, bold: bool = False) -> float:
    """Width of the text in em, without kerning: what is printed is no wider."""
    font = _BOLD if bold else _REGULAR
    return sum(map(font.__getitem__, text))


class _Widths(dict[str, float]):
    """Character -> width in one face, else in the fallback; grows as characters are met."""

    def __init__(self, face: str) -> None:
        self.face = face

    def __missing__(self, character: str) -> float:
        code = ord(character)
        self[character] = advances(self.face).get(code) or advances(FALLBACK).get(code, 0.0)
        return self[character]


_REGULAR, _BOLD = _Widths("LiberationSans-Regular"), _Widths("LiberationSans-Bold")


@cache
def advances(font: str) -> dict[int, float]:
    """Code point -> advance in em, from the font's own `cmap` and `hmtx` tables."""
    data = (FONTS / f"{font}.ttf").read_bytes()
    tables = {
        data[entry : entry + 4]: struct.unpack_from(">I", data, entry + 8)[0]
        for entry in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16)
    }
    units_per_em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    measured = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]

    def advance(glyph: int) -> float:
        entry = tables[b"hmtx"] + 4 * min(glyph, measured - 1)
        return struct.unpack_from(">H", data, entry)[0] / units_per_em

    return {code: advance(glyph) for code, glyph in _characters(data, tables[b"cmap"]).items() if glyph}


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    """Code point -> glyph, from format 12 (all of Unicode) or else format 4 (its first plane)."""
    subtables = {}
    for index in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", data, cmap + 4 + 8 * index + 4)[0]
        subtables[struct.unpack_from(">H", data, start)[0]] = start
    if 12 in subtables:
        return _format_12(data, subtables[12])
    return _format_4(data, subtables[4])


def _format_12(data: bytes, start: int) -> dict[int, int]:
    glyphs: dict[int, int] = {}
    for group in range(struct.unpack_from(">I", data, start + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * group)
        glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return glyphs


def _format_4(data: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends, starts, deltas, offsets = (
        start + 14 + skip for skip in (0, 2 * count + 2, 4 * count + 2, 6 * count + 2)
    )
    glyphs = {}
    for segment in range(0, 2 * count, 2):
        last, first, delta, offset = (
            struct.unpack_from(">H", data, table + segment)[0] for table in (ends, starts, deltas, offsets)
        )
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = offsets + segment + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", data, place)[0]
            if glyph:
                glyphs[code] = (glyph + delta) % 0x10000
    return glyphs
