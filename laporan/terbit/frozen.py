"""A `Report` as JSON and back again, so that an issued one reads the same whatever becomes of the records."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from decimal import Decimal
from itertools import islice
from typing import Any

from common.templatetags.indonesia import angka
from laporan.pdf import ROW_LIMIT, TooLong
from laporan.period import Period
from laporan.report import Align, Column, Orientation, Report, Row, bare
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Section, Value

# JSON knows neither dates nor exact decimals: each is an object of one member that says what it is.
_READERS: dict[str, Callable[[str], Any]] = {
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "decimal": Decimal,
    "section": Section,
}


def freeze(report: Report) -> dict[str, Any]:
    """Raise TooLong for more rows than a PDF holds: without its paper a report is not issued."""
    rows = list(islice(report, ROW_LIMIT + 1))
    if len(rows) > ROW_LIMIT:
        raise TooLong
    return {
        "name": report.name,
        "title": report.title,
        "subtitles": list(report.subtitles),
        "columns": [_frozen_column(column) for column in report.columns],
        "rows": [_frozen(row) if isinstance(row, Section) else list(map(_frozen, row)) for row in rows],
        "totals": None if report.totals is None else list(map(_frozen, report.totals)),
        "notes": list(report.notes),
        "orientation": report.orientation.value,
        "column_numbers": report.column_numbers,
        "people": report.count_people() if report.count_people else None,
    }


def thaw(content: dict[str, Any]) -> Report:
    people = content["people"]
    return Report(
        name=content["name"],
        title=content["title"],
        subtitles=tuple(content["subtitles"]),
        columns=tuple(map(_thawed_column, content["columns"])),
        rows=[_thawed_row(row) for row in content["rows"]],
        totals=None if content["totals"] is None else tuple(map(_thawed, content["totals"])),
        notes=tuple(content["notes"]),
        count_people=None if people is None else lambda: people,
        orientation=Orientation(content["orientation"]),
        column_numbers=content["column_numbers"],
    )


def settled(value: Value) -> Value:
    """The value as it will be read back: no link, and nothing that is a text only when asked."""
    value = bare(value)
    if value is None or isinstance(value, bool | int | float | Decimal | datetime.date):
        return value
    return str(value)


def _frozen(value: Value) -> Any:
    if isinstance(value, Section):
        return {"section": value.text}
    value = settled(value)
    if isinstance(value, datetime.datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    return value


def _thawed(value: Any) -> Value:
    if not isinstance(value, dict):
        return value
    ((kind, text),) = value.items()
    return _READERS[kind](text)


def _thawed_row(row: Any) -> Row:
    return Section(row["section"]) if isinstance(row, dict) else tuple(map(_thawed, row))


def _frozen_column(column: Column) -> dict[str, Any]:
    return {**asdict(column), "kind": column.kind.value, "align": column.align and column.align.value}


def _thawed_column(column: dict[str, Any]) -> Column:
    align = column["align"]
    return Column(**{**column, "kind": Kind(column["kind"]), "align": align and Align(align)})


def frozen_period(period: Period, *, as_of: datetime.date) -> dict[str, Any]:
    """With the day that the report took for today: what counts days from it does so again."""
    return {
        "as_of": as_of.isoformat(),
        "start": period.start and period.start.isoformat(),
        "end": period.end and period.end.isoformat(),
        "text": period.text,
        "slug": period.slug,
    }


def thawed_period(data: dict[str, Any]) -> Period:
    start, end = (day and datetime.date.fromisoformat(day) for day in (data["start"], data["end"]))
    return Period(start, end, data["text"], data["slug"])


def thawed_scope(data: dict[str, Any]) -> Scope:
    return Scope(**{**data, "within": tuple(data["within"])})


def public_totals(report: Report) -> list[list[str]]:
    """Label and figure of every total that anybody may read beside the paper.

    Money in a list of persons stays out: of a list of one it would be somebody's turnover.
    """
    shown = [["Jumlah baris", angka(_count(report))]]
    for column, value in zip(report.columns, report.totals or (), strict=False):
        is_personal = report.count_people is not None and column.kind == Kind.RUPIAH
        is_figure = column.is_numeric and value is not None and not isinstance(value, str)
        if is_figure and not is_personal:
            shown.append([full_label(column), column.format(value)])
    return shown


def full_label(column: Column) -> str:
    return f"{column.group}: {column.label}" if column.group else column.label


def _count(rows: Iterable[Row | Sequence[Value]]) -> int:
    return sum(not isinstance(row, Section) for row in rows)
