"""A part of what the office holds of an owner: which rows, and how each is told. Read a page at a time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.db.models import Prefetch, Q, QuerySet
from django.utils.text import capfirst

from common.admin.values import value_of
from common.fields import EncryptedCharField
from common.listing import CURSOR, page_at
from common.paging import KeysetPage
from umkm.models import Pemilik

# A small business has no longer lists than this, so that its copy is whole on one page.
MOST = 100
Facts = list[tuple[str, str]]


def of(path: str) -> Callable[[Pemilik], Q]:
    """Rows that lead to the owner by these relations."""
    return lambda pemilik: Q(**{path: pemilik})


@dataclass(frozen=True)
class Beneath:
    """Rows that belong to one row and are told beside it."""

    label: str
    relation: str
    tell: Callable[[Any], str] = str
    select: tuple[str, ...] = ()
    none: str = ""


@dataclass(frozen=True)
class Baris:
    title: str
    facts: Facts
    url: str


@dataclass(frozen=True)
class Lembar:
    """What one page shows of a part; `rest` leads to what is older."""

    bagian: "Bagian"
    rows: list[Baris]
    rest: str


@dataclass(frozen=True)
class Bagian:
    slug: str
    title: str
    model: type[Any]
    whose: Callable[[Pemilik], Q]
    # Columns in the order of reading. Without `heading` the first one is the title of a row.
    columns: str
    heading: Callable[[Any], str] | None = None
    beneath: tuple[Beneath, ...] = ()
    # Further facts of all rows of a page at once, so that statements do not grow with them.
    further: Callable[[list[Any]], list[Facts]] | None = None
    url: Callable[[Any], str] = lambda record: ""
    # Relations that `heading`, `url` or `further` read, and the models that are told by them.
    select: tuple[str, ...] = ()
    also: tuple[type[models.Model], ...] = ()
    rows: Callable[[], QuerySet] | None = None
    # One row is told as a sheet of its own, what is not known included.
    is_card: bool = False
    # Personal columns that are not shown, and why.
    hidden: dict[str, str] = field(default_factory=dict)

    def lembar(self, pemilik: Pemilik, cursor: str = "") -> Lembar:
        rows = self._rows(pemilik)
        ordering = (f"-{self.model._meta.pk.name}",)
        page = page_at(
            cursor, lambda asked: KeysetPage(rows, ordering=ordering, cursor=asked, page_size=MOST)
        )
        found = page.object_list
        further = self.further(found) if self.further else [[] for _ in found]
        told = [self._told(record, more) for record, more in zip(found, further, strict=True)]
        rest = f"?{urlencode({CURSOR: page.next_cursor})}" if page.next_cursor else ""
        return Lembar(self, told, rest)

    @cached_property
    def fields(self) -> list[Any]:
        return [self.model._meta.get_field(name) for name in self.columns.split()]

    def _rows(self, pemilik: Pemilik) -> QuerySet:
        rows = self.rows() if self.rows else self.model._default_manager.all()
        relations = [
            *(each.name for each in self.fields if isinstance(each, models.ForeignKey)),
            *self.select,
        ]
        if relations:
            rows = rows.select_related(*relations)
        unread = [each for name in ("", *relations) for each in self._unread(name)]
        prefetched = [
            Prefetch(each.relation, _children(self.model, each)) if each.select else each.relation
            for each in self.beneath
        ]
        return rows.filter(self.whose(pemilik)).defer(*unread).prefetch_related(*prefetched)

    def _unread(self, relation: str) -> list[str]:
        """Numbers of persons and printed papers that are not told here stay where they are."""
        model, path = self.model, relation.split("__") if relation else []
        for name in path:
            model = model._meta.get_field(name).related_model
        heavy = (EncryptedCharField, models.BinaryField)
        found = ["__".join([*path, each.name]) for each in model._meta.fields if isinstance(each, heavy)]
        return [name for name in found if name not in self.columns.split()]

    def _told(self, record: Any, further: Facts) -> Baris:
        values = [(_label(each), _value(record, each)) for each in self.fields]
        title, facts = (self.heading(record), values) if self.heading else (values[0][1], values[1:])
        facts += further
        for each in self.beneath:
            told = ", ".join(each.tell(row) for row in getattr(record, each.relation).all())
            facts.append((each.label, told or each.none))
        if self.is_card:
            facts = [(label, value or "Tidak tercatat") for label, value in facts]
        return Baris(title, [fact for fact in facts if fact[1]], self.url(record))


def _children(model: type[models.Model], beneath: Beneath) -> QuerySet:
    name = beneath.relation.removesuffix("_set")
    related: Any = model._meta.get_field(name).related_model
    return related._default_manager.select_related(*beneath.select)


# Columns whose own name is no Indonesian.
_LABELS = {
    "decided_by": "diputuskan oleh",
    "email": "surel",
    "ended_by": "diakhiri oleh",
    "recorded_by": "dicatat oleh",
    "used_by": "dipakai oleh",
    "withdrawn_by": "ditarik oleh",
}


def _label(column: Any) -> str:
    return capfirst(_LABELS.get(column.name, column.verbose_name))


def _value(record: Any, column: Any) -> str:
    if isinstance(column, models.FileField):
        return stored(getattr(record, column.name))
    return value_of(record, column, longest=None)


def stored(file: Any) -> str:
    """ "tersimpan (PDF)": names of files are made up by the portal."""
    return f"tersimpan ({PurePath(file.name).suffix.removeprefix('.').upper()})" if file else ""
