"""Warning letters about the annual meeting: which one may be written, and why not (domain 5.3)."""

import datetime
from collections.abc import Sequence

from koperasi.kepatuhan import KepatuhanRat, rat_due_on, rat_status, warning_letter

LEVELS = ("sp1-rat", "sp2-rat", "sp3-rat")
DAYS_TO_ANSWER = 14


def book_year(on: datetime.date, *, is_primer: bool) -> int:
    """The newest book year whose meeting is overdue on a date."""
    newest = on.year - 1
    return newest if on > rat_due_on(newest, is_primer=is_primer) else newest - 1


def obstacle(
    tahun_buku: int,
    *,
    held_on: datetime.date | None,
    founded_on: datetime.date | None,
    is_primer: bool,
    issued_on: Sequence[datetime.date],
    on: datetime.date,
) -> str:
    """Why the next letter about a book year cannot be written; empty where it can.

    `issued_on` are the days of SP1, SP2, … so far. One letter a month, in their order: each gives time to answer.
    """
    status = rat_status(tahun_buku, held_on=held_on, is_primer=is_primer, on=on)
    if founded_on and founded_on.year > tahun_buku:
        return f"Koperasi baru berbadan hukum pada {founded_on.year}."
    if status != KepatuhanRat.BELUM:
        return f"RAT tahun buku {tahun_buku} {status.label.lower()}."
    if len(issued_on) == len(LEVELS):
        return "SP1, SP2, dan SP3 sudah terbit."
    if issued_on and (issued_on[-1].year, issued_on[-1].month) == (on.year, on.month):
        return f"SP{len(issued_on)} terbit bulan ini; SP{len(issued_on) + 1} paling cepat bulan depan."
    due = warning_letter(tahun_buku, held_on=held_on, is_primer=is_primer, on=on)
    if len(issued_on) >= due:
        return f"SP{len(issued_on) + 1} baru jatuh waktu bulan depan."
    return ""
