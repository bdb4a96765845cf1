"""A first look at a file: its sheets, where their headers stand, and a few values to recognise columns by."""

from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO, cast

from spreadsheets.columns import guess
from spreadsheets.kind import SheetKind
from spreadsheets.reading.files import Book, SheetInfo, SheetRefused, open_book
from spreadsheets.reading.tables import Table, find_table_and_rows, shape_of
from spreadsheets.sealing import masked

_EXAMPLES = 3
_LONGEST = 40
# Rows looked through for examples: the first rows of a sheet are often half empty.
_LOOKED_AT = 25
_KNOWN = 2
_NO_TABLE = (
    "Tidak ada lembar dengan judul kolom yang dikenali. Pastikan satu baris memuat judul kolom seperti "
    "{}, atau salin datanya ke templat."
)


def scan(file: Any, name: str, kind: SheetKind) -> list[dict[str, Any]]:
    """One entry a sheet, fit for JSON. Sheets with a header are chosen beforehand."""
    book = open_book(cast(BinaryIO, file), name)
    sheets = [_entry(book, info, kind) for info in book.sheets]
    if not any(sheet["is_table"] for sheet in sheets):
        raise SheetRefused(_NO_TABLE.format(_headers_like(kind)))
    return sheets


def _headers_like(kind: SheetKind) -> str:
    """Two headers to look for: what must be there, and what comes first."""
    columns = sorted(kind.columns, key=lambda column: not column.is_required)
    return " dan ".join(f"“{column.label}”" for column in columns[:2])


def _entry(book: Book, info: SheetInfo, kind: SheetKind) -> dict[str, Any]:
    entry = {
        "index": info.index,
        "name": masked(info.name),
        "is_chosen": False,
        "is_table": False,
        "shape": "",
    }
    table, rows = find_table_and_rows(book, info.index, kind.columns)
    if table is None:
        return entry
    first = list(islice(rows, _LOOKED_AT))
    count = len(first) + sum(1 for _ in rows)
    return entry | {
        "is_table": True,
        # Hidden lists of choices, and tables of something else, are offered but not taken by themselves.
        "is_chosen": count > 0 and not info.is_hidden and table.known >= _KNOWN,
        "header_row": table.header_row,
        "first_row": table.first_row,
        "headers": [masked(header) for header in table.headers],
        "titles": [masked(title) for title in table.titles],
        "shape": shape_of(table.headers),
        "places": table.places,
        "rows": count,
        "examples": _examples(table, [cells for _, cells in first], kind),
    }


def _examples(table: Table, rows: list[list[Any]], kind: SheetKind) -> list[list[str]]:
    """By column: the first values that differ, numbers of people masked."""
    found: list[list[str]] = [[] for _ in table.headers]
    secrets = {column.name for column in kind.columns if column.is_secret}
    hidden = {place for place, name in guess(table.headers, kind.columns).items() if name in secrets}
    for cells in rows:
        for place, cell in enumerate(cells[: len(found)]):
            is_secret = place in hidden
            text = masked(cell, is_secret=is_secret)[:_LONGEST] if cell not in (None, "") else ""
            if text and text not in found[place] and len(found[place]) < _EXAMPLES:
                found[place].append(text)
    return found


def without_examples(sheets: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What may stay on record when an import is over."""
    return [{key: value for key, value in sheet.items() if key != "examples"} for sheet in sheets]
