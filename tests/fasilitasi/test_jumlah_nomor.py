"""How many numbers a case of several plots or products needs."""

import pytest

from fasilitasi.jumlah_nomor import Count, numbers_in, twice


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("", []),
        ("72090000000001", ["72090000000001"]),
        ("72090000000001; 72090000000002;", ["72090000000001", "72090000000002"]),
        ("72090000000001, 72090000000002", ["72090000000001", "72090000000002"]),
        ("M 123, Labuan", ["M 123, Labuan"]),
        ("M 123, Labuan; M 124, Labuan", ["M 123, Labuan", "M 124, Labuan"]),
        ("M 1 Labuan, M 2 Labuan", ["M 1 Labuan", "M 2 Labuan"]),
    ],
)
def test_a_cell_may_hold_several_numbers(cell, numbers):
    assert numbers_in(cell) == numbers


@pytest.mark.parametrize(
    ("units", "numbers", "per_unit", "too_many", "too_few"),
    [
        (3, 0, True, False, False),
        (3, 1, True, False, True),
        (3, 2, True, False, True),
        (3, 3, True, False, False),
        (3, 4, True, True, False),
        (1, 1, True, False, False),
        (1, 2, True, True, False),
        (5, 1, False, False, False),
        (5, 2, False, True, False),
    ],
)
def test_numbers_are_counted_against_the_units(units, numbers, per_unit, too_many, too_few):
    count = Count(units, numbers, per_unit)
    assert (bool(count.too_many), bool(count.too_few)) == (too_many, too_few)


@pytest.mark.parametrize(
    ("numbers", "again"),
    [([], ""), (["1", "2"], ""), (["", ""], ""), (["1", "2", "1"], "1")],
)
def test_one_number_stands_once(numbers, again):
    assert twice(numbers) == again
