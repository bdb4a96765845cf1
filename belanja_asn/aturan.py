"""The rules of 1 ASN 1 Produk as the district sets them for a period: pure functions, no database.

No law of the nation fixes them; Inpres 2/2022 covers the programme, and each district's circular says how much, from
whom and until when.
"""

import calendar
import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from belanja_asn.choices import JenisPenjual, KeadaanLapor, SyaratPenjual


@dataclass(frozen=True)
class Bulan:
    """A month, in which an OPD reports and an ASN fulfils the rule or not."""

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
    def text(self) -> str:
        """As an address names it."""
        return f"{self.year:04}-{self.month:02}"

    def after(self, months: int) -> "Bulan":
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Bulan(year, month + 1)


def months_between(first: datetime.date, last: datetime.date, *, most: int) -> list[Bulan]:
    """The months that these days lie in, the latest `most` of them."""
    months = [Bulan.of(last)]
    while months[0].start > first and len(months) < most:
        months.insert(0, months[0].after(-1))
    return months if first <= last else []


def is_whole_months(start: datetime.date, end: datetime.date | None) -> bool:
    """A month is judged by one rule, so a rule begins on a first and ends on a last day."""
    return start.day == 1 and (end is None or end == Bulan.of(end).end)


def last_day_to_report(month: Bulan, days: int) -> datetime.date:
    """So many days after the month's end."""
    return month.end + datetime.timedelta(days=days)


def is_late(bought_on: datetime.date, *, today: datetime.date, days: int) -> bool:
    return today > last_day_to_report(Bulan.of(bought_on), days)


def counts_seller(*, jenis: str, syarat: str, is_koperasi: bool, is_verified: bool, is_listed: bool) -> bool:
    """Whether purchases from this seller belong to the programme."""
    if jenis == JenisPenjual.USAHA and is_koperasi:
        return False
    if jenis == JenisPenjual.KOPERASI and not is_koperasi:
        return False
    if syarat == SyaratPenjual.TAYANG:
        return is_listed
    if syarat == SyaratPenjual.TERVERIFIKASI:
        return is_verified
    return True


def fulfils(amount: int, minimum: int) -> bool:
    """What one ASN bought in a month, together, reaches the minimum; the minimum itself is enough."""
    return amount >= minimum


def number_of_asn(known: Mapping[datetime.date, int], month: Bulan) -> int | None:
    """The number of the month itself, else of the latest month before it; None where none is known.

    A later number is never carried back: how many there were before it nobody knows.
    """
    before = [start for start in known if start <= month.start]
    return known[max(before)] if before else None


def participation(people: int, of: int | None) -> float | None:
    """In per cent of all ASN. None where the number is unknown or nobody works there."""
    return people / of * 100 if of else None


def reporting_state(*, has_reported: bool, people: int, amount: int) -> KeadaanLapor:
    if not has_reported:
        return KeadaanLapor.BELUM
    return KeadaanLapor.MELAPOR if people or amount else KeadaanLapor.NIHIL
