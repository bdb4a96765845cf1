"""What the house has on its shelf now, for everybody."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from common.listing import newest_of
from common.sharing import share_context
from etalase.models import Titipan
from produk.models import Produk


@login_not_required
@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    standing = Produk.objects.listed().filter(pk__in=Titipan.objects.on_shelf().order_by().values("produk"))
    page, links = newest_of(standing.for_cards().with_cover(), request.GET)
    context = {
        "page": page,
        **links,
        **share_context(
            reverse("etalase:shelf"),
            text=f"Etalase {settings.SITE_NAME}",
            description=f"Produk usaha mikro yang dapat dibeli langsung di {settings.SITE_NAME}, {settings.CAPITAL}.",
        ),
    }
    return render(request, "etalase/shelf.html", context)
