"""How cooperatives stand to the RAT on a day, as conditions for lists. The rules themselves are in `kepatuhan.py`."""

import datetime

from django.db.models import Exists, OuterRef, Q

from koperasi.kepatuhan import (
    YEARS_WITHOUT_RAT,
    KepatuhanRat,
    last_book_year_due,
    rat_due_on,
    rat_status,
    warning_letter,
)
from koperasi.models import RapatAnggota

LETTERS = (1, 2, 3)
_SEKUNDER = Q(bentuk__startswith="sekunder")
BENTUK = ((True, ~_SEKUNDER), (False, _SEKUNDER))


def meeting(on: datetime.date, **which: object) -> Exists:
    """A meeting of this cooperative, held by that day."""
    return Exists(RapatAnggota.objects.filter(koperasi=OuterRef("pk"), held_on__lte=on, **which))


def owing_rat(tahun_buku: int) -> Q:
    """As `owes_rat` in `kepatuhan.py`."""
    return Q(tanggal_badan_hukum=None) | Q(tanggal_badan_hukum__year__lte=tahun_buku)


def in_status(status: KepatuhanRat, tahun_buku: int, on: datetime.date) -> Q:
    """As `rat_status` in `kepatuhan.py`, of those that owe this RAT."""
    owing, held = owing_rat(tahun_buku), Q(meeting(on, tahun_buku=tahun_buku))
    if status in (KepatuhanRat.TEPAT_WAKTU, KepatuhanRat.TERLAMBAT):
        in_time = Q()
        for is_primer, bentuk in BENTUK:
            due = rat_due_on(tahun_buku, is_primer=is_primer)
            in_time |= bentuk & Q(meeting(min(on, due), tahun_buku=tahun_buku))
        return owing & held & (in_time if status == KepatuhanRat.TEPAT_WAKTU else ~in_time)
    same = Q(pk=None)
    for is_primer, bentuk in BENTUK:
        if rat_status(tahun_buku, held_on=None, is_primer=is_primer, on=on) == status:
            same |= bentuk
    return owing & ~held & same


def owing_letter(letter: int, tahun_buku: int, on: datetime.date) -> Q:
    """Those to whom letter SP1, SP2 or SP3 is due, as `warning_letter` in `kepatuhan.py`."""
    due = Q(pk=None)
    for is_primer, bentuk in BENTUK:
        if warning_letter(tahun_buku, held_on=None, is_primer=is_primer, on=on) == letter:
            due |= bentuk
    return owing_rat(tahun_buku) & ~Q(meeting(on, tahun_buku=tahun_buku)) & due


def active(on: datetime.date) -> Q:
    """As `Koperasi.is_aktif`: by the officer's word, else by the rule."""
    oldest = last_book_year_due(on) - YEARS_WITHOUT_RAT + 1
    never = ~Q(meeting(on)) & Q(tanggal_badan_hukum__year__gt=oldest)
    by_rule = Q(meeting(on, tahun_buku__gte=oldest)) | never
    return Q(is_active_declared=True) | Q(is_active_declared=None) & by_rule
