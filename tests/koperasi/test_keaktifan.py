"""Why a cooperative counts as active or not."""

import datetime

import pytest

from koperasi.keaktifan import disagreement, reason_by_rule

ON = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("last", "founded", "reason"),
    [
        (2025, None, "Aktif: RAT terakhir untuk tahun buku 2025, dan batas RAT berikutnya belum lewat."),
        (2024, None, "Aktif: RAT terakhir untuk tahun buku 2024. RAT 1 tahun buku terlewat."),
        (
            2023,
            None,
            "Tidak aktif: RAT terakhir untuk tahun buku 2023. RAT 2 tahun buku berturut-turut terlewat (batasnya 2).",
        ),
        (None, None, "Tidak aktif: belum ada RAT yang tercatat, dan tanggal badan hukum kosong."),
        (
            None,
            datetime.date(2026, 3, 1),
            "Aktif: belum ada RAT yang tercatat, dan batas RAT berikutnya belum lewat.",
        ),
        (
            None,
            datetime.date(2011, 3, 1),
            "Tidak aktif: belum ada RAT yang tercatat. RAT 15 tahun buku berturut-turut terlewat (batasnya 2).",
        ),
    ],
)
def test_the_reason_names_what_is_known(last, founded, reason):
    assert reason_by_rule(last_book_year=last, on=ON, founded_on=founded) == reason


@pytest.mark.parametrize(("declared", "last"), [(None, 2020), (True, 2025), (False, 2020)])
def test_no_word_or_the_same_word_is_no_disagreement(declared, last):
    assert disagreement(declared=declared, last_book_year=last, on=ON) == ""


def test_a_word_against_the_rule_tells_both():
    told = disagreement(declared=False, last_book_year=2025, on=ON)
    assert told.startswith("Petugas menyatakan “tidak aktif”, tetapi menurut aturan RAT: Aktif")
