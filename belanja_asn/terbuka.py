"""What of the programme may be told to everybody: no person, no money of a few (domain 7 and 10)."""

from collections.abc import Sequence
from dataclasses import dataclass

from belanja_asn.rekap import SMALLEST_GROUP, Angka, Baris


def may_be_told(angka: Angka) -> bool:
    """Money of nobody, or of enough purchases and people together."""
    told_of = angka.belanja + angka.ikut_dilaporkan
    return told_of == 0 or told_of >= SMALLEST_GROUP


def amount(angka: Angka) -> int | None:
    return angka.seluruh_nilai if may_be_told(angka) else None


def amount_of_all(rows: Sequence[Angka]) -> int | None:
    """Not told either where a subtraction would reveal what a row keeps back."""
    kept_back = sum((row for row in rows if not may_be_told(row)), Angka())
    return sum(row.seluruh_nilai for row in rows) if may_be_told(kept_back) else None


@dataclass(frozen=True)
class Peserta:
    """An OPD as the public sees it: whether it reported, and its share where nobody can be told from it."""

    name: str
    persen: float | None
    keadaan: str

    @classmethod
    def of(cls, row: Baris) -> "Peserta":
        is_small = row.jumlah_asn is None or row.jumlah_asn < SMALLEST_GROUP
        return cls(row.opd.name, None if is_small or row.is_silent else row.persen, row.keadaan.label)
