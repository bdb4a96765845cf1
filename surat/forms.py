"""Which letters of the register are wanted."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from common.listing import FilterForm, OfferedField, Sort, labelled
from laporan.models import DokumenTerbit
from surat.models import JenisSurat


def _years() -> list[tuple[str, str]]:
    letters = DokumenTerbit.objects.filter(surat__isnull=False).order_by("issued_at")
    this_year = timezone.localdate().year
    first = letters.values_list("tahun", flat=True).first() or this_year
    return [(str(year), str(year)) for year in range(this_year, first - 1, -1)]


class SuratFilterForm(FilterForm):
    SORTS = {"terbaru": Sort("Terbaru", ("-issued_at", "-id"))}

    jenis = OfferedField(
        lambda: labelled(JenisSurat.objects.all()), nothing="Semua surat", label="Jenis surat"
    )
    tahun = OfferedField(_years, nothing="Semua tahun", label="Tahun")

    def filter(self, rows: QuerySet) -> QuerySet:
        chosen: dict[str, Any] = self.chosen
        if query := chosen.get("q"):
            named = Q(surat__koperasi__name__icontains=query) | Q(surat__usaha__name__icontains=query)
            rows = rows.filter(Q(nomor__icontains=query) | named)
        if chosen.get("jenis"):
            rows = rows.filter(surat__jenis__slug=chosen["jenis"])
        return rows.filter(tahun=chosen["tahun"]) if chosen.get("tahun") else rows
