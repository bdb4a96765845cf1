"""The form that puts the result of a finished case right."""

from datetime import date
from typing import Any

from django import forms

from common.formfields import PlainCharFormField, PlainTextFormField
from fasilitasi.forms.steps import StepForm, day_field
from fasilitasi.hasil import number_label
from fasilitasi.models import Fasilitasi
from legalitas.choices import NUMBER_ON_SUBJECT
from legalitas.models import Sertifikat
from legalitas.nomor import normalise_number, number_errors


class CorrectionForm(StepForm):
    """Shows what stands there now; what is left as it is stays."""

    result_on = day_field("Tanggal hasil")

    def __init__(self, *args: Any, fasilitasi: Fasilitasi, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["result_on"] = fasilitasi.result_on
        self.fasilitasi = fasilitasi
        papers = [paper for paper in fasilitasi.papers if paper.jenis not in NUMBER_ON_SUBJECT]
        self.papers: dict[str, Sertifikat] = {f"number_{paper.pk}": paper for paper in papers}
        for at, (name, paper) in enumerate(self.papers.items(), 1):
            label, hint = number_label(paper.jenis)
            self.fields[name] = PlainCharFormField(
                label=label if len(papers) == 1 else f"{label}, satuan {at}",
                required=bool(paper.number_on_paper),
                max_length=100,
                initial=paper.number_on_paper,
                help_text=hint,
            )
        self.fields["reason"] = PlainTextFormField(
            label="Alasan perbaikan",
            max_length=1000,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Misalnya: tahun keliru diketik. Disimpan bersama nama Anda.",
        )

    def clean_result_on(self) -> date:
        return self.refuse_impossible_day(self.cleaned_data["result_on"], self.fasilitasi.applied_on)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, paper in self.papers.items():
            if found := number_errors(paper.jenis, normalise_number(paper.jenis, cleaned.get(name) or "")):
                self.add_error(name, found)
        return cleaned

    @property
    def correction(self) -> dict[str, Any]:
        """What `actions.correct_result` is told."""
        told = self.cleaned_data
        numbers = {paper: told[name] for name, paper in self.papers.items()}
        return {"result_on": told["result_on"], "reason": told["reason"], "numbers": numbers}
