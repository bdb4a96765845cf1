"""Whatever a cell holds, reading it ends in a value or in words; and what was read is read again as it is."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.identifiers import normalise_nib, normalise_phone, validate_nib
from common.tanggal import parse_tanggal
from spreadsheets.columns import Column, Reads, guess, header_key
from spreadsheets.reading.amounts import parse_band
from spreadsheets.reading.cells import Problem, read
from spreadsheets.reading.headers import are_column_numbers
from spreadsheets.reading.tables import shape_of
from tests.spreadsheets.berkas import COLUMNS

CHOICES = (("mikro", "Usaha mikro"), ("kecil", "Usaha kecil"), ("sma", "SMA/SMK"))
READERS = [Column("kolom", "Kolom", kind, choices=CHOICES) for kind in Reads] + [
    Column("nib", "NIB", Reads.IDENTIFIER, normalise=normalise_nib, validate=validate_nib, digits=13),
    Column("lepas", "Lepas", Reads.DATE, is_dropped_on_error=True),
]
TYPES = {
    Reads.RUPIAH: int, Reads.INTEGER: int, Reads.YEAR: int, Reads.DECIMAL: Decimal, Reads.DATE: datetime.date,
    Reads.YES_NO: bool, Reads.LIST: list, Reads.PERIOD: list,
}  # fmt: skip

# What people write, put together at random: far more telling than random letters.
pieces = st.sampled_from(
    ["Rp", ".", ",", "-", "0", "1", "12", "1990", "7209995203900001", " ", "/", "<", "jt", "M", "juta",
     "Pebruari", "Mei", "L", "P", "'",
     "tidak ada", "BELUM ADA", "NIB", "Kec.", "\n", "E+15", "(", ")", "s/d", "Desa", "+62", "08", "#N/A",
     "sda", "√", "\u202e", "\x00"]
)  # fmt: skip
texts = st.one_of(st.lists(pieces, max_size=8).map("".join), st.text(max_size=60))
cells = st.one_of(
    st.none(),
    texts,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)


@pytest.mark.parametrize("column", READERS, ids=lambda column: f"{column.name}-{column.kind}")
@settings(max_examples=60, deadline=None)
@given(cell=cells)
def test_reading_never_raises(column, cell):
    value, problems = read(cell, column)
    assert all(
        isinstance(problem, Problem) and problem.text and problem.level in ("error", "warning")
        for problem in problems
    )
    assert value is None or isinstance(value, TYPES.get(column.kind, str))
    if any(problem.level == "error" for problem in problems):
        assert value is None
        assert not column.is_dropped_on_error


@pytest.mark.parametrize("column", READERS, ids=lambda column: f"{column.name}-{column.kind}")
@settings(max_examples=60, deadline=None)
@given(cell=cells)
def test_what_was_read_is_read_again_as_it_is(column, cell):
    value, _ = read(cell, column)
    # Lists and measures are no cells; FALSE is "Tidak" in words, which a clerk writes for "none".
    if value is None or isinstance(value, list | Decimal) or isinstance(cell, bool):
        return
    assert read(value, column)[0] == value


@given(cell=cells)
@settings(max_examples=200, deadline=None)
def test_a_value_is_never_blank(cell):
    for kind in (Reads.TEXT, Reads.LONG_TEXT, Reads.REGION):
        value, _ = read(cell, Column("kolom", "Kolom", kind))
        assert value is None or value.strip()


@given(raw=st.from_regex(r"(0|62|\+62)?8[0-9]{8,11}", fullmatch=True))
@settings(max_examples=100, deadline=None)
def test_plain_phones_are_read_as_the_forms_do(raw):
    assert read(raw, Column("hp", "HP", Reads.PHONE)) == (normalise_phone(raw), [])


@given(day=st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
@settings(max_examples=100, deadline=None)
def test_plain_dates_are_read_as_the_forms_do(day):
    raw = f"{day:%d-%m-%Y}"
    assert read(raw, Column("lahir", "Lahir", Reads.DATE)) == (parse_tanggal(raw), [])


@given(headers=st.lists(texts, max_size=8))
@settings(max_examples=100, deadline=None)
def test_headers_of_any_kind_are_guessed_one_to_one(headers):
    guessed = guess(headers, COLUMNS)
    assert len(set(guessed.values())) == len(guessed)
    assert all(0 <= place < len(headers) for place in guessed)
    assert len(shape_of(headers)) == 32


@given(text=texts)
@settings(max_examples=200, deadline=None)
def test_keys_of_headers_are_stable(text):
    assert header_key(header_key(text)) == header_key(text)


@given(text=texts)
@settings(max_examples=200, deadline=None)
def test_a_band_has_an_end(text):
    band = parse_band(text)
    assert band is None or band.low is not None or band.high is not None


@given(row=st.lists(cells, max_size=6))
@settings(max_examples=100, deadline=None)
def test_any_row_may_be_asked_for_column_numbers(row):
    assert are_column_numbers(row) in (True, False)
