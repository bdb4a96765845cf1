"""The receipt of a case: number, code and QR for the applicant, printed from the case's page."""

import logging
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from common import qr
from common.receipts import code_of, shown
from common.sharing import absolute
from common.templatetags.indonesia import tanggal, tanggal_waktu
from fasilitasi.berkas import checklist
from fasilitasi.models import Fasilitasi
from laporan import people
from laporan.glyphs import printable
from laporan.layout import breakable
from laporan.pdf import RenderingFailed, typeset

logger = logging.getLogger(__name__)

# Longer words may break anywhere; in em of the receipt's own letters.
_LONGEST_WORD = 24


@require_safe
@permission_required("fasilitasi.change_fasilitasi", raise_exception=True)
def receipt(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Rows outside the officer's kecamatan answer 404."""
    cases: Any = Fasilitasi.objects.active().in_scope_of(request.user)
    case = get_object_or_404(cases.with_subject(), pk=pk)
    now = timezone.now()
    try:
        pdf = typeset(_content(case, now), template="receipt", timestamp=int(now.timestamp()), tagged=True)
    except RenderingFailed:
        logger.exception("receipt of %s failed", case.nomor)
        messages.warning(request, "Tanda terima belum dapat dibuat. Coba lagi sebentar lagi.")
        return redirect("admin:fasilitasi_fasilitasi_change", case.pk)
    response = HttpResponse(pdf, content_type="application/pdf")
    name = content_disposition_header(as_attachment=True, filename=f"tanda-terima-{case.nomor}.pdf")
    response["Content-Disposition"] = name or "attachment"
    return response


def _content(case: Fasilitasi, now: Any) -> dict[str, Any]:
    kop = people.letterhead(timezone.localdate(now))
    code = code_of(case.nomor)
    page = absolute(reverse("fasilitasi:track"))
    received = [item for item in checklist(case) if item.received]
    return {
        "title": "Tanda terima permohonan",
        "author": printable(kop.lines[-1]),
        "letterhead": {
            "lines": [printable(line) for line in kop.lines],
            "address": printable(kop.address_line),
            "contact": printable(kop.contact_line),
            "logo": None if kop.logo is None else list(kop.logo),
        },
        "facts": [
            ["Nomor", case.nomor],
            ["Kode", shown(code)],
            ["Jenis", _words(case.jenis.name)],
            ["Pemohon", _words(case.subject.name)],
            ["Tanggal permohonan", tanggal(case.applied_on)],
        ],
        "documents": [_words(item.berkas.name) for item in received],
        "qr": qr.svg(f"{page}?{urlencode({'nomor': case.nomor, 'kode': code})}"),
        "address": printable(page),
        "printed": f"Dicetak {tanggal_waktu(now)}",
    }


def _words(text: str) -> str:
    return breakable(printable(text), _LONGEST_WORD)
