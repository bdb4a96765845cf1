"""The time a report speaks about: a year, a part of one, or any days from and to."""

import calendar
import datetime
from dataclasses import dataclass

from common.templatetags.indonesia import tanggal

_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Period:
    """Both ends belong to the period; an end that is None is open."""

    start: datetime.date | None
    end: datetime.date | None
    text: str  # "Triwulan III Tahun 2026"
    slug: str  # as it stands in a file name

    @classmethod
    def all(cls) -> "Period":
        return cls(None, None, "Seluruh Tahun", "semua")

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(datetime.date(year, 1, 1), datetime.date(year, 12, 31), f"Tahun {year}", str(year))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Period":
        start, end = _months(year, 3 * quarter - 2, 3)
        return cls(start, end, f"Triwulan {_ROMAN[quarter - 1]} Tahun {year}", f"{year}-tw{quarter}")

    @classmethod
    def semester(cls, year: int, semester: int) -> "Period":
        start, end = _months(year, 6 * semester - 5, 6)
        return cls(start, end, f"Semester {_ROMAN[semester - 1]} Tahun {year}", f"{year}-s{semester}")

    @classmethod
    def between(cls, start: datetime.date | None, end: datetime.date | None) -> "Period":
        if start is None and end is None:
            return cls.all()
        if start is not None and end is not None and start > end:
            raise ValueError("a period cannot end before it starts")
        return cls(start, end, _range_text(start, end), _range_slug(start, end))

    def cumulative(self) -> "Period":
        """From the start of the year to the end of this part of it: the "s.d. triwulan ini" of the forms."""
        if self.end is None:
            return self
        start = datetime.date(self.end.year, 1, 1)
        if self.start == start:
            return self
        return Period(start, self.end, f"s.d. {self.text}", f"sd-{self.slug}")

    def __contains__(self, day: datetime.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """As it stands under the title on paper."""
        return self.text.upper()


def _months(year: int, first: int, count: int) -> tuple[datetime.date, datetime.date]:
    last = first + count - 1
    return (
        datetime.date(year, first, 1),
        datetime.date(year, last, calendar.monthrange(year, last)[1]),
    )


def _range_text(start: datetime.date | None, end: datetime.date | None) -> str:
    if start is None:
        return f"Keadaan s.d. {tanggal(end)}"
    if end is None:
        return f"Sejak {tanggal(start)}"
    if start == end:
        return tanggal(start)
    first = tanggal(start)
    if start.year == end.year:
        first = first.removesuffix(f" {start.year}")
    return f"{first} s.d. {tanggal(end)}"


def _range_slug(start: datetime.date | None, end: datetime.date | None) -> str:
    if start is None:
        return f"sd-{end}"
    if end is None:
        return f"sejak-{start}"
    return f"{start}" if start == end else f"{start}-sd-{end}"
