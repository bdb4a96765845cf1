"""Stock card, settlement and the visitor book's poster as PDF, asked for from the counter's pages."""

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from common import qr
from common.sharing import absolute
from etalase.models import Penyelesaian
from laporan import people
from laporan.glyphs import printable
from laporan.layout import breakable
from laporan.pdf import RenderingFailed, TooLong, render_pdf
from laporan.prints.making import make
from laporan.rak import kartu_stok, penyelesaian
from laporan.responses import pdf_response
from produk.models import Produk

logger = logging.getLogger(__name__)

_LONGEST_WORD = 24  # em; a longer one may break anywhere
_FAILED = "Berkas cetak belum dapat dibuat. Coba lagi sebentar lagi."


@require_safe
@permission_required("etalase.view_titipan", raise_exception=True)
def stock_card(request: Any, pk: int) -> HttpResponseBase:
    rows = Produk.objects.in_scope_of(request.user).select_related("usaha", "koperasi").defer("usaha__npwp")
    produk = get_object_or_404(rows, pk=pk)
    report, today = kartu_stok.build(produk), timezone.localdate()

    def render() -> bytes:
        return render_pdf(
            report,
            letterhead=people.letterhead(today),
            signature=None,
            printed_at=timezone.now(),
            paper=people.paper(today),
        )

    return _answer(request, render, f"{report.name}.pdf", reverse("etalase:card", args=[produk.pk]))


@require_safe
@permission_required("etalase.view_penyelesaian", raise_exception=True)
def settlement(request: Any, pk: int) -> HttpResponseBase:
    """Only of those that hold: a cancelled one has nothing to sign."""
    rows = Penyelesaian.objects.in_scope_of(request.user).valid().with_seller()
    found = get_object_or_404(rows, pk=pk)
    report, block = penyelesaian.build(found), penyelesaian.signature(found)

    def render() -> bytes:
        return render_pdf(
            report,
            letterhead=people.letterhead(block.date),
            signature=block,
            printed_at=timezone.now(),
            paper=people.paper(block.date),
        )

    return _answer(request, render, f"{report.name}.pdf", found.get_absolute_url())


@require_safe
@permission_required("etalase.view_bukutamu", raise_exception=True)
def guest_poster(request: Any) -> HttpResponseBase:
    """For the door: the code that opens the visitor book."""
    address = absolute(reverse("etalase:guest"))
    notice = {
        "title": "Buku tamu",
        "words": printable(
            f"Selamat datang di {settings.SITE_NAME}. Pindai dengan kamera HP, lalu isi satu menit."
        ),
        "address": breakable(printable(address), _LONGEST_WORD, bold=True),
        "qr": qr.svg(address),
    }
    return _answer(
        request, lambda: make("notice", [notice]), "poster-buku-tamu.pdf", reverse("etalase:counter")
    )


def _answer(request: Any, render: Callable[[], bytes], name: str, back: str) -> HttpResponseBase:
    try:
        return pdf_response(render(), name)
    except TooLong:
        messages.warning(request, "Kartu ini terlalu panjang untuk PDF. Unduh Buku titipan sebagai Excel.")
    except RenderingFailed:
        logger.exception("%s could not be typeset", name)
        messages.warning(request, _FAILED)
    return redirect(back)
