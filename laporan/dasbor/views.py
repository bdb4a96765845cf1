"""`/laporan/dasbor/`: the year at a glance, on screen and as a pocket book."""

import logging
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from laporan.dasbor import figures
from laporan.dasbor.buku_saku import pocket_book
from laporan.dasbor.figures import Dasbor
from laporan.dasbor.forms import YearForm
from laporan.dasbor.panel import Panel
from laporan.pdf import RenderingFailed
from laporan.reports.counting import kecamatan_in, reach, years_on_record
from laporan.scope import Scope
from laporan.screen import SHOWN_ROWS, screen

logger = logging.getLogger(__name__)


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def dashboard(request: HttpRequest) -> HttpResponse:
    form = _form(request)
    return _page(request, form, figures.build(form.year, _scope(request, form)))


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def buku_saku(request: HttpRequest) -> HttpResponse:
    """The same figures on A6, to carry along."""
    form = _form(request)
    dasbor = figures.build(form.year, _scope(request, form))
    try:
        pdf = pocket_book(dasbor, printed_at=timezone.now())
    except RenderingFailed:
        logger.exception("buku saku %d failed", form.year)
        return _page(request, form, dasbor, problem="Buku saku belum dapat dibuat. Coba lagi sebentar lagi.")
    response = HttpResponse(pdf, content_type="application/pdf")
    name = f"buku-saku-{'-'.join(filter(None, (slugify(form.scope.kecamatan_label), str(form.year))))}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response["Cache-Control"] = "private, no-store"
    return response


def _page(request: HttpRequest, form: YearForm, dasbor: Dasbor, problem: str = "") -> HttpResponse:
    shown = {
        name: {"panel": panel, "screen": screen(panel.report, count_up_to=SHOWN_ROWS), "key": name}
        for name, panel in _named(dasbor).items()
    }
    context = {"form": form, "dasbor": dasbor, "shown": shown, "problem": problem, "today": timezone.now()}
    response = render(request, "laporan/dasbor/dasbor.html", context, status=503 if problem else 200)
    response["Cache-Control"] = "private, no-store"
    return response


def _named(dasbor: Dasbor) -> dict[str, Panel]:
    names = ("target", "quarters", "kinds", "places", "late", "effect")
    return dict(zip(names, dasbor.panels, strict=True))


def _form(request: Any) -> YearForm:
    return YearForm(
        request.GET,
        years=years_on_record(),
        default=timezone.localdate().year,
        kecamatan=kecamatan_in(Scope(within=reach(request.user))).values_list("code", "name"),
    )


def _scope(request: Any, form: YearForm) -> Scope:
    return replace(form.scope, within=reach(request.user))
