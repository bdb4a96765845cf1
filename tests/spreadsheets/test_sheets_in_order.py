"""A workbook of many sheets is opened once, and read right in whatever order."""

import subprocess
from itertools import islice

import pytest

from spreadsheets.reading import workbook
from tests.spreadsheets.berkas import opened, xlsx

SHEETS = [[[f"lembar {sheet}", number] for number in range(1200)] for sheet in range(3)]


@pytest.fixture
def parsers(monkeypatch):
    begun = []

    class Counted(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            begun.append(self)
            super().__init__(*args, **kwargs)

    monkeypatch.setattr(workbook.subprocess, "Popen", Counted)
    return begun


@pytest.fixture
def book(parsers):
    return opened(xlsx(*SHEETS))


def cells(rows):
    return [row for _, row in rows]


def test_sheets_in_their_order_come_from_one_parser(book, parsers):
    assert [cells(book.rows(sheet.index)) for sheet in book.sheets] == SHEETS
    assert len(parsers) == 1


def test_one_sheet_whose_place_is_known_is_read_without_a_look_at_the_others(book, parsers):
    assert cells(book.rows(2)) == SHEETS[2]
    assert len(parsers) == 1


def test_sheets_out_of_order_are_read_whole(book):
    assert [len(book.sheets), *(cells(book.rows(index)) for index in (2, 0, 1))] == [
        3,
        SHEETS[2],
        SHEETS[0],
        SHEETS[1],
    ]


def test_a_sheet_after_one_that_was_only_begun_is_read_whole(book):
    assert book.sheets
    begun = list(islice(book.rows(0), 2))
    assert (cells(begun), cells(book.rows(1))) == (SHEETS[0][:2], SHEETS[1])


def test_two_readers_of_one_sheet_do_not_meet(book):
    assert book.sheets
    first, second = iter(book.rows(0)), iter(book.rows(0))
    assert [next(first), next(second)] == [(1, ["lembar 0", 0])] * 2
    assert (cells(first), cells(second)) == (SHEETS[0][1:], SHEETS[0][1:])


def test_no_parser_is_left_when_the_book_is_let_go_of(parsers):
    book = opened(xlsx(*SHEETS))
    assert len(book.sheets) == 3
    del book
    (parser,) = parsers
    assert parser.returncode is not None
