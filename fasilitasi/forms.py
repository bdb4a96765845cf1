"""Staff forms of a case: its data, its next step, its result."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Q
from django.utils import timezone

from common.admin import OfficeForm
from common.formfields import PlainCharFormField, PlainTextFormField, TolerantDateField
from fasilitasi.choices import Status
from fasilitasi.duplicates import doubts
from fasilitasi.hasil import doubts_of_paper, number_label
from fasilitasi.langkah import EXITS, MOVES
from fasilitasi.models import Fasilitasi
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.masa_berlaku import usual_valid_until
from legalitas.models import Sertifikat
from legalitas.nomor import normalise_number
from produk.checklist import ProductChecklist, offer_products
from produk.models import Produk


class FasilitasiForm(OfficeForm):
    produk = ProductChecklist(label="Produk", help_text="Produk yang difasilitasi, bila ada.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_products(self)
        officers = self.fields.get("petugas")
        if isinstance(officers, forms.ModelChoiceField) and officers.queryset is not None:
            present = Q(pk=self.instance.petugas_id)
            officers.queryset = officers.queryset.filter(Q(is_staff=True, is_active=True) | present)

    def clean_applied_on(self) -> date:
        applied_on = self.cleaned_data["applied_on"]
        if applied_on > timezone.localdate():
            raise forms.ValidationError("Tanggal permohonan belum tiba. Periksa kembali.")
        later = (
            self.instance.langkahfasilitasi_set.exclude(status=Status.DIAJUKAN) if self.instance.pk else None
        )
        first = later.order_by("happened_on").first() if later is not None else None
        if first and applied_on > first.happened_on:
            raise forms.ValidationError(f"Sudah ada langkah yang lebih awal: {first}.")
        return applied_on


class _StepForm(forms.Form):
    """What every step has: not before the application, not in the future (`fasilitasi.actions` says it again)."""

    def refuse_impossible_day(self, day: date, applied_on: date | None) -> date:
        if day > timezone.localdate():
            raise forms.ValidationError("Tanggal tidak boleh di masa depan.")
        if applied_on and day < applied_on:
            raise forms.ValidationError("Tanggal tidak boleh mendahului tanggal permohonan.")
        return day


def _day_field(label: str) -> TolerantDateField:
    widget = forms.DateInput(
        format="%d-%m-%Y", attrs={"inputmode": "numeric", "autocomplete": "off", "class": "office-date"}
    )
    return TolerantDateField(
        label=label,
        widget=widget,
        initial=timezone.localdate,
        help_text="Misalnya 06-07-2022 atau 6 Juli 2022.",
    )


class MoveForm(_StepForm):
    """`moves` are the statuses on offer; with one case its dates are checked too."""

    on = _day_field("Tanggal")
    notes = PlainTextFormField(
        label="Catatan", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self, *args: Any, moves: Sequence[Status], fasilitasi: Fasilitasi | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.applied_on = fasilitasi.applied_on if fasilitasi else None
        self.fields["to"] = forms.ChoiceField(
            label="Menjadi",
            choices=[(status.value, status.label) for status in moves],
            error_messages={"invalid_choice": "Langkah ini tidak dapat dipilih sekarang."},
        )
        self.order_fields(["to", "on", "notes"])

    def clean_on(self) -> date:
        return self.refuse_impossible_day(self.cleaned_data["on"], self.applied_on)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("to") in EXITS and not cleaned.get("notes") and "notes" not in self.errors:
            # An exit cannot be taken back, so it is never a slip of the finger.
            self.add_error(
                "notes", f"Tulis alasannya: “{Status(cleaned['to']).label}” menutup fasilitasi ini."
            )
        return cleaned


def moves_by_hand(status: str) -> list[Status]:
    """Where a case may go by a plain step; its end has a page of its own."""
    return [move for move in MOVES[status] if move != Status.TERBIT]


class FinishForm(_StepForm):
    """Fields follow the kind of certificate. What is odd is asked about once, before the mark is public."""

    result_on = _day_field("Tanggal hasil")
    number = PlainCharFormField(required=False, max_length=100)
    nomor_ketetapan = PlainCharFormField(
        label="Nomor ketetapan halal (KH)",
        required=False,
        max_length=100,
        help_text="Bukan nomor yang dicetak di label.",
    )
    valid_until = TolerantDateField(label="Berlaku sampai", required=False)
    produk: "forms.ModelMultipleChoiceField[Produk]" = forms.ModelMultipleChoiceField(
        Produk.objects.none(),
        label="Produk yang disebut di sertifikat",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Pilih dari daftar produk pemohon.",
            "invalid_pk_value": "Pilih dari daftar.",
        },
        help_text="Tanda di situs hanya muncul pada produk yang dicentang.",
    )
    notes = PlainTextFormField(
        label="Catatan", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    is_checked = forms.BooleanField(label="Sudah diperiksa, selesaikan dengan isian ini", required=False)

    def __init__(self, *args: Any, fasilitasi: Fasilitasi, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fasilitasi = fasilitasi
        self.jenis = fasilitasi.jenis.sertifikat
        self.doubts: list[str] = []
        if self.jenis:
            self._describe_certificate()
        else:
            for name in ("number", "nomor_ketetapan", "valid_until"):
                del self.fields[name]
        if self.jenis != JenisSertifikat.HALAL:
            self.fields.pop("nomor_ketetapan", None)
        self._offer_products()

    def _describe_certificate(self) -> None:
        label, hint = number_label(self.jenis)
        self.fields["number"].label, self.fields["number"].help_text = label, hint
        field = NUMBER_ON_SUBJECT.get(self.jenis)
        if field:
            self.fields["number"].initial = getattr(self.fasilitasi.subject, field, "")
            self.fields.pop("valid_until")
        elif usual := usual_valid_until(self.jenis, timezone.localdate()):
            years = usual.year - timezone.localdate().year
            self.fields[
                "valid_until"
            ].help_text = f"Biasanya {years} tahun sesudah terbit. Isi seperti di sertifikat."
        else:
            self.fields["valid_until"].help_text = "Kosongkan bila di sertifikat tidak ada tanggal akhir."

    def _offer_products(self) -> None:
        theirs = Produk.objects.active().filter(
            usaha=self.fasilitasi.usaha_id, koperasi=self.fasilitasi.koperasi_id
        )
        if not theirs.exists():
            del self.fields["produk"]
            return
        cast(forms.ModelMultipleChoiceField, self.fields["produk"]).queryset = theirs.order_by("name", "pk")
        self.initial.setdefault("produk", list(self.fasilitasi.produk.values_list("pk", flat=True)))

    def clean_result_on(self) -> date:
        return self.refuse_impossible_day(self.cleaned_data["result_on"], self.fasilitasi.applied_on)

    def clean_number(self) -> str:
        return normalise_number(self.jenis, self.cleaned_data["number"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        result_on, valid_until = cleaned.get("result_on"), cleaned.get("valid_until")
        if result_on and valid_until and valid_until < result_on:
            self.add_error("valid_until", "Tanggal akhir tidak boleh mendahului tanggal hasil.")
        if not self.errors:
            year = cleaned["result_on"].year
            self.doubts = [*doubts(self.fasilitasi, year), *self._doubts_of_certificate(cleaned)]
            if self.doubts and not cleaned.get("is_checked"):
                self.add_error(
                    None,
                    "Ada yang perlu Anda pastikan. Baca di bawah, perbaiki atau centang “Sudah diperiksa”.",
                )
        return cleaned

    def _doubts_of_certificate(self, cleaned: dict[str, Any]) -> list[str]:
        if not self.jenis:
            return []
        paper = Sertifikat(
            jenis=self.jenis,
            number_on_paper=cleaned["number"],
            issued_on=cleaned["result_on"],
            valid_until=cleaned.get("valid_until"),
            nomor_ketetapan=cleaned.get("nomor_ketetapan", ""),
        )
        return doubts_of_paper(paper)
