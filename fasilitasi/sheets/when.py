"""On which day a row's result counts: told by the row, by the clerk, or by the titles above the table."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from common.templatetags.indonesia import tanggal
from fasilitasi.sheets.options import Asked
from spreadsheets.kind import Row
from spreadsheets.reading.periods import is_whole

_YEAR = re.compile(r"(?<![\d/.-])(20\d\d)(?![\d/])")
_BUDGET = re.compile(r"(?:tahun anggaran|anggaran(?: tahun)?|\bt\.?\s?a\.?)\s*:?\s*(20\d\d)", re.IGNORECASE)
# Years that say when something was printed, or of what the books are.
_OTHER_YEARS = re.compile(
    r"\d{1,2}[-/ .]+(?:[a-z]+|\d{1,2})[-/ .]+20\d\d|tahun buku\s*:?\s*20\d\d|(?:nomor|no)\b\.?\s*:?\s*\S*20\d\d\S*",
    re.IGNORECASE,
)
_NO_YEAR = "Tahun hasil tidak diketahui."
_ADVICE = "Isi kolom tanggal atau tahun hasil, atau isi “Tahun hasil” pada halaman kolom."


@dataclass(frozen=True)
class When:
    """`is_exact` is false where only the month or the year is known, and `day` stands for its end."""

    day: datetime.date
    is_exact: bool


def result_day(row: Row, asked: Asked) -> When | None:
    """Refuses the row where the day is impossible or unknown; says where a year was taken from."""
    told, year = row.get("tanggal_hasil"), row.get("tahun_hasil")
    if any(message.column in ("tanggal_hasil", "tahun_hasil") for message in row.messages if told is None):
        return None
    if told:
        return _by_row(row, told, year, asked)
    if year:
        return _whole_year(row, year, asked, "kolom tahun")
    if chosen := asked.options.get("tahun"):
        titled = years_in(row.about)
        if titled and chosen not in titled:
            row.warn(
                f"Judul lembar menyebut tahun {titled[0]}, tetapi Anda memilih {chosen}.",
                "Kosongkan “Tahun hasil” bila tahunnya mengikuti judul lembar.",
            )
        return _whole_year(row, chosen, asked, "pilihan Anda")
    return _by_titles(row, asked)


def _by_row(row: Row, told: list[datetime.date], year: int | None, asked: Asked) -> When | None:
    first, last = told
    chosen = asked.options.get("tahun")
    if year and last.year != year:
        row.refuse(
            f"Tanggal hasil ({tanggal(last)}) tidak sesuai dengan kolom tahun ({year}).",
            "Perbaiki salah satunya.",
            column="tanggal_hasil",
        )
    elif chosen and last.year != chosen:
        row.refuse(
            f"Hasil tahun {last.year}, padahal Anda memilih tahun {chosen}.",
            "Perbaiki tanggalnya, atau kosongkan “Tahun hasil” pada halaman kolom.",
            column="tanggal_hasil",
        )
    if first != last and is_whole(first, last):
        if (first.month, last.month) == (1, 12):
            return _whole_year(row, last.year, asked, "kolom tanggal")
        return _end_of(row, first, last, asked)
    return _not_in_future(row, When(last, True), asked)


def _whole_year(row: Row, year: int, asked: Asked, source: str) -> When | None:
    day = datetime.date(year, 12, 31)
    if year == asked.today.year:
        day = asked.today
    found = _not_in_future(row, When(day, False), asked)
    if found:
        row.warn(
            f"Hanya tahun {year} yang diketahui (dari {source}), jadi tanggalnya dicatat {tanggal(day)}.",
            "Isi tanggal lengkapnya bila ada.",
        )
    return found


def _end_of(row: Row, first: datetime.date, last: datetime.date, asked: Asked) -> When | None:
    day = (
        min(last, asked.today) if (first.year, first.month) <= (asked.today.year, asked.today.month) else last
    )
    found = _not_in_future(row, When(day, False), asked)
    if found:
        row.warn(f"Hanya bulannya yang diketahui, jadi tanggalnya dicatat {tanggal(day)}.")
    return found


def _by_titles(row: Row, asked: Asked) -> When | None:
    years = years_in(row.about)
    if len(years) == 1:
        return _whole_year(row, years[0], asked, "judul atau nama lembar")
    text = _NO_YEAR
    if years:
        text = f"{_NO_YEAR} Judul lembar menyebut beberapa tahun: {', '.join(map(str, years))}."
    elif budget := budget_year_in(row.about):
        text = f"{_NO_YEAR} Judul lembar hanya menyebut tahun anggaran {budget}."
    row.refuse(text, _ADVICE)
    return None


def _not_in_future(row: Row, when: When, asked: Asked) -> When | None:
    if when.day > asked.today:
        row.refuse("Tanggal tidak boleh di masa depan.", "Periksa tanggal atau tahunnya.")
        return None
    return when


def years_in(texts: Iterable[str]) -> list[int]:
    """Years that titles tell, budget years apart."""
    plain = [_OTHER_YEARS.sub(" ", _BUDGET.sub(" ", text)) for text in texts]
    return sorted({int(year) for text in plain for year in _YEAR.findall(text)})


def budget_year_in(texts: Iterable[str]) -> int | None:
    found = {int(year) for text in texts for year in _BUDGET.findall(text)}
    return found.pop() if len(found) == 1 else None
