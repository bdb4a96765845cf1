"""Certificates at the counter: whose, which number, how long valid, which products, and the private scan."""

import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from common.admin import ConditionFilter, OfficeAdmin, StateFilter, state_badge
from common.admin.fields import without
from common.admin.trail import events_beneath
from common.templatetags.indonesia import tanggal_pendek
from legalitas import exports
from legalitas.actions import drop_scan, keep_scan
from legalitas.choices import JenisSertifikat
from legalitas.forms import SertifikatForm
from legalitas.inconsistencies import SERTIFIKAT_CHECKS
from legalitas.masa_berlaku import MasaBerlaku, months_before
from legalitas.models import Sertifikat, SertifikatProduk
from legalitas.suspicions import suspicions
from spreadsheets.export import Exporting
from wilayah.admin import KecamatanFilter


class EndingFilter(ConditionFilter):
    """By the printed end date; a halal certificate outlives its own (`legalitas/masa_berlaku.py`)."""

    title = "masa berlaku"
    parameter_name = "berlaku"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("90-hari", "Berakhir dalam 90 hari"),
            ("segera", "Berakhir dalam 6 bulan"),
            ("lewat", "Sudah berakhir"),
            ("tanpa", "Tanpa tanggal"),
        ]

    def condition(self, value: str) -> Q:
        today = timezone.localdate()
        if value == "tanpa":
            return Q(valid_until=None)
        span = {
            "90-hari": Q(valid_until__range=(today, today + datetime.timedelta(days=90))),
            "segera": Q(valid_until__range=(today, months_before(today, -6))),
            "lewat": Q(valid_until__lt=today),
        }
        return span[value] & ~Q(jenis=JenisSertifikat.HALAL)


@admin.display(description="pemegang", ordering="usaha__name")
def holder(sertifikat: Sertifikat) -> str:
    return str(sertifikat.subject)


@admin.display(description="nomor", ordering="number_on_paper")
def number(sertifikat: Sertifikat) -> str:
    return exports.certificate_number(sertifikat)


@admin.display(description="nomor")
def number_without_land(sertifikat: Sertifikat) -> str:
    return exports.number_without_land(sertifikat)


@admin.display(description="masa berlaku", ordering="valid_until")
def validity(sertifikat: Sertifikat) -> str:
    words = MasaBerlaku(sertifikat.masa_berlaku()).label
    return f"{words} ({tanggal_pendek(sertifikat.valid_until)})" if sertifikat.valid_until else words


@admin.register(Sertifikat)
class SertifikatAdmin(Exporting, OfficeAdmin):
    form = SertifikatForm
    layouts = (exports.SERTIFIKAT,)
    list_display = ["jenis", number, holder, validity, state_badge]
    inconsistencies = SERTIFIKAT_CHECKS
    list_filter = [StateFilter, "jenis", EndingFilter, KecamatanFilter]
    search_fields = ["usaha__name", "koperasi__name", "merek", "number_on_paper", "nomor_ketetapan"]
    autocomplete_fields = ["usaha", "koperasi"]
    readonly_fields = ["validity_now", "number_on_subject", "scan_link"]
    # A scan shows whatever is on the paper, an owner's NIK and land among it.
    personal_fields = ["scan_link", "scan_upload", "scan_removed"]
    empty_hint = "Catat sertifikat pertama dengan tombol “Tambah sertifikat”."
    fieldsets = [
        (
            "Pemegang",
            {"fields": ["usaha", "koperasi"], "description": "Isi salah satu: usaha atau koperasi."},
        ),
        (
            "Sertifikat",
            {
                "fields": [
                    "jenis", "number_on_subject", "number_on_paper", "nomor_ketetapan", "merek", "penerbit",
                ]
            },
        ),
        ("Masa berlaku", {"fields": [("issued_on", "valid_until"), "validity_now"]}),
        ("Komitmen P-IRT", {"fields": [("commitment_due_on", "commitment_met_on")]}),
        ("Produk", {"fields": ["produk"]}),
        ("Pindaian", {"fields": ["scan_link", "scan_upload", "scan_removed"]}),
        ("Catatan", {"fields": ["notes"]}),
    ]  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        certificates: Any = super().get_queryset(request)
        return certificates.with_subject()

    # --- what is shown to whom ------------------------------------------------------------------

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        columns = super().get_list_display(request)
        if self.may_see_personal_data(request):
            return columns
        return [number_without_land if column is number else column for column in columns]

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        found = list(super().get_search_fields(request))
        if not self.may_see_personal_data(request):
            # Finding a land title by its number would tell the number.
            found.remove("number_on_paper")
        return found

    def get_fieldsets(self, request: HttpRequest, obj: Sertifikat | None = None) -> list[Any]:
        unwanted = self._unwanted(request, obj)
        fieldsets = []
        for title, options in super().get_fieldsets(request, obj):
            if kept := without(options["fields"], unwanted):
                fieldsets.append((title, {**options, "fields": kept}))
        return fieldsets

    def _unwanted(self, request: HttpRequest, obj: Sertifikat | None) -> set[str]:
        """Fields that would stand empty, or tell what this reader must not know."""
        unwanted = set()
        if obj is None:
            unwanted |= {"validity_now", "scan_link"}
        if obj is None or not obj.scan:
            unwanted.add("scan_removed")
        if obj is None or obj.number == obj.number_on_paper:
            unwanted.add("number_on_subject")
        if obj is not None and not self.has_change_permission(request, obj):
            unwanted |= {"scan_upload", "scan_removed"}
        if obj is not None and obj.jenis != JenisSertifikat.PIRT:
            unwanted |= {"commitment_due_on", "commitment_met_on"}
        if self._hides_number(request, obj):
            unwanted.add("number_on_paper")
        return unwanted

    def _hides_number(self, request: HttpRequest, obj: Sertifikat | None) -> bool:
        is_land = obj is not None and obj.jenis == JenisSertifikat.SHAT
        return is_land and not self.may_see_personal_data(request)

    def hidden_in_history(self, request: HttpRequest, obj: Sertifikat) -> frozenset[str]:
        hidden = super().hidden_in_history(request, obj)
        return hidden | {"number_on_paper", "notes"} if self._hides_number(request, obj) else hidden

    def extra_history(self, obj: Sertifikat) -> list[tuple[QuerySet, str]]:
        events = events_beneath(obj, SertifikatProduk)
        return [(events, "produk")] if events is not None else []

    # --- what is told ------------------------------------------------------------------------------

    @admin.display(description="keadaan hari ini")
    def validity_now(self, sertifikat: Sertifikat) -> str:
        return validity(sertifikat)

    @admin.display(description="nomor pada data pemegang")
    def number_on_subject(self, sertifikat: Sertifikat) -> str:
        return sertifikat.number

    @admin.display(description="pindaian tersimpan")
    def scan_link(self, sertifikat: Sertifikat) -> str:
        if not sertifikat.scan:
            return "Belum ada."
        return format_html('<a href="{}">Unduh pindaian</a>', reverse("legalitas:scan", args=[sertifikat.pk]))

    def suspicions_of(self, obj: Sertifikat) -> list[str]:
        return suspicions(obj)

    # --- writing -----------------------------------------------------------------------------------

    def after_save(self, request: HttpRequest, obj: Sertifikat, form: ModelForm, change: bool) -> None:
        if scan := form.cleaned_data.get("scan_upload"):
            keep_scan(sertifikat=obj, scan=scan)
        elif form.cleaned_data.get("scan_removed") and obj.scan:
            drop_scan(sertifikat=obj)
