"""OPD with their numbers of civil servants and recap officers; rules; what OPD reported."""

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from belanja_asn.inconsistencies import OPD_CHECKS
from belanja_asn.models import AturanBelanja, JumlahAsn, LaporanOpd, Opd, PetugasRekap
from common.admin import OfficeAdmin, OfficeStackedInline, StateFilter
from common.templatetags.indonesia import angka, bulan, rupiah, tanggal_pendek


class JumlahAsnInline(OfficeStackedInline):
    model = JumlahAsn
    fields = ["bulan", "jumlah"]


class PetugasRekapInline(OfficeStackedInline):
    model = PetugasRekap
    fields = ["account", "is_active"]
    autocomplete_fields = ["account"]


@admin.display(description="ASN sekarang")
def current_number(opd: Any) -> str:
    return angka(opd.current) if opd.current is not None else "belum ada"


@admin.register(Opd)
class OpdAdmin(OfficeAdmin):
    slug_source = "name"
    list_display = ["name", "singkatan", current_number]
    list_filter = [StateFilter]
    search_fields = ["name", "singkatan"]
    personal_fields = ["contact", "phone"]
    inlines = [JumlahAsnInline, PetugasRekapInline]
    inconsistencies = OPD_CHECKS
    fieldsets = [
        ("Perangkat daerah", {"fields": ["name", "singkatan"]}),
        (
            "Yang diingatkan",
            {
                "fields": [("contact", "phone")],
                "description": (
                    "Jumlah ASN di bawah berlaku sejak bulannya sampai ada jumlah yang lebih baru. Petugas rekap "
                    "masuk dengan akunnya sendiri dan hanya melihat nama ASN perangkat daerah ini."
                ),
            },
        ),
    ]
    empty_hint = "Catat setiap perangkat daerah, jumlah ASN-nya, dan akun petugas rekapnya."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        newest = JumlahAsn.objects.filter(opd=OuterRef("pk"), bulan__lte=timezone.localdate())
        return (
            super()
            .get_queryset(request)
            .annotate(current=Subquery(newest.order_by("-bulan").values("jumlah")[:1]))
        )


@admin.display(description="berlaku", ordering="valid_from")
def validity(rule: AturanBelanja) -> str:
    end = tanggal_pendek(rule.valid_until) if rule.valid_until else "seterusnya"
    return f"{tanggal_pendek(rule.valid_from)} sampai {end}"


@admin.display(description="belanja paling sedikit", ordering="nilai_minimum")
def minimum(rule: AturanBelanja) -> str:
    return rupiah(rule.nilai_minimum)


@admin.register(AturanBelanja)
class AturanBelanjaAdmin(OfficeAdmin):
    list_display = ["name", validity, minimum, "identitas"]
    search_fields = ["name", "dasar_hukum"]
    fieldsets = [
        ("Aturan", {"fields": ["name", "dasar_hukum", ("valid_from", "valid_until")]}),
        (
            "Yang dihitung",
            {"fields": ["nilai_minimum", ("jenis_penjual", "syarat_penjual"), "batas_lapor", "identitas"]},
        ),
        ("Di situs", {"fields": ["description"]}),
    ]
    empty_hint = "Tanpa aturan, program tidak berjalan dan belanja tidak dapat dicatat."


@admin.display(description="bulan", ordering="bulan")
def reported_month(laporan: LaporanOpd) -> str:
    return bulan(laporan.bulan)


@admin.display(description="nilai", ordering="nilai")
def reported_amount(laporan: LaporanOpd) -> str:
    return rupiah(laporan.nilai)


@admin.register(LaporanOpd)
class LaporanOpdAdmin(OfficeAdmin):
    list_display = ["opd", reported_month, "jumlah_ikut", reported_amount]
    list_filter = ["opd"]
    list_select_related = ["opd"]
    search_fields = ["opd__name", "opd__singkatan"]
    autocomplete_fields = ["opd"]
    fieldsets = [
        ("Rekap", {"fields": [("opd", "bulan"), ("jumlah_ikut", "nilai"), "notes"]}),
    ]
    empty_hint = "Rekap dilaporkan petugas rekap perangkat daerah, atau dicatat di sini dari suratnya."

    def prepare(self, request: HttpRequest, obj: Any, form: ModelForm, change: bool) -> None:
        obj.reported_at, obj.reported_by = timezone.now(), request.user
