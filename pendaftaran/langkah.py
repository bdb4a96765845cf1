"""The steps of a registration, in their order, and which of them an applicant may open."""

from collections.abc import Sequence

PEMILIK, USAHA, PRODUK, PERSETUJUAN, PERIKSA = "pemilik", "usaha", "produk", "persetujuan", "periksa"
# What is asked behind the telephone number, which begins it.
ASKED = (PEMILIK, USAHA, PRODUK, PERSETUJUAN)
LABELS = {
    PEMILIK: "Tentang Anda",
    USAHA: "Tentang usaha",
    PRODUK: "Satu produk",
    PERSETUJUAN: "Persetujuan",
    PERIKSA: "Periksa jawaban",
}


def next_open(answered: Sequence[str]) -> str:
    """The first step without an answer; checking them all comes last."""
    return next((step for step in ASKED if step not in answered), PERIKSA)


def may_open(step: str, answered: Sequence[str]) -> bool:
    """Those answered, to mend them, and the one after them; nobody jumps over a question."""
    return step in answered or step == next_open(answered)


def number_of(step: str) -> int:
    """As it is counted before the applicant's eyes: the telephone number was the first."""
    return (*ASKED, PERIKSA).index(step) + 2


def count() -> int:
    return len(LABELS) + 1
