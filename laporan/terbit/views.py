"""Reports that were issued: the list, and each with its versions, its files and the figures of today."""

import logging
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from common.file_formats import FileFormat
from laporan.hari_ini import as_of
from laporan.imprint import imprint_of
from laporan.models import DokumenTerbit, PersetujuanTerbit
from laporan.models.terbit import LAPORAN, DamagedFile
from laporan.pdf import ROW_LIMIT
from laporan.report import Report
from laporan.reports import REPORTS
from laporan.responses import pdf_response, record_report
from laporan.screen import screen
from laporan.terbit.difference import Difference, difference
from laporan.terbit.forms import IssuedFilterForm
from laporan.terbit.frozen import thaw, thawed_period, thawed_scope
from spreadsheets.responses import sheet_response

logger = logging.getLogger(__name__)

_MOST_WAITING = 20


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def issued(request: Any) -> HttpResponse:
    form = IssuedFilterForm(request.GET)
    reports = DokumenTerbit.objects.without_file().in_scope_of(request.user).filter(series=LAPORAN)
    found = form.filter(reports)
    waiting = PersetujuanTerbit.objects.waiting().in_scope_of(request.user)
    waiting = waiting.select_related("approved_by", "replaces").defer("replaces__pdf")
    context = form.context(form.page(found), found, noun="laporan") | {
        "waiting": [] if form.chosen or form.cursor else waiting[:_MOST_WAITING],
    }
    return render(request, "laporan/terbit/list.html", context)


@require_safe
@permission_required("laporan.view_laporan", raise_exception=True)
def issue(request: Any, code: str) -> HttpResponseBase:
    """`?format=pdf` is the paper as it was issued; sheets are made from the frozen figures."""
    rows = DokumenTerbit.objects.in_scope_of(request.user).filter(series=LAPORAN)
    rows = rows.select_related(
        "laporanterbit__persetujuan__approved_by", "replaces", "replaced_by", "issued_by"
    )
    kind = request.GET.get("format", "")
    dokumen = get_object_or_404(
        rows.defer("replaces__pdf", "replaced_by__pdf", *([] if kind == "pdf" else ["pdf"])), code=code
    )
    report = thaw(dokumen.laporanterbit.content)
    if kind == "pdf" or kind in FileFormat.values:
        return _file(request, dokumen, report, kind)
    context = {
        "dokumen": dokumen,
        "report": report,
        "screen": screen(report, count_up_to=ROW_LIMIT),
        "versions": _versions(dokumen),
        "difference": None if dokumen.replacement else _difference(dokumen, report),
        "can_be_corrected": dokumen.laporanterbit.slug in REPORTS and not dokumen.replacement,
    }
    return render(request, "laporan/terbit/detail.html", context)


def _file(request: Any, dokumen: DokumenTerbit, report: Report, kind: str) -> HttpResponseBase:
    name = f"{dokumen.nomor}-{report.name}"
    response: HttpResponseBase
    if kind == "pdf":
        try:
            response = pdf_response(dokumen.file, f"{name}.pdf")
        except DamagedFile:
            logger.exception("issued paper is damaged")
            messages.error(
                request,
                "Berkas yang tersimpan tidak lagi sama dengan yang diterbitkan, jadi tidak diberikan. "
                "Hubungi pengelola portal: berkas yang utuh ada di cadangan.",
            )
            return redirect(dokumen)
    else:
        sheet = report.sheet(printed=imprint_of(dokumen).footer)
        response = sheet_response(sheet, file_format=kind, name=name, written_at=dokumen.issued_at)
        response["Cache-Control"] = "private, no-store"
    if report.count_people:
        record_report(report, by=request.user, file_format=kind)
    return response


def _versions(dokumen: DokumenTerbit) -> list[DokumenTerbit]:
    """All papers about the same, the newest first."""
    rows = DokumenTerbit.objects.filter(series=dokumen.series, subject_key=dokumen.subject_key)
    return list(rows.defer("pdf").order_by("-version"))


def _difference(dokumen: DokumenTerbit, then: Report) -> Difference | None:
    """None where today's figures can no longer be built."""
    frozen = dokumen.laporanterbit
    kind = REPORTS.get(frozen.slug)
    if kind is None:
        return None
    with as_of(frozen.as_of):
        return difference(then, kind.build(thawed_period(frozen.period), thawed_scope(frozen.scope)))
