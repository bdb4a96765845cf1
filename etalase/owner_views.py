"""In the owner's account: my goods on the shelf of the house, what was sold, what is due, what was paid."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from etalase.hutang import owed_to
from etalase.models import MutasiTitipan, Penyelesaian, Titipan
from umkm.doors import owners_only
from umkm.models import Usaha

_MOST = 50


@require_safe
@owners_only
def mine(request: HttpRequest) -> HttpResponse:
    businesses = Usaha.objects.looked_after_by(request.user).order_by()
    lines = MutasiTitipan.objects.filter(titipan__produk__usaha__in=businesses)
    month = timezone.localdate().replace(day=1)
    settled = Penyelesaian.objects.filter(usaha__in=businesses).valid().with_seller().with_total()
    context = {
        "batches": _standing(businesses),
        "sold": owed_to(lines.sold().between(month, None)),
        "owed": owed_to(lines.unsettled()),
        "settled": settled[:_MOST],
        "month": month,
    }
    return render(request, "etalase/mine.html", context)


def _standing(businesses: Any) -> Any:
    on_shelf = Titipan.objects.on_shelf().filter(produk__usaha__in=businesses)
    return on_shelf.with_product().order_by("produk__name", "id")[:_MOST]
