"""Size class of a business by PP 7/2021 Pasal 35, from thresholds that are data."""

import datetime
from collections.abc import Iterable
from typing import Protocol

from umkm.choices import DasarSkala, Skala

# PP 7/2021 took effect on 2 February 2021. Only the year of founding is known, so 2021 counts as after it.
_FIRST_YEAR_BY_CAPITAL = 2021


class Batas(Protocol):
    """Upper bounds of one class; "paling banyak" includes the bound itself."""

    berlaku_mulai: datetime.date
    skala: str
    modal_maksimum: int
    penjualan_maksimum: int


def classify(
    thresholds: Iterable[Batas],
    *,
    modal_usaha: int | None = None,
    penjualan_tahunan: int | None = None,
    skala_modal: str = "",
    skala_penjualan: str = "",
    tahun_mulai: int | None = None,
) -> tuple[str, str]:
    """(size class, basis), or ("", "") while neither figure nor band is known.

    Pasal 35: capital decides for a business founded under this regulation, annual sales for one that existed
    before and where support is given. A missing criterion gives way to the other; an amount outweighs a band.
    """
    bounds = _newest(thresholds)
    by_capital = _class_of(modal_usaha, [(batas.modal_maksimum, batas.skala) for batas in bounds])
    by_sales = _class_of(penjualan_tahunan, [(batas.penjualan_maksimum, batas.skala) for batas in bounds])
    capital = (by_capital or skala_modal, DasarSkala.MODAL.value)
    sales = (by_sales or skala_penjualan, DasarSkala.PENJUALAN.value)
    is_founded_since = tahun_mulai is not None and tahun_mulai >= _FIRST_YEAR_BY_CAPITAL
    for skala, dasar in (capital, sales) if is_founded_since else (sales, capital):
        if skala:
            return skala, dasar
    return "", ""


def _newest(thresholds: Iterable[Batas]) -> list[Batas]:
    """The bounds of the latest regulation only; callers hand over those in force on their date."""
    every = list(thresholds)
    latest = max((batas.berlaku_mulai for batas in every), default=None)
    return [batas for batas in every if batas.berlaku_mulai == latest]


def _class_of(amount: int | None, bounds: list[tuple[int, str]]) -> str:
    if amount is None or not bounds:
        return ""
    for maximum, skala in sorted(bounds):
        if amount <= maximum:
            return skala
    return Skala.BESAR.value
