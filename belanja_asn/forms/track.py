"""What stands on the proof of a purchase, typed in again."""

from django import forms

from common.formfields import PlainCharFormField


class BuktiForm(forms.Form):
    nomor = PlainCharFormField(
        label="Nomor bukti",
        max_length=20,
        help_text="Sepuluh huruf dan angka, misalnya K7QX-M2P9-TB.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_nomor(self) -> str:
        return self.cleaned_data["nomor"].upper().replace(" ", "").replace("-", "")
