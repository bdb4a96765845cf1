"""What a kind asks for at the finish beside a paper: one field each, as its row says."""

from typing import Any

from django import forms

from common.formfields import PlainCharFormField, RupiahFormField, TolerantDateField, TolerantDecimalField
from fasilitasi.choices import Isian
from fasilitasi.models import Fasilitasi, IsianHasil

_LARGEST = 999_999_999_999_999


def asked_of(fasilitasi: Fasilitasi) -> list[IsianHasil]:
    return list(IsianHasil.objects.filter(jenis=fasilitasi.jenis_id, is_active=True))


def field_of(isian: IsianHasil) -> forms.Field:
    """The reader of one value, for the form and for a cell of a sheet."""
    told: dict[str, Any] = {"label": isian.name, "required": isian.is_required}
    if isian.isian == Isian.RUPIAH:
        return RupiahFormField(max_value=_LARGEST, **told)
    if isian.isian == Isian.ANGKA:
        return TolerantDecimalField(max_digits=17, decimal_places=2, min_value=0, **told)
    if isian.isian == Isian.TANGGAL:
        return TolerantDateField(help_text="Misalnya 06-07-2022 atau 6 Juli 2022.", **told)
    if isian.isian == Isian.PILIHAN:
        offered = [("", "Pilih…"), *((word, word) for word in isian.options)]
        wrong = {"invalid_choice": f"Pilih salah satu: {', '.join(isian.options)}."}
        return forms.ChoiceField(choices=offered, error_messages=wrong, **told)
    return PlainCharFormField(max_length=300, **told)


class ResultFields:
    """Part of FinishForm."""

    def __init__(self, form: forms.Form, case: Fasilitasi) -> None:
        self.form = form
        self.asked = {f"hasil_{isian.pk}": isian for isian in asked_of(case)}

    def add(self) -> None:
        self.form.fields.update({name: field_of(isian) for name, isian in self.asked.items()})

    def told(self) -> dict[str, Any]:
        """What `actions.finish` is told beside the form's plain fields."""
        given = {isian: self.form.cleaned_data.get(name) for name, isian in self.asked.items()}
        return {"hasil": {isian: value for isian, value in given.items() if value not in (None, "")}}
