"""The shelf at the counter: what is looked for, what came in, what left, what was written wrongly."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from common.formfields import PlainCharFormField, RupiahFormField, TolerantDateField
from common.listing import FilterForm, Sort
from etalase.choices import JenisMutasi
from etalase.models import Titipan
from etalase.models.titipan import MOST_AT_ONCE, MOST_PRICE, TitipanQuerySet


class ShelfFilterForm(FilterForm):
    SORTS = {"terbaru": Sort("Terbaru", ("-started_on", "-id"))}

    def filter(self, queryset: TitipanQuerySet) -> TitipanQuerySet:
        """What stands on the shelf is never much: every word may be in the name of the goods or of their owner."""
        for word in self.chosen.get("q", "").split():
            queryset = queryset.filter(
                Q(produk__name__icontains=word)
                | Q(produk__usaha__name__icontains=word)
                | Q(produk__koperasi__name__icontains=word)
            )
        return queryset


def _quantity(label: str, **kwargs: Any) -> forms.IntegerField:
    box = forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    return forms.IntegerField(label=label, min_value=1, max_value=MOST_AT_ONCE, widget=box, **kwargs)


class MutasiForm(forms.Form):
    """One tap at the counter: how many, and which button."""

    jenis = forms.ChoiceField(
        choices=[choice for choice in JenisMutasi.choices if choice[0] != JenisMutasi.MASUK]
    )
    jumlah = _quantity("Jumlah")


class MasukForm(forms.Form):
    jumlah = _quantity("Berapa yang masuk?")
    harga_titip = RupiahFormField(
        label="Harga untuk pemilik",
        max_value=MOST_PRICE,
        help_text="Yang diterima pemilik untuk setiap satuan yang terjual.",
    )
    harga_jual = RupiahFormField(
        label="Harga di rak", max_value=MOST_PRICE, help_text="Yang dibayar pembeli."
    )
    happened_on = TolerantDateField(label="Tanggal masuk", help_text="Contoh: 28-11-2026")
    notes = PlainCharFormField(
        label="Catatan",
        required=False,
        max_length=200,
        help_text="Misalnya nomor nota antar atau tanggal kedaluwarsa.",
    )

    @classmethod
    def about(cls, produk: Any) -> "MasukForm":
        """Filled in as the goods came last time."""
        last = Titipan.objects.filter(produk=produk).first()
        return cls(
            initial={
                "harga_titip": last and last.harga_titip,
                "harga_jual": last.harga_jual if last else produk.price,
                "happened_on": timezone.localdate(),
            }
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        owner, buyer = data.get("harga_titip"), data.get("harga_jual")
        if owner is not None and buyer is not None and buyer < owner:
            raise ValidationError(
                {"harga_jual": "Harga di rak tidak boleh lebih rendah daripada harga untuk pemilik."}
            )
        return data


class ReasonForm(forms.Form):
    reason = PlainCharFormField(
        label="Alasan",
        min_length=5,
        max_length=200,
        help_text="Misalnya: salah hitung, seharusnya 3.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
