"""Whom a kind of facilitation is for: KUR and aid exclude ASN, TNI and Polri; halal self-declare has a ceiling.

The conditions of KUR and the integrity pact of aid exclude servants of the state; SEHATI lets a business declare by
itself up to Rp500 million of yearly turnover. Which kind has which rule is data.
"""

from common.templatetags.indonesia import rupiah


def excluded(*, tolak_aparatur: bool, is_aparatur: bool) -> bool:
    return tolak_aparatur and is_aparatur


def exceeds(*, omzet_terbanyak: int | None, turnover: int | None) -> bool:
    """Only a known turnover above the ceiling; exactly the ceiling is still within it."""
    return omzet_terbanyak is not None and turnover is not None and turnover > omzet_terbanyak


def excluded_words(jenis: object) -> str:
    return f"{jenis} tidak diberikan kepada ASN, TNI, dan Polri. Periksa pekerjaan pemilik pada data pemilik usaha."


def exceeding_words(jenis: object, ceiling: int) -> str:
    return f"Omzet terakhir pemohon melebihi {rupiah(ceiling)}, batas untuk {jenis}."
