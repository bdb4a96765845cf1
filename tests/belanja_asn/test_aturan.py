"""The rules of the programme as tables: one below, one at, one above each limit."""

import datetime

import pytest

from belanja_asn.aturan import (
    Bulan,
    counts_seller,
    fulfils,
    is_late,
    is_whole_months,
    last_day_to_report,
    months_between,
    number_of_asn,
    participation,
    reporting_state,
)
from belanja_asn.choices import KeadaanLapor

NOVEMBER = Bulan(2026, 11)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("month", "first", "last", "text"),
    [
        (Bulan(2026, 2), "2026-02-01", "2026-02-28", "2026-02"),
        (Bulan(2028, 2), "2028-02-01", "2028-02-29", "2028-02"),
        (Bulan(2026, 12), "2026-12-01", "2026-12-31", "2026-12"),
    ],
)
def test_a_month_knows_its_days(month, first, last, text):
    assert (month.start, month.end, month.text) == (day(first), day(last), text)


@pytest.mark.parametrize(
    ("months", "found"),
    [(0, (2026, 11)), (1, (2026, 12)), (2, (2027, 1)), (-10, (2026, 1)), (-11, (2025, 12))],
)
def test_months_are_counted_over_the_new_year(months, found):
    assert NOVEMBER.after(months) == Bulan(*found)


@pytest.mark.parametrize(
    ("first", "last", "most", "found"),
    [
        ("2026-09-01", "2026-11-23", 12, ["2026-09", "2026-10", "2026-11"]),
        ("2026-09-01", "2026-11-23", 2, ["2026-10", "2026-11"]),
        ("2026-11-01", "2026-11-01", 12, ["2026-11"]),
        ("2026-12-01", "2026-11-23", 12, []),
    ],
)
def test_months_between_two_days(first, last, most, found):
    assert [month.text for month in months_between(day(first), day(last), most=most)] == found


@pytest.mark.parametrize(
    ("start", "end", "whole"),
    [
        ("2026-01-01", None, True),
        ("2026-01-01", "2026-01-31", True),
        ("2026-01-02", None, False),
        ("2026-01-01", "2026-02-27", False),
        ("2026-01-01", "2026-02-28", True),
        ("2026-01-01", "2026-03-01", False),
    ],
)
def test_a_rule_holds_for_whole_months(start, end, whole):
    assert is_whole_months(day(start), end and day(end)) is whole


@pytest.mark.parametrize(
    ("today", "late"),
    [("2026-11-12", False), ("2026-11-30", False), ("2026-12-10", False), ("2026-12-11", True)],
)
def test_a_purchase_may_be_told_until_some_days_after_its_month(today, late):
    assert is_late(day("2026-11-12"), today=day(today), days=10) is late


def test_without_days_of_grace_the_month_itself_is_the_limit():
    assert last_day_to_report(NOVEMBER, 0) == day("2026-11-30")


@pytest.mark.parametrize(
    ("jenis", "syarat", "seller", "counts"),
    [
        ("semua", "terdaftar", (False, False, False), True),
        ("semua", "terdaftar", (True, False, False), True),
        ("usaha", "terdaftar", (False, False, False), True),
        ("usaha", "terdaftar", (True, True, True), False),
        ("koperasi", "terdaftar", (True, False, False), True),
        ("koperasi", "terdaftar", (False, True, True), False),
        ("semua", "terverifikasi", (False, False, False), False),
        ("semua", "terverifikasi", (False, True, False), True),
        ("semua", "tayang", (False, True, False), False),
        ("semua", "tayang", (True, True, True), True),
    ],
)
def test_which_sellers_count(jenis, syarat, seller, counts):
    is_koperasi, is_verified, is_listed = seller
    found = counts_seller(
        jenis=jenis, syarat=syarat, is_koperasi=is_koperasi, is_verified=is_verified, is_listed=is_listed
    )
    assert found is counts


@pytest.mark.parametrize(("amount", "enough"), [(99_999, False), (100_000, True), (100_001, True)])
def test_the_minimum_itself_is_enough(amount, enough):
    assert fulfils(amount, 100_000) is enough


@pytest.mark.parametrize(
    ("known", "number"),
    [
        ({}, None),
        ({"2026-12-01": 50}, None),
        ({"2026-11-01": 50}, 50),
        ({"2026-08-01": 48, "2026-10-01": 47}, 47),
        ({"2026-08-01": 48, "2026-12-01": 60}, 48),
        ({"2026-10-01": 0}, 0),
    ],
)
def test_the_latest_known_number_carries_forward_and_never_back(known, number):
    assert number_of_asn({day(start): count for start, count in known.items()}, NOVEMBER) == number


@pytest.mark.parametrize(
    ("people", "of", "share"), [(0, 40, 0.0), (10, 40, 25.0), (40, 40, 100.0), (3, 0, None), (3, None, None)]
)
def test_participation_needs_a_number(people, of, share):
    assert participation(people, of) == share


@pytest.mark.parametrize(
    ("reported", "people", "amount", "state"),
    [
        (False, 0, 0, KeadaanLapor.BELUM),
        (False, 3, 150_000, KeadaanLapor.BELUM),
        (True, 0, 0, KeadaanLapor.NIHIL),
        (True, 1, 0, KeadaanLapor.MELAPOR),
        (True, 0, 50_000, KeadaanLapor.MELAPOR),
    ],
)
def test_nothing_bought_is_not_nothing_said(reported, people, amount, state):
    assert reporting_state(has_reported=reported, people=people, amount=amount) == state
