"""Validity of papers: one day before, on and after every date."""

import datetime

import pytest

from legalitas.choices import JenisSertifikat
from legalitas.masa_berlaku import (
    MasaBerlaku,
    masa_berlaku,
    months_before,
    reminder_dates,
    reminder_stage,
    usual_valid_until,
)


def day(text):
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("jenis", "until", "on", "status"),
    [
        ("pirt", "2028-05-31", "2027-11-29", MasaBerlaku.BERLAKU),
        ("pirt", "2028-05-31", "2027-11-30", MasaBerlaku.AKAN_BERAKHIR),
        ("pirt", "2028-05-31", "2028-05-30", MasaBerlaku.AKAN_BERAKHIR),
        ("pirt", "2028-05-31", "2028-05-31", MasaBerlaku.AKAN_BERAKHIR),
        ("pirt", "2028-05-31", "2028-06-01", MasaBerlaku.BERAKHIR),
        ("bpom", "2028-05-31", "2028-06-01", MasaBerlaku.BERAKHIR),
        ("merek", "2028-05-31", "2028-05-31", MasaBerlaku.AKAN_BERAKHIR),
        ("lainnya", "2028-05-31", "2028-06-01", MasaBerlaku.BERAKHIR),
        ("shat", "2028-05-31", "2020-01-01", MasaBerlaku.BERLAKU),
        ("nik_koperasi", "2028-05-31", "2028-06-01", MasaBerlaku.BERAKHIR),
        ("halal", "2025-05-31", "2025-05-30", MasaBerlaku.BERLAKU),
        ("halal", "2025-05-31", "2025-05-31", MasaBerlaku.BERLAKU),
        ("halal", "2025-05-31", "2025-06-01", MasaBerlaku.CEK_ULANG),
        ("halal", "2025-05-31", "2035-06-01", MasaBerlaku.CEK_ULANG),
        ("nib", "2025-05-31", "2035-06-01", MasaBerlaku.TANPA_BATAS),
    ],
)
def test_a_printed_end_date_decides(jenis, until, on, status):
    assert masa_berlaku(jenis=jenis, issued_on=None, valid_until=day(until), on=day(on)) == status


@pytest.mark.parametrize("jenis", ["nib", "halal", "shat", "pelatihan", "lainnya"])
def test_kinds_without_an_end_are_valid_for_ever(jenis):
    status = masa_berlaku(jenis=jenis, issued_on=day("1990-01-01"), valid_until=None, on=day("2026-11-24"))
    assert status == MasaBerlaku.TANPA_BATAS


@pytest.mark.parametrize("jenis", JenisSertifikat.values)
@pytest.mark.parametrize("issued", [None, "1990-01-01", "2026-01-01"])
def test_nothing_without_an_end_date_is_ever_expired(jenis, issued):
    status = masa_berlaku(jenis=jenis, issued_on=day(issued), valid_until=None, on=day("2026-11-24"))
    assert status not in (MasaBerlaku.BERAKHIR, MasaBerlaku.AKAN_BERAKHIR)


@pytest.mark.parametrize(
    ("jenis", "issued", "on", "status"),
    [
        ("pirt", None, "2026-11-24", MasaBerlaku.CEK_ULANG),
        ("pirt", "2021-11-24", "2026-11-24", MasaBerlaku.BERLAKU),
        ("pirt", "2021-11-23", "2026-11-24", MasaBerlaku.CEK_ULANG),
        ("bpom", "2021-11-23", "2026-11-24", MasaBerlaku.CEK_ULANG),
        ("merek", "2016-11-24", "2026-11-24", MasaBerlaku.BERLAKU),
        ("merek", "2016-11-23", "2026-11-24", MasaBerlaku.CEK_ULANG),
        ("sni", "2022-11-23", "2026-11-24", MasaBerlaku.CEK_ULANG),
    ],
)
def test_kinds_that_end_are_checked_again_when_their_usual_time_is_over(jenis, issued, on, status):
    assert masa_berlaku(jenis=jenis, issued_on=day(issued), valid_until=None, on=day(on)) == status


@pytest.mark.parametrize(
    ("issued", "on", "status"),
    [
        ("2025-02-01", "2026-06-30", MasaBerlaku.BERLAKU),
        ("2025-12-31", "2026-07-01", MasaBerlaku.CEK_ULANG),
        ("2026-01-01", "2026-07-01", MasaBerlaku.BERLAKU),
        ("2024-12-31", "2026-06-30", MasaBerlaku.CEK_ULANG),
        (None, "2026-07-01", MasaBerlaku.CEK_ULANG),
    ],
)
def test_nik_koperasi_is_updated_after_each_rat_season(issued, on, status):
    found = masa_berlaku(jenis="nik_koperasi", issued_on=day(issued), valid_until=None, on=day(on))
    assert found == status


@pytest.mark.parametrize(
    ("jenis", "issued", "until"),
    [
        ("pirt", "2022-07-06", "2027-07-06"),
        ("pirt", "2024-02-29", "2029-02-28"),
        ("bpom", "2022-07-06", "2027-07-06"),
        ("merek", "2022-07-06", "2032-07-06"),
        ("sni", "2022-07-06", "2026-07-06"),
        ("halal", "2022-07-06", None),
        ("nib", "2022-07-06", None),
        ("pirt", None, None),
    ],
)
def test_the_usual_end_is_suggested(jenis, issued, until):
    assert usual_valid_until(jenis, day(issued)) == day(until)


@pytest.mark.parametrize(
    ("jenis", "stages"),
    [
        ("pirt", [12, 6, 3, 1]),
        ("bpom", [12, 6]),
        ("merek", [12, 6]),
        ("halal", []),
        ("sni", []),
        ("shat", []),
        ("nib", []),
        ("lainnya", []),
    ],
)
def test_each_kind_has_its_reminders(jenis, stages):
    assert [months for months, _ in reminder_dates(jenis, day("2028-05-31"))] == stages


def test_reminders_fall_on_the_last_day_of_shorter_months():
    assert reminder_dates("pirt", day("2028-05-31")) == [
        (12, day("2027-05-31")),
        (6, day("2027-11-30")),
        (3, day("2028-02-29")),
        (1, day("2028-04-30")),
    ]


def test_without_an_end_there_is_nothing_to_remind_of():
    assert reminder_dates("pirt", None) == []
    assert reminder_stage("pirt", valid_until=None, on=day("2026-11-24")) is None


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        ("2027-05-30", None),
        ("2027-05-31", 12),
        ("2027-11-29", 12),
        ("2027-11-30", 6),
        ("2028-02-28", 6),
        ("2028-02-29", 3),
        ("2028-04-29", 3),
        ("2028-04-30", 1),
        ("2028-05-31", 1),
        ("2028-06-01", None),
    ],
)
def test_the_latest_reminder_reached_is_the_stage(on, stage):
    assert reminder_stage("pirt", valid_until=day("2028-05-31"), on=day(on)) == stage


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-12-31", 10, "2026-02-28"),
        ("2026-12-15", -1, "2027-01-15"),
        ("2026-01-31", -1, "2026-02-28"),
        ("2026-06-30", 0, "2026-06-30"),
    ],
)
def test_months_are_counted_over_years(start, months, end):
    assert months_before(day(start), months) == day(end)
