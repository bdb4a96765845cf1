"""The portal on a phone's home screen, and what it shows without a signal. Only the site's frame is ever kept."""

import hashlib

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from rumah_usaha.context_processors import office

# What the page without a signal is made of, besides itself.
_FRAME = ("css/site.css", "img/kategori.svg", "img/mark.svg")
_ICONS = (
    ("img/mark-192.png", "192x192", "any"),
    ("img/mark-512.png", "512x512", "any"),
    ("img/mark-penuh-512.png", "512x512", "maskable"),
)


@login_not_required
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to install the site (W3C Web Application Manifest)."""
    content = {
        "id": "/",
        "name": f"{settings.SITE_NAME} {settings.DISTRICT_SHORT}",
        "short_name": settings.SITE_NAME,
        "description": f"Produk usaha mikro dan koperasi {settings.DISTRICT_NAME}.",
        "lang": "id",
        "dir": "ltr",
        "start_url": reverse("home"),
        "scope": "/",
        "display": "standalone",
        "theme_color": "#06343c",
        "background_color": "#fbf7ef",
        "icons": [
            {"src": static(path), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for path, sizes, purpose in _ICONS
        ],
        "shortcuts": [
            {"name": "Semua produk", "url": reverse("produk:list")},
            {"name": "Usaha", "url": reverse("umkm:list")},
        ],
    }
    return JsonResponse(content, content_type="application/manifest+json")


@login_not_required
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/offline.html")


@login_not_required
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The script that a browser keeps; its version changes with the frame, so an old frame never outlives it."""
    page = render_to_string("pages/offline.html", office(request))
    files = [static(path) for path in _FRAME]
    version = hashlib.sha256("\n".join([page, *files]).encode()).hexdigest()[:12]
    context = {"version": version, "files": files}
    response = render(request, "service_worker.js", context, content_type="text/javascript")
    # A browser that kept the script itself would never learn of a new frame.
    response["Cache-Control"] = "no-cache"
    return response
