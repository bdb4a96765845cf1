"""What a guest is asked at the door, without signing in."""

from typing import Any

from django import forms

from common.traps import TrappedForm
from etalase.models import BukuTamu


class BukuTamuForm(TrappedForm, forms.ModelForm):
    agreed = forms.BooleanField(
        label=(
            "Saya setuju nomor ini disimpan dan dipakai petugas untuk menghubungi saya tentang keperluan ini. "
            "Nomor dihapus enam bulan setelah kunjungan."
        ),
        required=False,
    )

    class Meta:
        model = BukuTamu
        fields = ["name", "asal", "kecamatan", "jumlah_tamu", "keperluan", "description", "phone"]
        widgets = {
            # On the tablet at the desk nobody is offered what the guest before typed.
            "name": forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
            "asal": forms.TextInput(attrs={"autocomplete": "off"}),
            "jumlah_tamu": forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            "keperluan": forms.RadioSelect,
            "description": forms.TextInput(attrs={"autocomplete": "off"}),
        }
        error_messages = {
            "name": {"required": "Tulis nama Anda."},
            "asal": {"required": "Tulis dari mana Anda datang."},
            "keperluan": {"required": "Pilih salah satu keperluan."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keperluan: Any = self.fields["keperluan"]
        keperluan.choices = [choice for choice in keperluan.choices if choice[0]]
        kecamatan: Any = self.fields["kecamatan"]
        kecamatan.empty_label = "Dari luar kabupaten, atau tidak tahu"
        self.fields["phone"].help_text = "Hanya bila Anda ingin dihubungi."

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("phone") and not data.get("agreed"):
            self.add_error("agreed", "Centang persetujuan ini, atau kosongkan nomor Anda.")
        return data
