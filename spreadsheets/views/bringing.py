"""From the list to the columns: everything before the rows are judged."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from common.paging import KeysetPage
from common.throttle import allows
from spreadsheets import actions
from spreadsheets.forms import ColumnsForm, SheetsForm, UploadForm
from spreadsheets.kind import SheetKind
from spreadsheets.kinds import kinds
from spreadsheets.models import Import, State
from spreadsheets.reading.files import SheetRefused
from spreadsheets.template import write_template
from spreadsheets.views.doors import importer, of_import, page, to_import

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHANGEABLE = (State.UPLOADED, State.PREVIEW, State.FAILED)


@require_safe
@importer
def index(request: Any) -> HttpResponse:
    rows = request.desk.imports(request.user).select_related("uploaded_by").defer("sheets", "mapping")
    found = KeysetPage(rows, ordering=["-id"], cursor=request.GET.get("hal", ""))
    titles = {slug: kind.title for slug, kind in kinds().items()}
    lines = [{"upload": upload, "kind": titles.get(upload.kind, upload.kind)} for upload in found]
    return page(request, "index", {"title": "Impor lembar", "found": found, "lines": lines})


@require_http_methods(["GET", "HEAD", "POST"])
@importer
def new(request: Any) -> HttpResponse:
    offered = request.desk.kinds(request.user)
    form = UploadForm(request.POST or None, request.FILES or None, kinds=offered)
    if request.method == "POST" and form.is_valid() and _has_room(request, form):
        upload = _receive(form, request.user)
        if upload:
            many = sum(sheet["is_table"] for sheet in upload.sheets) > 1
            return redirect(request.desk.address("sheets" if many else "columns", upload.pk))
    context = {"title": "Impor baru", "form": form, "kinds": offered, "step": 1, "errors": form.errors}
    return page(request, "new", context)


def _has_room(request: Any, form: UploadForm) -> bool:
    most = request.desk.most_an_hour
    if most is None or allows(request, request.desk.namespace, most=most, seconds=3600):
        return True
    form.add_error("file", "Terlalu banyak berkas dalam satu jam. Coba lagi nanti.")
    return False


def _receive(form: UploadForm, user: Any) -> Import | None:
    kind = kinds()[form.cleaned_data["kind"]]
    try:
        return actions.receive(kind=kind, file=form.cleaned_data["file"], by=user)
    except SheetRefused as refusal:
        form.add_error("file", str(refusal))
    except ValidationError as error:
        form.add_error("file", error)
    return None


@require_safe
@importer
def template(request: Any, kind: str) -> FileResponse:
    found = _kind(request, kind)
    return FileResponse(
        write_template(found), as_attachment=True, filename=f"templat-{found.slug}.xlsx", content_type=_XLSX
    )


def _kind(request: Any, slug: str) -> SheetKind:
    """The office may look at every template; another desk has its one."""
    if slug not in kinds() or request.desk.kind not in ("", slug):
        raise Http404
    return kinds()[slug]


@require_http_methods(["GET", "HEAD", "POST"])
@of_import
def sheets(request: Any, upload: Import) -> HttpResponse:
    if upload.state not in _CHANGEABLE:
        return to_import(request, upload)
    form = SheetsForm(request.POST if request.method == "POST" else None, sheets=upload.sheets)
    if form.is_valid():
        actions.choose_sheets(upload=upload, chosen=set(form.cleaned_data["sheets"]))
        return redirect(request.desk.address("columns", upload.pk))
    boxes = {int(box.data["value"]): box for box in form["sheets"]}
    lines = [{**sheet, "box": boxes.get(sheet["index"])} for sheet in upload.sheets]
    context = {"title": "Pilih lembar", "upload": upload, "form": form, "lines": lines, "step": 2}
    return page(request, "sheets", {**context, "errors": form.errors})


@require_http_methods(["GET", "HEAD", "POST"])
@of_import
def columns(request: Any, upload: Import) -> HttpResponse:
    tables = _tables(upload)
    if upload.state not in _CHANGEABLE:
        return to_import(request, upload)
    if not tables:
        return redirect(request.desk.address("sheets", upload.pk))
    kind, data = kinds()[upload.kind], request.POST if request.method == "POST" else None
    form = ColumnsForm(data, kind=kind, tables=tables, mapping=actions.initial_mapping(upload))
    asked = kind.options_form(data, initial=upload.options) if kind.options_form else None
    if form.is_valid() and (asked is None or (asked.is_valid() and _is_answered(asked, kind, upload, form))):
        options = asked.cleaned_data if asked else {}
        return _check(request, upload, form, options)
    context = {"title": "Arti kolom", "upload": upload, "form": form, "asked": asked, "kind": kind, "step": 3}
    errors = bool(form.errors or (asked and asked.errors))
    return page(
        request, "columns", {**context, "errors": errors, "earlier": actions.same_file_before(upload)}
    )


def _is_answered(asked: Any, kind: SheetKind, upload: Import, form: ColumnsForm) -> bool:
    """What this file leaves open must be answered, whatever may be left blank with another."""
    chosen = [sheet for sheet in upload.sheets if sheet["is_chosen"]]
    missing = kind.missing_options(asked.cleaned_data, chosen, form.mapping())
    for name, problem in missing.items():
        asked.add_error(name, problem)
    return not missing


def _tables(upload: Import) -> list[dict[str, Any]]:
    """One entry a header shape: sheets of one shape are asked about once."""
    shapes: dict[str, dict[str, Any]] = {}
    for sheet in upload.sheets:
        if sheet["is_chosen"]:
            table = shapes.setdefault(sheet["shape"], {**sheet, "names": [], "rows": 0})
            table["names"].append(sheet["name"])
            table["rows"] += sheet["rows"]
    return list(shapes.values())


def _check(request: Any, upload: Import, form: ColumnsForm, options: dict[str, Any]) -> HttpResponse:
    try:
        actions.check(upload=upload, mapping=form.mapping(), options=options, by=request.user)
    except ValidationError:
        # Sent twice: the first copy has moved the import on.
        return to_import(request, upload)
    return to_import(request, upload)
