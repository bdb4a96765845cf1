"""The shelf's ledger as a list: read, searched and taken along; written at the counter only."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from common.admin import ConditionFilter, OfficeAdmin
from common.keys import is_key
from etalase.exports import MUTASI
from etalase.models import MutasiTitipan
from koperasi.models import Koperasi
from spreadsheets.export import Exporting
from umkm.models import Usaha
from wilayah.admin import KecamatanFilter

_OWNERS: dict[str, Any] = {"usaha": Usaha, "koperasi": Koperasi}


class SettledFilter(ConditionFilter):
    title = "penyelesaian"
    parameter_name = "penyelesaian"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("belum", "Terjual, belum diselesaikan"), ("sudah", "Sudah diselesaikan")]

    def condition(self, value: str) -> Q:
        settled = Q(rincianpenyelesaian__isnull=False)
        return settled if value == "sudah" else Q(jenis="terjual") & ~settled


class OwnerFilter(ConditionFilter):
    """Lines of one owner, "usaha-12" or "koperasi-5"; the report by owner leads here."""

    title = "pemilik"
    parameter_name = "pemilik"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The chosen one alone: there may be hundreds."""
        noun, _, key = (self.value() or "").partition("-")
        if noun not in _OWNERS or not is_key(key):
            return []
        found = _OWNERS[noun].objects.in_scope_of(request.user).filter(pk=key)
        return [(f"{noun}-{seller.pk}", str(seller)) for seller in found]

    def condition(self, value: str) -> Q:
        noun, _, key = value.partition("-")
        return Q(**{f"titipan__produk__{noun}": key})


@admin.display(description="barang")
def goods(mutasi: MutasiTitipan) -> str:
    return format_html('<a href="{}">{}</a>', mutasi.titipan.get_absolute_url(), mutasi.titipan)


@admin.display(description="pemilik")
def owner(mutasi: MutasiTitipan) -> str:
    return str(mutasi.titipan.produk.seller)


@admin.register(MutasiTitipan)
class MutasiTitipanAdmin(Exporting, OfficeAdmin):
    layouts = (MUTASI,)
    list_display = ["happened_on", goods, owner, "jenis", "jumlah", "recorded_by"]
    list_filter = [
        "jenis",
        SettledFilter,
        "happened_on",
        OwnerFilter,
        KecamatanFilter,
        "titipan__produk__kategori",
    ]
    search_fields = [
        "titipan__produk__name",
        "titipan__produk__usaha__name",
        "titipan__produk__koperasi__name",
        "notes",
    ]
    fieldsets = [
        (
            "Mutasi",
            {
                "fields": [
                    "titipan",
                    ("jenis", "jumlah"),
                    "happened_on",
                    "notes",
                    "reverses",
                    "reason",
                    "recorded_by",
                ]
            },
        )
    ]
    empty_hint = "Barang masuk dan terjual dicatat di halaman Etalase."

    def has_add_permission(self, request: HttpRequest) -> bool:
        """At the counter, where stock is looked at."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request)
        related = rows.select_related(
            "titipan__produk__usaha", "titipan__produk__koperasi", "recorded_by", "reverses"
        )
        return related.defer("titipan__produk__usaha__npwp")
