"""Paper to hang up: for everybody about what is on the site, and shelf labels for the office.

A document costs a third of a second of a processor, so it is asked for by POST, which no robot does, and seldom enough:
docs/keputusan/0012.
"""

import logging
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from common.throttle import allows
from duplicates.redirects import moved_permanently
from laporan.pdf import RenderingFailed
from laporan.prints.making import make
from laporan.prints.offers import labels_of, offer_of_produk, offer_of_seller
from produk.labels import MOST_LABELS
from produk.models import Produk
from produk.sellers import seller_of
from umkm.models import Usaha

logger = logging.getLogger(__name__)

# bentuk: (template, size of the photo)
_FORMS = {"poster": ("poster", "whole"), "kartu": ("cards", "page")}
_MOST_A_MINUTE, _MOST_OF_ALL = 6, 40


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def printed(request: HttpRequest, noun: type[Any], slug: str) -> HttpResponseBase:
    """The poster or the cards of one product or seller; an address opened by hand leads to its page."""
    listed = _rows(noun)
    record = listed.filter(slug=slug).first()
    if record is None:
        return moved_permanently(listed, slug)
    bentuk = request.POST.get("bentuk", "")
    if bentuk not in _FORMS:
        return redirect(record)
    if not allows(request, "cetak", most=_MOST_A_MINUTE, seconds=60) or not allows(
        None, "cetak", most=_MOST_OF_ALL, seconds=60
    ):
        return _later(request, record, status=429)
    template, photo_size = _FORMS[bentuk]
    try:
        pdf = make(template, [_offer(record, photo_size)])
    except RenderingFailed:
        logger.exception("%s of %s failed", bentuk, noun._meta.label)
        return _later(request, record, status=503)
    return _file(pdf, f"{bentuk}-{record.slug}.pdf")


def _rows(noun: type[Any]) -> Any:
    listed = noun.objects.listed()
    if noun is Produk:
        return listed.with_halal().with_cover()
    return listed.with_place().with_owner().with_consents() if noun is Usaha else listed.with_place()


def _offer(record: Any, photo_size: str) -> dict[str, Any]:
    if isinstance(record, Produk):
        return offer_of_produk(record, seller_of(record), photo_size=photo_size)
    return offer_of_seller(record, photo_size=photo_size)


def _later(request: HttpRequest, record: Any, *, status: int) -> HttpResponse:
    response = render(request, "laporan/later.html", {"record": record}, status=status)
    response["Retry-After"] = "60"
    return response


@require_safe
@permission_required("produk.view_produk", raise_exception=True)
def labels(request: Any) -> HttpResponseBase:
    """`?produk=3,5,8`: a label each, in the order of the products' names, within the officer's kecamatan."""
    keys = [key for key in request.GET.get("produk", "").split(",") if key.isascii() and key.isdecimal()]
    keys = [key for key in keys[:MOST_LABELS] if len(key) < 19]
    rows = Produk.objects.in_scope_of(request.user).filter(pk__in=keys).exclude(price=None)
    products = list(rows.with_seller().with_halal().defer("usaha__npwp").order_by("name", "id"))
    if not products:
        messages.warning(request, "Tidak ada label untuk dicetak: pilih produk yang sudah ada harganya.")
        return redirect("admin:produk_produk_changelist")
    try:
        # Tags multiply the work, and nobody reads labels aloud.
        pdf = make("labels", labels_of(products), tagged=False)
    except RenderingFailed:
        logger.exception("%d labels failed", len(products))
        messages.warning(request, "Label belum dapat dibuat. Coba lagi sebentar lagi.")
        return redirect("admin:produk_produk_changelist")
    return _file(pdf, "label-rak.pdf")


def _file(pdf: bytes, name: str) -> HttpResponse:
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
