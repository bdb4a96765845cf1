"""Certificates of attendance: issued by the office, taken home by whoever looks after the business."""

import logging
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kegiatan.models import Kegiatan
from laporan.models import DokumenTerbit
from laporan.models.terbit import DamagedFile
from laporan.pdf import RenderingFailed
from laporan.responses import pdf_response
from surat.kehadiran import MOST_AT_ONCE, certify, certifying_obstacle, entitled
from umkm.doors import owners_only
from umkm.models import Usaha

logger = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("surat.issue_surat", raise_exception=True)
def certificates(request: Any, pk: int) -> HttpResponseBase:
    """Who came to an event, and the paper of each; the missing ones are issued some at a time."""
    events = Kegiatan.objects.active().filter(is_draft=False).in_scope_of(request.user)
    kegiatan = get_object_or_404(events, pk=pk)
    rows = list(entitled(kegiatan))
    missing = [peserta for peserta in rows if not hasattr(peserta, "sertifikathadir")]
    if request.method == "POST":
        _issue(request, missing[:MOST_AT_ONCE])
        return redirect(request.path)
    context = {
        "kegiatan": kegiatan,
        "rows": [(peserta, getattr(peserta, "sertifikathadir", None)) for peserta in rows],
        "missing": len(missing),
        "next": min(len(missing), MOST_AT_ONCE),
        "obstacle": certifying_obstacle(kegiatan),
    }
    return render(request, "surat/certificates.html", context)


@require_safe
@permission_required("surat.view_surat", raise_exception=True)
def certificate(request: Any, code: str) -> HttpResponseBase:
    """As it was printed the first time."""
    events = Kegiatan.objects.in_scope_of(request.user)
    papers = DokumenTerbit.objects.filter(sertifikathadir__peserta__kegiatan__in=events)
    return _file(get_object_or_404(papers, code=code))


@require_safe
@owners_only
def my_certificate(request: HttpRequest, code: str) -> HttpResponseBase:
    businesses = Usaha.objects.looked_after_by(request.user).order_by()
    papers = DokumenTerbit.objects.filter(sertifikathadir__peserta__usaha__in=businesses.values("pk"))
    return _file(get_object_or_404(papers, code=code))


def _file(dokumen: DokumenTerbit) -> HttpResponseBase:
    try:
        return pdf_response(dokumen.file, f"{dokumen.nomor}.pdf")
    except DamagedFile:
        logger.exception("issued certificate is damaged")
        raise Http404 from None


def _issue(request: Any, missing: list[Any]) -> None:
    """Each by itself: one that cannot be made leaves the others made."""
    done = 0
    try:
        for peserta in missing:
            certify(peserta=peserta, by=request.user)
            done += 1
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    except RenderingFailed:
        logger.exception("a certificate could not be typeset")
        messages.error(request, "Sebagian sertifikat belum dapat dibuat. Coba lagi sebentar lagi.")
    if done:
        messages.success(request, f"{done} sertifikat terbit.")
