"""Rows into a model's table by COPY, which is the quickest way in and runs no code of the model."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.utils import timezone

_DATED = ("created_at", "updated_at")


def copy_rows(
    cursor: Any, model: type[models.Model], records: Iterable[Mapping[str, Any]], *, table: str = ""
) -> None:
    """Records name columns; what they leave out is as the model has it by default. Another `table` has its columns."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    usual = [_usual(field) for field in fields]
    place = {str(field.column): at for at, field in enumerate(fields)}
    with cursor.copy(f"COPY {table or model._meta.db_table} ({', '.join(place)}) FROM STDIN") as copy:
        for record in records:
            line = usual.copy()
            for name, value in record.items():
                line[place[name]] = value
            copy.write_row(line)


def _usual(field: Any) -> Any:
    if field.column in _DATED:
        return timezone.now()
    if field.null:
        return None
    return field.default if isinstance(field.default, bool) else field.get_default()
