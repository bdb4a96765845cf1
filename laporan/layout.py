"""How a table is fitted to the paper: letter size, column widths, line breaks and row heights.

All of it is computed here from the font's own measures instead of being left to the typesetter: given
fixed widths and heights it lays out 5,000 rows in half the time, numbers never wrap, and both parts of a
table that is cut before its last rows line up.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from laporan import glyphs

SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)  # points
PADDING_X, PADDING_Y = 4.0, 3.0  # points around a cell's text
# A line of text, from top edge to bottom edge, and the gap to the next, in em. The template uses the same.
TOP_EDGE, BOTTOM_EDGE, LEADING = 0.85, 0.17, 0.13
_LONGEST_WORD = 15.0  # em; a longer word is broken rather than given a column of its own
_LONGEST_LINE = 60.0  # em; beyond it a column asks for no more room
# How many times the paper's width the cells may ask for before the letters get smaller than that.
_COMFORT = {10.0: 1.1, 9.5: 1.1, 9.0: 2.5, 8.5: 2.5}
_SLACK = 1.02  # small differences between our sums and the typesetter's
_ROUNDING = 0.001  # em; a column made for a word must not break that word
_ZERO_WIDTH_SPACE = "\u200b"
_GOOD_BREAKS = "-/._@,"
_AFTER_SIGN = re.compile(f"(?<=[{re.escape(_GOOD_BREAKS)}])")


@dataclass(frozen=True)
class ColumnNeed:
    """What a column asks for, in em."""

    word: float  # its longest word
    line: float  # what its longer cells take in one line
    weight: float = 1.0
    piece: float | None = None  # its longest piece where words may break after a sign; None: like `word`


@dataclass(frozen=True)
class Fit:
    size: float
    widths: tuple[float, ...]  # points
    is_whole: bool = True  # False where columns are narrower than the pieces they hold

    def room(self, column: int, span: int = 1) -> float:
        """For text across `span` columns, in em."""
        points = sum(self.widths[column : column + span]) - 2 * PADDING_X
        return points / self.size / _SLACK + _ROUNDING

    def height(self, lines: int) -> float:
        """Of a row, in points."""
        text = lines * (TOP_EDGE + BOTTOM_EDGE) + (lines - 1) * LEADING
        return round(text * self.size + 2 * PADDING_Y, 3)


def need(
    texts: Sequence[str], label: str, *, total: str = "", keep_whole: bool, weight: float, least: float = 0.0
) -> ColumnNeed:
    """`keep_whole` for numbers and dates: they never wrap. Label and total are printed bold; `least` em stay free."""
    headings = {*label.split(), *total.split()}
    lines = sorted(glyphs.width(text) for text in texts) or [0.0]
    words: set[str] = set() if keep_whole else {word for text in set(texts) for word in text.split()}
    whole = max(least, lines[-1] if keep_whole else 0.0)
    usual = lines[-1] if keep_whole else lines[math.ceil(0.9 * (len(lines) - 1))]
    return ColumnNeed(
        word=min(max(whole, _widest(words), _widest(headings, bold=True)), _LONGEST_WORD),
        line=min(usual, _LONGEST_LINE),
        weight=weight,
        piece=min(max(whole, _widest(_parts(words)), _widest(_parts(headings), bold=True)), _LONGEST_WORD),
    )


def _widest(texts: Iterable[str], *, bold: bool = False) -> float:
    return max((glyphs.width(text, bold=bold) for text in texts), default=0.0)


def _parts(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from _AFTER_SIGN.split(word)


def widened(needs: Sequence[ColumnNeed], label: str) -> list[ColumnNeed]:
    """Columns under one label, together at least as wide as its longest word."""
    words = max((glyphs.width(word, bold=True) for word in label.split()), default=0.0)
    lack = max(0.0, min(words, _LONGEST_WORD) - sum(column.word for column in needs)) / len(needs)
    return [
        replace(column, word=column.word + lack, piece=None if column.piece is None else column.piece + lack)
        for column in needs
    ]


def fit(needs: Sequence[ColumnNeed], available: float) -> Fit:
    """The largest letters with which everything stands comfortably, else the smallest allowed.

    Where even those are too large, words break after a sign such as - or /, and at the very last anywhere.
    """
    for unbroken in ([column.word for column in needs], [_piece(column) for column in needs]):
        for size in SIZES:
            least = [_points(length, size) for length in unbroken]
            lines = sum(_points(column.line, size) for column in needs)
            if sum(least) <= available and lines <= _COMFORT.get(size, math.inf) * available:
                return Fit(size, _share(needs, least, size, available))
    size = SIZES[-1]
    least = [_points(_piece(column), size) for column in needs]
    return Fit(size, tuple(width * available / sum(least) for width in least), is_whole=False)


def wrap(text: str, room: float, *, bold: bool = False) -> str:
    """The text in lines that surely fit into `room` (em)."""
    if glyphs.width(text, bold=bold) <= room:
        return text
    space = glyphs.width(" ", bold=bold)
    lines, line, taken = [], "", 0.0
    for word in text.split(" "):
        length = glyphs.width(word, bold=bold)
        if line and taken + space + length <= room:
            line, taken = f"{line} {word}", taken + space + length
            continue
        if line:
            # Copied text needs the space; it does not print, but the typesetter wants room for it.
            lines.append(f"{line} " if taken + space <= room else line)
        *full, line = _pieces(word, room, bold) if length > room else [word]
        lines += full
        taken = glyphs.width(line, bold=bold)
    return "\n".join([*lines, line])


def breakable(text: str, room: float, *, bold: bool = False) -> str:
    """For text that the typesetter wraps: chances to break inside words wider than `room` (em)."""
    words = text.split(" ")
    return " ".join(
        _ZERO_WIDTH_SPACE.join(_pieces(word, room, bold)) if glyphs.width(word, bold=bold) > room else word
        for word in words
    )


def _piece(column: ColumnNeed) -> float:
    return column.word if column.piece is None else column.piece


def _points(em: float, size: float) -> float:
    return em * size * _SLACK + 2 * PADDING_X


def _share(
    needs: Sequence[ColumnNeed], least: Sequence[float], size: float, available: float
) -> tuple[float, ...]:
    """Least widths plus the spare room: first so that cells stay on one line, what is left by weight."""
    widths = list(least)
    spare = available - sum(least)
    wishes = {
        position: _points(column.line, size) - least[position]
        for position, column in enumerate(needs)
        if column.weight and _points(column.line, size) > least[position]
    }
    # The modest first: a column that lacks a little gets it whole, the long-winded ones share the rest.
    for position in sorted(wishes, key=lambda place: wishes[place] / needs[place].weight):
        weights = sum(needs[place].weight for place in wishes)
        granted = min(wishes.pop(position), spare * needs[position].weight / weights)
        widths[position] += granted
        spare -= granted
    shares = [width * column.weight for width, column in zip(widths, needs, strict=True)]
    if not any(shares):
        shares = widths
    return tuple(width + spare * share / sum(shares) for width, share in zip(widths, shares, strict=True))


def _pieces(word: str, room: float, bold: bool) -> list[str]:
    """A word cut so that each piece fits, after a sign such as - or / where there is one."""
    pieces, piece = [], ""
    for character in word:
        while piece and glyphs.width(piece + character, bold=bold) > room:
            cut = max(map(piece.rfind, _GOOD_BREAKS)) + 1 or len(piece)
            pieces.append(piece[:cut])
            piece = piece[cut:]
        piece += character
    return [*pieces, piece]
