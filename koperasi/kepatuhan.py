"""Duties around the annual members' meeting (RAT), and whether a cooperative counts as active."""

import datetime

from django.db import models

# Permenkop 19/2015: a primary cooperative meets within three months of the book year, a secondary within six.
_DUE = {True: (3, 31), False: (6, 30)}
# UU 25/1992 Pasal 26: at most six months after the book year closes. Book years here are calendar years.
_LEGAL_LIMIT = (6, 30)
# "More than two years without RAT": the legal limit of two book years in a row has passed.
YEARS_WITHOUT_RAT = 2


class KepatuhanRat(models.TextChoices):
    """How a cooperative stands to the RAT of one book year."""

    TEPAT_WAKTU = "tepat_waktu", "Tepat waktu"
    TERLAMBAT = "terlambat", "Terlambat"
    BELUM = "belum", "Belum RAT"
    BELUM_JATUH_TEMPO = "belum_jatuh_tempo", "Belum jatuh tempo"


def rat_due_on(tahun_buku: int, *, is_primer: bool) -> datetime.date:
    """Last day for the RAT of a book year: 31 March (primer) or 30 June (sekunder) of the next."""
    return datetime.date(tahun_buku + 1, *_DUE[is_primer])


def rat_legal_limit(tahun_buku: int) -> datetime.date:
    """Last day that the law allows, for every cooperative."""
    return datetime.date(tahun_buku + 1, *_LEGAL_LIMIT)


def owes_rat(tahun_buku: int, *, founded_on: datetime.date | None) -> bool:
    """Founded by the end of the book year; a date that nobody knows counts as long ago."""
    return founded_on is None or founded_on.year <= tahun_buku


def rat_status(
    tahun_buku: int, *, held_on: datetime.date | None, is_primer: bool, on: datetime.date
) -> KepatuhanRat:
    """Standing of one book year on a date; a meeting held after that date is not yet held."""
    due = rat_due_on(tahun_buku, is_primer=is_primer)
    if held_on and held_on <= on:
        return KepatuhanRat.TEPAT_WAKTU if held_on <= due else KepatuhanRat.TERLAMBAT
    return KepatuhanRat.BELUM_JATUH_TEMPO if on <= due else KepatuhanRat.BELUM


def warning_letter(
    tahun_buku: int, *, held_on: datetime.date | None, is_primer: bool, on: datetime.date
) -> int:
    """Which letter (SP1 to SP3) is due: one in each month after the due date; 0 for none.

    For a primary cooperative that is April, May and June, as practised; a secondary one follows three months
    later by the same rule.
    """
    if rat_status(tahun_buku, held_on=held_on, is_primer=is_primer, on=on) != KepatuhanRat.BELUM:
        return 0
    due = rat_due_on(tahun_buku, is_primer=is_primer)
    months_late = (on.year - due.year) * 12 + on.month - due.month
    return min(months_late, 3)


def last_book_year_due(on: datetime.date) -> int:
    """Newest book year whose legal limit has passed on a date."""
    return on.year - 1 if on > rat_legal_limit(on.year - 1) else on.year - 2


def book_years_missed(
    *, last_book_year: int | None, on: datetime.date, founded_on: datetime.date | None = None
) -> int | None:
    """Book years in a row without RAT, counted once the legal limit has passed; None if nothing is known."""
    if last_book_year is not None:
        start = last_book_year
    elif founded_on is not None:
        start = founded_on.year - 1
    else:
        return None
    return max(last_book_year_due(on) - start, 0)


def is_active_by_rule(
    *,
    last_book_year: int | None,
    on: datetime.date,
    founded_on: datetime.date | None = None,
    years_without_rat: int = YEARS_WITHOUT_RAT,
) -> bool:
    """Active while fewer than `years_without_rat` book years were missed; unknown counts as not active."""
    missed = book_years_missed(last_book_year=last_book_year, on=on, founded_on=founded_on)
    return missed is not None and missed < years_without_rat
