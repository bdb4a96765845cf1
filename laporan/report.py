"""The one object behind a printed report: screen, PDF, XLSX and CSV all read it, so they cannot disagree."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from common.templatetags.indonesia import angka, persen, rupiah, tanggal, waktu
from spreadsheets.sheet import Kind, Section, Sheet, SheetColumn, Value

Row = Sequence[Value] | Section

EMPTY = "-"  # what the office writes where there is nothing
NOTHING = "NIHIL"  # what it writes instead of an empty table


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


_ALIGN = {Kind.NUMBER: Align.RIGHT, Kind.RUPIAH: Align.RIGHT, Kind.PERCENT: Align.RIGHT}
# Excel widths in characters; on paper widths follow the contents.
_SHEET_WIDTH = {
    Kind.TEXT: 28,
    Kind.NUMBER: 11,
    Kind.RUPIAH: 18,
    Kind.DATE: 18,
    Kind.PERCENT: 12,
    Kind.IDENTIFIER: 22,
}


@dataclass(frozen=True)
class Link:
    """A value that leads to its details on screen; every file gets the bare value."""

    value: Value
    url: str


@dataclass(frozen=True)
class Column:
    key: str
    label: str
    kind: Kind = Kind.TEXT
    group: str = ""  # neighbouring columns with one group share a label above theirs
    weight: float = 1.0  # its part of the room that remains once every column fits its longest word
    align: Align | None = None
    room: float = 0.0  # em on paper at least, for what is written by hand
    empty: str = EMPTY  # what people read where there is no value

    @property
    def alignment(self) -> Align:
        return self.align or _ALIGN.get(self.kind, Align.LEFT)

    @property
    def is_numeric(self) -> bool:
        return self.kind in {Kind.NUMBER, Kind.RUPIAH, Kind.PERCENT}

    def format(self, value: Value) -> str:
        """The value as people read it."""
        value = bare(value)
        if value is None or value == "":
            return self.empty
        if isinstance(value, bool):
            return "Ya" if value else "Tidak"
        if isinstance(value, datetime.datetime):
            return f"{tanggal(value)}, {waktu(value)}"
        if isinstance(value, datetime.date):
            return tanggal(value)
        if isinstance(value, str) or self.kind in {Kind.TEXT, Kind.IDENTIFIER}:
            return str(value)
        return _FORMATS.get(self.kind, str)(value)


_FORMATS: dict[Kind, Callable[..., str]] = {Kind.NUMBER: angka, Kind.RUPIAH: rupiah, Kind.PERCENT: persen}

NUMBER = Column("no", "No", Kind.NUMBER, align=Align.CENTER, weight=0, empty="")


def numbered(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with a running number in front, for a report whose first column is NUMBER."""
    number = 0
    for row in rows:
        if isinstance(row, Section):
            yield row
        else:
            number += 1
            yield (number, *row)


def bare(value: Value) -> Value:
    return value.value if isinstance(value, Link) else value


@dataclass(frozen=True)
class HeaderCell:
    label: str
    column: int  # the first it stands above
    colspan: int = 1
    rowspan: int = 1
    is_numeric: bool = False


@dataclass(frozen=True, kw_only=True)
class Report:
    name: str  # of the file, without its ending
    title: str  # paper prints it and the subtitles in capitals
    columns: tuple[Column, ...]
    # A callable is asked again for every output, so a long report can stream from the database each time.
    rows: Sequence[Row] | Callable[[], Iterable[Row]]
    subtitles: tuple[str, ...] = ()
    # One value a column. Text in front, such as "JUMLAH", runs over the empty places that follow it.
    totals: tuple[Value, ...] | None = None
    notes: tuple[str, ...] = ()
    # Counts the rows that name persons; None where the report names none. Its files are put on record.
    count_people: Callable[[], int] | None = None
    orientation: Orientation = Orientation.PORTRAIT
    least_lines: int = 1  # that a row has room for on paper, where people write into it
    column_numbers: bool = False  # the row (1) (2) (3) … that some forms want under the header

    def __post_init__(self) -> None:
        if self.totals is not None and len(self.totals) != len(self.columns):
            raise ValueError(f"{self.name}: totals and columns differ in number")

    def __iter__(self) -> Iterator[Row]:
        rows = self.rows() if callable(self.rows) else self.rows
        for row in rows:
            if not isinstance(row, Section) and len(row) != len(self.columns):
                raise ValueError(f"{self.name}: a row has {len(row)} values for {len(self.columns)} columns")
            yield row

    @property
    def header(self) -> tuple[tuple[HeaderCell, ...], ...]:
        """One line of labels, or two when columns are grouped."""
        is_grouped = any(column.group for column in self.columns)
        upper: list[HeaderCell] = []
        lower: list[HeaderCell] = []
        for group, members in groupby(enumerate(self.columns), key=lambda place: place[1].group):
            labels = [
                HeaderCell(
                    column.label,
                    position,
                    rowspan=2 if is_grouped and not group else 1,
                    is_numeric=column.is_numeric,
                )
                for position, column in members
            ]
            if group:
                upper.append(HeaderCell(group, labels[0].column, colspan=len(labels)))
                lower.extend(labels)
            else:
                upper.extend(labels)
        return (tuple(upper), tuple(lower)) if lower else (tuple(upper),)

    @property
    def total_cells(self) -> tuple[tuple[str, int], ...]:
        """The totals as (text, number of columns covered)."""
        cells: list[tuple[str, int]] = []
        for column, value in zip(self.columns, self.totals or (), strict=False):
            spreads = value is None and len(cells) == 1 and isinstance(bare((self.totals or ("",))[0]), str)
            if spreads:
                cells[0] = (cells[0][0], cells[0][1] + 1)
            else:
                cells.append(("" if value is None else column.format(value), 1))
        return tuple(cells)

    def sheet(self, *, printed: str) -> Sheet:
        """The same report for a spreadsheet program, with its filter and its time above the table."""
        return Sheet(
            columns=[
                SheetColumn(c.label, c.kind, c.group, 6 if c.key == NUMBER.key else _SHEET_WIDTH[c.kind])
                for c in self.columns
            ],
            rows=(row if isinstance(row, Section) else tuple(map(bare, row)) for row in self),
            head=(self.title, *self.subtitles, printed),
            totals=None if self.totals is None else tuple(map(bare, self.totals)),
            notes=self.notes,
        )
