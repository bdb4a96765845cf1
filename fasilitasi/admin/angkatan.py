"""Batches at the counter: their quota, and how far their cases have come."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from common.admin import OfficeAdmin, StateFilter
from common.templatetags.indonesia import angka
from fasilitasi.models import Angkatan


@admin.display(description="tahun", ordering="tahun")
def year(angkatan: Angkatan) -> str:
    """A year is a name, not a quantity: no dot after the thousands."""
    return str(angkatan.tahun)


@admin.display(description="wilayah", ordering="desa__name")
def place(angkatan: Angkatan) -> str:
    return str(angkatan.desa) if angkatan.desa else "seluruh kabupaten"


@admin.display(description="terisi")
def filled(angkatan: Any) -> str:
    unit = angkatan.jenis.get_satuan_display().lower()
    of_quota = f" dari {angka(angkatan.kuota)}" if angkatan.kuota is not None else ""
    return f"{angka(angkatan.units)}{of_quota} {unit}"


@admin.display(description="selesai")
def finished(angkatan: Any) -> str:
    return f"{angka(angkatan.units_finished)} dari {angka(angkatan.units)}"


@admin.display(description="fasilitasi")
def cases(angkatan: Any) -> str:
    url = f"{reverse('admin:fasilitasi_fasilitasi_changelist')}?angkatan={angkatan.pk}"
    return format_html(
        '<a href="{}">{}</a>', url, f"{angka(angkatan.cases)} fasilitasi, {angka(angkatan.people)} orang"
    )


@admin.register(Angkatan)
class AngkatanAdmin(OfficeAdmin):
    list_display = ["name", "jenis", year, place, filled, finished, cases]
    list_filter = ["jenis", "tahun", StateFilter]
    list_select_related = ["jenis", "desa__kecamatan"]
    search_fields = ["name", "desa__name"]
    autocomplete_fields = ["desa"]
    readonly_fields = ["progress"]
    next_steps = [("Buka fasilitasi dalam angkatan ini", "fasilitasi.Fasilitasi", "angkatan")]
    fieldsets = [
        ("Angkatan", {"fields": ["jenis", "name", ("tahun", "kuota"), "desa"]}),
        ("Kemajuan", {"fields": ["progress"]}),
        ("Catatan", {"fields": ["notes"]}),
    ]
    empty_hint = "Buat angkatan, misalnya daftar SHAT satu desa, lalu masukkan fasilitasinya."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.with_progress()

    def choices_for(self, request: HttpRequest) -> QuerySet:
        rows: Any = super().choices_for(request)
        return rows.active()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else [each for each in fieldsets if each[0] != "Kemajuan"]

    @admin.display(description="kemajuan")
    def progress(self, angkatan: Any) -> str:
        return format_html("Terisi {}; selesai {}; {}", filled(angkatan), finished(angkatan), cases(angkatan))
