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

    def in_year(self, year: int) -> "Period":
        """The part of a period that lies in a year of it."""
        whole = Period.year(year)
        start = max(filter(None, (self.start, whole.start)))
        end = min(filter(None, (self.end, whole.end)))
        return whole if (start, end) == (whole.start, whole.end) else Period.between(start, end)

    def in_month(self, day: datetime.date) -> "Period":
        """The part of a period that lies in the month of one of its days."""
        first, last = _months(day.year, day.month, 1)
        return Period.between(max(self.start or first, first), min(self.end or last, last))

    def year_before(self) -> "Period":
        """The same part of the year before: February ends on its last day there too."""
        if self.start is None or self.end is None:
            return self
        year = self.start.year
        for now, before in zip(_named_parts(year), _named_parts(year - 1), strict=True):
            if self == now:
                return before
        return Period.between(_year_earlier(self.start), _year_earlier(self.end, is_end=True))

    @property
    def whole_years(self) -> dict[str, int]:
        """Lookups of rows by `tahun`, of years that lie in the period from their first day to their last."""
        years = {}
        if self.start:
            years["tahun__gte"] = self.start.year + (self.start != datetime.date(self.start.year, 1, 1))
        if self.end:
            years["tahun__lte"] = self.end.year - (self.end != datetime.date(self.end.year, 12, 31))
        return years

    @property
    def query(self) -> dict[str, str]:
        """As the box above a report is filled for it."""
        if self == Period.all():
            return {"tahun": ""}
        if self.end:
            year = self.end.year
            if self == Period.year(year):
                return {"tahun": str(year)}
            for quarter in (1, 2, 3, 4):
                if self == Period.quarter(year, quarter):
                    return {"tahun": str(year), "triwulan": str(quarter)}
        days = {"dari": self.start, "sampai": self.end}
        return {name: f"{day:%d-%m-%Y}" for name, day in days.items() if day}

    def __contains__(self, day: datetime.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        return self.text

    @property
    def label(self) -> str:
        """As it stands under the title on paper."""
        return self.text.upper()


def _named_parts(year: int) -> list[Period]:
    quarters = [Period.quarter(year, number) for number in (1, 2, 3, 4)]
    return [Period.year(year), *quarters, Period.semester(year, 1), Period.semester(year, 2)]


def _months(year: int, first: int, count: int) -> tuple[datetime.date, datetime.date]:
    last = first + count - 1
    return (
        datetime.date(year, first, 1),
        datetime.date(year, last, calendar.monthrange(year, last)[1]),
    )


def _year_earlier(day: datetime.date, *, is_end: bool = False) -> datetime.date:
    last = calendar.monthrange(day.year - 1, day.month)[1]
    is_last = is_end and day.day == calendar.monthrange(day.year, day.month)[1]
    return datetime.date(day.year - 1, day.month, last if is_last else min(day.day, last))


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
