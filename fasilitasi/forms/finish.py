"""The form that closes a case with its result."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils import timezone

from common.formfields import PlainCharFormField, PlainTextFormField, TolerantDateField
from fasilitasi.choices import BatasUlang
from fasilitasi.duplicates import doubts, granted_before, second_grant
from fasilitasi.forms.numbers import NumberRows
from fasilitasi.forms.results import ResultFields
from fasilitasi.forms.steps import StepForm, day_field
from fasilitasi.hasil import doubts_of_paper, number_label
from fasilitasi.models import Fasilitasi
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.masa_berlaku import usual_valid_until
from legalitas.models import Sertifikat
from legalitas.nomor import normalise_number
from produk.models import Produk


class FinishForm(StepForm):
    """Fields follow the kind of certificate. What is odd is asked about once, before the mark is public."""

    result_on = day_field("Tanggal hasil")
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
        label="Catatan (dibaca pemohon)",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    alasan_ulang = PlainCharFormField(
        label="Alasan diberikan lagi",
        required=False,
        max_length=300,
        help_text="Pemohon ini sudah pernah menerimanya. Alasan disimpan bersama fasilitasi ini.",
    )
    is_checked = forms.BooleanField(label="Sudah diperiksa, selesaikan dengan isian ini", required=False)

    def __init__(self, *args: Any, fasilitasi: Fasilitasi, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fasilitasi = fasilitasi
        self.jenis = fasilitasi.jenis.sertifikat
        self.doubts: list[str] = []
        self.numbers = NumberRows(self, fasilitasi)
        if self.jenis:
            self._describe_certificate()
        else:
            for name in ("number", "nomor_ketetapan", "valid_until"):
                del self.fields[name]
        if self.jenis != JenisSertifikat.HALAL:
            self.fields.pop("nomor_ketetapan", None)
        self._offer_products()
        self.numbers.add()
        self.results = ResultFields(self, fasilitasi)
        self.results.add()
        limit = fasilitasi.jenis.batas_ulang
        if limit == BatasUlang.BEBAS or not granted_before(fasilitasi).exists():
            del self.fields["alasan_ulang"]

    def _describe_certificate(self) -> None:
        label, hint = number_label(self.jenis)
        self.fields["number"].label, self.fields["number"].help_text = label, hint
        field = NUMBER_ON_SUBJECT.get(self.jenis)
        if field:
            self.fields["number"].initial = getattr(self.fasilitasi.subject, field, "")
            self.fields.pop("valid_until")
        elif years := self.fasilitasi.jenis.berlaku_tahun or _usual_years(self.jenis):
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

    @property
    def layout(self) -> list[str | tuple[str, ...]]:
        """What belongs to one unit stands in one line, and the result's own values behind its day."""
        named = [name for name in self.fields if name not in self._own]
        return [named[0], *self.results.asked, *self.numbers.rows, *named[1:]]

    @property
    def _own(self) -> set[str]:
        numbers = (name for row in self.numbers.rows for name in row)
        return {"is_checked", *numbers, *self.results.asked}

    @property
    def result(self) -> dict[str, Any]:
        """What `actions.finish` is told."""
        plain = {name: value for name, value in self.cleaned_data.items() if name not in self._own}
        return plain | self.numbers.told() | self.results.told()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.numbers.clean()
        result_on, valid_until = cleaned.get("result_on"), cleaned.get("valid_until")
        if result_on and valid_until and valid_until < result_on:
            self.add_error("valid_until", "Tanggal akhir tidak boleh mendahului tanggal hasil.")
        if not self.errors:
            year = cleaned["result_on"].year
            self.doubts = [*doubts(self.fasilitasi, year), *self._doubts_of_papers(cleaned)]
            if self.doubts and not cleaned.get("is_checked"):
                self.add_error(
                    None,
                    "Ada yang perlu Anda pastikan. Baca di bawah, perbaiki atau centang “Sudah diperiksa”.",
                )
        return cleaned

    def clean_alasan_ulang(self) -> str:
        day, reason = self.cleaned_data.get("result_on"), self.cleaned_data["alasan_ulang"]
        if day and not reason and (other := second_grant(self.fasilitasi, day.year)):
            raise forms.ValidationError(f"Sudah diberikan dengan {other.nomor}. Tulis alasan diberikan lagi.")
        return reason

    def _doubts_of_papers(self, cleaned: dict[str, Any]) -> list[str]:
        if not self.jenis:
            return []
        numbers = [each.number for each in self.numbers.filled()] or [cleaned["number"]]
        found = [
            doubt
            for number in numbers
            for doubt in doubts_of_paper(
                Sertifikat(
                    jenis=self.jenis,
                    number_on_paper=number,
                    issued_on=cleaned["result_on"],
                    valid_until=cleaned.get("valid_until"),
                    nomor_ketetapan=cleaned.get("nomor_ketetapan", ""),
                )
            )
        ]
        return list(dict.fromkeys(found))


def _usual_years(jenis: str) -> int:
    today = timezone.localdate()
    usual = usual_valid_until(jenis, today)
    return usual.year - today.year if usual else 0
