"""Sheets out: one `Sheet` becomes a CSV or an XLSX file, row by row, whatever its length."""

import csv
import datetime
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, islice
from typing import IO, Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from spreadsheets.sheet import Cell, Kind, Section, Sheet, SheetColumn, Value, cell, naive

_EXCEL_TEXT_LIMIT = 32_767
_FOLIO = 14  # Excel's number for 8.5 x 13 in, which printers here call F4
_PORTRAIT_CHARACTERS = 95
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
    rows = iter(rows)
    while chunk := list(islice(rows, _LINES_AT_ONCE)):
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


def write_xlsx(sheet: Sheet, *, written_at: datetime.datetime) -> IO[bytes]:
    """XLSX in constant memory; returns an open temporary file, ready to be read from the start."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  (whoever sends the file closes it)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    title = sheet.head[0] if sheet.head else sheet.tab
    try:
        # Leaving the book, even by an error, also removes what it has put aside on disk.
        with xlsxwriter.Workbook(file, options) as book:
            book.set_properties({"title": title, "created": naive(written_at).replace(microsecond=0)})
            _Page(book.add_worksheet(sheet.tab), sheet.columns, _formats(book)).write(sheet)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


class _Page:
    """One worksheet, written from top to bottom: constant memory forgets each row once left."""

    def __init__(self, page: Worksheet, columns: Sequence[SheetColumn], formats: dict[str, Format]) -> None:
        self.page, self.columns, self.formats = page, columns, formats
        self.row = 0
        for position, column in enumerate(columns):
            page.set_column(position, position, column.width)

    def write(self, sheet: Sheet) -> None:
        for position, text in enumerate(sheet.head):
            self._line(text, "plain" if position else "title")
        self.row += bool(sheet.head)
        top = self.row
        self._header()
        first = self.row
        for row in sheet.rows:
            if isinstance(row, Section):
                self._line(row.text, "section")
            else:
                self._cells(row)
        # The totals stay outside the filter, or sorting would carry them into the data.
        self.page.autofilter(first - 1, 0, max(first, self.row - 1), len(self.columns) - 1)
        if sheet.totals is not None:
            self._cells(sheet.totals, suffix=" total")
        for note in sheet.notes:
            self._line(note, "plain")
        self.page.freeze_panes(first, 0)
        self._prepare_print(top, first - 1)

    def _prepare_print(self, first_header: int, last_header: int) -> None:
        self.page.repeat_rows(first_header, last_header)
        self.page.set_paper(_FOLIO)
        self.page.fit_to_pages(1, 0)
        if sum(column.width for column in self.columns) > _PORTRAIT_CHARACTERS:
            self.page.set_landscape()

    def _header(self) -> None:
        style = self.formats["header"]
        if any(column.group for column in self.columns):
            first = 0
            for group, members in groupby(self.columns, key=lambda column: column.group):
                last = first + len(list(members)) - 1
                if group and last > first:
                    self.page.merge_range(self.row, first, self.row, last, "", style)
                for position in range(first, last + 1):
                    self._put(position, cell(group) if position == first else "", style)
                first = last + 1
            self.row += 1
        for position, column in enumerate(self.columns):
            self._put(position, cell(column.label), style)
        self.row += 1

    def _line(self, text: str, style: str) -> None:
        self._put(0, cell(text), self.formats[style])
        self.row += 1

    def _cells(self, row: Sequence[Value], suffix: str = "") -> None:
        for position, (column, raw) in enumerate(zip(self.columns, row, strict=True)):
            value = cell(raw, column.kind)
            self._put(position, value, self.formats[_format_name(value, column.kind) + suffix])
        self.row += 1

    def _put(self, position: int, value: Cell, style: Format) -> None:
        if value == "":
            problem = self.page.write_blank(self.row, position, None, style)
        elif isinstance(value, str):
            text = value if len(value) <= _EXCEL_TEXT_LIMIT else value[: _EXCEL_TEXT_LIMIT - 1] + "…"
            problem = self.page.write_string(self.row, position, text, style)
        elif isinstance(value, datetime.date):
            problem = self.page.write_datetime(self.row, position, value, style)
        else:
            problem = self.page.write_number(self.row, position, value, style)
        if problem:
            # XlsxWriter merely returns a number for a row past the sheet's end: the file would look whole.
            raise OverflowError(f"baris {self.row + 1} tidak muat di lembar Excel")


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    body: dict[str, Any] = {"border": 1, "border_color": "#9AA5A8", "valign": "top"}
    # 0x421 is Indonesian: the month is spelt "Juli" in any Excel.
    shapes: dict[str, dict[str, Any]] = {
        "text": {"text_wrap": True},
        "identifier": {"num_format": "@"},
        "integer": {"num_format": "#,##0"},
        "decimal": {"num_format": "#,##0.00"},
        "rupiah": {"num_format": '"Rp"#,##0'},
        "percent": {"num_format": '0.00" %"'},
        "coordinate": {"num_format": "0.00000"},
        "date": {"num_format": "[$-421]d mmmm yyyy", "align": "left"},
        "moment": {"num_format": "[$-421]d mmmm yyyy hh:mm", "align": "left"},
    }
    total = {"bold": True, "bg_color": "#EEF2F2"}
    header = {"bold": True, "bg_color": "#DDE6E6", "align": "center", "valign": "vcenter", "text_wrap": True}
    return {
        **{name: book.add_format(body | shape) for name, shape in shapes.items()},
        **{f"{name} total": book.add_format(body | shape | total) for name, shape in shapes.items()},
        "header": book.add_format(body | header),
        "section": book.add_format({"bold": True}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "plain": book.add_format(),
    }


def _format_name(value: Cell, kind: Kind) -> str:
    if isinstance(value, datetime.datetime):
        return "moment"
    if isinstance(value, datetime.date):
        return "date"
    if isinstance(value, str):
        return "identifier" if kind == Kind.IDENTIFIER else "text"
    if kind in {Kind.RUPIAH, Kind.PERCENT, Kind.COORDINATE}:
        return kind.value
    return "integer" if value == int(value) else "decimal"
