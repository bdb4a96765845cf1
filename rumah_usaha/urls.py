"""Every address of the portal. Paths are Indonesian, names English; `rumah_usaha/access/` says who may open them."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, register_converter

from akun.views.undangan import invite_owner
from belanja_asn.sheets import LEMBAR
from koperasi.kdmp_views import kdmp
from laporan.prints.views import printed
from laporan.terbit import verification
from produk.views import by_map, suggest
from rumah_usaha import sitemaps
from rumah_usaha.views import errors, health, installing, pages, short
from rumah_usaha.views.media import media
from surat.certificate_views import my_certificate

register_converter(short.NounConverter, "noun")

urlpatterns = [
    path("", pages.home, name="home"),
    path("tentang/", pages.about, name="about"),
    path("privasi/", pages.privacy, name="privacy"),
    path("", include("pesanan.urls")),
    path("", include("etalase.urls")),
    path("", include("pengumuman.urls")),
    path("produk/", include("produk.urls")),
    path("cari/saran/", suggest, name="suggest"),
    path("peta/", by_map, name="map"),
    path("usaha/", include("umkm.urls")),
    path("koperasi/", include("koperasi.urls")),
    path("kegiatan/", include("kegiatan.urls")),
    path("<noun:noun>/<slug:slug>/", short.short, name="short"),
    path("<noun:noun>/<slug:slug>/qr.svg", short.qr_code, {"kind": "svg"}, name="qr_svg"),
    path("<noun:noun>/<slug:slug>/qr.png", short.qr_code, {"kind": "png"}, name="qr_png"),
    path("<noun:noun>/<slug:slug>/cetak/", printed, name="printed"),
    path("daftar/", include("pendaftaran.urls")),
    path("laporkan/", include("masukan.urls")),
    path("lacak/", include("fasilitasi.urls")),
    path("data/", include("data_terbuka.urls")),
    path("", include("belanja_asn.urls")),
    path("laporan/", include("laporan.urls")),
    path("verifikasi/", verification.ask, name="verification"),
    path("verifikasi/<str:code>/", verification.verify, name="verified"),
    path("akun/", include("accounts.urls")),
    path("akun/", include("akun.urls")),
    path("kantor/undangan/<int:pk>/", invite_owner, name="invite_owner"),
    path("akun/lembar-belanja/", include("spreadsheets.urls", namespace=LEMBAR.namespace), {"desk": LEMBAR}),
    path("akun/kegiatan/", include("kegiatan.owner_urls")),
    path("akun/sertifikat-hadir/<slug:code>/", my_certificate, name="my_certificate"),
    path("kantor/kdmp/", kdmp, name="kdmp"),
    path("kantor/surat-keluar/", include("surat.urls")),
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
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:noun>-<int:number>.xml", sitemaps.part, name="sitemap_part"),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media, name="media"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
