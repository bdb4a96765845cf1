"""How columns read to those who may look but not change."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db import models

from common.fields import EncryptedCharField
from common.identifiers import mask_nik

_YES_OR_NO = {True: "ya", False: "tidak"}


def for_reader(names: Any, model: type[models.Model]) -> list[Any]:
    """The fields of a fieldset, each column that Django would show badly replaced by a function of the record."""
    columns = {column.name: column for column in model._meta.fields}
    return [_shown(name, columns) for name in names]


def _shown(name: Any, columns: dict[str, models.Field]) -> Any:
    if isinstance(name, (list, tuple)):
        return tuple(_shown(each, columns) for each in name)
    column = columns.get(name)
    if isinstance(column, EncryptedCharField):
        return _told(column, mask_nik)
    if isinstance(column, models.IntegerField) and name.startswith("tahun"):
        # A year carries no thousands separator.
        return _told(column, lambda year: "" if year is None else str(year))
    if isinstance(column, models.BooleanField):
        return flag(column)
    return name


def flag(column: models.Field) -> Callable[[Any], str]:
    """Yes or no in words, for lists too: Django draws signs whose spoken names are English."""
    return _told(column, lambda value: _YES_OR_NO.get(value, ""))


def _told(column: models.Field, tell: Callable[[Any], str]) -> Callable[[Any], str]:
    @admin.display(description=column.verbose_name, ordering=column.name)
    def shown(record: Any) -> str:
        return tell(getattr(record, column.name))

    shown.__name__ = column.name
    return shown
