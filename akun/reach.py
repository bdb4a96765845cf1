"""What the signed-in person may reach: every page fetches through here, so that another's is not found."""

import re
import secrets
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from common.listing import AS_PLACED
from produk.models import Produk
from umkm.models import Pemilik, Usaha

_NAME = re.compile(r"[\w-]{1,40}", re.ASCII)


def businesses_of(request: HttpRequest) -> Any:
    return Usaha.objects.looked_after_by(request.user).select_related("pemilik", "desa__kecamatan")


def business_of(request: HttpRequest, slug: str) -> Usaha:
    return get_object_or_404(businesses_of(request), slug=slug)


def own_business_of(request: HttpRequest, slug: str) -> Usaha:
    """For what only the owner decides: who else has access."""
    return get_object_or_404(businesses_of(request).filter(pemilik__account=request.user), slug=slug)


def owner_of(request: HttpRequest) -> Pemilik:
    """The owner whose account this is; a helper is nobody's owner."""
    return get_object_or_404(Pemilik.objects.active(), account=request.user)


def sent(request: HttpRequest) -> dict[str, Any]:
    """What a form is bound to: nothing while its page is only opened."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def once_of(request: HttpRequest) -> str:
    """The form's own name, so that a second press stores nothing twice; a new one where it came with none of ours."""
    told = request.POST.get("once", "")
    return told if _NAME.fullmatch(told) else secrets.token_urlsafe(9)


def products_of(usaha: Usaha) -> Any:
    """As the public page shows them."""
    return Produk.objects.active().filter(usaha=usaha).order_by(*AS_PLACED)
