"""Sheets out as CSV, row by row, whatever their length. XLSX stands in `spreadsheets/xlsx.py`."""

import csv
import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from common.batches import batched
from spreadsheets.sheet import Cell, Kind, Section, Sheet, SheetColumn, Value, cell

_LINES_AT_ONCE = 500


def write_csv(sheet: Sheet) -> Iterator[bytes]:
    """CSV as Indonesian Excel opens it with a double click: semicolons, decimal comma, UTF-8 with BOM."""
    line = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n").writerow
    yield b"\xef\xbb\xbf"
    for row in _csv_rows(sheet):
        # A lone surrogate cannot be encoded; one bad name must not break off the file half way.
        yield str(line(row)).encode(errors="replace")


def write_plain_csv(names: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """CSV for programs (RFC 4180): a line of names, commas, UTF-8 without a mark, values as they are stored."""
    line = csv.writer(_Echo(), lineterminator="\r\n").writerow
    yield str(line(names)).encode()
    for chunk in batched(rows, _LINES_AT_ONCE):
        text = "".join(str(line([_plain_text(value) for value in row])) for row in chunk)
        yield text.encode(errors="replace")


def _plain_text(value: Value) -> Cell:
    return str(value).lower() if isinstance(value, bool) else cell(value)


class _Echo:
    """A file for `csv.writer` that hands each line straight back."""

    def write(self, line: str) -> str:
        return line


def _csv_rows(sheet: Sheet) -> Iterator[list[str]]:
    yield from ([_csv_text(text)] for text in sheet.head)
    if sheet.head:
        yield []
    yield [_csv_text(f"{c.group} – {c.label}" if c.group else c.label) for c in sheet.columns]
    for row in sheet.rows:
        yield [_csv_text(row.text)] if isinstance(row, Section) else _csv_cells(sheet.columns, row)
    if sheet.totals is not None:
        yield _csv_cells(sheet.columns, sheet.totals)
    yield from ([_csv_text(note)] for note in sheet.notes)


def _csv_cells(columns: Sequence[SheetColumn], row: Sequence[Value]) -> list[str]:
    return [_csv_text(value, column.kind) for column, value in zip(columns, row, strict=True)]


def _csv_text(raw: Value, kind: Kind = Kind.TEXT) -> str:
    value = cell(raw, kind)
    if isinstance(value, str):
        # A CSV carries no types: only the apostrophe keeps Excel from turning a NIB into 1,23E+12
        # or from dropping the zero in front of a telephone number.
        return f"'{value}" if kind == Kind.IDENTIFIER and value.isdigit() else value
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()  # a date under every regional setting, which 06/07/2022 is not
    if isinstance(value, float | Decimal):
        return format(value, "f").replace(".", ",")
    return str(value)
