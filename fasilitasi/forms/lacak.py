"""What stands on a receipt, typed in again."""

from django import forms

from common.formfields import PlainCharFormField


class LacakForm(forms.Form):
    nomor = PlainCharFormField(
        label="Nomor permohonan",
        max_length=30,
        help_text="Misalnya FAS-2026-00001.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    kode = PlainCharFormField(
        label="Kode",
        max_length=20,
        help_text="Delapan huruf atau angka di samping nomor.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_nomor(self) -> str:
        return self.cleaned_data["nomor"].upper().replace(" ", "")
