"""Who may open the desk, and the frame of the staff door around its pages."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from common.admin.columns import BADGES, STATES, state_of
from duplicates.kind import TwinKind, kinds, kinds_of


def page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"duplicates/{name}.html", {**admin.site.each_context(request), **context})


def desk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For officers who may change at least one of the nouns."""

    @wraps(view)
    def opened(request: Any, **arguments: Any) -> HttpResponse:
        if not kinds_of(request.user):
            raise PermissionDenied
        return view(request, **arguments)

    return opened


def of_kind(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the view its noun; one that the officer may not change is refused."""

    @wraps(view)
    def opened(request: Any, noun: str, **arguments: Any) -> HttpResponse:
        kind = kinds().get(noun)
        if kind is None:
            raise Http404
        if not request.user.has_perm(kind.change_permission):
            raise PermissionDenied
        return view(request, kind, **arguments)

    return opened


def hidden_names(request: HttpRequest, kind: TwinKind) -> set[str]:
    """Columns whose values this reader is not told, of the record and of the rows beneath it."""
    office: Any = admin.site._registry[kind.model]
    if office.may_see_personal_data(request):
        return set()
    beneath = [name for inline in office.inlines for name in getattr(inline, "personal_fields", ())]
    return {*office.personal_fields, *beneath}


def told(kind: TwinKind, record: Any) -> dict[str, Any]:
    """How a record reads in a list."""
    meta, state = kind.model._meta, state_of(record)
    return {
        "record": record,
        "label": str(record),
        "detail": kind.detail(record),
        "state": STATES.get(state, ""),
        "badge": BADGES.get(state, ""),
        "url_name": f"admin:{meta.app_label}_{meta.model_name}_change",
    }


def read(keys_by_noun: dict[str, set[int]]) -> dict[tuple[str, int], dict[str, Any]]:
    """Records by noun and key as lists tell them; a query for each noun, archived ones too."""
    found = {}
    for slug, keys in keys_by_noun.items():
        kind = kinds()[slug]
        for record in kind.for_list(kind.model._base_manager.filter(pk__in=keys)):
            found[slug, record.pk] = told(kind, record)
    return found


def keys_of(rows: Iterable[Any], *names: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for row in rows:
        found.setdefault(row.noun, set()).update(getattr(row, name) for name in names)
    return found
