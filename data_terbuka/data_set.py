"""A set of open data: its columns, and its rows whole or page by page."""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet

from common.listing import MOST_COUNTED
from common.paging import KeysetPage, every_row, pack_cursor, unpack_cursor
from data_terbuka.columns import Column
from data_terbuka.version import newest_change
from spreadsheets.sheet import Value

PAGE_SIZE = 500
_ROWS_AT_ONCE = 2000

Row = tuple[Value, ...]


@dataclass(frozen=True)
class Page:
    rows: list[Row]
    next_cursor: str | None


@dataclass(frozen=True, kw_only=True)
class DataSet(ABC):
    slug: str
    title: str
    summary: str
    row_meaning: str
    keywords: tuple[str, ...]
    model: type[models.Model]
    columns: tuple[Column, ...]
    # Records that a row is made of: while none of them changes, neither does the file.
    made_of: tuple[type[models.Model], ...]
    remarks: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    @property
    def description(self) -> str:
        """All that is said of the set, in one text."""
        return " ".join((self.summary, self.row_meaning, *self.remarks))

    @abstractmethod
    def page(self, cursor: str) -> Page: ...

    @abstractmethod
    def every(self) -> Iterator[Row]: ...

    @abstractmethod
    def count(self) -> int:
        """Rows, at most MOST_COUNTED + 1."""


@dataclass(frozen=True, kw_only=True)
class RecordSet(DataSet):
    """A row for each record that the public may see.

    In the order in which they were recorded: pages stay as they are while records are added and changed. Only the
    columns named are read, so nothing else of a record ever leaves the database.
    """

    records: Callable[[], Any]

    def page(self, cursor: str) -> Page:
        page = self._open(cursor, PAGE_SIZE)
        return Page([self._row(record) for record in page], page.next_cursor)

    def every(self) -> Iterator[Row]:
        return map(self._row, every_row(lambda cursor: self._open(cursor, _ROWS_AT_ONCE)))

    def count(self) -> int:
        return self.records()[: MOST_COUNTED + 1].count()

    def _open(self, cursor: str, page_size: int) -> KeysetPage:
        return KeysetPage(self._selected(), ordering=("id",), cursor=cursor, page_size=page_size)

    def _selected(self) -> QuerySet:
        """Named by position: a column may be called as a field of the model that holds something else."""
        columns: dict[str, Any] = {
            f"column_{number}": column.expression for number, column in enumerate(self.columns)
        }
        return self.records().order_by().annotate(**columns).values_list("id", *columns, named=True)

    def _row(self, record: tuple[Any, ...]) -> Row:
        return tuple(column.value(stored) for column, stored in zip(self.columns, record[1:], strict=True))


@dataclass(frozen=True, kw_only=True)
class CountSet(DataSet):
    """Counts of many records, so few that they are sorted in memory. The first column tells a row from all others.

    Counting reads every record, so it is done once for each state of them: `rows` keeps what it found.
    """

    rows: Callable[[str | None], tuple[Row, ...]]

    def page(self, cursor: str) -> Page:
        rows = self._rows()
        start = 0
        if cursor:
            (last,) = unpack_cursor(cursor, length=1)
            start = bisect_right(rows, last, key=lambda row: str(row[0]))
        shown = list(rows[start : start + PAGE_SIZE])
        has_more = start + PAGE_SIZE < len(rows)
        return Page(shown, pack_cursor(str(shown[-1][0])) if has_more else None)

    def every(self) -> Iterator[Row]:
        return iter(self._rows())

    def count(self) -> int:
        return min(len(self._rows()), MOST_COUNTED + 1)

    def _rows(self) -> tuple[Row, ...]:
        return self.rows(newest_change(self.made_of))
