"""Old and new of a proposal, in the words that people read."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import models
from django.utils.text import capfirst

from akun.models import Usulan


@dataclass(frozen=True)
class Beda:
    label: str
    old: str
    new: str


def differences(usulan: Usulan) -> list[Beda]:
    """One line for each column; a statement for each relation among them."""
    return differences_of([usulan])[0]


def differences_of(proposals: Sequence[Usulan]) -> list[list[Beda]]:
    """The lines of each, in as many statements as for one."""
    changed = [
        [(type(usulan.subject)._meta.get_field(name), *pair) for name, pair in usulan.values.items()]
        for usulan in proposals
    ]
    keys: dict[Any, set[Any]] = {}
    for column, old, new in chain.from_iterable(changed):
        if isinstance(column, models.ForeignKey):
            keys.setdefault(column.related_model, set()).update({old, new} - {None})
    rows = {model: _rows(model, found) for model, found in keys.items()}
    return [[_line(column, old, new, rows) for column, old, new in lines] for lines in changed]


def _rows(model: Any, keys: set[Any]) -> dict[Any, Any]:
    # What a row is called may tell the row above it: a desa names its kecamatan.
    return model._base_manager.select_related().in_bulk(keys)


def _line(column: Any, old: Any, new: Any, rows: dict[Any, dict[Any, Any]]) -> Beda:
    found = rows.get(column.related_model, {})
    return Beda(capfirst(column.verbose_name), _words(column, old, found), _words(column, new, found))


def _words(column: Any, value: Any, rows: dict[Any, Any]) -> str:
    if value in (None, ""):
        return "kosong"
    if isinstance(column, models.ForeignKey):
        return str(rows.get(value) or "tidak ada lagi")
    return str(dict(column.flatchoices).get(value, value))
