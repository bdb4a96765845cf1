"""A frozen report is the report: whatever was printed from it is printed again."""

import datetime
import json
from decimal import Decimal

import pytest

from laporan.document import document
from laporan.pdf import ROW_LIMIT, TooLong
from laporan.period import Period
from laporan.report import Column, Link, Report
from laporan.terbit.frozen import (
    freeze,
    frozen_period,
    public_totals,
    thaw,
    thawed_period,
)
from spreadsheets.sheet import Kind, Section
from tests.laporan.laporan_examples import PRINTED_AT, example_report

DAY = datetime.date(2026, 6, 30)


def again(report):
    """As it comes out of the database: by way of text."""
    return thaw(json.loads(json.dumps(freeze(report))))


def paper(report):
    return document(report, list(report), None, None, PRINTED_AT, (215, 330))


def test_the_paper_of_a_frozen_report_is_the_same():
    report = example_report(5)
    assert paper(again(report)) == paper(report)


def test_its_sheet_is_the_same():
    report = example_report(5)
    first, second = report.sheet(printed="x"), again(report).sheet(printed="x")
    assert [*first.rows] == [*second.rows]
    assert (first.columns, first.head, first.totals) == (second.columns, second.head, second.totals)


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        7,
        87.5,
        "abon",
        Decimal("0.10"),
        DAY,
        datetime.datetime(2026, 6, 30, 9, 30, tzinfo=datetime.UTC),
    ],
)
def test_every_kind_of_value_comes_back_as_it_was(value):
    report = Report(name="x", title="X", columns=(Column("a", "A"),), rows=[(value,)])
    ((found,),) = again(report)
    assert (found, type(found)) == (value, type(value))


def test_a_link_is_frozen_as_what_it_says():
    report = Report(name="x", title="X", columns=(Column("a", "A"),), rows=[(Link(5, "/laporan/"),)])
    assert list(again(report)) == [(5,)]


def test_a_heading_stays_a_heading():
    report = Report(name="x", title="X", columns=(Column("a", "A"),), rows=[Section("Togean"), ("abon",)])
    assert list(again(report)) == [Section("Togean"), ("abon",)]


def test_more_rows_than_a_paper_holds_are_refused():
    with pytest.raises(TooLong):
        freeze(example_report(ROW_LIMIT + 1))


@pytest.mark.parametrize("period", [Period.quarter(2026, 2), Period.all(), Period.between(None, DAY)])
def test_a_period_comes_back_as_it_was(period):
    assert (
        thawed_period(json.loads(json.dumps(frozen_period(period, as_of=datetime.date(2026, 7, 6)))))
        == period
    )


def test_the_public_totals_are_the_printed_ones_and_the_number_of_rows():
    assert public_totals(example_report(3)) == [["Jumlah baris", "3"], ["Nilai", "Rp3.750.000"]]


def test_money_of_persons_is_no_public_total():
    report = example_report(1, count_people=lambda: 1)
    assert public_totals(report) == [["Jumlah baris", "1"]]


def test_a_total_under_a_group_says_which_group():
    columns = (Column("l", "L", Kind.NUMBER, group="Anggota"),)
    report = Report(name="x", title="X", columns=columns, rows=[(4,)], totals=(4,))
    assert public_totals(report) == [["Jumlah baris", "1"], ["Anggota: L", "4"]]
