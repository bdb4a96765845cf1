"""Indicators with their targets: a year is one row of the same screen, and last year's can be copied."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Max, QuerySet
from django.http import HttpRequest

from common.admin import OfficeAdmin, OfficeStackedInline
from fasilitasi.models import Indikator, Target


class TargetInline(OfficeStackedInline):
    model = Target
    extra = 1
    fields = [("tahun", "kecamatan"), ("triwulan_1", "triwulan_2", "triwulan_3", "triwulan_4")]


@admin.display(description="target terakhir")
def newest_year(indikator: Any) -> str:
    """A year is a name, not a quantity: no dot after the thousands."""
    return str(indikator.newest or "belum ada")


@admin.register(Indikator)
class IndikatorAdmin(OfficeAdmin):
    slug_source = "name"
    list_display = ["name", "ukuran", "satuan", newest_year, "is_active"]
    list_filter = ["is_active", "ukuran"]
    search_fields = ["name"]
    filter_horizontal = ["jenis"]
    inlines = [TargetInline]
    actions = ["copy_targets"]
    fieldsets = [
        ("Indikator", {"fields": ["name", ("satuan", "position"), "is_active"]}),
        (
            "Pengukuran",
            {
                "fields": ["ukuran", "jenis", "formula", "source", "notes"],
                "description": (
                    "Target di bawah bersifat kumulatif, seperti lembar LKjIP: isi nilai s.d. akhir setiap triwulan. "
                    "TW IV adalah target tahun itu."
                ),
            },
        ),
    ]
    empty_hint = "Catat indikator dari Perjanjian Kinerja, lalu isi target setahun pada layar yang sama."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(newest=Max("target__tahun"))

    @admin.action(description="Salin target tahun terakhir ke tahun berikutnya", permissions=["change"])
    def copy_targets(self, request: HttpRequest, queryset: QuerySet) -> None:
        copied = Target.objects.filter(indikator__in=queryset.values("pk")).copy_to_next_year()
        if copied:
            text = f"{copied} target disalin ke tahun berikutnya. Buka indikatornya dan sesuaikan angkanya."
            self.message_user(request, text, messages.SUCCESS)
        else:
            self.message_user(request, "Belum ada target untuk disalin.", messages.WARNING)
