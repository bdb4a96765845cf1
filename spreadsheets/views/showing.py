"""One import as it stands: progress, preview or result."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from common.paging import KeysetPage
from spreadsheets import actions
from spreadsheets.kinds import kinds
from spreadsheets.models import RUNNING, Fate, Import, ImportRow, RowState, State
from spreadsheets.views.doors import of_import, page

_PAGE = 25
# What needs the clerk's eye first.
_TABS = (RowState.TWIN, RowState.REFUSED, RowState.NEW, RowState.CHANGED, RowState.SAME)
_KEPT = "tetap"
_TITLES = {State.PREVIEW: "Pratinjau", **dict.fromkeys(RUNNING, "Sedang dikerjakan")}
_STEPS = {State.CHECKING: 3, State.PREVIEW: 4, State.SAVING: 5, State.DONE: 5}


@require_safe
@of_import
def detail(request: Any, upload: Import) -> HttpResponse:
    if upload.state == State.UPLOADED:
        return redirect(request.desk.address("columns", upload.pk))
    context = {
        "title": _TITLES.get(State(upload.state), "Hasil impor"),
        "upload": upload,
        "kind": kinds().get(upload.kind),
        "step": _STEPS.get(State(upload.state), 0),
    }
    if upload.is_running:
        return page(request, "progress", {**context, **_progress(upload)})
    name = "preview" if upload.state == State.PREVIEW else "result"
    return page(request, name, {**context, **_rows(request, upload)})


def _progress(upload: Import) -> dict[str, Any]:
    percent = min(100, 100 * upload.done // upload.total) if upload.total else None
    return {"is_stuck": actions.is_stuck(upload), "percent": percent}


def _rows(request: HttpRequest, upload: Import) -> dict[str, Any]:
    tabs = [
        {"state": state, "label": state.label, "count": upload.counts.get(state, 0)}
        for state in _TABS
        if upload.counts.get(state)
    ]
    rows = ImportRow.objects.filter(upload=upload)
    undecided = rows.filter(state=RowState.TWIN, decision="").count() if upload.state == State.PREVIEW else 0
    kept = rows.filter(fate=Fate.KEPT).count() if upload.state == State.UNDONE else 0
    asked = request.GET.get("keadaan", "")
    if kept:
        tabs.insert(0, {"state": _KEPT, "label": "Tidak diurungkan", "count": kept})
    shown = asked if asked in {tab["state"] for tab in tabs} else (tabs[0]["state"] if tabs else "")
    chosen = Q(fate=Fate.KEPT) if shown == _KEPT else Q(state=shown)
    found = KeysetPage(
        rows.filter(chosen).defer("values", "cells", "written"),
        ordering=["id"],
        cursor=request.GET.get("hal", ""),
        page_size=_PAGE,
    )
    names = {sheet["index"]: sheet["name"] for sheet in upload.sheets}
    return {
        "tabs": tabs,
        "shown": shown,
        "found": found,
        "lines": [{"row": row, "sheet": names.get(row.sheet, "")} for row in found],
        "has_many_sheets": sum(sheet["is_chosen"] for sheet in upload.sheets) > 1,
        "undecided": undecided,
        "kept": kept,
        "to_write": upload.counts.get(RowState.NEW, 0) + upload.counts.get(RowState.CHANGED, 0),
        "ignored": _ignored(upload),
        "may_save": request.user.pk == upload.uploaded_by_id,
    }


def _ignored(upload: Import) -> list[str]:
    """Headers of columns that do not go in: said, never dropped silently."""
    kind = kinds()[upload.kind]
    told_only = {column.name for column in kind.columns if column.is_told_only}
    found: dict[str, None] = {}
    for sheet in upload.sheets:
        if sheet["is_chosen"]:
            mapping = upload.mapping.get(sheet["shape"], {})
            found |= {
                header: None
                for place, header in enumerate(sheet["headers"])
                if header and (not mapping.get(str(place)) or mapping[str(place)] in told_only)
            }
    return list(found)
