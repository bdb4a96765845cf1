"""What may already be registered, shown while registering. Nothing is ever merged by itself."""

from dataclasses import dataclass
from typing import Any

from django.db import models

# The checkbox by which an officer says that the record is another one.
CONFIRMED = "_berbeda"


@dataclass(frozen=True)
class Duplicate:
    """`reason` is read by the officer: "NIK KTP sama", "nama mirip di desa yang sama"."""

    record: models.Model
    reason: str
    detail: str = ""

    @property
    def url_name(self) -> str:
        meta = self.record._meta
        return f"admin:{meta.app_label}_{meta.model_name}_change"


def merged(found: list[Duplicate], limit: int = 8) -> list[Duplicate]:
    """One line for each record, its reasons joined, the strongest first as given."""
    lines: dict[Any, Duplicate] = {}
    for duplicate in found:
        key = (type(duplicate.record), duplicate.record.pk)
        earlier = lines.get(key)
        reason = f"{earlier.reason}; {duplicate.reason}" if earlier else duplicate.reason
        lines[key] = Duplicate(duplicate.record, reason, duplicate.detail)
    return list(lines.values())[:limit]
