"""What a visitor is asked, without signing in."""

from typing import Any

from django import forms

from common.formfields import PlainCharFormField, PlainTextFormField
from common.traps import TrappedForm
from masukan.choices import JenisMasukan
from masukan.models import LONGEST


class MasukanForm(TrappedForm):
    jenis = forms.ChoiceField(
        label="Apa yang perlu kami periksa?",
        choices=JenisMasukan.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih salah satu."},
    )
    description = PlainTextFormField(
        label="Keterangan",
        required=False,
        max_length=LONGEST,
        help_text="Misalnya harga yang benar. Jangan menulis NIK atau data pribadi orang lain.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    contact = PlainCharFormField(
        label="Nomor WhatsApp atau surel Anda",
        required=False,
        max_length=100,
        help_text="Hanya bila Anda mau dihubungi. Laporan tanpa nama tetap kami periksa.",
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )
    agreed = forms.BooleanField(
        label=(
            "Saya setuju kontak ini disimpan dan dipakai petugas hanya untuk menindaklanjuti laporan ini. "
            "Kontak dihapus enam bulan setelah laporan selesai."
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("jenis") == JenisMasukan.LAINNYA and not data.get("description"):
            self.add_error("description", "Ceritakan apa yang perlu kami periksa.")
        if data.get("contact") and not data.get("agreed"):
            self.add_error("agreed", "Centang persetujuan ini, atau kosongkan kontak Anda.")
        return data
