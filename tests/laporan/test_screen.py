import pytest

from laporan import screen as module
from laporan.report import Column, Link, Report
from laporan.screen import screen
from spreadsheets.sheet import Kind, Section
from tests.laporan.laporan_examples import example_report


def test_the_first_text_of_a_row_names_it():
    (group,) = screen(example_report(1), count_up_to=10).groups

    assert [cell.text for cell in group.rows[0] if cell.is_header] == ["Usaha ke-1"]


def test_a_value_with_a_link_leads_to_its_details():
    report = Report(
        name="x", title="X", columns=(Column("n", "N", Kind.NUMBER),), rows=[(Link(12, "/rinci/"),)]
    )
    cell = screen(report, count_up_to=10).groups[0].rows[0][0]

    assert (cell.text, cell.url) == ("12", "/rinci/")


def test_rows_stand_under_their_section():
    report = Report(
        name="x", title="X", columns=(Column("a", "A"),), rows=[("1",), Section("Tojo"), ("2",), ("3",)]
    )
    groups = screen(report, count_up_to=10).groups

    assert [(group.name, len(group.rows)) for group in groups] == [("", 1), ("Tojo", 2)]


def test_an_empty_report_has_no_groups():
    assert screen(example_report(0), count_up_to=10).groups == []


def test_the_total_of_an_amount_stands_under_it():
    *_, amount, share = screen(example_report(2), count_up_to=10).totals

    assert (amount.text, amount.is_numeric) == ("Rp2.500.000", True)
    assert share.text == ""


@pytest.mark.parametrize(
    ("count", "shown", "counted", "is_cut"), [(3, 3, 3, False), (4, 3, 4, True), (9, 3, 6, True)]
)
def test_a_long_report_is_shown_in_part_and_counted_to_a_limit(monkeypatch, count, shown, counted, is_cut):
    monkeypatch.setattr(module, "SHOWN_ROWS", 3)
    result = screen(example_report(count), count_up_to=5)

    assert (result.shown, result.counted, result.is_cut) == (shown, counted, is_cut)
    assert sum(len(group.rows) for group in result.groups) == shown
