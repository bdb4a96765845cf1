"""Whatever a file holds: tables are found or not, values are kept and given back, and no long number is shown."""

import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from common.text import refuse_line_breaks, tidy_line, tidy_text
from spreadsheets.reading.files import SheetRefused, open_book
from spreadsheets.reading.tables import data_rows, find_table
from spreadsheets.sealing import masked, packed, unpacked
from tests.spreadsheets.berkas import COLUMNS, HEADER
from tests.spreadsheets.test_any_cell import cells, texts
from umkm.nama import comparable_pemilik, comparable_usaha

freely = settings(max_examples=150, deadline=None)
lines = st.lists(
    st.one_of(st.just(HEADER), st.lists(texts, max_size=8), st.just(["JUMLAH", "12"]), st.just([])),
    max_size=12,
)


@freely
@given(content=st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused(content):
    try:
        book = open_book(io.BytesIO(content), "berkas.csv")
        rows = list(book.rows(0))
    except SheetRefused:
        return
    assert [number for number, _ in rows] == sorted({number for number, _ in rows})


@freely
@given(rows=lines)
def test_rows_of_any_kind_are_records_below_a_header_or_left_out(rows):
    content = "\n".join(";".join(cell.replace(";", ",").replace("\n", " ") for cell in row) for row in rows)
    try:
        book = open_book(io.BytesIO(content.encode(errors="replace")), "daftar.csv")
        table = find_table(book, 0, COLUMNS)
        found = list(data_rows(book, table)) if table else []
    except SheetRefused:
        return
    assert all(number >= table.first_row for number, _ in found)
    assert all(len(cells) <= len(table.headers) for _, cells in found)


@freely
@given(value=texts.filter(lambda text: "\x00" not in text and text.isprintable()))
def test_what_is_kept_of_a_row_is_given_back(value):
    for is_secret in (False, True):
        assert unpacked(packed(value, is_secret=is_secret)) == value


@freely
@given(cell=cells)
def test_nothing_that_is_shown_holds_a_long_number(cell):
    assert not re.search(r"\d(?:[ .'\-]?\d){14,}", masked(cell))


@freely
@given(name=texts)
def test_names_compare_the_same_in_capitals(name):
    if name.isascii():
        assert comparable_pemilik(name) == comparable_pemilik(name.upper())
        assert comparable_usaha(name) == comparable_usaha(name.upper())


@freely
@given(text=st.text(st.characters(min_codepoint=1, max_codepoint=127), max_size=40))
def test_plain_text_is_tidied_once_and_for_all(text):
    tidied = tidy_line(text)
    assert tidied == text.strip(" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f")
    assert tidy_line(tidied) == tidied
    assert tidy_text(tidy_text(text)) == tidy_text(text)
    if text.isprintable():
        refuse_line_breaks(text)
