"""What the shelf's ledger adds up to: goods left, and who gets which part of a sale."""

from collections.abc import Mapping
from dataclasses import dataclass

from etalase.choices import JenisMutasi

# Goods come in once and leave in three ways.
SIGNS: dict[str, int] = {
    JenisMutasi.MASUK: 1,
    JenisMutasi.TERJUAL: -1,
    JenisMutasi.KEMBALI: -1,
    JenisMutasi.RUSAK: -1,
}


def effect(jenis: str, jumlah: int) -> int:
    """By how much an entry changes the goods on the shelf; an entry that takes another back has a negative number."""
    return SIGNS[jenis] * jumlah


def stock(counts: Mapping[str, int]) -> int:
    """In − sold − returned − damaged."""
    return sum(effect(jenis, jumlah) for jenis, jumlah in counts.items())


@dataclass(frozen=True)
class Bagi:
    """What one number of sold goods brought: the owner's part and what stays with the house."""

    hak_pemilik: int = 0
    jasa: int = 0

    @property
    def penjualan(self) -> int:
        return self.hak_pemilik + self.jasa

    def __add__(self, other: "Bagi") -> "Bagi":
        return Bagi(self.hak_pemilik + other.hak_pemilik, self.jasa + other.jasa)


def share(jumlah: int, *, harga_titip: int, harga_jual: int) -> Bagi:
    return Bagi(jumlah * harga_titip, jumlah * (harga_jual - harga_titip))
