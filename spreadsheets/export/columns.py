"""What a noun tells about its export: the columns, what each reads, and which of them are about a person."""

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet

from spreadsheets.sheet import Kind, SheetColumn, Value

# Rows of one fetch, and of the related rows fetched with them.
CHUNK = 500


@dataclass(frozen=True)
class ExportColumn:
    label: str
    read: Callable[[Any], Value]
    kind: Kind = Kind.TEXT
    width: float = 16
    # About a person: only with the right to see it, and a reason.
    is_personal: bool = False
    # A number of a person in full: needs the right to open such numbers besides.
    is_secret: bool = False
    # What the cell says instead where personal data goes along: some rows of a column may be personal, others not.
    read_personal: Callable[[Any], Value] | None = None

    @property
    def holds_personal_data(self) -> bool:
        return self.is_personal or self.is_secret or self.read_personal is not None

    def reader(self, *, personal: bool) -> Callable[[Any], Value]:
        return self.read_personal if personal and self.read_personal else self.read


@dataclass(frozen=True)
class Layout:
    """One way to lay out a noun's rows. The first of an admin's layouts is the usual one."""

    slug: str
    label: str
    columns: tuple[ExportColumn, ...]
    # Fetches what the columns read of other rows, in a fixed number of statements for each chunk.
    related: Callable[[QuerySet], QuerySet] = lambda rows: rows
    # Encrypted columns, left in the database unless they go along.
    secret_fields: tuple[str, ...] = ()

    @property
    def holds_personal_data(self) -> bool:
        return any(column.holds_personal_data for column in self.columns)

    def chosen(self, *, personal: bool, secret: bool) -> tuple[ExportColumn, ...]:
        """The columns for somebody who asked for personal data, and who may open numbers of persons."""
        return tuple(
            column
            for column in self.columns
            if not (column.is_personal or column.is_secret) or (personal and (secret or not column.is_secret))
        )

    def rows(
        self, queryset: QuerySet, columns: Iterable[ExportColumn], *, personal: bool
    ) -> Iterator[tuple[Value, ...]]:
        """Row by row as the database yields them: a list of any length needs the memory of one chunk."""
        columns = tuple(columns)
        rows = self.related(queryset)
        if not any(column.is_secret for column in columns):
            rows = rows.defer(*self.secret_fields)
        readers = [column.reader(personal=personal) for column in columns]
        for record in rows.iterator(chunk_size=CHUNK):
            yield tuple(read(record) for read in readers)


def label_of(record: models.Model, name: str) -> str:
    """As `get_…_display()` says it, which puts its choices together anew for each row."""
    value = getattr(record, name)
    return _labels(type(record), name).get(value, value)


@functools.cache
def _labels(model: type[models.Model], name: str) -> dict[str, str]:
    field: Any = model._meta.get_field(name)
    return {value: str(label) for value, label in field.flatchoices}


def sheet_columns(columns: Iterable[ExportColumn]) -> list[SheetColumn]:
    return [SheetColumn(column.label, column.kind, width=column.width) for column in columns]
