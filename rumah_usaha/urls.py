"""Every address of the portal. Paths are Indonesian, names English; `rumah_usaha/access.py` says who may open them."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from rumah_usaha.views import errors, health, installing, pages
from rumah_usaha.views.media import media

urlpatterns = [
    path("", pages.home, name="home"),
    path("tentang/", pages.about, name="about"),
    path("privasi/", pages.privacy, name="privacy"),
    path("produk/", include("produk.urls")),
    path("usaha/", include("umkm.urls")),
    path("koperasi/", include("koperasi.urls")),
    path("data/", include("data_terbuka.urls")),
    path("laporan/", include("laporan.urls")),
    path("akun/", include("accounts.urls")),
    path("kantor/legalitas/", include("legalitas.urls")),
    path("kantor/impor/", include("spreadsheets.urls")),
    path("kantor/kembar/", include("duplicates.urls")),
    path("kantor/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("manifest.webmanifest", installing.manifest, name="manifest"),
    path("sw.js", installing.service_worker, name="service_worker"),
    path("luring/", installing.offline, name="offline"),
    path("robots.txt", pages.robots, name="robots"),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media, name="media"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
