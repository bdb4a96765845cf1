"""PP 7/2021 Pasal 35 as a table: one below, at and above every bound."""

import dataclasses
import datetime

import pytest

from umkm.skala import classify

JT, M = 10**6, 10**9


@dataclasses.dataclass
class Batas:
    skala: str
    modal_maksimum: int
    penjualan_maksimum: int
    berlaku_mulai: datetime.date = datetime.date(2021, 2, 2)


PP_7_2021 = [Batas("mikro", 1 * M, 2 * M), Batas("kecil", 5 * M, 15 * M), Batas("menengah", 10 * M, 50 * M)]
UU_20_2008 = [
    Batas(skala, modal, penjualan, datetime.date(2008, 7, 4))
    for skala, modal, penjualan in (
        ("mikro", 50 * JT, 300 * JT),
        ("kecil", 500 * JT, 2500 * JT),
        ("menengah", 10 * M, 50 * M),
    )
]

BY_CAPITAL = [
    (0, "mikro"),
    (M - 1, "mikro"),
    (M, "mikro"),
    (M + 1, "kecil"),
    (5 * M - 1, "kecil"),
    (5 * M, "kecil"),
    (5 * M + 1, "menengah"),
    (10 * M - 1, "menengah"),
    (10 * M, "menengah"),
    (10 * M + 1, "besar"),
]
BY_SALES = [
    (0, "mikro"),
    (2 * M - 1, "mikro"),
    (2 * M, "mikro"),
    (2 * M + 1, "kecil"),
    (15 * M - 1, "kecil"),
    (15 * M, "kecil"),
    (15 * M + 1, "menengah"),
    (50 * M - 1, "menengah"),
    (50 * M, "menengah"),
    (50 * M + 1, "besar"),
]


@pytest.mark.parametrize(("modal", "skala"), BY_CAPITAL)
def test_capital_bounds_include_themselves(modal, skala):
    assert classify(PP_7_2021, modal_usaha=modal) == (skala, "modal")


@pytest.mark.parametrize(("penjualan", "skala"), BY_SALES)
def test_sales_bounds_include_themselves(penjualan, skala):
    assert classify(PP_7_2021, penjualan_tahunan=penjualan) == (skala, "penjualan")


@pytest.mark.parametrize(
    ("tahun_mulai", "expected"),
    [
        (None, ("kecil", "penjualan")),
        (2020, ("kecil", "penjualan")),
        (2021, ("mikro", "modal")),
        (2022, ("mikro", "modal")),
    ],
)
def test_founding_decides_which_criterion_counts(tahun_mulai, expected):
    found = classify(PP_7_2021, modal_usaha=M, penjualan_tahunan=3 * M, tahun_mulai=tahun_mulai)
    assert found == expected


@pytest.mark.parametrize("tahun_mulai", [2020, 2022])
def test_a_missing_criterion_gives_way_to_the_other(tahun_mulai):
    assert classify(PP_7_2021, modal_usaha=M, tahun_mulai=tahun_mulai) == ("mikro", "modal")
    assert classify(PP_7_2021, penjualan_tahunan=3 * M, tahun_mulai=tahun_mulai) == ("kecil", "penjualan")


def test_a_band_alone_is_an_answer():
    assert classify(PP_7_2021, skala_penjualan="kecil") == ("kecil", "penjualan")
    assert classify(PP_7_2021, skala_modal="menengah") == ("menengah", "modal")


def test_an_amount_outweighs_its_band():
    assert classify(PP_7_2021, penjualan_tahunan=M, skala_penjualan="kecil") == ("mikro", "penjualan")


def test_a_band_of_the_right_criterion_outweighs_an_amount_of_the_other():
    found = classify(PP_7_2021, modal_usaha=20 * M, skala_penjualan="mikro", tahun_mulai=2010)
    assert found == ("mikro", "penjualan")


def test_nothing_known_is_no_class():
    assert classify(PP_7_2021, tahun_mulai=2022) == ("", "")


def test_without_thresholds_amounts_say_nothing_and_bands_still_do():
    assert classify([], modal_usaha=M) == ("", "")
    assert classify([], modal_usaha=M, skala_modal="kecil") == ("kecil", "modal")


@pytest.mark.parametrize("thresholds", [UU_20_2008 + PP_7_2021, PP_7_2021[::-1] + UU_20_2008])
def test_the_newest_regulation_counts_in_whatever_order_it_comes(thresholds):
    assert classify(iter(thresholds), penjualan_tahunan=2 * M) == ("mikro", "penjualan")


def test_the_old_law_alone_still_computes():
    assert classify(UU_20_2008, penjualan_tahunan=300 * JT + 1) == ("kecil", "penjualan")
