"""Which year the officials look at."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict


class YearForm(forms.Form):
    tahun = forms.ChoiceField(
        label="Tahun", required=False, error_messages={"invalid_choice": "Tahun ini tidak ada."}
    )

    def __init__(self, data: QueryDict, *, years: Iterable[int], default: int, **kwargs: Any) -> None:
        self.default = default
        data = data.copy()
        if not data.get("tahun"):
            data["tahun"] = str(default)
        super().__init__(data, **kwargs)
        self.fields["tahun"].choices = [(str(year), str(year)) for year in years]  # type: ignore[attr-defined]

    @property
    def year(self) -> int:
        return int(self.cleaned_data["tahun"]) if self.is_valid() else self.default
