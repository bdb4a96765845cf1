"""What may already be registered, shown while registering. Nothing is ever merged by itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

# The checkbox by which an officer says that the record is another one.
CONFIRMED = "_berbeda"


@dataclass(frozen=True)
class Duplicate:
    """`reason` is read by the officer: "NIK KTP sama", "nama mirip di desa yang sama"."""

    record: models.Model
    reason: str
    detail: str = ""
    # False where the record lies outside the officer's kecamatan: named, but not opened.
    is_reachable: bool = True

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


def reachable(found: Iterable[Duplicate], request: HttpRequest, site: admin.AdminSite) -> list[Duplicate]:
    """The same lines, each knowing whether this officer may open its record; a query for each noun."""
    found = list(found)
    mine: set[tuple[Any, Any]] = set()
    for model in {type(duplicate.record) for duplicate in found}:
        office = site._registry.get(model)
        if office and office.has_view_permission(request):
            keys = [duplicate.record.pk for duplicate in found if type(duplicate.record) is model]
            rows = office.get_queryset(request).filter(pk__in=keys).values_list("pk", flat=True)
            mine |= {(model, pk) for pk in rows}
    return [replace(each, is_reachable=(type(each.record), each.record.pk) in mine) for each in found]
