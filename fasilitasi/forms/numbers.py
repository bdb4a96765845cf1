"""The numbers of a case whose kind numbers each unit: one line each, with its product where the paper names one."""

from typing import Any, cast

from django import forms

from common.formfields import PlainCharFormField
from fasilitasi.actions import Numbered
from fasilitasi.jumlah_nomor import Count
from fasilitasi.models import Fasilitasi
from legalitas.choices import NAMES_PRODUCTS
from legalitas.models import Sertifikat
from legalitas.nomor import normalise_number, number_errors
from produk.models import Produk

# More are brought by the sheet of results.
MOST_ROWS = 40


class NumberRows:
    """Part of FinishForm; without a second unit it adds no fields."""

    def __init__(self, form: forms.Form, case: Fasilitasi) -> None:
        self.form, self.case = form, case
        self.jenis = case.jenis.sertifikat
        is_several = case.jenis.nomor_per_satuan and case.jumlah_unit > 1
        self.names = [
            "number" if at == 1 else f"number_{at}" for at in range(1, min(case.jumlah_unit, MOST_ROWS) + 1)
        ]
        self.names = self.names if is_several else []
        self.products: list[str] = []

    @property
    def rows(self) -> list[tuple[str, ...]]:
        if self.products:
            return list(zip(self.names, self.products, strict=True))
        return [(name,) for name in self.names]

    def add(self) -> None:
        if not self.names:
            return
        fields, unit = self.form.fields, self.case.jenis.get_satuan_display().lower()
        label = fields["number"].label
        offered = fields.get("produk") if self.jenis in NAMES_PRODUCTS else None
        for at, name in enumerate(self.names, 1):
            if at > 1:
                fields[name] = PlainCharFormField(required=False, max_length=100)
            fields[name].label = f"{label}, {unit} {at}"
            if offered:
                self._offer_product(at, cast(forms.ModelMultipleChoiceField, offered))
        if offered:
            del fields["produk"]

    def _offer_product(self, at: int, offered: forms.ModelMultipleChoiceField) -> None:
        """A mark shows on the product that its number was given for, and on no other."""
        theirs = list(offered.queryset or ())
        facilitated = self.form.initial.get("produk", [])
        name = f"produk_{at}"
        self.form.fields[name] = forms.ModelChoiceField(
            offered.queryset,
            label=f"Produk {at}",
            required=False,
            empty_label="Pilih produknya…",
            error_messages={"invalid_choice": "Pilih dari daftar produk pemohon."},
        )
        cast(forms.ModelChoiceField, self.form.fields[name]).choices = [
            ("", "Pilih produknya…"),
            *((produk.pk, str(produk)) for produk in theirs),
        ]
        if at <= len(facilitated):
            self.form.fields[name].initial = facilitated[at - 1]
        self.products.append(name)

    def clean(self) -> None:
        """Each number at its own field: impossible, twice on this page, or on another paper."""
        cleaned, seen = self.form.cleaned_data, set[str]()
        for name in self.names:
            number = cleaned[name] = normalise_number(self.jenis, cleaned.get(name) or "")
            if number and number in seen:
                self.form.add_error(name, "Nomor ini sudah diisi di atas.")
            elif found := number_errors(self.jenis, number):
                self.form.add_error(name, found)
            seen.add(number)
        taken = Sertifikat.objects.active().filter(jenis=self.jenis, number_on_paper__in=seen - {""})
        known = set(taken.values_list("number_on_paper", flat=True)) if self.names else set()
        for name in self.names:
            if cleaned.get(name) in known:
                self.form.add_error(name, "Nomor ini sudah tercatat untuk jenis sertifikat yang sama.")
        missing = Count(self.case.jumlah_unit, len(self.filled()), bool(self.names)).too_few
        if missing and not cleaned.get("notes") and "notes" in cleaned:
            self.form.add_error("notes", missing)

    def filled(self) -> list[Numbered]:
        cleaned = self.form.cleaned_data
        found = []
        for row in self.rows:
            number = cleaned.get(row[0])
            produk: Produk | None = cleaned.get(row[1]) if len(row) > 1 else None
            if number:
                found.append(Numbered(number, [produk] if produk else [] if self.products else None))
        return found

    def told(self) -> dict[str, Any]:
        """What `actions.finish` is told beside the form's plain fields."""
        if not self.names:
            return {}
        filled = self.filled()
        named = {produk.pk: produk for each in filled for produk in each.produk or ()}
        told: dict[str, Any] = {"numbers": filled or [Numbered()]}
        return told | {"produk": list(named.values())} if named else told
