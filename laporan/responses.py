"""One report, four ways to have it: `?format=pdf`, `xlsx`, `csv`, or the page itself."""

import datetime
import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header

from accounts.actions import record_download
from common.file_formats import FileFormat
from laporan.document import TAGGED_LIMIT, printed_line
from laporan.forms import FilterForm
from laporan.pdf import ROW_LIMIT, Paper, RenderingFailed, TooLong, render_pdf
from laporan.report import Report
from laporan.screen import screen
from laporan.signature import Letterhead, SignatureBlock
from spreadsheets.responses import sheet_response

logger = logging.getLogger(__name__)

_TOO_LONG = "Laporan ini terlalu panjang untuk PDF. Unduh Excel, atau persempit saringannya."
_FAILED = "PDF belum dapat dibuat. Unduh Excel, atau coba lagi sebentar lagi."


def respond(
    request: HttpRequest,
    report: Report,
    *,
    form: FilterForm | None = None,
    letterhead: Letterhead | None,
    signature: SignatureBlock | None = None,
    paper: Paper = Paper.F4,
    context: dict[str, Any] | None = None,
) -> HttpResponseBase:
    """`context` is added to the page's own, for a chart or a hint that belongs to one report."""
    printed_at = timezone.now()
    page = {"report": report, "form": form, "context": context or {}}
    # A file for a filter that was not understood would carry another period than the one asked for.
    kind = request.GET.get("format", "") if form is None or form.is_valid() else ""
    try:
        response = _file(kind, report, letterhead, signature, paper, printed_at)
    except TooLong:
        return _page(request, page, problem=_TOO_LONG, status=422)
    except RenderingFailed:
        logger.exception("laporan %s: PDF failed", report.name)
        return _page(request, page, problem=_FAILED, status=503)
    if response is None:
        return _page(request, page, problem="", status=200)
    response["Cache-Control"] = "private, no-store"
    return response


def record_report(report: Report, *, by: Any, file_format: str) -> None:
    """A file that names persons leaves the portal; that it is an official report is reason enough."""
    record_download(
        by=by,
        list_name=f"Laporan: {report.title}",
        filter_text="; ".join(report.subtitles),
        row_count=report.count_people() if report.count_people else 0,
        file_format=file_format,
        reason="Laporan resmi",
    )


def pdf_response(pdf: bytes, name: str) -> HttpResponse:
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response["Cache-Control"] = "private, no-store"
    return response


def _file(
    kind: str,
    report: Report,
    letterhead: Letterhead | None,
    signature: SignatureBlock | None,
    paper: Paper,
    printed_at: datetime.datetime,
) -> HttpResponseBase | None:
    if kind in FileFormat.values:
        sheet = report.sheet(printed=printed_line(printed_at))
        return sheet_response(sheet, file_format=kind, name=report.name, written_at=printed_at)
    if kind != "pdf":
        return None
    pdf = render_pdf(report, letterhead=letterhead, signature=signature, printed_at=printed_at, paper=paper)
    return pdf_response(pdf, f"{report.name}.pdf")


def _page(request: HttpRequest, page: dict[str, Any], *, problem: str, status: int) -> HttpResponse:
    shown = screen(page["report"], count_up_to=ROW_LIMIT)
    context = {
        **page["context"],
        "report": page["report"],
        "form": page["form"],
        "screen": shown,
        "problem": problem,
        "offers_pdf": shown.counted <= ROW_LIMIT,
        "prefers_excel": shown.counted > TAGGED_LIMIT,
        "row_limit": ROW_LIMIT,
    }
    response = render(request, "laporan/report.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
