"""Sheets handed out to be filled in come back in as they are."""

import datetime
import types

import openpyxl
import pytest

from spreadsheets.columns import Column, Reads, guess
from spreadsheets.reading.cells import read
from spreadsheets.reading.tables import data_rows, find_table, shape_of
from spreadsheets.template import write_refused, write_template
from tests.spreadsheets.berkas import COLUMNS, HEADER, opened, record, xlsx

KIND = types.SimpleNamespace(title="Pemilik dan usaha", columns=COLUMNS)


@pytest.fixture(scope="module")
def template():
    with write_template(KIND) as file:
        return file.read()


@pytest.fixture
def book(template, tmp_path):
    path = tmp_path / "templat.xlsx"
    path.write_bytes(template)
    return openpyxl.load_workbook(path)


def test_every_column_is_known_again(template):
    table = find_table(opened(template), 0, COLUMNS)
    assert list(guess(table.headers, COLUMNS).values()) == [column.name for column in COLUMNS]


def test_an_empty_template_holds_no_records(template):
    source = opened(template)
    assert list(data_rows(source, find_table(source, 0, COLUMNS))) == []


def test_the_guide_and_the_lists_are_no_tables(template):
    source = opened(template)
    assert [find_table(source, sheet.index, COLUMNS) for sheet in source.sheets[1:]] == [None, None]


def test_identifiers_are_text_before_anybody_types(book):
    assert book["Data"].column_dimensions["B"].number_format == "@"


def test_a_choice_offers_its_list(book):
    rules = {str(rule.sqref).split("2")[0]: rule for rule in book["Data"].data_validations.dataValidation}
    assert rules["D"].formula1 == "Pilihan!$D$1:$D$2"
    assert [row[3].value for row in book["Pilihan"].iter_rows(max_row=2)] == ["L", "P"]
    assert rules["G"].errorStyle == "warning"
    assert [row[6].value for row in book["Pilihan"].iter_rows(max_row=2)] == ["Bailo", "Wakai"]


def test_the_lists_are_hidden(book):
    assert book["Pilihan"].sheet_state == "hidden"


def test_the_guide_tells_of_every_column(book):
    told = {row[0].value for row in book["Petunjuk"].iter_rows()}
    assert {column.label for column in COLUMNS} <= told


def test_required_columns_are_marked(book):
    assert [cell.value for cell in book["Data"][1] if str(cell.value).endswith("*")] == [
        "Nama pengusaha *",
        "Nama usaha *",
    ]


# --- refused rows -------------------------------------------------------------------------------

ODD = [
    1.0,
    "=HYPERLINK(1)",
    "7209995203900001",
    "'Aisyah",
    datetime.date(1990, 2, 12),
    "Rp. 1.000.000,00",
]


def refused(*rows, headers=HEADER):
    with write_refused(headers, [(cells, "Nama kosong") for cells in rows]) as file:
        return file.read()


def test_refused_rows_come_back_as_they_were():
    (_, cells), *_ = _records(refused(ODD))
    kinds = [Reads.TEXT, Reads.TEXT, Reads.NIK, Reads.TEXT, Reads.DATE, Reads.RUPIAH]
    got = [read(cell, Column("x", "X", kind))[0] for cell, kind in zip(cells, kinds, strict=True)]
    assert got == ["1", "=HYPERLINK(1)", "7209995203900001", "'Aisyah", datetime.date(1990, 2, 12), 1_000_000]


def _records(content):
    source = opened(content)
    table = find_table(source, 0, COLUMNS)
    return [(number, cells[:-1]) for number, cells in data_rows(source, table)]


def test_the_column_of_reasons_changes_no_mapping():
    source = opened(refused(record(1)))
    table = find_table(source, 0, COLUMNS)
    assert table.headers[-1] == "Alasan"
    original = find_table(opened(xlsx([HEADER, record(1)])), 0, COLUMNS)
    assert shape_of(table.headers) == shape_of(original.headers)
    assert guess(table.headers, COLUMNS) == guess(original.headers, COLUMNS)


def test_a_number_typed_into_a_refused_row_stays_as_typed(tmp_path):
    path = tmp_path / "ditolak.xlsx"
    path.write_bytes(refused(record(1, NIK=7209995203900010.0)))
    assert openpyxl.load_workbook(path).active["C2"].number_format == "@"


def test_a_nik_that_excel_rounded_stays_refused():
    (_, cells), *_ = _records(refused(record(1, NIK=7209995203900010.0)))
    value, problems = read(cells[2], COLUMNS[0])
    assert value is None
    assert "15 angka" in problems[0].text


def test_short_rows_are_filled_up():
    assert _records(refused(["1", "Sitti"]))[0][1][:2] == ["1", "Sitti"]
