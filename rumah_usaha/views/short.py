"""Short addresses to print and to say: `/u/…` a business, `/k/…` a cooperative, `/p/…` a product.

They lead on to the page and never show it, so that every page has one address. A merged record's leads to its survivor:
what was printed once keeps working.
"""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from common import qr
from common.sharing import short_url
from duplicates.redirects import moved_permanently
from koperasi.models import Koperasi
from produk.models import Produk
from umkm.models import Usaha


class NounConverter:
    """The letter in the address; a view is given the model that it stands for."""

    MODELS: dict[str, type[Any]] = {model.SHORT_LETTER: model for model in (Usaha, Koperasi, Produk)}
    regex = f"[{''.join(MODELS)}]"

    def to_python(self, letter: str) -> type[Any]:
        return self.MODELS[letter]

    def to_url(self, letter: str) -> str:
        return letter


# No longer than any public page: what leaves the site is gone within a minute.
@login_not_required
@require_safe
@cache_control(max_age=60)
def short(request: HttpRequest, noun: type[Any], slug: str) -> HttpResponse:
    listed = noun.objects.listed()
    record = listed.only("slug").filter(slug=slug).first()
    if record is None:
        return moved_permanently(listed, slug)
    return HttpResponsePermanentRedirect(record.get_absolute_url())


@login_not_required
@require_safe
@cache_control(max_age=60)
def qr_code(request: HttpRequest, noun: type[Any], slug: str, kind: str) -> HttpResponse:
    """Of the short address, as a picture to show or to download."""
    address = short_url(get_object_or_404(noun.objects.listed().only("slug"), slug=slug))
    content, content_type = (
        (qr.png(address), "image/png") if kind == "png" else (qr.svg(address).encode(), "image/svg+xml")
    )
    response = HttpResponse(content, content_type=content_type)
    name = content_disposition_header(as_attachment=False, filename=f"qr-{slug}.{kind}")
    response["Content-Disposition"] = name or "inline"
    return response
