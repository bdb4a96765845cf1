"""The home page and the few pages that belong to no app."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from common.listing import NEWEST
from common.sharing import absolute, share_context
from common.structured_data import office, structured, website
from produk.categories import kategori_list
from produk.map import places
from produk.models import Produk
from rumah_usaha import front
from wilayah.map import district_map

_MOST_NEW = 8


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    newest = Produk.objects.listed().for_cards().order_by(*NEWEST)[:_MOST_NEW]
    context = {
        "kategori_list": kategori_list(),
        "map_paths": places(),
        "map_viewbox": district_map().viewbox,
        "newest": newest,
        "figures": front.figures(),
        "news": front.news(),
        **share_context(
            reverse("home"),
            text=settings.SITE_NAME,
            description=f"Produk usaha mikro dan koperasi {settings.DISTRICT_NAME}, langsung dari pembuatnya.",
        ),
        "structured_data": structured(website(search=reverse("produk:list"))),
    }
    return render(request, "pages/home.html", context)


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    context = {
        **share_context(
            reverse("about"),
            text=f"Tentang {settings.SITE_NAME}",
            description=f"Rumah bersama usaha mikro dan koperasi {settings.DISTRICT_NAME}.",
        ),
        "structured_data": structured(office()),
    }
    return render(request, "pages/about.html", context)


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/privacy.html")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    closed = ("/kantor/", "/akun/", "/laporan/", "/*?*format=")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines += [f"Sitemap: {absolute(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")
