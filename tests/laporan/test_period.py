from datetime import date

import pytest

from laporan.period import Period


@pytest.mark.parametrize(
    ("period", "start", "end", "label", "slug"),
    [
        (Period.year(2022), date(2022, 1, 1), date(2022, 12, 31), "TAHUN 2022", "2022"),
        (Period.quarter(2026, 3), date(2026, 7, 1), date(2026, 9, 30), "TRIWULAN III TAHUN 2026", "2026-tw3"),
        (
            Period.quarter(2026, 4),
            date(2026, 10, 1),
            date(2026, 12, 31),
            "TRIWULAN IV TAHUN 2026",
            "2026-tw4",
        ),
        (Period.quarter(2024, 1), date(2024, 1, 1), date(2024, 3, 31), "TRIWULAN I TAHUN 2024", "2024-tw1"),
        (Period.semester(2022, 1), date(2022, 1, 1), date(2022, 6, 30), "SEMESTER I TAHUN 2022", "2022-s1"),
        (Period.semester(2022, 2), date(2022, 7, 1), date(2022, 12, 31), "SEMESTER II TAHUN 2022", "2022-s2"),
        (Period.all(), None, None, "SELURUH TAHUN", "semua"),
    ],
)
def test_a_period_has_ends_a_label_and_a_slug(period, start, end, label, slug):
    assert (period.start, period.end, period.label, period.slug) == (start, end, label, slug)


@pytest.mark.parametrize(
    ("start", "end", "label", "slug"),
    [
        (
            date(2022, 1, 1),
            date(2022, 3, 31),
            "1 JANUARI S.D. 31 MARET 2022",
            "2022-01-01-sd-2022-03-31",
        ),
        (
            date(2021, 12, 1),
            date(2022, 1, 31),
            "1 DESEMBER 2021 S.D. 31 JANUARI 2022",
            "2021-12-01-sd-2022-01-31",
        ),
        (date(2022, 7, 6), date(2022, 7, 6), "6 JULI 2022", "2022-07-06"),
        (None, date(2026, 9, 30), "KEADAAN S.D. 30 SEPTEMBER 2026", "sd-2026-09-30"),
        (date(2022, 1, 1), None, "SEJAK 1 JANUARI 2022", "sejak-2022-01-01"),
        (None, None, "SELURUH TAHUN", "semua"),
    ],
)
def test_a_range_may_be_open_at_either_end(start, end, label, slug):
    period = Period.between(start, end)

    assert (period.label, period.slug) == (label, slug)


def test_a_range_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="cannot end"):
        Period.between(date(2022, 7, 6), date(2022, 7, 5))


@pytest.mark.parametrize(
    ("day", "belongs"),
    [
        (date(2022, 3, 31), False),
        (date(2022, 4, 1), True),
        (date(2022, 6, 30), True),
        (date(2022, 7, 1), False),
    ],
)
def test_both_ends_belong_to_a_period(day, belongs):
    assert (day in Period.quarter(2022, 2)) is belongs


def test_every_day_belongs_to_the_period_of_all_time():
    assert date(1, 1, 1) in Period.all()


def test_a_cumulative_quarter_starts_with_the_year_and_says_so():
    period = Period.quarter(2026, 3).cumulative()

    assert (period.start, period.end) == (date(2026, 1, 1), date(2026, 9, 30))
    assert (str(period), period.label) == ("s.d. Triwulan III Tahun 2026", "S.D. TRIWULAN III TAHUN 2026")


def test_the_first_quarter_is_cumulative_already():
    assert Period.quarter(2026, 1).cumulative() == Period.quarter(2026, 1)


def test_a_period_without_an_end_is_cumulative_already():
    since = Period.between(date(2024, 3, 1), None)
    assert since.cumulative() == since


# --- beside another year, and back into the box above a report ------------------------------------


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (Period.year(2026), Period.year(2025)),
        (Period.quarter(2026, 3), Period.quarter(2025, 3)),
        (Period.semester(2026, 2), Period.semester(2025, 2)),
        (
            Period.between(date(2026, 2, 3), date(2026, 2, 28)),
            Period.between(date(2025, 2, 3), date(2025, 2, 28)),
        ),
        # February ends on its last day in every year, and a leap day begins on the 28th before.
        (
            Period.between(date(2025, 1, 1), date(2025, 2, 28)),
            Period.between(date(2024, 1, 1), date(2024, 2, 29)),
        ),
        (
            Period.between(date(2024, 2, 29), date(2024, 3, 5)),
            Period.between(date(2023, 2, 28), date(2023, 3, 5)),
        ),
        (Period.all(), Period.all()),
    ],
)
def test_the_same_part_of_the_year_before(period, before):
    assert period.year_before() == before


@pytest.mark.parametrize(
    ("period", "year", "part"),
    [
        (Period.all(), 2026, Period.year(2026)),
        (
            Period.between(date(2025, 7, 1), date(2026, 3, 31)),
            2025,
            Period.between(date(2025, 7, 1), date(2025, 12, 31)),
        ),
        (
            Period.between(date(2025, 7, 1), date(2026, 3, 31)),
            2026,
            Period.between(date(2026, 1, 1), date(2026, 3, 31)),
        ),
    ],
)
def test_the_part_of_a_period_that_lies_in_a_year(period, year, part):
    assert period.in_year(year) == part


@pytest.mark.parametrize(
    ("period", "query"),
    [
        (Period.all(), {"tahun": ""}),
        (Period.year(2026), {"tahun": "2026"}),
        (Period.quarter(2026, 2), {"tahun": "2026", "triwulan": "2"}),
        (Period.between(date(2026, 1, 5), date(2026, 2, 7)), {"dari": "05-01-2026", "sampai": "07-02-2026"}),
        (Period.between(None, date(2026, 2, 7)), {"sampai": "07-02-2026"}),
        (Period.between(date(2026, 1, 5), None), {"dari": "05-01-2026"}),
    ],
)
def test_a_period_fills_the_box_that_asks_for_it(period, query):
    assert period.query == query


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period.all(), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.year(2024), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.between(date(2024, 2, 10), date(2024, 4, 1)), date(2024, 2, 10), date(2024, 2, 29)),
        (Period.between(None, date(2024, 2, 20)), date(2024, 2, 1), date(2024, 2, 20)),
    ],
)
def test_a_period_has_a_part_in_each_of_its_months(period, start, end):
    part = period.in_month(date(2024, 2, 15))
    assert (part.start, part.end) == (start, end)


@pytest.mark.parametrize(
    ("start", "end", "lookups"),
    [
        ("2024-01-01", "2025-12-31", {"tahun__gte": 2024, "tahun__lte": 2025}),
        ("2024-01-02", "2025-12-30", {"tahun__gte": 2025, "tahun__lte": 2024}),
        (None, "2025-12-31", {"tahun__lte": 2025}),
        ("2024-01-01", None, {"tahun__gte": 2024}),
        (None, None, {}),
    ],
)
def test_whole_years_are_those_that_lie_in_a_period_from_end_to_end(start, end, lookups):
    days = (day and date.fromisoformat(day) for day in (start, end))
    assert Period.between(*days).whole_years == lookups
