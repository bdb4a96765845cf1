"""How long papers are valid, when to remind, and how one stands on a date."""

import calendar
import dataclasses
import datetime

from django.db import models

from legalitas.choices import JenisSertifikat

# Renewal of P-IRT and merek opens six months before the end: from then on there is something to do.
_ENDING_SOON_MONTHS = 6


class MasaBerlaku(models.TextChoices):
    BERLAKU = "berlaku", "Berlaku"
    AKAN_BERAKHIR = "akan_berakhir", "Akan berakhir"
    BERAKHIR = "berakhir", "Berakhir"
    CEK_ULANG = "cek_ulang", "Cek ulang"
    TANPA_BATAS = "tanpa_batas", "Tanpa batas waktu"


@dataclasses.dataclass(frozen=True)
class _Rule:
    """What the law says of one kind: usual years of validity, and months before the end to remind at."""

    years: int | None = None
    reminders: tuple[int, ...] = ()


_RULES: dict[str, _Rule] = {
    JenisSertifikat.PIRT: _Rule(years=5, reminders=(12, 6, 3, 1)),
    JenisSertifikat.BPOM: _Rule(years=5, reminders=(12, 6)),
    JenisSertifikat.MEREK: _Rule(years=10, reminders=(12, 6)),
    JenisSertifikat.SNI: _Rule(years=4),
}
_NO_RULE = _Rule()


def masa_berlaku(
    *, jenis: str, issued_on: datetime.date | None, valid_until: datetime.date | None, on: datetime.date
) -> MasaBerlaku:
    """Standing of a paper on a date. Without a printed end date nothing is ever "berakhir"."""
    if jenis == JenisSertifikat.NIB:
        return MasaBerlaku.TANPA_BATAS
    if valid_until is None:
        return _without_end_date(jenis, issued_on, on)
    if on > valid_until:
        # A halal certificate now holds until something changes; old ones still carry a date.
        return MasaBerlaku.CEK_ULANG if jenis == JenisSertifikat.HALAL else MasaBerlaku.BERAKHIR
    if jenis != JenisSertifikat.HALAL and on >= months_before(valid_until, _ENDING_SOON_MONTHS):
        return MasaBerlaku.AKAN_BERAKHIR
    return MasaBerlaku.BERLAKU


def _without_end_date(jenis: str, issued_on: datetime.date | None, on: datetime.date) -> MasaBerlaku:
    if jenis == JenisSertifikat.NIK_KOPERASI:
        # Updated every year after the RAT season, which ends on 30 June.
        season = on.year if on > datetime.date(on.year, 6, 30) else on.year - 1
        is_updated = issued_on is not None and issued_on.year >= season
        return MasaBerlaku.BERLAKU if is_updated else MasaBerlaku.CEK_ULANG
    if _RULES.get(jenis, _NO_RULE).years is None:
        return MasaBerlaku.TANPA_BATAS
    # The kind has an end; it is only not written down here.
    usual_end = usual_valid_until(jenis, issued_on)
    return MasaBerlaku.BERLAKU if usual_end and on <= usual_end else MasaBerlaku.CEK_ULANG


def usual_valid_until(jenis: str, issued_on: datetime.date | None) -> datetime.date | None:
    """End date by the usual validity of the kind, to suggest in a form; None where there is none."""
    years = _RULES.get(jenis, _NO_RULE).years
    if issued_on is None or years is None:
        return None
    return months_before(issued_on, -12 * years)


def reminder_months(jenis: str) -> tuple[int, ...]:
    """So many months before the end somebody is to be reminded, the earliest first."""
    return _RULES.get(jenis, _NO_RULE).reminders


def reminder_dates(jenis: str, valid_until: datetime.date | None) -> list[tuple[int, datetime.date]]:
    """(months before the end, day to remind) of a paper, the earliest first."""
    if valid_until is None:
        return []
    return [(months, months_before(valid_until, months)) for months in reminder_months(jenis)]


def reminder_stage(jenis: str, *, valid_until: datetime.date | None, on: datetime.date) -> int | None:
    """The latest reminder reached on a date, in months before the end; None before and after."""
    if valid_until is None or on > valid_until:
        return None
    reached = [months for months, day in reminder_dates(jenis, valid_until) if on >= day]
    return min(reached, default=None)


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months earlier (later if negative), or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
