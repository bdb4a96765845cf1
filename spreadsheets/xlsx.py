"""XLSX row by row: the file leaves while its rows are read, like CSV, and no copy of it stays on the server.

XlsxWriter makes the book around the rows: styles, headings, what Excel shows and prints. The rows themselves, nearly
all of a long file, are put in here, because XlsxWriter hands over nothing before the last of them and takes three
times as long. A book is a zip of XML: the page goes first; the parts that tell where it ends go last.
"""

import datetime
import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import IO, Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from spreadsheets.sheet import Cell, Kind, Section, Sheet, SheetColumn, Value, cell, naive

LAST_ROW = 1_048_576
_TEXT_LIMIT = 32_767
_FOLIO = 14  # Excel's number for 8.5 x 13 in, which printers here call F4
_PORTRAIT_CHARACTERS = 95
_PAGE = "xl/worksheets/sheet1.xml"
_LEVEL = 3  # of compression: the next ones take twice the time for a tenth less
_ROWS_AT_ONCE, _SENT_AT_ONCE = 100, 64 * 1024


def write_xlsx(sheet: Sheet, *, written_at: datetime.datetime) -> IO[bytes]:
    """The whole file, as an open temporary one, ready to be read from the start."""
    file = tempfile.TemporaryFile()  # noqa: SIM115  (whoever sends the file closes it)
    try:
        for piece in stream_xlsx(sheet, written_at=written_at):
            file.write(piece)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def stream_xlsx(sheet: Sheet, *, written_at: datetime.datetime) -> Iterator[bytes]:
    """The file in pieces; needs the memory of a few rows."""
    frame = _Frame(sheet, written_at)
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        with archive.open(_PAGE, "w") as page:
            page.write(frame.above)
            rows = _Rows(sheet.columns, frame.styles, frame.first)
            for text in rows.write(sheet):
                # A lone surrogate cannot be encoded; one bad name must not break off the file half way.
                page.write(text.encode(errors="replace"))
                if outlet.held > _SENT_AT_ONCE:
                    yield outlet.take()
            last = _Frame(sheet, written_at, rows.last)
            page.write(last.below)
        for name, content in last.parts.items():
            with archive.open(name, "w") as part:
                part.write(content)
    yield outlet.take()


