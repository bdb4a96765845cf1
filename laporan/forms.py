"""The box above every report: which time, which kecamatan, which kind."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from common.formfields import TolerantDateField
from laporan.period import Period
from laporan.scope import Scope

Choices = Iterable[tuple[str, str]]

_PARTS: dict[str, tuple[str, Callable[[int], Period]]] = {
    "": ("Setahun", Period.year),
    "1": ("Triwulan I", lambda year: Period.quarter(year, 1)),
    "2": ("Triwulan II", lambda year: Period.quarter(year, 2)),
    "3": ("Triwulan III", lambda year: Period.quarter(year, 3)),
    "4": ("Triwulan IV", lambda year: Period.quarter(year, 4)),
    "s1": ("Semester I", lambda year: Period.semester(year, 1)),
    "s2": ("Semester II", lambda year: Period.semester(year, 2)),
}
_PERIOD_FIELDS = {"tahun", "triwulan", "dari", "sampai"}


class FilterForm(forms.Form):
    """Read from the address, so a report can be shared and its files carry the same filter."""

    tahun = forms.ChoiceField(label="Tahun", required=False)
    triwulan = forms.ChoiceField(
        label="Bagian tahun", required=False, choices=[(key, label) for key, (label, _) in _PARTS.items()]
    )
    dari = TolerantDateField(label="Dari tanggal", required=False, help_text="Contoh: 01-07-2022")
    sampai = TolerantDateField(label="Sampai tanggal", required=False, help_text="Menggantikan tahun")
    kecamatan = forms.ChoiceField(label="Kecamatan", required=False)
    jenis = forms.ChoiceField(label="Jenis", required=False)

    def __init__(
        self,
        data: QueryDict,
        *,
        years: Iterable[int],
        default_year: int | None = None,
        kecamatan: Choices = (),
        jenis: Choices = (),
        jenis_caption: str = "Jenis",
        **kwargs: Any,
    ) -> None:
        self.default = Period.year(default_year) if default_year else Period.all()
        data = data.copy()
        if default_year and not _PERIOD_FIELDS & data.keys():
            data["tahun"] = str(default_year)
        super().__init__(data, **kwargs)
        self.labels: dict[str, dict[str, str]] = {}
        self._offer("tahun", [(str(year), str(year)) for year in years], "Tahun ini tidak ada.")
        self._offer("kecamatan", kecamatan, "Kecamatan ini tidak dikenal.")
        self.fields["jenis"].label = self.jenis_caption = jenis_caption
        self._offer("jenis", jenis, f"{jenis_caption} ini tidak dikenal.")
        self.fields["triwulan"].error_messages["invalid_choice"] = "Bagian tahun ini tidak dikenal."

    def _offer(self, name: str, choices: Choices, message: str) -> None:
        self.labels[name] = dict(choices)
        if not self.labels[name]:
            del self.fields[name]
            return
        field = cast(forms.ChoiceField, self.fields[name])
        field.choices = [("", "Semua"), *self.labels[name].items()]
        field.error_messages["invalid_choice"] = message

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        start: datetime.date | None = data.get("dari")
        end: datetime.date | None = data.get("sampai")
        if start and end and start > end:
            self.add_error(
                "sampai", ValidationError("Tanggal akhir mendahului tanggal awal. Tukar kedua tanggal itu.")
            )
        if (
            data.get("triwulan")
            and not data.get("tahun")
            and not (start or end)
            and "tahun" not in self.errors
        ):
            self.add_error("tahun", ValidationError("Pilih tahunnya untuk melihat satu bagian tahun."))
        return data

    @property
    def period(self) -> Period:
        """As asked; the default year while the box holds errors."""
        if not self.is_valid():
            return self.default
        data = self.cleaned_data
        if data.get("dari") or data.get("sampai"):
            return Period.between(data["dari"], data["sampai"])
        if not data.get("tahun"):
            return Period.all()
        return _PARTS[data["triwulan"]][1](int(data["tahun"]))

    @property
    def scope(self) -> Scope:
        if not self.is_valid():
            return Scope()
        kecamatan, kecamatan_label = self._chosen("kecamatan")
        jenis, jenis_label = self._chosen("jenis")
        return Scope(kecamatan, kecamatan_label, jenis, jenis_label, self.jenis_caption)

    def _chosen(self, name: str) -> tuple[str, str]:
        value = self.cleaned_data.get(name, "")
        if not value:
            return "", ""
        return value, self.labels[name][value]
