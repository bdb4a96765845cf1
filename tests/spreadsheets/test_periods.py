"""When something was, as lists say it: a day, several days, a month, a year."""

import datetime
from datetime import date

import pytest

from spreadsheets.columns import Column, Reads
from spreadsheets.reading.cells import read
from spreadsheets.reading.periods import is_whole

COLUMN = Column("kapan", "Kapan", Reads.PERIOD)
YEAR = [date(2022, 1, 1), date(2022, 12, 31)]
JULY_SIX = [date(2022, 7, 6), date(2022, 7, 6)]
MARCH = [date(2025, 3, 1), date(2025, 3, 31)]
DAYS = [date(2025, 3, 5), date(2025, 3, 7)]


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("6 Juli 2022", JULY_SIX),
        ("06/07/2022", JULY_SIX),
        ("2022-07-06", JULY_SIX),
        ("Rabu, 6 Juli 2022", JULY_SIX),
        (44748, JULY_SIX),
        (datetime.datetime(2022, 7, 6), JULY_SIX),
        (2022, YEAR),
        ("2022", YEAR),
        ("Tahun 2022", YEAR),
        ("Maret 2025", MARCH),
        ("Mar-2025", MARCH),
        ("03/2025", MARCH),
        ("05-07 Maret 2025", DAYS),
        ("5 s/d 7 Maret 2025", DAYS),
        ("5, 6 dan 7 Maret 2025", DAYS),
        ("05-03-2025 s.d. 07-03-2025", DAYS),
        ("28 Februari s.d. 2 Maret 2025", [date(2025, 2, 28), date(2025, 3, 2)]),
        ("30 Des 2024 - 2 Jan 2025", [date(2024, 12, 30), date(2025, 1, 2)]),
    ],
)
def test_a_time_is_read(cell, period):
    assert read(cell, COLUMN) == (period, [])


@pytest.mark.parametrize("cell", ["-", "", None, "belum ada"])
def test_none_is_none(cell):
    assert read(cell, COLUMN)[0] is None


@pytest.mark.parametrize(
    "cell", ["kapan saja", "7-5 Maret 2025", "2021/2022", True, "31 Februari 2022", "6 Juli 22"]
)
def test_what_is_no_time_is_refused(cell):
    value, problems = read(cell, COLUMN)
    assert value is None
    assert [problem.level for problem in problems] == ["error"]


def test_only_whole_months_and_years_leave_the_day_open():
    assert is_whole(*YEAR)
    assert is_whole(*MARCH)
    assert not is_whole(*DAYS)
    assert not is_whole(*JULY_SIX)
