"""What an owner is asked when signing up: with which business, and who comes."""

from typing import Any

from django import forms

from common.formfields import IdentifierFormField, PlainCharFormField
from common.identifiers import normalise_phone, validate_phone
from umkm.models import Usaha


class SignUpForm(forms.Form):
    usaha = forms.ChoiceField(
        label="Usaha yang ikut",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih usaha yang ikut."},
    )
    name = PlainCharFormField(
        label="Nama yang hadir",
        required=False,
        max_length=150,
        help_text="Kosongkan bila pemilik usaha sendiri yang hadir.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = IdentifierFormField(
        label="Nomor HP yang hadir",
        required=False,
        normalise=normalise_phone,
        validate=validate_phone,
        help_text="Kosongkan bila sama dengan nomor usaha.",
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(self, data: Any, *, businesses: list[Usaha]) -> None:
        super().__init__(data)
        self.businesses = {str(usaha.pk): usaha for usaha in businesses}
        field: Any = self.fields["usaha"]
        field.choices = [(key, str(usaha)) for key, usaha in self.businesses.items()]
        if len(businesses) == 1:
            field.initial = str(businesses[0].pk)

    def answers(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"usaha": self.businesses[said["usaha"]], "name": said["name"], "phone": said["phone"]}
