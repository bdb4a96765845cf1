"""The officials' door: a menu of reports, and each report as page, PDF, XLSX or CSV."""

from dataclasses import replace
from itertools import groupby

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from laporan import people
from laporan.models import UsulanTerbit
from laporan.reports import REPORTS, ReportKind
from laporan.reports.counting import reach
from laporan.requested import form_of, scope_of
from laporan.responses import record_report, respond


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def index(request: HttpRequest) -> HttpResponse:
    groups = [
        {"title": title, "reports": [_menu_item(kind) for kind in kinds]}
        for title, kinds in groupby(REPORTS.values(), key=lambda kind: kind.group)
    ]
    waiting = UsulanTerbit.objects.open().in_scope_of(request.user).count()
    return render(request, "laporan/index.html", {"groups": groups, "waiting": waiting})


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def report(request: HttpRequest, slug: str) -> HttpResponseBase:
    kind = REPORTS.get(slug)
    if kind is None:
        raise Http404
    mine = reach(request.user)
    form = form_of(request.GET, kind, mine)
    period, scope = form.period, scope_of(form, mine)
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
        context={
            "kind": kind,
            "unsigned": people.unsigned(at, both=form.both_sign),
            "preview_url": f"{reverse('laporan:preview', args=[slug])}?{request.GET.urlencode()}",
        },
    )
    if printed.count_people and response.has_header("Content-Disposition"):
        record_report(printed, by=request.user, file_format=request.GET["format"])
    return response


def _menu_item(kind: ReportKind) -> dict[str, str]:
    return {
        "title": kind.title,
        "description": kind.description,
        "url": reverse("laporan:report", args=[kind.slug]),
    }
