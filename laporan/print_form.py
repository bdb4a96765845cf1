"""How a report is to be printed: on which day, signed by whom, with pen or electronically."""

from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils import timezone

from common.formfields import TolerantDateField
from laporan.forms import FilterForm
from laporan.pdf import Paper
from laporan.period import Period
from laporan.report import Orientation
from laporan.signature import Signing

_ORIENTATIONS = {"tegak": Orientation.PORTRAIT, "mendatar": Orientation.LANDSCAPE}


class PrintForm(FilterForm):
    """The filter box with the choices for paper; all of them stay in the address."""

    PRINT_FIELDS = ("tanggal", "penanda", "ttd", "kertas", "arah")

    tanggal = TolerantDateField(
        label="Tanggal laporan",
        required=False,
        help_text="Menentukan pejabat dan kop yang dicetak. Kosong: akhir periode, atau hari ini.",
    )
    penanda = forms.ChoiceField(
        label="Penanda tangan",
        required=False,
        choices=[("dua", "Kepala dinas dan kepala bidang"), ("satu", "Kepala dinas saja")],
    )
    ttd = forms.ChoiceField(
        label="Tanda tangan",
        required=False,
        choices=[
            (Signing.RUANG.value, "Ruang tanda tangan basah"),
            (Signing.TTE.value, "Tanda tangan elektronik"),
        ],
    )
    kertas = forms.ChoiceField(
        label="Kertas", required=False, choices=[("", "Menurut kop surat"), ("f4", "F4/Folio"), ("a4", "A4")]
    )
    arah = forms.ChoiceField(
        label="Arah kertas",
        required=False,
        help_text="Tabel yang terlalu lebar tetap dicetak mendatar.",
        choices=[("", "Menurut laporan"), ("tegak", "Tegak"), ("mendatar", "Mendatar")],
    )

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name in ("penanda", "ttd", "kertas", "arah"):
            self.fields[name].error_messages["invalid_choice"] = "Pilihan ini tidak dikenal."

    @property
    def filter_fields(self) -> list[BoundField]:
        return [field for field in self if field.name not in self.PRINT_FIELDS]

    @property
    def print_fields(self) -> list[BoundField]:
        return [field for field in self if field.name in self.PRINT_FIELDS]

    @property
    def has_print_choice(self) -> bool:
        """Something was chosen for paper, or refused there: the page opens that part of the box."""
        return any(field.errors or field.value() for field in self.print_fields)

    def report_date(self, period: Period) -> date:
        """As asked; else the last day of the period, or today while it lasts."""
        today = timezone.localdate()
        asked = self.cleaned_data.get("tanggal") if self.is_valid() else None
        return asked or min(period.end or today, today)

    @property
    def both_sign(self) -> bool:
        return not self.is_valid() or self.cleaned_data["penanda"] != "satu"

    @property
    def signing(self) -> Signing:
        return Signing(self.cleaned_data["ttd"] or Signing.RUANG) if self.is_valid() else Signing.RUANG

    @property
    def paper(self) -> Paper | None:
        chosen = self.cleaned_data["kertas"] if self.is_valid() else ""
        return Paper(chosen) if chosen else None

    @property
    def orientation(self) -> Orientation | None:
        return _ORIENTATIONS.get(self.cleaned_data["arah"]) if self.is_valid() else None
