"""What has changed since a report was issued, counted row by row and total by total."""

from laporan.report import NUMBER, Column, Report
from laporan.terbit.difference import ChangedTotal, difference
from spreadsheets.sheet import Kind, Section

NAME, COUNT = Column("nama", "Kecamatan"), Column("jumlah", "Jumlah", Kind.NUMBER)


def table(*rows, columns=(NUMBER, NAME, COUNT), **changes):
    numbered = [(number, *row) for number, row in enumerate(rows, 1)]
    totals = ("JUMLAH", None, *map(sum, zip(*(row[1:] for row in rows), strict=True))) if rows else None
    return Report(
        **{"name": "x", "title": "X", "columns": columns, "rows": numbered, "totals": totals} | changes
    )


def counts(found):
    return found.added, found.removed, found.changed


def test_the_same_figures_show_no_difference():
    assert difference(table(("Tojo", 3)), table(("Tojo", 3))).is_none


def test_a_row_more_is_added_and_raises_the_total():
    found = difference(table(("Tojo", 3)), table(("Tojo", 3), ("Togean", 2)))
    assert counts(found) == (1, 0, 0)
    assert found.totals == (ChangedTotal("Jumlah", "3", "5", "+2"),)


def test_a_row_less_is_removed_and_lowers_the_total():
    found = difference(table(("Tojo", 3), ("Togean", 2)), table(("Tojo", 3)))
    assert counts(found) == (0, 1, 0)
    assert found.totals == (ChangedTotal("Jumlah", "5", "3", "−2"),)


def test_another_figure_under_the_same_name_is_a_changed_row():
    assert counts(difference(table(("Tojo", 3)), table(("Tojo", 4)))) == (0, 0, 1)


def test_a_row_that_only_moved_is_the_same_row():
    assert difference(table(("Tojo", 3), ("Togean", 2)), table(("Togean", 2), ("Tojo", 3))).is_none


def test_of_two_alike_one_may_go():
    assert counts(difference(table(("Tojo", 3), ("Tojo", 3)), table(("Tojo", 3)))) == (0, 1, 0)


def test_a_second_row_of_a_known_name_is_added():
    assert counts(difference(table(("Tojo", 3)), table(("Tojo", 3), ("Tojo", 1)))) == (1, 0, 0)


def test_a_new_column_without_figures_changes_nothing():
    wider = (NUMBER, NAME, COUNT, Column("merek", "Merek", Kind.NUMBER))
    assert difference(table(("Tojo", 3)), table(("Tojo", 3, 0), columns=wider)).is_none


def test_a_new_column_with_figures_changes_rows_and_has_a_total():
    wider = (NUMBER, NAME, COUNT, Column("merek", "Merek", Kind.NUMBER))
    found = difference(table(("Tojo", 3)), table(("Tojo", 3, 1), columns=wider))
    assert counts(found) == (0, 0, 1)
    assert found.totals == (ChangedTotal("Merek", "0", "1", "+1"),)


def test_headings_are_no_rows():
    heading = table(rows=[Section("Togean"), (1, "Tojo", 3)], totals=("JUMLAH", None, 3))
    assert difference(table(("Tojo", 3)), heading).is_none
