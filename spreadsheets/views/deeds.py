"""What is done to an import by pressing a button. All by POST."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from accounts.actions import record_download
from common.templatetags.indonesia import angka
from spreadsheets import actions
from spreadsheets.committing import in_batches
from spreadsheets.forms import DecisionForm
from spreadsheets.models import Import, ImportRow, RowState, State
from spreadsheets.sealing import unpacked
from spreadsheets.template import write_refused
from spreadsheets.views.doors import deed, of_import, page, to_import

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


_NOT_NEW = "Nomor induk ini sudah terdaftar, jadi baris ini tidak dapat dicatat sebagai data baru."


@require_POST
@deed
def decide(request: Any, upload: Import) -> HttpResponse | None:
    form = DecisionForm(request.POST)
    if form.is_valid():
        word, row = form.cleaned_data["decision"], form.cleaned_data["row"]
        decided = actions.decide(upload=upload, decision=word, row=row)
        if row is None:
            messages.success(request, f"Keputusan dicatat untuk {angka(decided)} baris.")
        elif not decided:
            messages.error(request, _NOT_NEW)
        anchor = f"#baris-{row}" if row else ""
        return redirect(f"{request.desk.address('detail', upload.pk)}?{_place(request)}{anchor}")
    return None


def _place(request: HttpRequest) -> str:
    """The page of the preview that the button stood on."""
    query = request.GET.copy()
    for name in set(query) - {"keadaan", "hal"}:
        del query[name]
    return query.urlencode()


@require_POST
@deed
def save(request: Any, upload: Import) -> None:
    actions.save(upload=upload, by=request.user)


@require_POST
@deed
def cancel(request: HttpRequest, upload: Import) -> None:
    actions.cancel(upload=upload)
    messages.success(request, "Impor dibatalkan. Tidak ada data yang berubah.")


@require_POST
@deed
def resume(request: HttpRequest, upload: Import) -> None:
    if actions.is_stuck(upload):
        actions.resume(upload=upload)


@require_http_methods(["GET", "HEAD", "POST"])
@of_import
def undo(request: Any, upload: Import) -> HttpResponse:
    """Asked once, on a page of its own."""
    if request.method == "POST":
        return _undo(request, upload.pk, desk=request.desk)
    if upload.state != State.DONE:
        return to_import(request, upload)
    return page(request, "undo", {"title": "Urungkan impor", "upload": upload})


@deed
def _undo(request: Any, upload: Import) -> None:
    actions.undo(upload=upload, by=request.user)


@require_POST
@of_import
def refused(request: Any, upload: Import) -> FileResponse:
    """The refused rows as they were, numbers included: for nobody but the officer who brought them."""
    rows = ImportRow.objects.filter(upload=upload, state=RowState.REFUSED).exclude(cells=[])
    count = rows.count()
    if upload.uploaded_by_id != request.user.pk or not count:
        raise Http404
    record_download(
        by=request.user,
        list_name="Baris impor yang ditolak",
        filter_text=f"Impor nomor {upload.pk}",
        row_count=count,
        file_format="xlsx",
        reason="Perbaikan baris dari berkas yang diunggah sendiri",
    )
    layout = _Layout(upload)
    file = write_refused(layout.headers, _with_reasons(layout, rows))
    return FileResponse(file, as_attachment=True, filename=f"ditolak-{upload.pk}.xlsx", content_type=_XLSX)


class _Layout:
    """Sheets with different headers go back as one: each header once, every cell under its own."""

    def __init__(self, upload: Import) -> None:
        self.headers: list[str] = []
        self.places: dict[int, list[int]] = {}
        for sheet in upload.sheets:
            if sheet["is_chosen"]:
                self.places[sheet["index"]] = self._places_of(sheet["headers"])

    def _places_of(self, headers: list[str]) -> list[int]:
        free, places = list(enumerate(self.headers)), []
        for header in headers:
            place = next((place for place, known in free if known == header), None)
            if place is None:
                place = len(self.headers)
                self.headers.append(header)
            free = [pair for pair in free if pair[0] != place]
            places.append(place)
        return places

    def cells(self, row: ImportRow) -> list[Any]:
        cells: list[Any] = [None] * len(self.headers)
        for place, cell in zip(self.places[row.sheet], unpacked(row.cells), strict=False):
            cells[place] = cell
        return cells


def _with_reasons(layout: _Layout, rows: Any) -> Iterator[tuple[list[Any], str]]:
    for batch in in_batches(rows):
        for row in batch:
            yield layout.cells(row), _reason(row)


def _reason(row: ImportRow) -> str:
    errors = [problem for problem in row.problems if problem["level"] == "error"]
    return "; ".join(_sentence(problem) for problem in errors)


def _sentence(problem: dict[str, str]) -> str:
    where = f"{problem['column']}: " if problem["column"] else ""
    return " ".join(filter(None, [where + problem["text"], problem["advice"]]))
