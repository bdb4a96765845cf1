"""Why a cooperative counts as active or not, in words for the officer. The rule itself is in `kepatuhan.py`."""

import datetime

from koperasi.kepatuhan import YEARS_WITHOUT_RAT, book_years_missed, is_active_by_rule

WORDS = {True: "Aktif", False: "Tidak aktif"}


def reason_by_rule(
    *, last_book_year: int | None, on: datetime.date, founded_on: datetime.date | None = None
) -> str:
    """What the RAT on record say: "Aktif: RAT terakhir untuk tahun buku 2025." """
    word = WORDS[is_active_by_rule(last_book_year=last_book_year, on=on, founded_on=founded_on)]
    missed = book_years_missed(last_book_year=last_book_year, on=on, founded_on=founded_on)
    if missed is None:
        return f"{word}: belum ada RAT yang tercatat, dan tanggal badan hukum kosong."
    if last_book_year is None:
        known = "belum ada RAT yang tercatat"
    else:
        known = f"RAT terakhir untuk tahun buku {last_book_year}"
    if missed == 0:
        return f"{word}: {known}, dan batas RAT berikutnya belum lewat."
    if missed < YEARS_WITHOUT_RAT:
        return f"{word}: {known}. RAT {missed} tahun buku terlewat."
    return f"{word}: {known}. RAT {missed} tahun buku berturut-turut terlewat (batasnya {YEARS_WITHOUT_RAT})."


def disagreement(
    *,
    declared: bool | None,
    last_book_year: int | None,
    on: datetime.date,
    founded_on: datetime.date | None = None,
) -> str:
    """A sentence when the officer's word and the rule differ; empty otherwise."""
    by_rule = is_active_by_rule(last_book_year=last_book_year, on=on, founded_on=founded_on)
    if declared is None or declared == by_rule:
        return ""
    reason = reason_by_rule(last_book_year=last_book_year, on=on, founded_on=founded_on)
    return f"Petugas menyatakan “{WORDS[declared].lower()}”, tetapi menurut aturan RAT: {reason}"
