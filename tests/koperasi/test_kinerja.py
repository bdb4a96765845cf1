"""Which cooperative performs well, line by line."""

import datetime

import pytest

from koperasi.kesehatan import HasilKesehatan
from koperasi.kinerja import performs_well, speaks_for


@pytest.mark.parametrize(
    ("is_aktif", "kesehatan", "has_rat", "shu", "well"),
    [
        (False, HasilKesehatan.SEHAT, True, 5, False),
        (True, HasilKesehatan.SEHAT, False, None, True),
        (True, HasilKesehatan.CUKUP_SEHAT, False, -1, True),
        (True, HasilKesehatan.DALAM_PENGAWASAN, True, 5, False),
        (True, HasilKesehatan.DALAM_PENGAWASAN_KHUSUS, True, 5, False),
        (True, None, True, 1, True),
        (True, None, True, 0, False),
        (True, None, True, None, False),
        (True, None, False, 5, False),
    ],
)
def test_the_examination_decides_and_without_one_meeting_and_surplus(is_aktif, kesehatan, has_rat, shu, well):
    assert performs_well(is_aktif=is_aktif, kesehatan=kesehatan, has_rat=has_rat, shu=shu) is well


@pytest.mark.parametrize(
    ("day", "tahun", "examined_on", "speaks"),
    [
        ("2026-06-30", 2026, "2026-06-30", True),
        ("2026-06-30", 2026, "2026-07-01", False),
        ("2026-06-30", 2026, None, False),
        ("2026-12-31", 2026, None, True),
        ("2026-06-30", 2025, None, True),
        ("2026-06-30", 2024, "2024-03-01", False),
    ],
)
def test_an_examination_speaks_once_it_is_known_and_for_two_years(day, tahun, examined_on, speaks):
    examined = datetime.date.fromisoformat(examined_on) if examined_on else None
    assert speaks_for(datetime.date.fromisoformat(day), tahun=tahun, examined_on=examined) is speaks
