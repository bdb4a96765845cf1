"""The visitor book at the office: who came, and why."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from common.admin import ConditionFilter, OfficeAdmin, StateFilter
from common.templatetags.indonesia import tanggal_waktu
from etalase.exports import BUKU_TAMU
from etalase.models import BukuTamu
from spreadsheets.export import Exporting


class VisitedFilter(ConditionFilter):
    title = "kunjungan"
    parameter_name = "kunjungan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        today = timezone.localdate()
        month, last_day = today.replace(day=1), today.replace(day=1) - timedelta(days=1)
        self._spans = {
            "hari-ini": (today, today),
            "bulan-ini": (month, today),
            "bulan-lalu": (last_day.replace(day=1), last_day),
        }
        return [("hari-ini", "Hari ini"), ("bulan-ini", "Bulan ini"), ("bulan-lalu", "Bulan lalu")]

    def condition(self, value: str) -> Q:
        return Q(created_at__date__range=self._spans[value])


@admin.display(description="waktu", ordering="created_at")
def visited(tamu: BukuTamu) -> str:
    return tanggal_waktu(tamu.created_at)


@admin.register(BukuTamu)
class BukuTamuAdmin(Exporting, OfficeAdmin):
    layouts = (BUKU_TAMU,)
    list_display = [visited, "name", "asal", "keperluan", "jumlah_tamu"]
    list_filter = [VisitedFilter, "keperluan", "kecamatan", StateFilter]
    search_fields = ["name", "asal", "description"]
    readonly_fields = ["phone"]
    personal_fields = ["name", "phone"]
    fieldsets = [
        ("Tamu", {"fields": ["name", ("asal", "kecamatan"), "jumlah_tamu"]}),
        ("Kunjungan", {"fields": ["keperluan", "description", "phone"]}),
    ]
    empty_hint = (
        "Tamu mengisi sendiri lewat QR di pintu atau tablet di meja. Posternya ada di halaman Etalase."
    )
