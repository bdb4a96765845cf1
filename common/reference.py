"""Reference data from CSV files: read whole (they are small), matched by key, never doubled."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import models


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def upsert(model: type[models.Model], rows: Iterable[dict[str, Any]], *, key: tuple[str, ...]) -> None:
    """Insert rows, or bring those with the same `key` up to date."""
    records = [model(**row) for row in rows]
    columns = [name for name in _columns(records) if name not in key]
    model._default_manager.bulk_create(
        records, update_conflicts=True, unique_fields=list(key), update_fields=columns, batch_size=1000
    )


def _columns(records: list[models.Model]) -> list[str]:
    if not records:
        return []
    loaded = {name.removesuffix("_id") for name in vars(records[0]) if not name.startswith("_")}
    return [
        field.name
        for field in records[0]._meta.concrete_fields
        if field.name in loaded and not field.primary_key
    ]
