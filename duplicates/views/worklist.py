"""The worklist: pairs as the last search found them, the surest first."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from duplicates import actions, tasks
from duplicates.forms import WorklistForm
from duplicates.kind import TwinKind, kinds_of
from duplicates.models import Pair, Sweep
from duplicates.views.doors import desk, keys_of, page, read

MOST = 1000


@require_safe
@desk
def worklist(request: Any) -> HttpResponse:
    mine = kinds_of(request.user)
    form = WorklistForm(request.GET)
    shown = next((kind for kind in mine if kind.slug == form.chosen.get("jenis")), mine[0])
    form.for_kind(shown)
    pairs = _pairs(shown, request.user)
    found = form.filter(pairs, shown.model._default_manager.all())
    listed = form.page(found)
    records = read(keys_of(listed, "first", "second"))
    newest = Sweep.objects.order_by("-id").first()
    context = {
        "title": "Data kembar",
        **form.context(listed, found, noun="pasangan"),
        "tabs": [_tab(kind, shown, request.user) for kind in mine],
        "most": MOST,
        "kind": shown,
        "lines": [
            {"pair": pair, "first": records[pair.noun, pair.first], "second": records[pair.noun, pair.second]}
            for pair in listed
            # Two records leave in one statement what two statements here may see apart.
            if (pair.noun, pair.first) in records and (pair.noun, pair.second) in records
        ],
        "filters": [form[name] for name in ("peringkat", "sebab", "kecamatan")],
        "is_filtered": len(form.chosen) > 1,
        "swept": tasks.newest_done(),
        "newest": newest,
        "is_searching": tasks.is_under_way(newest),
    }
    return page(request, "list", context)


def _pairs(kind: TwinKind, user: Any) -> Any:
    """Pairs that this officer may decide: both records in reach, neither put away."""
    return Pair.objects.filter(noun=kind.slug).undecided().among(kind.in_reach(user))


def _tab(kind: TwinKind, shown: TwinKind, user: Any) -> dict[str, Any]:
    count = _pairs(kind, user).order_by()[: MOST + 1].count()
    return {"slug": kind.slug, "label": kind.title, "count": count, "is_shown": kind is shown}


@require_POST
@desk
def sweep(request: Any) -> HttpResponse:
    if actions.ask_for_sweep(by=request.user) is None:
        messages.info(request, "Pencarian lain sedang berjalan.")
    return redirect("duplicates:list")
