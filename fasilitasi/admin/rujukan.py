"""Kinds of facilitation, and opening totals of years without names: kept by the admin role."""

from typing import Any

from django.contrib import admin
from django.db.models import Field, QuerySet
from django.http import HttpRequest

from common.admin import OfficeAdmin
from fasilitasi.exports import REKAP_AWAL
from fasilitasi.models import JenisFasilitasi, RekapAwal
from spreadsheets.export import Exporting


@admin.register(JenisFasilitasi)
class JenisFasilitasiAdmin(OfficeAdmin):
    list_display = ["name", "untuk", "satuan", "sertifikat", "usual_days", "is_active"]
    list_filter = ["is_active", "untuk"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        ("Jenis", {"fields": ["name", "slug", "untuk", "satuan", "is_active", "position"]}),
        ("Hasil", {"fields": ["sertifikat", "penerbit", "usual_days"]}),
        ("Berkas", {"fields": ["documents"]}),
    ]
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

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "source_url":
            # "berita.id/a" is an address too, and a secure one.
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)
