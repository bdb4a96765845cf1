"""Old and new of a proposal, in the words that people read."""

from dataclasses import dataclass
from typing import Any

from django.db import models

from akun.models import Usulan


@dataclass(frozen=True)
class Beda:
    label: str
    old: str
    new: str


def differences(usulan: Usulan) -> list[Beda]:
    """One line for each column; a statement for each relation among them."""
    model = type(usulan.subject)
    return [_line(model._meta.get_field(name), old, new) for name, (old, new) in usulan.values.items()]


def _line(column: Any, old: Any, new: Any) -> Beda:
    label = str(column.verbose_name)
    return Beda(f"{label[:1].upper()}{label[1:]}", _words(column, old), _words(column, new))


def _words(column: Any, value: Any) -> str:
    if value in (None, ""):
        return "kosong"
    if isinstance(column, models.ForeignKey):
        row = column.related_model._base_manager.filter(pk=value).first()
        return str(row or "tidak ada lagi")
    return str(dict(column.flatchoices).get(value, value))
