"""When something was: a day, several days, a month or a year, as lists of results and of trainings say it."""

import calendar
import datetime
import re
from contextlib import suppress

from django.core.exceptions import ValidationError

from common.tanggal import parse_tanggal
from spreadsheets.columns import Column
from spreadsheets.reading.book import Cell
from spreadsheets.reading.days import read_date, read_year
from spreadsheets.reading.problem import CellError, Reading, quoted

# What `parse_tanggal` says of a date that has only one thing wrong.
_NEARLY_A_DAY = ("calendar", "short_year", "year")
_ADVICE = "Tulis misalnya 6 Juli 2022, 5-7 Maret 2025, Maret 2025, atau 2022."
_UNTIL = r"\s*(?:-|–|—|s\.?\s*/?\s*d\.?|sampai(?: dengan)?|hingga|dan|&|,)\s*"
# "05-07 Maret 2025" and "5, 6, 7 Maret 2025": the first and the last count.
_DAYS_OF_MONTH = re.compile(
    rf"(\d{{1,2}})(?:{_UNTIL}\d{{1,2}})*{_UNTIL}(\d{{1,2}})\s*[-/. ]?\s*([a-z]+)\.?\s+(\d{{4}})"
)
# "28 Februari s.d. 2 Maret 2025", "28-02-2025 s/d 02-03-2025"
_TWO_DAYS = re.compile(rf"(\d.*?){_UNTIL}(\d{{1,2}}[-/. ]+(?:[a-z]+|\d{{1,2}})[-/. ]+\d{{4}})")
_MONTH = re.compile(r"([a-z]+)\.?[-/ ]+(\d{4})")
_MONTH_IN_DIGITS = re.compile(r"(\d{1,2})[-/](\d{4})")


def read_period(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, str):
        text = " ".join(cell.lower().split()).strip("'. ")
        for read in (_days_of_month, _two_days, _month):
            if found := read(text):
                return list(found), []
    try:
        day, problems = read_date(cell, column)
        return [day, day], problems
    except ValidationError as error:
        no_day = error
    try:
        year, _ = read_year(cell, column)
    except ValidationError:
        if no_day.code in _NEARLY_A_DAY:
            raise no_day from None
        raise CellError(f"{quoted(str(cell))} bukan tanggal atau tahun.", _ADVICE) from None
    return [datetime.date(year, 1, 1), datetime.date(year, 12, 31)], []


def is_whole(first: datetime.date, last: datetime.date) -> bool:
    """Whole months or years: the day itself was not told."""
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _days_of_month(text: str) -> tuple[datetime.date, datetime.date] | None:
    if not (match := _DAYS_OF_MONTH.fullmatch(text)):
        return None
    first, last, month, year = match.groups()
    return _in_order(_day(f"{first} {month} {year}"), _day(f"{last} {month} {year}"))


def _two_days(text: str) -> tuple[datetime.date, datetime.date] | None:
    if not (match := _TWO_DAYS.fullmatch(text)):
        return None
    last = _day(match[2])
    # "28 Februari s.d. 2 Maret 2025" tells the year once.
    first = _day(match[1]) or (_day(f"{match[1]} {last.year}") if last else None)
    return _in_order(first, last)


def _month(text: str) -> tuple[datetime.date, datetime.date] | None:
    if match := _MONTH.fullmatch(text):
        first = _day(f"1 {match[1]} {match[2]}")
    elif match := _MONTH_IN_DIGITS.fullmatch(text):
        first = _day(f"1-{match[1]}-{match[2]}")
    else:
        return None
    return (first, first.replace(day=calendar.monthrange(first.year, first.month)[1])) if first else None


def _day(text: str) -> datetime.date | None:
    with suppress(ValidationError):
        return parse_tanggal(text)
    return None


def _in_order(
    first: datetime.date | None, last: datetime.date | None
) -> tuple[datetime.date, datetime.date] | None:
    return (first, last) if first and last and first <= last else None
