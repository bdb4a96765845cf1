"""Dates and years in cells."""

import datetime
import re
from contextlib import suppress

from django.core.exceptions import ValidationError

from common.spelling import is_misspelt
from common.tanggal import BULAN, parse_tanggal
from spreadsheets.columns import Column
from spreadsheets.reading.amounts import number_in
from spreadsheets.reading.book import Cell
from spreadsheets.reading.problem import CellError, Reading, quoted, warning

# Excel counts days from here; its day 60, 29 February 1900, never was.
_DAY_NOUGHT = datetime.date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_DAY = (datetime.date(_LAST_YEAR, 12, 31) - _DAY_NOUGHT).days
_TIME = re.compile(r"[ t]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?(?:wita|wib|wit))?\Z")
# "Ampana, 12-03-1990", "Ampana 12 Maret 1990"
_PLACE = re.compile(r"([^\d,/]{2,}?)(?:[,/]\s*|[. ]\s*(?=\d{1,2}\s*[-/. a-zA-Z]))(\d.*)")
_PLAIN = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]((?:19|20)[0-9]{2})")
_SERIAL = re.compile(r"([1-9]\d{4})(?:[.,]0)?")
_WORD = re.compile(r"[a-z]{3,}")
_YEAR = re.compile(r"(?:tahun|thn|th)?\.? ?((?:19|20)\d\d)(?:[.,]0)?")


def read_date(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, datetime.datetime):
        return _sensible(cell.date()), []
    if isinstance(cell, datetime.date):
        return _sensible(cell), []
    if isinstance(cell, str):
        return _read_text(cell)
    return _from_serial(number_in(cell, "tanggal")), []


def _sensible(day: datetime.date) -> datetime.date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise CellError("Tahun pada tanggal ini tidak masuk akal.", "Periksa kembali.")
    return day


def _from_serial(number: int | float) -> datetime.date:
    if _FIRST_YEAR <= number <= _LAST_YEAR:
        raise CellError("Sel ini hanya berisi tahun.", "Tulis tanggal lengkap, misalnya 06-07-2022.")
    if not 60 < number <= _LAST_DAY:
        raise CellError("Bilangan ini bukan tanggal.", "Tulis misalnya 06-07-2022.")
    return _DAY_NOUGHT + datetime.timedelta(days=int(number))


def _read_text(text: str) -> Reading:
    if match := _PLAIN.fullmatch(text):
        with suppress(ValueError):
            return datetime.date(int(match[3]), int(match[2]), int(match[1])), []
    plain = _TIME.sub("", " ".join(text.lower().split()).lstrip("'")).rstrip(" .,")
    if serial := _SERIAL.fullmatch(plain):
        # A number of Excel's that became text.
        return _from_serial(int(serial[1])), []
    if match := _PLACE.fullmatch(plain):
        place, day = match.groups()
        if not _is_day_name(place):
            return _parsed(day), [warning(f"{quoted(place.title())} di depan tanggal tidak ikut disimpan.")]
    return _parsed(plain), []


def place_before(text: str) -> str:
    """The place in front of a day, where one stands there."""
    match = _PLACE.fullmatch(" ".join(text.split()))
    return "" if match is None or _is_day_name(match[1].lower()) else match[1].strip()


def _is_day_name(word: str) -> bool:
    return word.strip() in {"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad"}


def _parsed(text: str) -> datetime.date:
    spaced = re.sub(r"\s*([-/.])\s*", r"\1", re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", text))
    try:
        return parse_tanggal(spaced)
    except ValidationError as error:
        corrected = _WORD.sub(_month, spaced)
        if error.code != "invalid" or corrected == spaced:
            raise
    return parse_tanggal(corrected)


def _month(match: re.Match[str]) -> str:
    meant = [month for month in BULAN if is_misspelt(match[0], month.lower())]
    return meant[0].lower() if len(meant) == 1 else match[0]


def read_year(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, datetime.date):
        return _sensible(cell).year, []
    if isinstance(cell, str):
        if match := _YEAR.fullmatch(" ".join(cell.lower().split())):
            return int(match[1]), []
        try:
            return parse_tanggal(cell).year, []
        except ValidationError:
            raise CellError(f"{quoted(cell)} bukan tahun.", "Tulis empat angka, misalnya 2019.") from None
    number = number_in(cell, "tahun")
    if number != int(number) or not _FIRST_YEAR <= number <= _LAST_YEAR:
        raise CellError("Bilangan ini bukan tahun.", "Tulis empat angka, misalnya 2019.")
    return int(number), []
