"""Dates as people write them, and the words for months and days."""

import datetime
import re

from django.core.exceptions import ValidationError

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Spellings of old papers and of a spreadsheet set to English.
_OTHER_SPELLINGS = {
    "january": 1, "pebruari": 2, "peb": 2, "february": 2, "march": 3, "mrt": 3, "may": 5, "june": 6,
    "july": 7, "agt": 8, "ags": 8, "agust": 8, "aug": 8, "august": 8, "sept": 9, "oct": 10, "october": 10,
    "nopember": 11, "nop": 11, "dec": 12, "december": 12,
}  # fmt: skip
_MONTHS = (
    {name.lower(): number for number, name in enumerate(BULAN, 1)}
    | {name.lower(): number for number, name in enumerate(BULAN_PENDEK, 1)}
    | _OTHER_SPELLINGS
)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ]00:00(?::00)?)?")
_WITH_WORD = re.compile(r"([0-9]{1,2})[-/. ]+([a-z]+)\.?[-/. ,]+([0-9]{4})")
_DAY_NAME = re.compile(r"\A(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad),? ")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-/. ]+(?:[0-9]{1,2}|[a-z]+)[-/. ]+[0-9]{2}")
_EARLIEST, _LATEST = 1900, 2100


def parse_tanggal(raw: str) -> datetime.date:
    """Date from "6/7/2022", "06-07-2022", "6 Juli 2022" or "2022-07-06"; the day comes before the month."""
    text = _DAY_NAME.sub("", " ".join(raw.split()).lower().lstrip("'"))
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif (match := _WITH_WORD.fullmatch(text)) and match[2] in _MONTHS:
        day, month, year = int(match[1]), _MONTHS[match[2]], int(match[3])
    elif _SHORT_YEAR.fullmatch(text):
        raise ValidationError("Tulis tahun dengan empat angka, misalnya 6 Juli 2022.", code="short_year")
    else:
        raise ValidationError(
            "Tanggal tidak dikenali. Tulis misalnya 06-07-2022 atau 6 Juli 2022.", code="invalid"
        )
    if not _EARLIEST <= year <= _LATEST:
        raise ValidationError("Tahun pada tanggal ini tidak masuk akal. Periksa kembali.", code="year")
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise ValidationError(
            "Tanggal ini tidak ada dalam kalender. Tulis hari, bulan, lalu tahun, misalnya 06-07-2022.",
            code="calendar",
        ) from None
