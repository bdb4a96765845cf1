"""Staff forms of a case: its data, its next step, its documents, its officer."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from common.admin import OfficeForm
from common.formfields import PlainTextFormField, TolerantDateField
from fasilitasi.actions import hold_place
from fasilitasi.berkas import missing_documents
from fasilitasi.choices import KeadaanBerkas, Status
from fasilitasi.langkah import EXITS, MOVES, may_reach
from fasilitasi.models import Angkatan, Fasilitasi, TahapJenis
from produk.checklist import ProductChecklist, offer_products

_MOST_DOUBTS = 10


class FasilitasiForm(OfficeForm):
    produk = ProductChecklist(label="Produk", help_text="Produk yang difasilitasi, bila ada.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_products(self)
        officers = self.fields.get("petugas")
        if isinstance(officers, forms.ModelChoiceField) and officers.queryset is not None:
            present = Q(pk=self.instance.petugas_id)
            officers.queryset = officers.queryset.filter(Q(is_staff=True, is_active=True) | present)

    def _post_clean(self) -> None:
        super()._post_clean()
        # Only a case that could be saved takes its place; the batch stays locked until it is.
        if not self.errors:
            try:
                hold_place(self.instance)
            except ValidationError as error:
                self._update_errors(error)

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


class StepForm(forms.Form):
    """What every step has: not before the application, not in the future (`fasilitasi.actions` says it again)."""

    def refuse_impossible_day(self, day: date, applied_on: date | None) -> date:
        if day > timezone.localdate():
            raise forms.ValidationError("Tanggal tidak boleh di masa depan.")
        if applied_on and day < applied_on:
            raise forms.ValidationError("Tanggal tidak boleh mendahului tanggal permohonan.")
        return day

    @property
    def layout(self) -> list[str | tuple[str, ...]]:
        """Fields in the order of the page; what is asked once there are doubts stands beside those."""
        return [name for name in self.fields if name != "is_checked"]


def day_field(label: str) -> TolerantDateField:
    widget = forms.DateInput(
        format="%d-%m-%Y", attrs={"inputmode": "numeric", "autocomplete": "off", "class": "office-date"}
    )
    return TolerantDateField(
        label=label,
        widget=widget,
        initial=timezone.localdate,
        help_text="Misalnya 06-07-2022 atau 6 Juli 2022.",
    )


class MoveForm(StepForm):
    """`moves` and `stages` are on offer; with one case its dates are checked too.

    Leaving the check of documents while some are missing is asked about once.
    """

    on = day_field("Tanggal")
    notes = PlainTextFormField(
        label="Catatan (dibaca pemohon di akunnya)",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    is_checked = forms.BooleanField(label="Tetap lanjutkan tanpa berkas itu", required=False)

    def __init__(
        self,
        *args: Any,
        moves: Sequence[Status],
        cases: Sequence[Fasilitasi] = (),
        stages: Sequence[TahapJenis] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cases = cases
        self.stages = {f"tahap-{stage.pk}": stage for stage in stages}
        self.doubts: list[str] = []
        self.fields["to"] = forms.ChoiceField(
            label="Menjadi",
            choices=[
                *((status.value, status.label) for status in moves),
                *((key, f"{stage.get_status_display()}: {stage}") for key, stage in self.stages.items()),
            ],
            error_messages={"invalid_choice": "Langkah ini tidak dapat dipilih sekarang."},
        )
        self.order_fields(["to", "on", "notes"])

    @property
    def step(self) -> dict[str, Any]:
        """What `actions.move` is told."""
        chosen, stage = self.cleaned_data["to"], self.stages.get(self.cleaned_data["to"])
        return {
            "to": stage.status if stage else chosen,
            "tahap": stage,
            "on": self.cleaned_data["on"],
            "notes": self.cleaned_data["notes"],
        }

    def clean_on(self) -> date:
        first = self.cases[0].applied_on if len(self.cases) == 1 else None
        return self.refuse_impossible_day(self.cleaned_data["on"], first)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("to") in EXITS and not cleaned.get("notes") and "notes" not in self.errors:
            # An exit cannot be taken back, so it is never a slip of the finger.
            self.add_error(
                "notes", f"Tulis alasannya: “{Status(cleaned['to']).label}” menutup fasilitasi ini."
            )
        if not self.errors and self.step["to"] == Status.TERVERIFIKASI:
            self.doubts = _without_documents(self.cases)
            if self.doubts and not cleaned.get("is_checked"):
                self.add_error(None, "Berkas wajib belum lengkap. Baca di bawah, lengkapi atau centang.")
        return cleaned


def _without_documents(cases: Sequence[Fasilitasi]) -> list[str]:
    missing = missing_documents(cases)
    told = [f"{case.nomor}: belum ada {', '.join(missing[case.pk])}." for case in cases if case.pk in missing]
    more = len(told) - _MOST_DOUBTS
    return [*told[:_MOST_DOUBTS], f"Dan {more} fasilitasi lainnya."] if more > 0 else told


def moves_by_hand(status: str) -> list[Status]:
    """Where a case may go by a plain step; its end has a page of its own."""
    return [move for move in MOVES[status] if move != Status.TERBIT]


def stages_by_hand(case: Fasilitasi, stages: Sequence[TahapJenis]) -> list[TahapJenis]:
    """Stages that a plain step may reach from where the case stands."""
    at = case.tahap_now.position if case.tahap_now else None
    return [
        stage
        for stage in stages
        if may_reach(current=case.status, at=at, target=stage.status, stage=stage.position)
        and (stage.status != Status.TERBIT or case.status == Status.TERBIT)
    ]


class JudgeForm(forms.Form):
    keadaan = forms.ChoiceField(choices=KeadaanBerkas)
    notes = PlainTextFormField(required=False, max_length=500)


class AssignForm(forms.Form):
    petugas = forms.ModelChoiceField(
        User.objects.filter(is_staff=True, is_active=True).order_by("name", "pk"), empty_label="Pilih…"
    )


class JoinForm(forms.Form):
    angkatan = forms.ModelChoiceField(Angkatan.objects.none(), empty_label="Pilih…")

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Angkatan.objects.active().in_scope_of(by).select_related("jenis")
        cast(forms.ModelChoiceField, self.fields["angkatan"]).queryset = offered
