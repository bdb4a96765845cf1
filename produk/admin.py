"""Products at the counter: one seller, a price per unit, photos, and whether the site shows them."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common.admin import OfficeAdmin, OfficeStackedInline, StateFilter, state_badge
from common.admin.deeds import AdminWithDeeds, Deed
from common.templatetags.indonesia import angka, rupiah, tanggal_pendek
from duplicates.admin import Mergeable
from produk.actions import add_photos, confirm_price, move
from produk.admin_forms import ProdukForm
from produk.clicks import clicks_of, views_of, with_clicks
from produk.exports import PRODUK
from produk.inconsistencies import PRODUK_CHECKS
from produk.labels import MOST_LABELS, labels_url
from produk.models import MOST_PHOTOS, Foto, Kategori, Produk
from produk.unlisted import why_unlisted
from spreadsheets.export import Exporting
from wilayah.admin import KecamatanFilter

_MOST_TOLD = 10


_CONFIRMING = Deed(
    "confirm_price",
    "Pastikan harga masih benar",
    "Dicatat: harga dan ketersediaan dipastikan hari ini.",
    lambda produk, by: confirm_price(produk=produk),
)
_PLACING = [
    Deed(
        "move_up",
        "Naikkan di halaman penjual",
        "Produk naik satu tempat di halaman penjualnya.",
        lambda produk, by: move(produk=produk, is_up=True),
    ),
    Deed(
        "move_down",
        "Turunkan di halaman penjual",
        "Produk turun satu tempat di halaman penjualnya.",
        lambda produk, by: move(produk=produk, is_up=False),
    ),
]


@admin.register(Kategori)
class KategoriAdmin(OfficeAdmin):
    list_display = ["name", "position", "wajib_halal", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [(None, {"fields": ["name", "slug", "position", "wajib_halal"]})]


class FotoInline(OfficeStackedInline):
    model = Foto
    max_num = MOST_PHOTOS
    fields = ["image", ("alt", "position")]
    verbose_name_plural = "foto tersimpan (yang pertama tampil di daftar)"


@admin.display(description="penjual", ordering="usaha__name")
def seller(produk: Produk) -> str:
    return str(produk.seller)


@admin.display(description="harga", ordering="price")
def price(produk: Produk) -> str:
    """ "Rp25.000 per bungkus"; drafts may lack both."""
    if produk.price is None:
        return ""
    return (
        f"{rupiah(produk.price)} per {produk.get_satuan_display()}" if produk.satuan else rupiah(produk.price)
    )


@admin.display(description="dipastikan", ordering="refreshed_on")
def refreshed(produk: Produk) -> str:
    return tanggal_pendek(produk.refreshed_on)


@admin.display(description="klik pesan 30 hari", ordering="clicks")
def clicks(produk: Any) -> str:
    return angka(produk.clicks) if produk.clicks else ""


@admin.display(description="dilihat 30 hari", ordering="views")
def views(produk: Any) -> str:
    return angka(produk.views) if produk.views else ""


@admin.register(Produk)
class ProdukAdmin(Mergeable, Exporting, AdminWithDeeds):
    form = ProdukForm
    layouts = (PRODUK,)
    list_display = ["name", seller, "kategori", price, refreshed, clicks, views, state_badge]
    change_form_template = "admin/produk/produk/change_form.html"
    inconsistencies = PRODUK_CHECKS
    list_filter = [StateFilter, "is_listed", KecamatanFilter, "kategori", "is_available"]
    search_fields = ["name", "usaha__name", "koperasi__name"]
    autocomplete_fields = ["usaha", "koperasi"]
    slug_source = "name"
    inlines = [FotoInline]
    actions = ["confirm_prices", "print_labels"]
    fieldsets = [
        (
            "Penjual",
            {
                "fields": ["usaha", "koperasi"],
                "description": "Isi salah satu: usaha yang menjual, atau koperasi yang memasarkan.",
            },
        ),
        ("Produk", {"fields": ["name", "kategori", "description"]}),
        ("Harga", {"fields": [("price", "satuan"), "is_available", "refreshed_on"]}),
        ("Foto", {"fields": ["new_photos"]}),
    ]
    empty_hint = "Catat produk pertama dengan tombol “Tambah produk”."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        products: Any = super().get_queryset(request)
        return with_clicks(products.with_seller())

    def form_context(self, request: HttpRequest, obj: Produk | None) -> dict[str, Any]:
        return {"clicks": clicks_of(obj), "views": views_of(obj)} if obj else {}

    def prepare(self, request: HttpRequest, obj: Produk, form: ModelForm, change: bool) -> None:
        if "price" in form.changed_data and "refreshed_on" not in form.changed_data:
            obj.refreshed_on = timezone.localdate()

    def after_save(self, request: HttpRequest, obj: Produk, form: ModelForm, change: bool) -> None:
        add_photos(produk=obj, photos=form.cleaned_data.get("new_photos", []))

    def own_deeds(self, request: HttpRequest, obj: Produk) -> list[Deed]:
        placing = _PLACING if obj.is_listed else []
        return placing if obj.refreshed_on == timezone.localdate() else [_CONFIRMING, *placing]

    @admin.action(description="Pastikan harga masih benar", permissions=["change"])
    def confirm_prices(self, request: HttpRequest, queryset: QuerySet) -> None:
        confirmed = [confirm_price(produk=produk) for produk in queryset.filter(archived_at=None)]
        self.message_user(request, f"{len(confirmed)} produk dipastikan harganya hari ini.", messages.SUCCESS)

    @admin.action(description="Cetak label rak (PDF)", permissions=["view"])
    def print_labels(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        keys = list(queryset.values_list("pk", flat=True)[: MOST_LABELS + 1])
        if len(keys) > MOST_LABELS:
            self.message_user(request, f"Paling banyak {MOST_LABELS} label sekaligus.", messages.WARNING)
            return None
        return redirect(labels_url(keys))

    def suspicions_of(self, obj: Produk) -> list[str]:
        reason = why_unlisted(obj)
        return [*super().suspicions_of(obj), *([reason] if reason else [])]

    def do_many(self, request: HttpRequest, queryset: QuerySet, name: str) -> HttpResponse | None:
        chosen = list(queryset.values_list("pk", flat=True)[:1000]) if name == "publish" else []
        answer = super().do_many(request, queryset, name)
        if chosen:
            self._tell_unlisted(request, chosen)
        return answer

    def _tell_unlisted(self, request: HttpRequest, keys: list[int]) -> None:
        """Published, yet nobody can see it: said at once, or the officer would wonder tomorrow."""
        hidden = (
            self.get_queryset(request)
            .filter(pk__in=keys, is_listed=False, archived_at=None, published_at__isnull=False)
            .select_related("usaha__pemilik")
            .prefetch_related("usaha__pemilik__persetujuan_set")
        )
        reasons = [f"{produk}: {why_unlisted(produk)}" for produk in hidden[: _MOST_TOLD + 1]]
        for reason in reasons[:_MOST_TOLD]:
            self.message_user(request, reason, messages.WARNING)
        if len(reasons) > _MOST_TOLD:
            self.message_user(
                request,
                "Masih ada produk lain yang belum tampil. Gunakan saringan “tampil di situs: Tidak”.",
                messages.WARNING,
            )
