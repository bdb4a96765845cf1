"""A `Report` as the page shows it: the first rows, ready to be written out cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from laporan.report import NUMBER, HeaderCell, Link, Report
from spreadsheets.sheet import Kind, Section, Value

SHOWN_ROWS = 500  # a phone on 3G should not load more; the files hold everything


@dataclass(frozen=True)
class ScreenCell:
    text: str
    kind: str
    is_numeric: bool = False
    is_header: bool = False  # names its row
    is_aside: bool = False  # its row has no number of its own
    colspan: int = 1
    url: str = ""


@dataclass
class Group:
    """Rows under one section, or under none."""

    name: str = ""
    rows: list[list[ScreenCell]] = field(default_factory=list)


@dataclass(frozen=True)
class Screen:
    header: tuple[tuple[HeaderCell, ...], ...]
    groups: list[Group]
    totals: list[ScreenCell]
    shown: int
    counted: int  # up to the limit given

    @property
    def is_cut(self) -> bool:
        return self.counted > self.shown


def screen(report: Report, *, count_up_to: int) -> Screen:
    groups = [Group()]
    shown = counted = 0
    for row in report:
        counted += not isinstance(row, Section)
        if counted > count_up_to:
            break
        if counted > SHOWN_ROWS:
            continue
        if isinstance(row, Section):
            groups.append(Group(row.text))
        else:
            groups[-1].rows.append(_cells(report, row))
            shown += 1
    return Screen(
        header=report.header,
        groups=[group for group in groups if group.name or group.rows],
        totals=_totals(report),
        shown=shown,
        counted=counted,
    )


def _cells(report: Report, row: Sequence[Value]) -> list[ScreenCell]:
    names_row = next((n for n, column in enumerate(report.columns) if column.kind == Kind.TEXT), None)
    is_numbered = report.columns[0] != NUMBER or row[0] is not None
    return [
        ScreenCell(
            column.format(value),
            column.kind,
            is_numeric=column.is_numeric,
            is_header=position == names_row,
            is_aside=position == names_row and not is_numbered,
            url=value.url if isinstance(value, Link) else "",
        )
        for position, (column, value) in enumerate(zip(report.columns, row, strict=True))
    ]


def _totals(report: Report) -> list[ScreenCell]:
    cells: list[ScreenCell] = []
    position = 0
    for text, colspan in report.total_cells:
        column = report.columns[position]
        is_numeric = column.is_numeric and colspan == 1
        value = (report.totals or ())[position]
        cells.append(
            ScreenCell(
                text,
                column.kind,
                is_numeric=is_numeric,
                is_header=position == 0,
                colspan=colspan,
                url=value.url if isinstance(value, Link) else "",
            )
        )
        position += colspan
    return cells
