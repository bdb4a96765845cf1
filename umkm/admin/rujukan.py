"""Reference data: KBLI by edition, size thresholds, and the record of opened numbers."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from common.admin import OfficeAdmin
from umkm.models import BatasSkala, Kbli, PembukaanNik


@admin.register(Kbli)
class KbliAdmin(OfficeAdmin):
    list_display = ["code", "title", "kategori", "edition"]
    list_filter = ["edition", "kategori"]
    search_fields = ["^code", "title"]
    search_help_text = "Cari kode atau kata dalam judul. Kode dapat berbeda arti antara edisi 2020 dan 2025."
    fieldsets = [("KBLI", {"fields": ["edition", "code", "title", "kategori"]})]


@admin.register(BatasSkala)
class BatasSkalaAdmin(OfficeAdmin):
    list_display = ["skala", "berlaku_mulai", "modal_maksimum", "penjualan_maksimum", "dasar_hukum"]
    list_filter = ["skala"]
    fieldsets = [
        (
            "Batas",
            {"fields": ["skala", "berlaku_mulai", "modal_maksimum", "penjualan_maksimum", "dasar_hukum"]},
        )
    ]


@admin.register(PembukaanNik)
class PembukaanNikAdmin(OfficeAdmin):
    """Read only: who saw whose number, when and why."""

    list_display = ["opened_at", "number_kind", "pemilik", "opened_by", "reason"]
    list_filter = ["number_kind", "opened_at"]
    list_select_related = ["pemilik", "opened_by"]
    search_fields = ["pemilik__name", "opened_by__name"]
    fieldsets = [
        ("Pembukaan nomor", {"fields": ["opened_at", "number_kind", "pemilik", "opened_by", "reason"]})
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
