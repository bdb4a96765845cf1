"""What an owner may ask about the own data."""

from django import forms

from akun.choices import JenisPermintaan
from common.formfields import PlainTextFormField


class PermintaanForm(forms.Form):
    jenis = forms.ChoiceField(
        label="Apa yang Anda minta?", choices=JenisPermintaan.choices, widget=forms.RadioSelect
    )
    description = PlainTextFormField(
        label="Keterangan",
        max_length=1000,
        help_text="Data mana yang keliru dan apa yang benar, atau data mana yang ingin dihapus.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
