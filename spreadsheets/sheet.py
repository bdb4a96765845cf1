"""What goes out as a spreadsheet, before it is a file: columns, rows, and what a cell may hold."""

import datetime
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils import timezone

Value = object  # str, int, Decimal, float, bool, date, datetime or None
Cell = str | int | float | Decimal | datetime.date


class Kind(StrEnum):
    """What a column holds; every output formats and aligns by it."""

    TEXT = "text"
    NUMBER = "number"
    RUPIAH = "rupiah"
    DATE = "date"
    PERCENT = "percent"  # 87.5 means 87,50 %
    COORDINATE = "coordinate"  # degrees, to the metre
    IDENTIFIER = "identifier"  # digits that are a name: NIB, NIP, P-IRT; never a number


@dataclass(frozen=True)
class SheetColumn:
    label: str
    kind: Kind = Kind.TEXT
    group: str = ""  # a label above this one, shared with neighbouring columns
    width: float = 16  # in characters


@dataclass(frozen=True)
class Section:
    """A row that only names what follows, across the whole width."""

    text: str


@dataclass(frozen=True)
class Sheet:
    columns: Sequence[SheetColumn]
    rows: Iterable[Sequence[Value] | Section]
    head: Sequence[str] = ()  # title, filter, time: lines above the table
    totals: Sequence[Value] | None = None
    notes: Sequence[str] = ()
    tab: str = "Data"


# Excel evaluates a cell that begins with one of these; the full-width forms count in East Asian settings.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_EXCEL_DIGITS = 15


def cell(value: Value, kind: Kind = Kind.TEXT) -> Cell:
    """The value as a sheet may hold it: a real number, a real date, or text that is no formula.

    Every cell of every file goes through here, headings and notes too. XLSX cells are typed, so `=` would
    be harmless there, but only until somebody saves the sheet as CSV.
    """
    if isinstance(value, str):
        # Most cells.
        return _defused(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, datetime.datetime):
        return naive(value)
    # Excel's calendar begins in 1900.
    if isinstance(value, datetime.date) and value.year >= 1900:
        return value
    if isinstance(value, int | float | Decimal) and kind != Kind.IDENTIFIER and _fits_excel(value):
        return value
    return _defused(str(value))


def _defused(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _fits_excel(value: int | float | Decimal) -> bool:
    """Excel keeps 15 digits; a longer number would lose its last ones without a word."""
    return math.isfinite(value) and abs(value) < 10**_EXCEL_DIGITS


def naive(moment: datetime.datetime) -> datetime.datetime:
    """The moment by the office's clock: spreadsheets know no time zones."""
    return timezone.localtime(moment).replace(tzinfo=None) if timezone.is_aware(moment) else moment
