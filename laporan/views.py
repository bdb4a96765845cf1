"""The officials' door: a menu of reports, and each report as page, PDF, XLSX or CSV."""

from dataclasses import replace
from itertools import groupby

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.actions import record_download
from laporan import people
from laporan.print_form import PrintForm
from laporan.report import Report
from laporan.reports import REPORTS, ReportKind
from laporan.reports.counting import kecamatan_in, reach, years_on_record
from laporan.responses import respond
from laporan.scope import Scope


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def index(request: HttpRequest) -> HttpResponse:
    groups = [
        {"title": title, "reports": [_menu_item(kind) for kind in kinds]}
        for title, kinds in groupby(REPORTS.values(), key=lambda kind: kind.group)
    ]
    return render(request, "laporan/index.html", {"groups": groups})


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def report(request: HttpRequest, slug: str) -> HttpResponseBase:
    kind = REPORTS.get(slug)
    if kind is None:
        raise Http404
    form = _form(request, kind)
    period, scope = form.period, replace(form.scope, within=reach(request.user))
    at = form.report_date(period)
    printed = kind.build(period, scope)
    if form.orientation:
        printed = replace(printed, orientation=form.orientation)
    response = respond(
        request,
        printed,
        form=form,
        letterhead=people.letterhead(at),
        signature=people.signature(at, both=form.both_sign, mode=form.signing),
        paper=form.paper or people.paper(at),
        context={"kind": kind, "unsigned": people.unsigned(at, both=form.both_sign)},
    )
    if printed.count_people and response.has_header("Content-Disposition"):
        _record(request, printed)
    return response


def _record(request: HttpRequest, printed: Report) -> None:
    """A file that names persons leaves the portal; that it is an official report is reason enough."""
    record_download(
        by=request.user,
        list_name=f"Laporan: {printed.title}",
        filter_text="; ".join(printed.subtitles),
        row_count=printed.count_people() if printed.count_people else 0,
        file_format=request.GET["format"],
        reason="Laporan resmi",
    )


def _menu_item(kind: ReportKind) -> dict[str, str]:
    return {
        "title": kind.title,
        "description": kind.description,
        "url": reverse("laporan:report", args=[kind.slug]),
    }


def _form(request: HttpRequest, kind: ReportKind) -> PrintForm:
    kecamatan = kecamatan_in(Scope(within=reach(request.user)))
    return PrintForm(
        request.GET,
        years=years_on_record(ahead=kind.years_ahead),
        default_year=timezone.localdate().year if kind.this_year else None,
        kecamatan=kecamatan.values_list("code", "name"),
        jenis=kind.jenis.offers(),
        jenis_caption=kind.jenis.caption,
    )
