"""Which year the officials look at, and which kecamatan."""

from collections.abc import Iterable
from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from laporan.scope import Scope


class YearForm(forms.Form):
    tahun = forms.ChoiceField(
        label="Tahun", required=False, error_messages={"invalid_choice": "Tahun ini tidak ada."}
    )

    kecamatan = forms.ChoiceField(
        label="Kecamatan", required=False, error_messages={"invalid_choice": "Kecamatan ini tidak dikenal."}
    )

    def __init__(
        self,
        data: QueryDict,
        *,
        years: Iterable[int],
        default: int,
        kecamatan: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        self.default = default
        data = data.copy()
        if not data.get("tahun"):
            data["tahun"] = str(default)
        super().__init__(data, **kwargs)
        self.names = dict(kecamatan)
        self._offer("tahun", ((str(year), str(year)) for year in years))
        self._offer("kecamatan", [("", "Semua"), *self.names.items()])

    @property
    def year(self) -> int:
        return int(self.cleaned_data["tahun"]) if self.is_valid() else self.default

    @property
    def scope(self) -> Scope:
        """What was chosen; all while the box holds errors."""
        code = self.cleaned_data["kecamatan"] if self.is_valid() else ""
        return Scope(code, self.names.get(code, ""))

    @property
    def query(self) -> str:
        """The same choice for another page."""
        chosen = {"tahun": str(self.year), "kecamatan": self.scope.kecamatan}
        return urlencode({name: value for name, value in chosen.items() if value})

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = list(choices)
