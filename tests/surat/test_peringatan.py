"""Which warning may be written on which day: one a month, in their order."""

import datetime

import pytest

from surat.peringatan import book_year, obstacle

APRIL, MAY, NOVEMBER = (datetime.date(2026, month, 10) for month in (4, 5, 11))


@pytest.mark.parametrize(
    ("on", "is_primer", "year"),
    [
        (datetime.date(2026, 3, 31), True, 2024),
        (datetime.date(2026, 4, 1), True, 2025),
        (datetime.date(2026, 6, 30), False, 2024),
        (datetime.date(2026, 7, 1), False, 2025),
    ],
)
def test_the_book_year_is_the_newest_that_is_overdue(on, is_primer, year):
    assert book_year(on, is_primer=is_primer) == year


@pytest.mark.parametrize(
    ("issued", "on", "held", "founded", "told"),
    [
        ([], APRIL, None, None, ""),
        ([APRIL], APRIL, None, None, "SP1 terbit bulan ini; SP2 paling cepat bulan depan."),
        ([APRIL], MAY, None, None, ""),
        ([APRIL, MAY], MAY, None, None, "SP2 terbit bulan ini; SP3 paling cepat bulan depan."),
        ([APRIL, MAY], NOVEMBER, None, None, ""),
        ([APRIL, MAY, datetime.date(2026, 6, 10)], NOVEMBER, None, None, "SP1, SP2, dan SP3 sudah terbit."),
        ([], APRIL, datetime.date(2026, 3, 1), None, "RAT tahun buku 2025 tepat waktu."),
        ([], APRIL, datetime.date(2026, 4, 9), None, "RAT tahun buku 2025 terlambat."),
        ([], APRIL, datetime.date(2026, 4, 11), None, ""),
        ([], datetime.date(2026, 3, 31), None, None, "RAT tahun buku 2025 belum jatuh tempo."),
        ([], APRIL, None, datetime.date(2026, 1, 5), "Koperasi baru berbadan hukum pada 2026."),
        ([], APRIL, None, datetime.date(2025, 12, 31), ""),
        ([datetime.date(2026, 3, 1)], APRIL, None, None, "SP2 baru jatuh waktu bulan depan."),
    ],
)
def test_what_stands_in_the_way_of_the_next_letter(issued, on, held, founded, told):
    found = obstacle(2025, held_on=held, founded_on=founded, is_primer=True, issued_on=issued, on=on)
    assert found == told
