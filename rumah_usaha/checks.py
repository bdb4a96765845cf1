"""What contradicts itself, counted noun by noun: for an officer's page and for `manage.py check_data`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from common.inconsistencies import MOST, Inconsistency

# A check that reads row by row is only made unasked where that takes a moment.
_MOST_READ = 20_000


@dataclass(frozen=True)
class Result:
    """`count` is None where counting would take long; more than MOST means "at least so many"."""

    check: Inconsistency
    count: int | None
    url: str


@dataclass(frozen=True)
class Group:
    noun: str
    results: list[Result]

    @property
    def is_clean(self) -> bool:
        return all(result.count == 0 for result in self.results)


def found_by(site: AdminSite, request: HttpRequest) -> list[Group]:
    """Within the rows and nouns that this officer may see; what needs work stands first."""
    groups = [
        Group(str(office.opts.verbose_name_plural), list(_results(office, request)))
        for office in offices(site)
        if office.has_view_permission(request)
    ]
    return sorted(groups, key=lambda group: group.is_clean)


def offices(site: AdminSite) -> Iterator[Any]:
    return (office for office in site._registry.values() if getattr(office, "inconsistencies", ()))


def _results(office: Any, request: HttpRequest) -> Iterator[Result]:
    address = reverse(f"admin:{office.opts.app_label}_{office.opts.model_name}_changelist")
    rows = office.get_queryset(request).filter(archived_at=None).order_by()
    for check in office.inconsistencies:
        is_long = check.is_slow and rows[: _MOST_READ + 1].count() > _MOST_READ
        count = None if is_long else count_of(rows, check)
        yield Result(check, count, f"{address}?{urlencode({'periksa': check.slug})}")


def count_of(rows: QuerySet, check: Inconsistency) -> int:
    """At most MOST + 1."""
    return rows.filter(check.condition()).values("pk")[: MOST + 1].count()
