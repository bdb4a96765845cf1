"""The certificate's staff form."""

from typing import Any

from django import forms
from django.utils import timezone

from common.admin import OfficeForm
from legalitas.scans import ScanFormField
from produk.checklist import ProductChecklist, offer_products


class SertifikatForm(OfficeForm):
    produk = ProductChecklist(
        label="Produk", help_text="Tanda di situs hanya muncul pada produk yang dicentang di sini."
    )
    scan_upload = ScanFormField(
        label="Unggah pindaian",
        required=False,
        help_text="PDF atau foto, paling besar 10 MB. Hanya petugas yang dapat membukanya.",
    )
    scan_removed = forms.BooleanField(label="Hapus pindaian yang tersimpan", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_products(self)
        if "number_on_paper" in self.fields:
            self.fields["number_on_paper"].label = "Nomor sertifikat"
            self.fields["number_on_paper"].help_text = (
                "Seperti tercetak. Halal: nomor yang dicetak di label, diawali ID. "
                "NIB dan NIK Koperasi: kosongkan, karena dibaca dari data usaha atau koperasi."
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        issued_on = cleaned.get("issued_on")
        if issued_on and issued_on > timezone.localdate():
            self.add_error("issued_on", "Tanggal terbit belum tiba. Periksa sertifikatnya.")
        return cleaned
