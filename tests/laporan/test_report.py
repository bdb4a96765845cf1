import datetime
from decimal import Decimal

import pytest

from laporan.report import NUMBER, Align, Column, Link, Report, numbered
from spreadsheets.sheet import Kind, Section
from tests.laporan.laporan_examples import example_report


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.TEXT, "Kopra Jaya", "Kopra Jaya"),
        (Kind.TEXT, 2022, "2022"),
        (Kind.TEXT, None, "-"),
        (Kind.TEXT, "", "-"),
        (Kind.TEXT, True, "Ya"),
        (Kind.TEXT, False, "Tidak"),
        (Kind.NUMBER, 0, "0"),
        (Kind.NUMBER, 1250, "1.250"),
        (Kind.NUMBER, Decimal("2.5"), "2,5"),
        (Kind.NUMBER, None, "-"),
        (Kind.NUMBER, "-", "-"),
        (Kind.RUPIAH, 1250000, "Rp1.250.000"),
        (Kind.PERCENT, 87.5, "87,50 %"),
        (Kind.DATE, datetime.date(2022, 7, 6), "6 Juli 2022"),
        (Kind.IDENTIFIER, "0220001234567", "0220001234567"),
        (Kind.IDENTIFIER, 1234567, "1234567"),
        (Kind.NUMBER, Link(12, "/laporan/"), "12"),
    ],
)
def test_each_kind_of_value_is_written_in_its_own_way(kind, value, text):
    assert Column("k", "K", kind).format(value) == text


def test_a_moment_shows_the_districts_time():
    moment = datetime.datetime(2022, 7, 6, 1, 30, tzinfo=datetime.UTC)

    assert Column("k", "K", Kind.DATE).format(moment) == "6 Juli 2022, 09.30 WITA"


def test_amounts_stand_at_the_right_unless_told_otherwise():
    assert Column("k", "K", Kind.RUPIAH).alignment == Align.RIGHT
    assert Column("k", "K", Kind.RUPIAH, align=Align.CENTER).alignment == Align.CENTER
    assert Column("k", "K", Kind.IDENTIFIER).alignment == Align.LEFT


def test_rows_are_numbered_across_sections():
    rows = [Section("A"), ("x",), Section("B"), ("y",)]

    assert list(numbered(rows)) == [Section("A"), (1, "x"), Section("B"), (2, "y")]


def test_rows_from_a_callable_are_asked_for_anew_each_time():
    report = example_report(2)

    assert list(report) == list(report) != []


def test_a_row_of_the_wrong_length_is_refused():
    report = Report(name="x", title="X", columns=(Column("a", "A"),), rows=[("satu", "dua")])

    with pytest.raises(ValueError, match="2 values for 1 columns"):
        list(report)


def test_totals_of_the_wrong_length_are_refused():
    with pytest.raises(ValueError, match="totals"):
        Report(name="x", title="X", columns=(Column("a", "A"),), rows=[], totals=(1, 2))


def test_grouped_columns_get_a_header_of_two_lines():
    columns = (NUMBER, Column("l", "L", group="Anggota"), Column("p", "P", group="Anggota"))
    upper, lower = Report(name="x", title="X", columns=columns, rows=[]).header

    assert [(cell.label, cell.colspan, cell.rowspan) for cell in upper] == [("No", 1, 2), ("Anggota", 2, 1)]
    assert [(cell.label, cell.column) for cell in lower] == [("L", 1), ("P", 2)]


def test_the_word_jumlah_runs_over_the_empty_places_that_follow():
    columns = tuple(Column(key, key, Kind.NUMBER) for key in "abcde")
    report = Report(name="x", title="X", columns=columns, rows=[], totals=("JUMLAH", None, 3, None, 1000))

    assert report.total_cells == (("JUMLAH", 2), ("3", 1), ("", 1), ("1.000", 1))


def test_totals_without_a_word_in_front_stay_in_their_columns():
    columns = tuple(Column(key, key, Kind.NUMBER) for key in "ab")

    assert Report(name="x", title="X", columns=columns, rows=[], totals=(3, None)).total_cells == (
        ("3", 1),
        ("", 1),
    )


def test_a_sheet_of_the_report_holds_bare_values_and_its_own_time():
    report = Report(
        name="x",
        title="X",
        subtitles=("TAHUN 2022",),
        columns=(Column("a", "A"),),
        rows=[(Link("u", "/u/"),)],
    )
    sheet = report.sheet(printed="Dicetak kini")

    assert list(sheet.rows) == [("u",)]
    assert sheet.head == ("X", "TAHUN 2022", "Dicetak kini")
