"""Asking for facilitation: a kind, the products it is for, and documents photographed with the phone."""

from typing import Any

from django import forms

from common.formfields import PlainCharFormField
from fasilitasi.choices import SatuanHitung, UntukSiapa
from fasilitasi.langkah import OPEN
from fasilitasi.models import Fasilitasi, JenisFasilitasi
from legalitas.scans import ScanFormField
from produk.models import Produk
from umkm.models import Usaha


def kinds_for_businesses() -> Any:
    """Land titles are measured in plots, which an officer counts at the counter."""
    return JenisFasilitasi.objects.filter(
        is_active=True, untuk__in=(UntukSiapa.USAHA, UntukSiapa.KEDUANYA)
    ).exclude(satuan=SatuanHitung.BIDANG)


class AjukanForm(forms.Form):
    jenis = forms.ModelChoiceField(
        JenisFasilitasi.objects.none(), label="Bantuan yang Anda minta", empty_label="Pilih…"
    )
    produk = forms.ModelMultipleChoiceField(
        Produk.objects.none(),
        label="Untuk produk",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Centang produknya, misalnya untuk sertifikat halal atau P-IRT.",
    )
    merek = PlainCharFormField(
        label="Merek", required=False, max_length=100, help_text="Hanya untuk pendaftaran merek."
    )

    def __init__(self, *args: Any, usaha: Usaha, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.usaha = usaha
        jenis: Any = self.fields["jenis"]
        jenis.queryset = kinds_for_businesses()
        produk: Any = self.fields["produk"]
        produk.queryset = Produk.objects.active().filter(usaha=usaha).order_by("name", "id")

    def clean_jenis(self) -> JenisFasilitasi:
        """One open case of a kind is enough; another would only wait beside it."""
        jenis = self.cleaned_data["jenis"]
        open_cases = Fasilitasi.objects.active().filter(usaha=self.usaha, jenis=jenis, status__in=OPEN)
        if found := open_cases.first():
            raise forms.ValidationError(f"Permohonan ini sudah berjalan dengan nomor {found.nomor}.")
        return jenis


class BerkasForm(forms.Form):
    file = ScanFormField(label="Foto atau PDF", help_text="Foto dengan kamera, seluruh halaman terlihat.")
