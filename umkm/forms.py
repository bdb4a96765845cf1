"""Forms of the staff door that go beyond one record's own columns."""

from typing import Any

from django import forms

from common.admin import OfficeForm
from common.formfields import IdentifierFormField, PlainCharFormField
from common.identifiers import normalise_nik, validate_nik
from umkm import actions
from umkm.choices import SaluranPersetujuan, TujuanPersetujuan
from umkm.models import Persetujuan

PURPOSE = "setuju_{}"
PURPOSES = {PURPOSE.format(value): label for value, label in TujuanPersetujuan.choices}


_ConsentBoxes: Any = type(
    "_ConsentBoxes",
    (OfficeForm,),
    {name: forms.BooleanField(label=label, required=False) for name, label in PURPOSES.items()},
)


class PemilikForm(_ConsentBoxes):
    """The owner with one box for each purpose: ticked is a recorded yes, unticked takes it back."""

    saluran = forms.ChoiceField(
        label="Persetujuan disampaikan lewat",
        choices=[("", "Pilih…"), *SaluranPersetujuan.choices],
        required=False,
        help_text="Wajib dipilih bila ada persetujuan baru.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.given = {PURPOSE.format(consent.purpose): consent for consent in self._active()}
        self.initial |= dict.fromkeys(self.given, True)

    def _active(self) -> list[Persetujuan]:
        return list(self.instance.persetujuan_set.active()) if self.instance.pk else []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.newly_given(cleaned) and not cleaned.get("saluran"):
            self.add_error("saluran", "Pilih bagaimana persetujuan ini disampaikan.")
        return cleaned

    def newly_given(self, cleaned: dict[str, Any]) -> list[str]:
        return [name for name in PURPOSES if cleaned.get(name) and name not in self.given]

    def record_consents(self, by: Any) -> None:
        """Write what the boxes say; what did not change is left alone."""
        for name in self.newly_given(self.cleaned_data):
            actions.give_consent(
                pemilik=self.instance,
                purpose=name.removeprefix(PURPOSE.format("")),
                channel=self.cleaned_data["saluran"],
                by=by,
            )
        for name, consent in self.given.items():
            if name in self.fields and not self.cleaned_data.get(name):
                actions.withdraw_consent(consent=consent, by=by)


class NikSearchForm(forms.Form):
    nik = IdentifierFormField(
        label="NIK KTP",
        normalise=normalise_nik,
        validate=validate_nik,
        help_text="16 angka, boleh dengan spasi.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "autofocus": True}),
    )


class RevealForm(forms.Form):
    reason = PlainCharFormField(
        label="Alasan membuka nomor",
        min_length=10,
        max_length=300,
        help_text="Contoh: mencocokkan dengan KTP asli saat pengajuan sertifikat halal. Tercatat atas nama Anda.",
    )
