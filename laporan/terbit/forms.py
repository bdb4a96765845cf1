"""What is asked about issued reports: which of them, and why one is corrected."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from common.formfields import PlainCharFormField
from common.listing import FilterForm, OfferedField, Sort
from laporan.models import DokumenTerbit
from laporan.models.terbit import LAPORAN
from laporan.reports import REPORTS


def _years() -> list[tuple[str, str]]:
    first = (
        DokumenTerbit.objects.filter(series=LAPORAN)
        .order_by("issued_at")
        .values_list("tahun", flat=True)
        .first()
    )
    this_year = timezone.localdate().year
    return [(str(year), str(year)) for year in range(this_year, (first or this_year) - 1, -1)]


class IssuedFilterForm(FilterForm):
    SORTS = {"terbaru": Sort("Terbaru", ("-issued_at", "-id"))}

    jenis = OfferedField(
        lambda: [(kind.slug, kind.title) for kind in REPORTS.values()],
        nothing="Semua laporan",
        label="Laporan",
    )
    tahun = OfferedField(_years, nothing="Semua tahun", label="Tahun terbit")

    def filter(self, rows: QuerySet) -> QuerySet:
        chosen: dict[str, Any] = self.chosen
        if query := chosen.get("q"):
            rows = rows.filter(
                Q(nomor__icontains=query) | Q(title__icontains=query) | Q(subtitle__icontains=query)
            )
        if chosen.get("jenis"):
            rows = rows.filter(laporanterbit__slug=chosen["jenis"])
        return rows.filter(tahun=chosen["tahun"]) if chosen.get("tahun") else rows


class ReasonForm(forms.Form):
    reason = PlainCharFormField(
        label="Alasan perbaikan",
        max_length=300,
        help_text="Tercetak pada versi baru. Contoh: dua sertifikat terlambat dicatat.",
        error_messages={"required": "Tulis apa yang diperbaiki, agar pembaca tahu mengapa angkanya lain."},
    )


class CodeForm(forms.Form):
    kode = forms.CharField(
        label="Kode pada kaki dokumen",
        error_messages={"required": "Ketik kode yang tercetak pada kaki dokumen Anda."},
        max_length=60,
        help_text="Sepuluh huruf dan angka, misalnya 7K3QX-9MPTA. Tanda hubung boleh dilewatkan.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
