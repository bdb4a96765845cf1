"""Kinds of facilitation, and opening totals of years without names: kept by the admin role."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import OfficeAdmin, OfficeStackedInline
from fasilitasi.exports import REKAP_AWAL
from fasilitasi.models import (
    BerkasJenis,
    IsianHasil,
    JenisFasilitasi,
    PembukaanBerkas,
    RekapAwal,
    TahapJenis,
)
from spreadsheets.export import Exporting


class TahapInline(OfficeStackedInline):
    model = TahapJenis
    fields = [("name", "status"), ("position", "is_active")]


class BerkasInline(OfficeStackedInline):
    model = BerkasJenis
    fields = [("name", "position"), ("is_required", "is_active")]


class IsianHasilInline(OfficeStackedInline):
    model = IsianHasil
    fields = [("name", "position"), ("isian", "pilihan"), ("is_required", "is_personal", "is_active")]


@admin.register(JenisFasilitasi)
class JenisFasilitasiAdmin(OfficeAdmin):
    list_display = ["name", "untuk", "satuan", "sertifikat", "usual_days", "is_active"]
    list_filter = ["is_active", "untuk"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        ("Jenis", {"fields": ["name", "slug", "untuk", "satuan", "is_active", "position"]}),
        (
            "Hasil",
            {"fields": ["sertifikat", "nomor_per_satuan", "penerbit", ("usual_days", "berlaku_tahun")]},
        ),
        ("Syarat", {"fields": ["batas_ulang", "tolak_aparatur", "omzet_terbanyak"]}),
    ]
    inlines = [TahapInline, BerkasInline, IsianHasilInline]
    empty_hint = "Jenis fasilitasi dimuat saat portal dipasang; admin dapat menambah jenis baru."

    def choices_for(self, request: HttpRequest) -> QuerySet:
        return super().choices_for(request).filter(is_active=True)


@admin.display(description="tahun", ordering="tahun")
def year(rekap: RekapAwal) -> str:
    """A year is a name, not a quantity: no dot after the thousands."""
    return str(rekap.tahun)


@admin.display(description="kecamatan", ordering="kecamatan__name")
def place(rekap: RekapAwal) -> str:
    return rekap.kecamatan.name if rekap.kecamatan else "seluruh kabupaten"


@admin.register(RekapAwal)
class RekapAwalAdmin(Exporting, OfficeAdmin):
    layouts = (REKAP_AWAL,)
    list_display = ["jenis", year, place, "jumlah", "source"]
    list_filter = ["jenis"]
    list_select_related = ["jenis", "kecamatan"]
    search_fields = ["jenis__name", "source"]
    fieldsets = [
        ("Jumlah tanpa nama", {"fields": ["jenis", "tahun", "kecamatan", "jumlah"]}),
        (
            "Sumber",
            {
                "fields": ["source", "source_url", "source_on", "notes"],
                "description": "Tanpa sumber, angka ini tidak dapat dipertanggungjawabkan dalam laporan.",
            },
        ),
    ]
    empty_hint = "Isi jumlah tahun-tahun yang daftar namanya tidak ada, beserta sumbernya."


@admin.register(PembukaanBerkas)
class PembukaanBerkasAdmin(OfficeAdmin):
    """Read only: who opened which document of which case, and when."""

    list_display = ["opened_at", "document", "fasilitasi", "opened_by"]
    list_filter = ["opened_at"]
    list_select_related = ["fasilitasi__jenis", "opened_by"]
    search_fields = ["fasilitasi__nomor", "opened_by__name"]
    fieldsets = [("Pembukaan berkas", {"fields": ["opened_at", "document", "fasilitasi", "opened_by"]})]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
