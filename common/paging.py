"""Keyset paging: every page costs the same, however deep, and nothing counts the table."""

import base64
import binascii
import datetime
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connections, models
from django.db.models import BooleanField, F, Func, QuerySet, Value
from django.http import Http404
from django.utils import timezone

PAGE_SIZE = 24
_MAX_CURSOR_LENGTH = 1000
FORWARD, BACK = "n", "p"


class InvalidCursor(Http404):
    """The cursor in the URL was not made here. Uncaught, it answers 404."""


class KeysetPage:
    """One page of a queryset in the given ordering: `object_list`, `next_cursor`, `previous_cursor`.

    The ordering is all ascending or all descending and ends with a unique column: only then can one index range
    find the page. Rows where a column of it is NULL have no place and are left out.
    """

    object_list: list[Any]
    next_cursor: str | None
    previous_cursor: str | None

    def __init__(
        self, queryset: QuerySet, *, ordering: Sequence[str], cursor: str = "", page_size: int = PAGE_SIZE
    ) -> None:
        self._names = [name.removeprefix("-") for name in ordering]
        self._fields = [queryset.model._meta.get_field(name) for name in self._names]
        _check_ordering(ordering, self._fields)
        self._is_descending = ordering[0].startswith("-")
        self._queryset = queryset
        direction, start = self._read(cursor) if cursor else (FORWARD, None)
        rows, has_more = self._fetch(direction, start, page_size)
        if direction == BACK and not rows:
            # All that stood before has gone since: this is the first page now.
            direction, start = FORWARD, None
            rows, has_more = self._fetch(direction, start, page_size)
        is_back = direction == BACK
        self.object_list = rows[::-1] if is_back else rows
        has_next = is_back or has_more
        has_previous = has_more if is_back else start is not None and bool(rows)
        self.next_cursor = self._write(FORWARD, self.object_list[-1]) if has_next else None
        self.previous_cursor = self._write(BACK, self.object_list[0]) if has_previous else None

    def _fetch(
        self, direction: str, start: Sequence[Any] | None, page_size: int
    ) -> tuple[list[models.Model], bool]:
        """Rows in reading direction, and whether there are more; one row too many is asked for to tell."""
        rows = list(self._after(self._queryset, direction, start)[: page_size + 1])
        return rows[:page_size], len(rows) > page_size

    def _after(self, queryset: QuerySet, direction: str, start: Sequence[Any] | None) -> QuerySet:
        """Rows of `queryset` beyond `start`, in reading direction."""
        is_descending = self._is_descending != (direction == BACK)
        queryset = queryset.filter(**{f"{field.name}__isnull": False for field in self._fields if field.null})
        if start is not None:
            operator = "<" if is_descending else ">"
            queryset = queryset.filter(_Beyond(self._names, self._fields, start, operator))
        return queryset.order_by(*(f"-{name}" if is_descending else name for name in self._names))

    def __iter__(self) -> Iterator[Any]:
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)

    def _write(self, direction: str, row: models.Model) -> str:
        return pack_cursor(direction, *(field.value_to_string(row) for field in self._fields))

    def _read(self, cursor: str) -> tuple[str, list[Any]]:
        """Direction and values, each parsed by its own field; anything else is refused."""
        direction, *texts = unpack_cursor(cursor, length=len(self._fields) + 1)
        if direction not in (FORWARD, BACK):
            raise InvalidCursor
        using = self._queryset.db
        return direction, [
            _parse(field, text, using) for field, text in zip(self._fields, texts, strict=True)
        ]


def every_row(open_page: Callable[[str], KeysetPage]) -> Iterator[Any]:
    """All rows, one page after the other, so that no statement and no memory grows with them."""
    cursor: str | None = ""
    while cursor is not None:
        page = open_page(cursor)
        yield from page
        cursor = page.next_cursor


def pack_cursor(*texts: str) -> str:
    packed = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def unpack_cursor(cursor: str, *, length: int) -> list[str]:
    """What was packed; an address may hold anything, so whatever does not have this shape is refused."""
    if len(cursor) > _MAX_CURSOR_LENGTH:
        raise InvalidCursor
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        texts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        raise InvalidCursor from None
    if not isinstance(texts, list) or len(texts) != length:
        raise InvalidCursor
    if not all(isinstance(text, str) for text in texts):
        raise InvalidCursor
    return texts


def _check_ordering(ordering: Sequence[str], fields: Sequence[models.Field]) -> None:
    if len({name.startswith("-") for name in ordering}) != 1:
        raise ValueError("A keyset ordering is all ascending or all descending.")
    if not fields[-1].unique:
        raise ValueError("A keyset ordering ends with a unique column.")


def _parse(field: models.Field, text: str, using: str) -> Any:
    try:
        value = field.to_python(text)
    except (ValidationError, ValueError, OverflowError):
        raise InvalidCursor from None
    if value is None or (isinstance(value, str) and not _is_storable(value)):
        raise InvalidCursor
    if isinstance(value, datetime.datetime) and timezone.is_naive(value) and settings.USE_TZ:
        raise InvalidCursor
    if isinstance(value, int) and not isinstance(value, bool):
        low, high = connections[using].ops.integer_field_range(field.get_internal_type())
        if (low is not None and value < low) or (high is not None and value > high):
            raise InvalidCursor
    return value


def _is_storable(text: str) -> bool:
    """PostgreSQL takes neither NUL nor halves of surrogate pairs."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in text


class _Beyond(Func):
    """Row comparison: `(price, id) > (1000, 7)`. Expanded into AND and OR it could not use the index whole."""

    output_field = BooleanField()

    def __init__(
        self, names: Sequence[str], fields: Sequence[models.Field], values: Sequence[Any], operator: str
    ) -> None:
        self.operator, self.width = operator, len(names)
        limits = [Value(value, output_field=field) for field, value in zip(fields, values, strict=True)]
        super().__init__(*(F(name) for name in names), *limits)

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **extra: Any) -> tuple[str, tuple[Any, ...]]:
        parts = [compiler.compile(expression) for expression in self.source_expressions]
        columns = ", ".join(sql for sql, _ in parts[: self.width])
        limits = ", ".join(sql for sql, _ in parts[self.width :])
        params = tuple(param for _, part_params in parts for param in part_params)
        return f"({columns}) {self.operator} ({limits})", params
