"""Which rows of a sheet name its columns: one, or several with groups and merged cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spreadsheets.columns import GROUP_MARK, Column, recognised
from spreadsheets.reading.book import Cell, Merged

LONGEST_HEADER = 200
_DEEPEST = 3
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,3})(?:\.0|[.)])?\)?")
_TELLING_NUMBERS = 3


@dataclass(frozen=True)
class Header:
    top: int  # counted from 0 in the rows that were searched
    depth: int
    headers: tuple[str, ...]
    known: int


def find_header(rows: list[list[Cell]], merged: list[Merged], columns: Sequence[Column]) -> Header | None:
    tried = [_header_at(rows, merged, columns, top) for top in range(len(rows))]
    found = max(
        (each for each in tried if each), key=lambda each: (each.known, -each.depth, -each.top), default=None
    )
    if found and (found.known > 1 or (found.known and sum(map(bool, found.headers)) <= 2)):
        return found
    # Unknown words: the first row that looks like a header is shown to the clerk, who maps it by hand.
    likely = [each for each in tried if each and _looks_like_header(rows, each)]
    return likely[0] if likely else None


def _header_at(
    rows: list[list[Cell]], merged: list[Merged], columns: Sequence[Column], top: int
) -> Header | None:
    if all(is_blank(cell) for cell in rows[top]):
        return None
    least = _merged_depth(merged, top)
    best: Header | None = None
    for depth in range(least, max(least, _DEEPEST) + 1):
        if top + depth > len(rows) or any(_is_data(row) for row in rows[top + 1 : top + depth]):
            break
        headers = _joined(rows[top : top + depth], _spans(merged, top, depth))
        known = recognised(headers, columns)
        if best is None or known > best.known:
            best = Header(top, depth, headers, known)
    return best


def _merged_depth(merged: list[Merged], top: int) -> int:
    """Cells merged downwards from a header's first line reach its last."""
    depths = [each.bottom - each.top + 1 for each in merged if each.top == top + 1]
    return min(max(depths, default=1), _DEEPEST)


def _is_data(row: list[Cell]) -> bool:
    return are_column_numbers(row) or any(
        isinstance(cell, int | float) and not isinstance(cell, bool) and not 1900 < cell < 2100
        for cell in row
    )


def _spans(merged: list[Merged], top: int, depth: int) -> dict[tuple[int, int], int]:
    """(line of the header, place) → the last place that the cell there covers."""
    return {(each.top - top - 1, each.left): each.right for each in merged if top < each.top <= top + depth}


def _joined(lines: list[list[Cell]], spans: dict[tuple[int, int], int]) -> tuple[str, ...]:
    width = max(len(line) for line in lines)
    width = max([width, *(right + 1 for right in spans.values())])
    texts = [[text_of(line[place]) if place < len(line) else "" for place in range(width)] for line in lines]
    for depth, line in enumerate(texts[:-1]):
        _spread(line, texts[depth + 1], {left: right for (at, left), right in spans.items() if at == depth})
    return tuple(_join([line[place] for line in texts]) for place in range(width))


def _spread(line: list[str], below: list[str], spans: dict[int, int]) -> None:
    """Let a group's label stand over all its columns."""
    is_told = bool(spans)
    end, label = -1, ""
    for place, text in enumerate(line):
        if text:
            label, end = text, spans.get(place, place)
            is_group = bool(below[place])
        elif label and (place <= end or (not is_told and is_group and below[place])):
            line[place] = label
        else:
            label = ""


def _join(parts: list[str]) -> str:
    distinct: list[str] = []
    for part in parts:
        if part and part not in distinct:
            distinct.append(part)
    return GROUP_MARK.join(distinct)[:LONGEST_HEADER]


def _looks_like_header(rows: list[list[Cell]], found: Header) -> bool:
    texts = [text_of(cell) for cell in rows[found.top] if not is_blank(cell)]
    is_worded = all(isinstance(cell, str) for cell in rows[found.top] if not is_blank(cell))
    return (
        is_worded
        and len(texts) >= 3
        and len(set(texts)) == len(texts)
        and all(len(text) <= 80 for text in texts)
    )


def are_column_numbers(cells: Sequence[Cell]) -> bool:
    """The row "1 2 3 4" under a header."""
    expected, count = 0, 0
    for cell in cells:
        if is_blank(cell):
            continue
        match = _COLUMN_NUMBER.fullmatch(str(cell).strip()) if isinstance(cell, str | int | float) else None
        if match is None or (count and int(match[1]) != expected):
            return False
        expected, count = int(match[1]) + 1, count + 1
    return count >= _TELLING_NUMBERS


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
