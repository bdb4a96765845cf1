"""RAT duties as tables: one day before, on and after every date."""

import datetime

import pytest

from koperasi.kepatuhan import (
    KepatuhanRat,
    book_years_missed,
    is_active_by_rule,
    last_book_year_due,
    owes_rat,
    rat_due_on,
    rat_legal_limit,
    rat_status,
    warning_letter,
)


def day(text):
    return datetime.date.fromisoformat(text)


def test_primary_cooperatives_meet_by_the_end_of_march():
    assert rat_due_on(2025, is_primer=True) == day("2026-03-31")


def test_secondary_cooperatives_meet_by_the_end_of_june():
    assert rat_due_on(2025, is_primer=False) == day("2026-06-30")


def test_the_law_gives_everybody_six_months():
    assert rat_legal_limit(2025) == day("2026-06-30")


@pytest.mark.parametrize(
    ("is_primer", "held", "on", "status"),
    [
        (True, None, "2026-03-30", KepatuhanRat.BELUM_JATUH_TEMPO),
        (True, None, "2026-03-31", KepatuhanRat.BELUM_JATUH_TEMPO),
        (True, None, "2026-04-01", KepatuhanRat.BELUM),
        (False, None, "2026-06-30", KepatuhanRat.BELUM_JATUH_TEMPO),
        (False, None, "2026-07-01", KepatuhanRat.BELUM),
        (True, "2026-03-30", "2026-12-31", KepatuhanRat.TEPAT_WAKTU),
        (True, "2026-03-31", "2026-12-31", KepatuhanRat.TEPAT_WAKTU),
        (True, "2026-04-01", "2026-12-31", KepatuhanRat.TERLAMBAT),
        (False, "2026-06-30", "2026-12-31", KepatuhanRat.TEPAT_WAKTU),
        (False, "2026-07-01", "2026-12-31", KepatuhanRat.TERLAMBAT),
        (True, "2026-03-15", "2026-03-15", KepatuhanRat.TEPAT_WAKTU),
        (True, "2026-03-15", "2026-03-14", KepatuhanRat.BELUM_JATUH_TEMPO),
        (True, "2026-05-15", "2026-05-14", KepatuhanRat.BELUM),
    ],
)
def test_a_book_year_stands_by_its_meeting_and_its_due_date(is_primer, held, on, status):
    held_on = day(held) if held else None
    assert rat_status(2025, held_on=held_on, is_primer=is_primer, on=day(on)) == status


@pytest.mark.parametrize(
    ("is_primer", "on", "letter"),
    [
        (True, "2026-03-31", 0),
        (True, "2026-04-01", 1),
        (True, "2026-04-30", 1),
        (True, "2026-05-01", 2),
        (True, "2026-05-31", 2),
        (True, "2026-06-01", 3),
        (True, "2026-06-30", 3),
        (True, "2026-07-01", 3),
        (True, "2027-01-01", 3),
        (False, "2026-06-30", 0),
        (False, "2026-07-01", 1),
        (False, "2026-08-01", 2),
        (False, "2026-09-01", 3),
        (False, "2026-10-01", 3),
    ],
)
def test_a_warning_letter_is_due_in_each_month_after_the_due_date(is_primer, on, letter):
    assert warning_letter(2025, held_on=None, is_primer=is_primer, on=day(on)) == letter


def test_who_met_late_gets_no_further_letter():
    assert warning_letter(2025, held_on=day("2026-05-10"), is_primer=True, on=day("2026-06-01")) == 0


@pytest.mark.parametrize(
    ("on", "year"),
    [
        ("2026-06-29", 2024),
        ("2026-06-30", 2024),
        ("2026-07-01", 2025),
        ("2026-12-31", 2025),
        ("2027-01-01", 2025),
    ],
)
def test_a_book_year_is_due_once_its_legal_limit_has_passed(on, year):
    assert last_book_year_due(day(on)) == year


@pytest.mark.parametrize(
    ("last", "founded", "on", "missed"),
    [
        (None, None, "2026-11-24", None),
        (2025, None, "2026-11-24", 0),
        (2026, None, "2026-11-24", 0),
        (2024, None, "2026-06-30", 0),
        (2024, None, "2026-07-01", 1),
        (2023, None, "2026-07-01", 2),
        (None, "2026-01-10", "2026-11-24", 0),
        (None, "2025-12-31", "2026-06-30", 0),
        (None, "2025-12-31", "2026-07-01", 1),
        (None, "2024-01-01", "2026-07-01", 2),
        (2025, "1998-01-01", "2026-11-24", 0),
    ],
)
def test_missed_book_years_are_counted_from_the_last_meeting_or_the_founding(last, founded, on, missed):
    founded_on = day(founded) if founded else None
    assert book_years_missed(last_book_year=last, founded_on=founded_on, on=day(on)) == missed


@pytest.mark.parametrize(
    ("last", "on", "is_active"),
    [
        (2025, "2026-11-24", True),
        (2024, "2026-11-24", True),
        (2023, "2026-06-30", True),
        (2023, "2026-07-01", False),
        (2022, "2026-07-01", False),
        (None, "2026-11-24", False),
    ],
)
def test_two_missed_book_years_make_a_cooperative_inactive(last, on, is_active):
    assert is_active_by_rule(last_book_year=last, on=day(on)) is is_active


def test_a_young_cooperative_without_rat_is_active():
    assert is_active_by_rule(last_book_year=None, founded_on=day("2025-06-01"), on=day("2026-11-24"))


def test_another_office_may_count_three_years():
    assert is_active_by_rule(last_book_year=2023, on=day("2026-07-01"), years_without_rat=3)


@pytest.mark.parametrize(
    ("founded_on", "owes"),
    [(None, True), ("2024-12-31", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_a_meeting_is_owed_by_those_founded_in_the_book_year_or_before(founded_on, owes):
    assert owes_rat(2025, founded_on=founded_on and day(founded_on)) == owes
