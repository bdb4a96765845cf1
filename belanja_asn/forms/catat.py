"""A purchase as the civil servant writes it down, without signing in: no more is asked than the rule wants."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from belanja_asn.choices import IdentitasAsn
from belanja_asn.models import Opd
from belanja_asn.nota import items_of, normalise_nota
from common.formfields import (
    IdentifierFormField,
    PlainCharFormField,
    PlainTextFormField,
    RupiahFormField,
    TolerantDateField,
)
from common.identifiers import normalise_nip, validate_nip
from common.photos import PhotoFormField
from common.traps import TrappedForm

_WITHOUT_PROOF = "Isi nomor nota atau lampirkan foto nota, agar penjual dapat mengenali belanja ini."


class CatatForm(TrappedForm):
    opd = forms.ModelChoiceField(
        queryset=Opd.objects.active(),
        label="Perangkat daerah Anda",
        empty_label="Pilih perangkat daerah",
        error_messages={"required": "Pilih perangkat daerah tempat Anda bekerja."},
    )
    nip = IdentifierFormField(
        label="NIP Anda",
        required=False,
        normalise=normalise_nip,
        validate=validate_nip,
        help_text="18 angka. Hanya dilihat petugas rekap perangkat daerah Anda.",
        error_messages={"required": "Aturan bulan ini meminta NIP. Isi 18 angka."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    pembeli = PlainCharFormField(
        label="Nama Anda",
        required=False,
        max_length=200,
        help_text="Hanya dilihat petugas rekap perangkat daerah Anda.",
        error_messages={"required": "Aturan bulan ini meminta nama ASN."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    bought_on = TolerantDateField(
        label="Tanggal belanja",
        help_text="Seperti pada nota, misalnya 23-11-2026.",
        error_messages={"required": "Isi tanggal belanja."},
        widget=forms.DateInput(format="%d-%m-%Y", attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    barang = PlainTextFormField(
        label="Apa yang Anda beli?",
        max_length=1000,
        help_text="Satu barang satu baris, misalnya “2 keripik pisang”.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis barang yang dibeli."},
    )
    nilai = RupiahFormField(
        label="Jumlah yang dibayar",
        min_value=1,
        max_value=1_000_000_000,
        help_text="Rupiah, misalnya 75.000.",
        error_messages={
            "required": "Isi jumlah yang dibayar.",
            "min_value": "Jumlah yang dibayar lebih dari nol.",
            "max_value": "Jumlah ini terlalu besar untuk satu nota. Periksa kembali.",
        },
    )
    nomor_nota = PlainCharFormField(
        label="Nomor nota",
        required=False,
        max_length=40,
        help_text="Isi nomor nota, atau lampirkan fotonya di bawah.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    nota = PhotoFormField(
        label="Foto nota", required=False, help_text="Foto langsung dengan kamera, atau pilih dari galeri."
    )

    def __init__(self, *args: Any, asked: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, wanted in (("nip", IdentitasAsn.NIP), ("pembeli", IdentitasAsn.NAMA)):
            # Where two rules may be meant, the day of the purchase decides.
            self.fields[name].required = asked == {wanted}
            if wanted not in asked:
                del self.fields[name]

    def clean_nomor_nota(self) -> str:
        return normalise_nota(self.cleaned_data["nomor_nota"])

    def clean_barang(self) -> list[tuple[str, int]]:
        items = items_of(self.cleaned_data["barang"])
        if not items:
            raise ValidationError("Tulis barang yang dibeli.")
        return items

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("nomor_nota") and not data.get("nota") and "nota" not in self.errors:
            self.add_error("nomor_nota", _WITHOUT_PROOF)
        return data

    @property
    def said(self) -> dict[str, Any]:
        data = self.cleaned_data
        kept = ("opd", "bought_on", "nilai", "nomor_nota", "nota")
        return {
            **{name: data[name] for name in kept},
            "nota": data["nota"] or None,
            "items": data["barang"],
            "nip": data.get("nip", ""),
            "pembeli": data.get("pembeli", ""),
        }

    def tell(self, error: ValidationError) -> None:
        """What a rule refused, at its field where this form has one."""
        told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, texts in told.items():
            for text in texts:
                self.add_error(name if name in self.fields else None, text)
