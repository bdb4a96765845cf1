import contextlib
import datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from common.tanggal import BULAN, parse_tanggal
from common.templatetags.indonesia import hari_tanggal, tanggal, tanggal_pendek

LAUNCH = datetime.date(2022, 7, 6)


@pytest.mark.parametrize(
    "raw",
    [
        "6/7/2022",
        "06-07-2022",
        "06.07.2022",
        "6 7 2022",
        "6 Juli 2022",
        "6  juli  2022",
        "06-Jul-2022",
        "6 JULI 2022",
        "6 Jul. 2022",
        "6 July 2022",
        "6 Juli, 2022",
        "Rabu, 6 Juli 2022",
        "rabu 6 Juli 2022",
        "2022-07-06",
        "2022/7/6",
        "2022-07-06 00:00:00",
        "2022-07-06T00:00",
        "'06-07-2022",
        " 6/7/2022 ",
    ],
)
def test_every_way_of_writing_a_date_is_the_same_day(raw):
    assert parse_tanggal(raw) == LAUNCH


@pytest.mark.parametrize(
    ("word", "month"),
    [(name, number) for number, name in enumerate(BULAN, 1)]
    + [
        ("Pebruari", 2),
        ("Nopember", 11),
        ("Agt", 8),
        ("Aug", 8),
        ("Oct", 10),
        ("Dec", 12),
        ("Mei", 5),
        ("May", 5),
    ],
)
def test_months_are_known_by_old_and_english_names_too(word, month):
    assert parse_tanggal(f"1 {word} 2022") == datetime.date(2022, month, 1)


@pytest.mark.parametrize("raw", ["6/7/22", "6 Juli 22", "06-Jul-22"])
def test_two_digits_are_not_a_year(raw):
    with pytest.raises(ValidationError, match="empat angka"):
        parse_tanggal(raw)


@pytest.mark.parametrize(
    "raw", ["29-02-2023", "31-04-2022", "32-01-2022", "00-01-2022", "01-13-2022", "2022-02-30"]
)
def test_days_that_never_were_are_refused(raw):
    with pytest.raises(ValidationError, match="tidak ada dalam kalender"):
        parse_tanggal(raw)


@pytest.mark.parametrize(
    ("year", "is_accepted"), [(1899, False), (1900, True), (2100, True), (2101, False), (9999, False)]
)
def test_years_stay_within_reason(year, is_accepted):
    if is_accepted:
        assert parse_tanggal(f"01-01-{year}").year == year
    else:
        with pytest.raises(ValidationError, match="tidak masuk akal"):
            parse_tanggal(f"01-01-{year}")


@pytest.mark.parametrize(
    "raw", ["", "-", "12--1985", "Juli 2022", "6 Foo 2022", "2022", "kemarin", "6/7", "44748", "6/7/2022 x"]
)
def test_what_is_no_date_is_refused_with_an_example(raw):
    with pytest.raises(ValidationError, match="6 Juli 2022"):
        parse_tanggal(raw)


@given(st.text(st.characters(exclude_categories=[])) | st.text("0123456789-/. jJuliMe", max_size=20))
def test_any_text_gives_a_date_or_a_message(raw):
    with contextlib.suppress(ValidationError):
        assert 1900 <= parse_tanggal(raw).year <= 2100


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_what_we_print_we_can_read(day):
    assert {parse_tanggal(show(day)) for show in (tanggal, tanggal_pendek, hari_tanggal, str)} == {day}
