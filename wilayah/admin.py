"""Regions are reference data: read by all staff, corrected by the admin role."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from common.admin import ConditionFilter, OfficeAdmin
from wilayah.models import Desa, Kecamatan


class KecamatanFilter(ConditionFilter):
    """For every noun whose queryset knows how it reaches its kecamatan; offers only the officer's own."""

    title = "kecamatan"
    parameter_name = "kecamatan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        self._rows = model_admin.model._default_manager.none()
        offered = scope_of(request) or Kecamatan.objects.all()
        return [(str(kecamatan.pk), kecamatan.name) for kecamatan in offered]

    def condition(self, value: str) -> Q:
        return self._rows.reaches([value])


def scope_of(request: Any) -> tuple[Kecamatan, ...]:
    """The officer's kecamatan; empty means the whole district. Accounts are a layer above."""
    return request.user.scope


@admin.register(Kecamatan)
class KecamatanAdmin(OfficeAdmin):
    list_display = ["name", "code", "is_island"]
    list_filter = ["is_island"]
    search_fields = ["name", "code"]
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        ("Kecamatan", {"fields": ["code", "name", "slug", "is_island"]}),
        ("Titik tengah", {"fields": [("latitude", "longitude")]}),
    ]

    def choices_for(self, request: HttpRequest) -> QuerySet:
        kecamatan = super().choices_for(request)
        scope = scope_of(request)
        return kecamatan.filter(pk__in=[each.pk for each in scope]) if scope else kecamatan


@admin.register(Desa)
class DesaAdmin(OfficeAdmin):
    list_display = ["name", "jenis", "kecamatan", "postal_code", "code"]
    list_filter = ["jenis", "kecamatan"]
    list_select_related = ["kecamatan"]
    search_fields = ["name", "kecamatan__name", "=code"]
    autocomplete_fields = ["kecamatan"]
    ordering = ["name", "code"]
    fieldsets = [("Desa/kelurahan", {"fields": ["code", "name", "jenis", "kecamatan", "postal_code"]})]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        # Its name includes the kecamatan's.
        return super().get_queryset(request).select_related("kecamatan")

    def choices_for(self, request: HttpRequest) -> QuerySet:
        desa = super().choices_for(request)
        scope = scope_of(request)
        return desa.filter(kecamatan__in=scope) if scope else desa
