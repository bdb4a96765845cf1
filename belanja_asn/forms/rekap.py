"""What a recap officer writes down: purchases of several colleagues at once, and the month's report."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory

from belanja_asn.aturan import Bulan
from belanja_asn.choices import IdentitasAsn
from belanja_asn.exports import BELANJA
from belanja_asn.nota import items_of, normalise_nota
from belanja_asn.penjual import Named, sellers_named
from common.formfields import (
    IdentifierFormField,
    PlainCharFormField,
    PlainTextFormField,
    RupiahFormField,
    TolerantDateField,
)
from common.identifiers import normalise_nip, validate_nip
from spreadsheets.export.form import PersonalExportForm

MOST_ROWS, _ROWS = 60, 5


class BarisForm(forms.Form):
    nip = IdentifierFormField(
        label="NIP", required=False, normalise=normalise_nip, validate=validate_nip,
        error_messages={"required": "Aturan bulan ini meminta NIP. Isi 18 angka."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    pembeli = PlainCharFormField(
        label="Nama ASN",
        required=False,
        max_length=200,
        error_messages={"required": "Aturan bulan ini meminta nama ASN."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    bought_on = TolerantDateField(
        label="Tanggal",
        widget=forms.DateInput(format="%d-%m-%Y", attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": "Isi tanggal belanja."},
    )
    penjual = PlainCharFormField(
        label="Penjual",
        max_length=200,
        error_messages={"required": "Isi nama usaha atau koperasi."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    barang = PlainCharFormField(
        label="Barang",
        max_length=500,
        error_messages={"required": "Isi barang yang dibeli."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    nilai = RupiahFormField(
        label="Nilai (Rp)",
        min_value=1,
        max_value=1_000_000_000,
        error_messages={
            "required": "Isi nilai belanja.",
            "min_value": "Nilai belanja lebih dari nol.",
            "max_value": "Nilai ini terlalu besar untuk satu nota. Periksa kembali.",
        },
    )
    nomor_nota = PlainCharFormField(
        label="Nomor nota",
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, asked: set[str] = frozenset(), **kwargs: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **kwargs)
        for name, wanted in (("nip", IdentitasAsn.NIP), ("pembeli", IdentitasAsn.NAMA)):
            # Where two rules may be meant, the day of the purchase decides.
            self.fields[name].required = asked == {wanted}
        if IdentitasAsn.NIP not in asked:
            del self.fields["nip"]
        if not asked & {IdentitasAsn.NAMA, IdentitasAsn.NIP}:
            del self.fields["pembeli"]
        self.seller: Any = None

    def clean_nomor_nota(self) -> str:
        return normalise_nota(self.cleaned_data["nomor_nota"])

    @property
    def said(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "seller": self.seller,
            "bought_on": data["bought_on"],
            "nilai": data["nilai"],
            "items": items_of(data["barang"].replace(",", ";")),
            "nip": data.get("nip", ""),
            "pembeli": data.get("pembeli", ""),
            "nomor_nota": data["nomor_nota"],
        }

    def tell(self, error: ValidationError) -> None:
        told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, texts in told.items():
            for text in texts:
                self.add_error(name if name in self.fields else None, text)


class _BarisFormSet(BaseFormSet):
    """Empty rows are left out; sellers of all rows are looked up together."""

    default_error_messages = {
        **BaseFormSet.default_error_messages,
        "missing_management_form": "Sebagian halaman tidak terkirim. Muat ulang halaman lalu isi lagi.",
    }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean(self) -> None:
        named = [form for form in self.filled if form.cleaned_data.get("penjual")]
        found = sellers_named([Named.of(form.cleaned_data["penjual"]) for form in named], self.user)
        for form, each in zip(named, found, strict=True):
            form.seller = each.seller
            if each.seller is None:
                form.add_error("penjual", f"{each.refusal} {each.advice}".strip())
        if not self.filled and not any(form.errors for form in self.forms):
            raise ValidationError("Isi paling sedikit satu baris.")

    @property
    def filled(self) -> list[BarisForm]:
        return [form for form in self.forms if form.has_changed() and hasattr(form, "cleaned_data")]


_FORMSET: Any = formset_factory(
    BarisForm, formset=_BarisFormSet, extra=_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS
)


def rows_formset(
    data: Any, *, user: Any, asked: Iterable[str], initial: list[dict[str, Any]] | None = None
) -> _BarisFormSet:
    return _FORMSET(data, user=user, initial=initial, form_kwargs={"asked": set(asked)}, prefix="baris")


class LaporForm(forms.Form):
    jumlah_ikut = forms.IntegerField(
        label="ASN yang belanja, di luar yang tercatat di atas",
        min_value=0,
        max_value=100_000,
        initial=0,
        help_text="Isi 0 bila semua belanja sudah tercatat satu per satu, atau bila tidak ada yang belanja.",
        error_messages={
            "required": "Isi jumlahnya; 0 bila tidak ada.",
            "min_value": "Jumlah ASN tidak boleh negatif.",
            "invalid": "Tulis dengan angka.",
        },
    )
    nilai = RupiahFormField(
        label="Nilai belanja mereka (Rp)",
        min_value=0,
        max_value=1_000_000_000_000,
        initial=0,
        error_messages={"required": "Isi nilainya; 0 bila tidak ada."},
    )
    notes = PlainTextFormField(
        label="Catatan", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("nilai") and data.get("jumlah_ikut") == 0:
            self.add_error("jumlah_ikut", "Ada nilai belanja, jadi isi juga jumlah ASN yang belanja.")
        return data


class AmbilForm(PersonalExportForm):
    """Asked of the recap officer before names go along."""

    def __init__(self, data: Any) -> None:
        super().__init__(data, layouts=[BELANJA])
        self.fields[
            "reason"
        ].help_text = "Contoh: dicocokkan dengan daftar hadir pegawai. Tercatat atas nama Anda."


def month_of(text: str) -> Bulan | None:
    """The month that an address names: "2026-11"."""
    year, _, month = text.partition("-")
    if not (year.isascii() and year.isdigit() and len(year) == 4 and month.isascii() and month.isdigit()):
        return None
    return (
        Bulan(int(year), int(month))
        if 1 <= int(month) <= 12 and len(month) == 2 and int(year) >= 2000
        else None
    )
