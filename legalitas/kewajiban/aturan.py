"""In which month a duty is called about. Dates in, dates out; the records are asked in `kalender.py`."""

import calendar
import datetime
from dataclasses import dataclass

from legalitas.masa_berlaku import months_before

# P-IRT is given within a day against a promise: training, inspection and label follow in three to six months.
COMMITMENT_MONTHS = 6
COMMITMENT_CALLED = datetime.timedelta(days=30)
# A promise that nobody kept for half a year is a matter for the inspectors, no longer for a call.
COMMITMENT_CHASED = datetime.timedelta(days=180)
# Cooperatives are called from the close of the book year until the law's limit (30 June); then letters follow.
RAT_MONTHS = range(1, 7)
# The certificate of the NIK Koperasi is brought up to date every year once the RAT season is over.
NIK_MONTHS = range(7, 13)


@dataclass(frozen=True)
class Bulan:
    """One month of the calendar."""

    year: int
    month: int

    @classmethod
    def of(cls, day: datetime.date) -> "Bulan":
        return cls(day.year, day.month)

    @property
    def start(self) -> datetime.date:
        return datetime.date(self.year, self.month, 1)

    @property
    def end(self) -> datetime.date:
        return datetime.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def days(self) -> tuple[datetime.date, datetime.date]:
        """First and last, as a range lookup takes them."""
        return self.start, self.end

    def after(self, months: int) -> "Bulan":
        """So many months later, or earlier if negative."""
        return Bulan.of(months_before(self.start, -months))

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"


def commitment_due_on(
    issued_on: datetime.date | None, agreed: datetime.date | None = None
) -> datetime.date | None:
    """Last day for the promises behind a P-IRT: as agreed, else six months after it was given."""
    if agreed or issued_on is None:
        return agreed
    return months_before(issued_on, -COMMITMENT_MONTHS)


def commitment_window(bulan: Bulan) -> tuple[datetime.date, datetime.date]:
    """Due days that are called about in a month: from thirty days ahead until half a year past."""
    return bulan.start - COMMITMENT_CHASED, bulan.end + COMMITMENT_CALLED
