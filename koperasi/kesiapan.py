"""Readiness for the certificate of the NIK Koperasi (Permenkop UKM 10/2016, as ministry and dinas practise it).

Active, RAT for two book years running and complete data give the certificate; it wants updating every year.
"""

import datetime
from collections.abc import Iterable, Set
from dataclasses import dataclass

from django.db import models

from koperasi.kepatuhan import rat_due_on


class KesiapanNik(models.TextChoices):
    MUTAKHIR = "mutakhir", "Sertifikat mutakhir"
    SIAP = "siap", "Siap diajukan"
    BELUM = "belum", "Belum siap"


@dataclass(frozen=True)
class Condition:
    label: str
    is_met: bool
    advice: str = ""  # what is missing, where it is


def book_years_asked(held: Set[int], *, is_primer: bool, on: datetime.date) -> tuple[int, int]:
    """The two newest that count: last year's once it was due or held, else the one before."""
    last = on.year - 1
    newest = last if last in held or on > rat_due_on(last, is_primer=is_primer) else last - 1
    return newest, newest - 1


def conditions(
    *,
    is_aktif: bool,
    held: Set[int],
    is_primer: bool,
    missing: Iterable[str],
    has_number: bool,
    certificate_year: int | None,
    on: datetime.date,
) -> tuple[Condition, ...]:
    """In the order of the office's list. `held`: book years whose RAT was held; `missing`: names of empty data."""
    asked = book_years_asked(held, is_primer=is_primer, on=on)
    absent = [str(year) for year in asked if year not in held]
    missing = list(missing)
    return (
        Condition("Koperasi aktif", is_aktif),
        Condition(
            "RAT dua tahun buku berturut-turut", not absent, f"belum: {', '.join(absent)}" if absent else ""
        ),
        Condition("Data lengkap", not missing, f"belum: {', '.join(missing)}" if missing else ""),
        Condition("NIK Koperasi tercatat", has_number),
        Condition(
            f"Sertifikat diterbitkan atau dimutakhirkan tahun {on.year}",
            certificate_year == on.year,
            f"terakhir tahun {certificate_year}" if certificate_year and certificate_year != on.year else "",
        ),
    )


def readiness(found: tuple[Condition, ...]) -> KesiapanNik:
    """A number and this year's certificate end the matter; for the certificate the first three are asked."""
    aktif, rat, data, number, certificate = (condition.is_met for condition in found)
    if number and certificate:
        return KesiapanNik.MUTAKHIR
    return KesiapanNik.SIAP if aktif and rat and data else KesiapanNik.BELUM
