"""What sheets write of cooperatives in one cell or one title: book years, deeds, names."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koperasi.nama import contracted_koperasi
from koperasi.sheets.badan_hukum import split_badan_hukum
from koperasi.sheets.book_year import book_year_in

# --- book years -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "RAT TAHUN BUKU 2025",
        "Keragaan koperasi, tahun buku: 2025",
        "TB. 2025",
        "thn buku 2025",
        "KEADAAN S.D. 31 DESEMBER 2025",
        "per 31-12-2025",
    ],
)
def test_a_title_tells_its_book_year(text):
    assert book_year_in(["Data koperasi", text]) == 2025


@pytest.mark.parametrize(
    "texts",
    [
        ["RAT TAHUN 2025"],
        ["2025"],
        ["Tahun buku 2024", "TB 2025"],
        ["TAHUN BUKU 2024 DAN 2025"],
        ["TAHUN BUKU 1945"],
        ["Diunduh 31 Januari 2026, 10.00 WITA"],
    ],
)
def test_what_may_be_another_year_tells_none(texts):
    assert book_year_in(texts) is None


@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_title_is_read_without_a_word(texts):
    year = book_year_in(texts)
    assert year is None or 1960 <= year <= 2099


@given(st.integers(1960, 2099), st.sampled_from(["TAHUN BUKU {}", "rekap TB {} (koperasi)", "31 des {}"]))
def test_every_year_is_found(year, title):
    assert book_year_in([title.format(year)]) == year


# --- deeds ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "518/BH/VII/2008, 12-03-2008",
        "518/BH/VII/2008 tanggal 12 Maret 2008",
        "518/BH/VII/2008 (tgl. 12/3/2008)",
        "518/BH/VII/2008 / 12.03.2008",
    ],
)
def test_the_date_behind_a_deeds_number_is_taken_off(text):
    assert split_badan_hukum(text) == ("518/BH/VII/2008", datetime.date(2008, 3, 12))


@pytest.mark.parametrize(
    "text",
    [
        "AHU-0001234.AH.01.26.TAHUN 2018",
        "518.1/123/BH/XVI.15/103/2011",
        "518/BH/12/03/2008",
        "518/BH, 31-02-2008",
        "12-03-2008",
    ],
)
def test_a_number_that_only_looks_dated_stays_whole(text):
    assert split_badan_hukum(text) == (text, None)


@given(st.text(max_size=60))
def test_any_number_survives(text):
    number, day = split_badan_hukum(text)
    assert text.startswith(number)
    assert day is not None or number == text


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KSU. Maju", "Koperasi Serba Usaha MAJU"),
        ("KDMP Bailo", "Koperasi Desa Merah Putih Bailo"),
        ("Kopdes Merah Putih Desa Bailo", "KOPERASI DESA MERAH PUTIH BAILO"),
        ("KPRI Sehat", "Koperasi Pegawai Republik Indonesia (KPRI) Sehat"),
        ("Koperasi Soekarno", "Kop. Sukarno"),
    ],
)
def test_one_name_is_one_however_it_is_written(one, other):
    assert contracted_koperasi(one) == contracted_koperasi(other)


@pytest.mark.parametrize(
    ("one", "other"), [("KSU Maju", "KUD Maju"), ("KSU Maju", "Koperasi Maju"), ("KDMP Bailo", "KSU Bailo")]
)
def test_cooperatives_of_two_kinds_are_two(one, other):
    assert contracted_koperasi(one) != contracted_koperasi(other)


@given(st.text(min_size=1, max_size=60).filter(str.isalnum))
def test_no_name_is_emptied(name):
    assert bool(contracted_koperasi(name)) == bool(contracted_koperasi(f"Koperasi {name}"))