class _Outlet(io.RawIOBase):
    """What `zipfile` writes to. It cannot go back, so the sizes follow each part instead of standing before it."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.held = 0

    def write(self, data: Any) -> int:
        self.pieces.append(bytes(data))
        self.held += len(data)
        return len(data)

    def take(self) -> bytes:
        taken = b"".join(self.pieces)
        self.pieces, self.held = [], 0
        return taken


# --- the book around the rows -----------------------------------------------------------------


class _Frame:
    """A book with everything but its rows; `last` is the row that the filter ends with."""

    def __init__(self, sheet: Sheet, written_at: datetime.datetime, last: int = 0) -> None:
        self.sheet, self.row = sheet, 0
        title = sheet.head[0] if sheet.head else sheet.tab
        file = io.BytesIO()
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        # Leaving the book, even by an error, also removes what it has put aside on disk.
        with xlsxwriter.Workbook(file, options) as book:
            book.set_properties({"title": title, "created": naive(written_at).replace(microsecond=0)})
            self.page, self.formats = book.add_worksheet(sheet.tab), _formats(book)
            self._draw(last)
        with zipfile.ZipFile(file) as parts:
            self.parts = {name: parts.read(name) for name in parts.namelist()}
        self._cut(self.parts.pop(_PAGE))

    def _draw(self, last: int) -> None:
        page: Worksheet = self.page
        for position, column in enumerate(self.sheet.columns):
            page.set_column(position, position, column.width)
        for position, text in enumerate(self.sheet.head):
            _put(page, self.row, 0, cell(text), self.formats["plain" if position else "title"])
            self.row += 1
        self.row += bool(self.sheet.head)
        top = self.row
        self._header()
        self.first = self.row
        # One cell of each style: by these the rows know the styles' numbers.
        for position, style in enumerate(self.formats.values()):
            page.write_number(self.first, position, 0, style)
        # The totals stay outside the filter, or sorting would carry them into the data.
        columns = self.sheet.columns
        page.autofilter(self.first - 1, 0, max(self.first, last) - 1, len(columns) - 1)
        page.freeze_panes(self.first, 0)
        page.repeat_rows(top, self.first - 1)
        page.set_paper(_FOLIO)
        page.fit_to_pages(1, 0)
        if sum(column.width for column in columns) > _PORTRAIT_CHARACTERS:
            page.set_landscape()

    def _header(self) -> None:
        style, columns = self.formats["header"], self.sheet.columns
        if any(column.group for column in columns):
            first = 0
            for group, members in groupby(columns, key=lambda column: column.group):
                after = first + len(list(members))
                if group and after - first > 1:
                    self.page.merge_range(self.row, first, self.row, after - 1, "", style)
                for position in range(first, after):
                    _put(self.page, self.row, position, cell(group) if position == first else "", style)
                first = after
            self.row += 1
        for position, column in enumerate(columns):
            _put(self.page, self.row, position, cell(column.label), style)
        self.row += 1

    def _cut(self, page: bytes) -> None:
        """The page without the row of styles, and without its size, which only the rows tell."""
        above, _, rest = page.rpartition(b"<row ")
        styles, mark, below = rest.partition(b"</sheetData>")
        self.above, self.below = re.sub(rb'<dimension ref="[^"]*"/>', b"", above), mark + below
        numbers = re.findall(rb'<c r="[A-Z]+[0-9]+"((?: s="[0-9]+")?)', styles)
        self.styles = {name: number.decode() for name, number in zip(self.formats, numbers, strict=True)}


def _put(page: Worksheet, row: int, position: int, value: Cell, style: Format) -> None:
    if value == "":
        page.write_blank(row, position, None, style)
    else:
        page.write_string(row, position, _shortened(str(value)), style)


def _shortened(text: str) -> str:
    return text if len(text) <= _TEXT_LIMIT else text[: _TEXT_LIMIT - 1] + "…"


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


# --- rows -------------------------------------------------------------------------------------


class _Rows:
    """Rows as XML, from `first` (counted from 0) on. `last` is the number of the last one that the filter holds."""

    def __init__(self, columns: Sequence[SheetColumn], styles: dict[str, str], first: int) -> None:
        self.styles, self.number, self.last = styles, first, first
        self.places = [(xl_col_to_name(position), column.kind) for position, column in enumerate(columns)]

    def write(self, sheet: Sheet) -> Iterator[str]:
        """A handful at a time: a row is a short text, and there are many."""
        held: list[str] = []
        for row in sheet.rows:
            held.append(self._line(row.text, "section") if isinstance(row, Section) else self._cells(row))
            if len(held) == _ROWS_AT_ONCE:
                yield "".join(held)
                held = []
        self.last = self.number
        if sheet.totals is not None:
            held.append(self._cells(sheet.totals, " total"))
        held += [self._line(note, "plain") for note in sheet.notes]
        yield "".join(held)

    def _line(self, text: str, style: str) -> str:
        return self._row(_text_cell("A", self._next(), self.styles[style], str(cell(text))))

    def _cells(self, row: Sequence[Value], suffix: str = "") -> str:
        number = self._next()
        return self._row(
            "".join(
                [
                    self._cell(letters, number, kind, raw, suffix)
                    for (letters, kind), raw in zip(self.places, row, strict=True)
                ]
            )
        )

    def _next(self) -> int:
        if self.number == LAST_ROW:
            raise OverflowError(f"baris {LAST_ROW + 1} tidak muat di lembar Excel")
        self.number += 1
        return self.number

    def _row(self, cells: str) -> str:
        return f'<row r="{self.number}">{cells}</row>'

    def _cell(self, letters: str, number: int, kind: Kind, raw: Value, suffix: str) -> str:
        value = cell(raw, kind)
        if isinstance(value, str):
            name = "identifier" if kind == Kind.IDENTIFIER else "text"
            return _text_cell(letters, number, self.styles[name + suffix], value)
        if isinstance(value, datetime.date):
            name = "moment" if isinstance(value, datetime.datetime) else "date"
            shown = _serial(value)
        else:
            name, shown = _number_format(value, kind), f"{value:.16G}"
        return f'<c r="{letters}{number}"{self.styles[name + suffix]}><v>{shown}</v></c>'


def _number_format(value: Any, kind: Kind) -> str:
    if kind in (Kind.RUPIAH, Kind.PERCENT, Kind.COORDINATE):
        return kind.value
    return "integer" if value == int(value) else "decimal"


_DAY_NOUGHT = datetime.datetime(1899, 12, 31)
_DAY = datetime.timedelta(days=1)
_LEAP_THAT_NEVER_WAS = 60  # Excel counts a 29 February 1900


def _serial(day: datetime.date) -> str:
    moment = day if isinstance(day, datetime.datetime) else datetime.datetime(day.year, day.month, day.day)
    days = (moment - _DAY_NOUGHT) / _DAY
    return f"{days + (days >= _LEAP_THAT_NEVER_WAS):.16G}"


def _text_cell(letters: str, number: int, style: str, text: str) -> str:
    if not text:
        return f'<c r="{letters}{number}"{style}/>'
    text = _escaped(_shortened(text))
    # Blanks at either end would be dropped.
    keep = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f'<c r="{letters}{number}"{style} t="inlineStr"><is><t{keep}>{text}</t></is></c>'


# Excel writes what XML cannot hold as _xHHHH_, and text that looks like that with an escaped underscore.
_LOOKS_ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")
_UNTOLD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ODD = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x")
_NAMES: tuple[tuple[str, str], ...] = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def _escaped(text: str) -> str:
    if not _ODD.search(text):
        return text
    text = _UNTOLD.sub(_code, _LOOKS_ESCAPED.sub(r"_x005F\1", text))
    for mark, name in _NAMES:
        text = text.replace(mark, name)
    return text


def _code(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"
