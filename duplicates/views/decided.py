"""What was decided: pairs told apart, merges done, and the way back from both."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.listing import page_at
from common.paging import KeysetPage
from duplicates import actions, undoing
from duplicates.following import word_for
from duplicates.kind import kinds, kinds_of
from duplicates.models import Merge, NotDuplicate
from duplicates.views.doors import desk, keys_of, page, read


def _in_reach(request: Any, rows: Any, first: str, second: str) -> Any:
    """Rows about two records that this officer may change, whether they are put away or not."""
    reached = rows.none()
    for kind in kinds_of(request.user):
        records: Any = kind.model._default_manager
        mine = records.in_scope_of(request.user).order_by().values("pk")
        about = {"noun": kind.slug}
        if request.user.scope:
            about |= {f"{first}__in": mine, f"{second}__in": mine}
        reached = reached | rows.filter(**about)
    return reached


def _page(request: HttpRequest, rows: Any) -> KeysetPage:
    return page_at(
        request.GET.get("hal", ""), lambda cursor: KeysetPage(rows, ordering=["-id"], cursor=cursor)
    )


# --- told apart ---------------------------------------------------------------------------------


@require_safe
@desk
def apart(request: Any) -> HttpResponse:
    rows = _in_reach(request, NotDuplicate.objects.all(), "first", "second").select_related("decided_by")
    found = _page(request, rows)
    records = read(keys_of(found, "first", "second"))
    lines = [
        {
            "told": told,
            "kind": kinds()[told.noun],
            "first": records.get((told.noun, told.first)),
            "second": records.get((told.noun, told.second)),
        }
        for told in found
    ]
    return page(request, "apart", {"title": "Bukan duplikat", "found": found, "lines": lines})


@require_POST
@desk
def take_back(request: Any, pk: int) -> HttpResponse:
    told = get_object_or_404(_in_reach(request, NotDuplicate.objects.all(), "first", "second"), pk=pk)
    actions.take_back_apart(told=told, by=request.user)
    messages.success(request, "Ditarik kembali. Pasangan ini akan diajukan lagi.")
    return redirect("duplicates:compare", told.noun, told.first, told.second)


# --- merged ---------------------------------------------------------------------------------------


@require_safe
@desk
def merges(request: Any) -> HttpResponse:
    rows = _in_reach(request, Merge.objects.all(), "survivor", "loser").select_related(
        "merged_by", "undone_by"
    )
    found = _page(request, rows)
    records = read(keys_of(found, "survivor", "loser"))
    lines = [
        {
            "merge": merge,
            "kind": kinds()[merge.noun],
            "survivor": records.get((merge.noun, merge.survivor)),
            "loser": records.get((merge.noun, merge.loser)),
        }
        for merge in found
    ]
    return page(request, "merges", {"title": "Penggabungan", "found": found, "lines": lines})


def of_merge(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the view its merge and the two records; one out of reach is not found."""

    @desk
    @wraps(view)
    def opened(request: Any, pk: int) -> HttpResponse:
        rows = Merge.objects.select_related("merged_by", "undone_by")
        merge = get_object_or_404(rows, pk=pk)
        if not request.user.has_perm(kinds()[merge.noun].change_permission):
            raise PermissionDenied
        if not _in_reach(request, Merge.objects.filter(pk=pk), "survivor", "loser").exists():
            raise Http404
        records = read(keys_of([merge], "survivor", "loser"))
        context = {
            "merge": merge,
            "kind": kinds()[merge.noun],
            "survivor": records[merge.noun, merge.survivor],
            "loser": records[merge.noun, merge.loser],
        }
        return view(request, merge, context)

    return opened


@require_safe
@of_merge
def merge(request: Any, merge: Merge, context: dict[str, Any]) -> HttpResponse:
    kind = kinds()[merge.noun]
    fields = {field.name: str(field.verbose_name) for field in kind.fields()}
    more = {
        "title": "Penggabungan",
        "taken": [fields.get(name, name) for name in merge.choices],
        "beneath": _counted(merge.moved),
        "stayed": [
            (str(apps.get_model(label)._meta.verbose_name), len(keys)) for label, keys in merge.stayed.items()
        ],
    }
    return page(request, "merge", context | more)


def _counted(moved: dict[str, list[Any]]) -> list[tuple[str, int]]:
    found = []
    for path, keys in moved.items():
        label, _, name = path.rpartition(".")
        model: Any = apps.get_model(label)
        found.append((word_for(model, model._meta.get_field(name)), len(keys)))
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@of_merge
def undo(request: Any, merge: Merge, context: dict[str, Any]) -> HttpResponse:
    if merge.is_undone:
        return redirect(merge)
    found: list[str] = []
    if request.method == "POST":
        try:
            actions.undo(merge=merge, by=request.user)
        except ValidationError as error:
            found = error.messages
        else:
            messages.success(request, "Penggabungan diurungkan. Kedua data kembali seperti semula.")
            return redirect(merge)
    else:
        found = undoing.obstacles(merge)
    return page(request, "undo", context | {"title": "Urungkan penggabungan", "obstacles": found})
