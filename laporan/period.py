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
    label: str  # as it stands under the title
    slug: str  # as it stands in a file name

    @classmethod
    def all(cls) -> "Period":
        return cls(None, None, "SELURUH TAHUN", "semua")

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(datetime.date(year, 1, 1), datetime.date(year, 12, 31), f"TAHUN {year}", str(year))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Period":
        start, end = _months(year, 3 * quarter - 2, 3)
        return cls(start, end, f"TRIWULAN {_ROMAN[quarter - 1]} TAHUN {year}", f"{year}-tw{quarter}")

    @classmethod
    def semester(cls, year: int, semester: int) -> "Period":
        start, end = _months(year, 6 * semester - 5, 6)
        return cls(start, end, f"SEMESTER {_ROMAN[semester - 1]} TAHUN {year}", f"{year}-s{semester}")

    @classmethod
    def between(cls, start: datetime.date | None, end: datetime.date | None) -> "Period":
        if start is None and end is None:
            return cls.all()
        if start is not None and end is not None and start > end:
            raise ValueError("a period cannot end before it starts")
        return cls(start, end, _range_label(start, end), _range_slug(start, end))

    def cumulative(self) -> "Period":
        """From the start of the year to the end of this part of it: the "s.d. triwulan ini" of the forms."""
        if self.end is None:
            return self
        start = datetime.date(self.end.year, 1, 1)
        if self.start == start:
            return self
        return Period(start, self.end, f"S.D. {self.label}", f"sd-{self.slug}")

    def __contains__(self, day: datetime.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        return self.label


def _months(year: int, first: int, count: int) -> tuple[datetime.date, datetime.date]:
    last = first + count - 1
    return (
        datetime.date(year, first, 1),
        datetime.date(year, last, calendar.monthrange(year, last)[1]),
    )


def _range_label(start: datetime.date | None, end: datetime.date | None) -> str:
    if start is None:
        return f"KEADAAN S.D. {tanggal(end)}".upper()
    if end is None:
        return f"SEJAK {tanggal(start)}".upper()
    if start == end:
        return tanggal(start).upper()
    return f"{tanggal(start)} S.D. {tanggal(end)}".upper()


def _range_slug(start: datetime.date | None, end: datetime.date | None) -> str:
    if start is None:
        return f"sd-{end}"
    if end is None:
        return f"sejak-{start}"
    return f"{start}" if start == end else f"{start}-sd-{end}"
