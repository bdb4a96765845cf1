"""By how much the figures of today differ from those that were issued: values in, values out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from common.templatetags.indonesia import angka
from laporan.report import NUMBER, Column, Report, Row, bare
from laporan.terbit.frozen import full_label, settled
from spreadsheets.sheet import Kind, Section, Value

_Cells = tuple[Value, ...]


@dataclass(frozen=True)
class ChangedTotal:
    label: str
    then: str
    now: str
    change: str  # with its sign


@dataclass(frozen=True)
class Difference:
    totals: tuple[ChangedTotal, ...]  # only those that differ
    added: int
    removed: int
    changed: int

    @property
    def is_none(self) -> bool:
        return not (self.totals or self.added or self.removed or self.changed)


def difference(then: Report, now: Report) -> Difference:
    """Rows are the same by what they hold, their running number apart; a row of the same name was changed.

    Columns are told apart by their keys: a kind of facilitation that is new since then is one column more.
    """
    keys = [key for key in dict.fromkeys(c.key for c in (*then.columns, *now.columns)) if key != NUMBER.key]
    old, new = _Reader(then, keys), _Reader(now, keys)
    left = Counter(cells for row in then if (cells := old.cells(row)) is not None)
    # Rows of today are not kept: there may be many more by now.
    arrived: Counter[Value] = Counter()
    names = {old.name(cells) for cells in left}
    added = 0
    for row in now:
        cells = new.cells(row)
        if cells is None:
            continue
        if left[cells]:
            left[cells] -= 1
        elif new.name(cells) in names:
            arrived[new.name(cells)] += 1
        else:
            added += 1
    gone = Counter(old.name(cells) for cells in left.elements())
    changed = sum(min(count, arrived[name]) for name, count in gone.items())
    return Difference(
        totals=_changed_totals(then, now),
        added=added + arrived.total() - changed,
        removed=gone.total() - changed,
        changed=changed,
    )


class _Reader:
    """Rows of one report in the order of columns that both share."""

    def __init__(self, report: Report, keys: Sequence[str]) -> None:
        places = {column.key: place for place, column in enumerate(report.columns)}
        self._places = [places.get(key) for key in keys]
        kinds = {column.key: column.kind for column in report.columns}
        self._name = next((n for n, key in enumerate(keys) if kinds.get(key) == Kind.TEXT), 0)

    def cells(self, row: Row) -> _Cells | None:
        """None for a heading. Nothing, an empty text and zero are the same: all are printed as nothing to count."""
        if isinstance(row, Section):
            return None
        return tuple(None if place is None else settled(row[place]) or None for place in self._places)

    def name(self, cells: _Cells) -> Value:
        return cells[self._name]


def _changed_totals(then: Report, now: Report) -> tuple[ChangedTotal, ...]:
    old, new = _totals(then), _totals(now)
    columns = {column.key: column for column in (*then.columns, *now.columns)}
    found = []
    for key, column in columns.items():
        first, last = old.get(key, 0), new.get(key, 0)
        if first != last:
            found.append(ChangedTotal(full_label(column), column.format(first), column.format(last),
                                      _signed(column, last - first)))  # fmt: skip
    return tuple(found)


def _totals(report: Report) -> dict[str, int | float]:
    found: dict[str, int | float] = {}
    for column, total in zip(report.columns, report.totals or (), strict=False):
        value = bare(total)
        if column.is_numeric and not isinstance(value, str) and value is not None:
            found[column.key] = value  # type: ignore[assignment]
    return found


def _signed(column: Column, value: int | float) -> str:
    text = angka(abs(value)) if column.kind == Kind.NUMBER else column.format(abs(value))
    return f"+{text}" if value > 0 else f"−{text}"
