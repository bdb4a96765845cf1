"""Letterhead and signatories, kept by the admin role; old reports keep the ones of their date."""

from django.contrib import admin

from common.admin import OfficeAdmin
from common.templatetags.indonesia import nip, tanggal_pendek
from laporan.models import Kop, Pejabat


@admin.display(description="berlaku", ordering="valid_from")
def period(row: Kop | Pejabat) -> str:
    end = tanggal_pendek(row.valid_until) if row.valid_until else "sekarang"
    return f"{tanggal_pendek(row.valid_from)} sampai {end}"


@admin.display(description="NIP")
def spaced_nip(pejabat: Pejabat) -> str:
    return nip(pejabat.nip)


@admin.register(Kop)
class KopAdmin(OfficeAdmin):
    list_display = ["line_2", "place", "paper", period]
    search_fields = ["line_1", "line_2"]
    fieldsets = [
        ("Tulisan", {"fields": ["line_1", "line_2", "address", "contact", "place"]}),
        ("Rupa", {"fields": ["logo", "paper"]}),
        ("Masa pakai", {"fields": [("valid_from", "valid_until")]}),
    ]
    empty_hint = "Tanpa kop surat, laporan dicetak dengan nama dinas saja."


@admin.register(Pejabat)
class PejabatAdmin(OfficeAdmin):
    list_display = ["name", "jabatan", "peran", spaced_nip, period]
    list_filter = ["peran"]
    search_fields = ["name", "jabatan"]
    fieldsets = [
        ("Pejabat", {"fields": ["name", "nip", "pangkat"]}),
        ("Jabatan", {"fields": ["jabatan", "sebutan", "peran"]}),
        ("Masa jabatan", {"fields": [("valid_from", "valid_until")]}),
    ]
    empty_hint = "Tanpa pejabat, tempat tanda tangan pada laporan dibiarkan kosong."
