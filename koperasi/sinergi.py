"""How much a cooperative does with businesses: counted for its page and for the reports by the same rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from common.templatetags.indonesia import angka
from koperasi.choices import BentukKerjaSama, SifatNilai
from koperasi.models import Koperasi

# What a person's business earns or owes is that person's own matter: an amount is told from five businesses on.
SMALLEST_GROUP = 5
_WORDS = {
    BentukKerjaSama.MEMBELI: "membeli dari",
    BentukKerjaSama.MENJUALKAN: "menjualkan hasil",
    BentukKerjaSama.MEMINJAMI: "meminjami",
    BentukKerjaSama.MEMASOK: "memasok",
}


@dataclass(frozen=True)
class Amount:
    rupiah: int = 0
    businesses: int = 0  # behind the sum

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.rupiah + other.rupiah, self.businesses + other.businesses)

    @property
    def may_be_told(self) -> bool:
        return self.businesses == 0 or self.businesses >= SMALLEST_GROUP


@dataclass(frozen=True)
class Synergy:
    """Businesses by what the cooperative does for them, each business once in a figure."""

    anggota: int = 0
    bentuk: tuple[int, ...] = (0,) * len(BentukKerjaSama)  # in the order of the choices
    mitra: int = 0
    per_tahun: Amount = Amount()
    sekali: Amount = Amount()

    def __add__(self, other: "Synergy") -> "Synergy":
        return Synergy(
            self.anggota + other.anggota,
            tuple(mine + theirs for mine, theirs in zip(self.bentuk, other.bentuk, strict=True)),
            self.mitra + other.mitra,
            self.per_tahun + other.per_tahun,
            self.sekali + other.sekali,
        )


def counted(dealings: QuerySet) -> QuerySet:
    """One row of figures for each cooperative of these dealings."""
    by_bentuk = {each.value: Count("usaha", filter=Q(bentuk=each), distinct=True) for each in BentukKerjaSama}
    return (
        dealings.order_by("koperasi")
        .values("koperasi")
        .annotate(
            mitra=Count("usaha", distinct=True),
            **by_bentuk,
            **_amount(SifatNilai.PER_TAHUN),
            **_amount(SifatNilai.SEKALI),
        )
    )


def _amount(sifat: SifatNilai) -> dict[str, Any]:
    known = Q(sifat_nilai=sifat, nilai__isnull=False)
    return {
        f"{sifat.value}_rupiah": Sum("nilai", filter=known, default=0),
        f"{sifat.value}_usaha": Count("usaha", filter=known, distinct=True),
    }


def synergy(figures: dict[str, Any] | None, *, anggota: int) -> Synergy:
    """From a row of `counted()`, or none."""
    if figures is None:
        return Synergy(anggota)
    return Synergy(
        anggota,
        tuple(figures[each.value] for each in BentukKerjaSama),
        figures["mitra"],
        Amount(figures["per_tahun_rupiah"], figures["per_tahun_usaha"]),
        Amount(figures["sekali_rupiah"], figures["sekali_usaha"]),
    )


def of_koperasi(koperasi: Koperasi) -> Synergy:
    dealings = koperasi.kerjasama_set.current().filter(usaha__archived_at=None)
    members = koperasi.keanggotaan_set.current().filter(usaha__archived_at=None)
    return synergy(
        counted(dealings).first(), anggota=members.aggregate(count=Count("usaha", distinct=True))["count"]
    )


def in_words(synergy: Synergy) -> str:
    """ "12 usaha anggota; membeli dari 3 usaha, meminjami 2 usaha." Amounts stand with each dealing."""
    told = ", ".join(_told(synergy))
    dealings = told or "belum ada kerja sama yang tercatat"
    return f"{angka(synergy.anggota)} usaha anggota; {dealings}."


def _told(synergy: Synergy) -> Iterator[str]:
    for bentuk, count in zip(BentukKerjaSama, synergy.bentuk, strict=True):
        if count:
            yield f"{_WORDS[bentuk]} {angka(count)} usaha"
