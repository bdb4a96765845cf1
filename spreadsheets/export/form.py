"""The question before personal data leaves the portal."""

from collections.abc import Sequence
from typing import Any

from django import forms

from common.file_formats import FileFormat
from common.formfields import PlainCharFormField
from spreadsheets.export.columns import Layout


class PersonalExportForm(forms.Form):
    susunan = forms.ChoiceField(label="Susunan kolom")
    berkas = forms.ChoiceField(label="Berkas", choices=FileFormat.choices)
    reason = PlainCharFormField(
        label="Alasan",
        min_length=10,
        max_length=300,
        help_text="Contoh: daftar undangan pelatihan keamanan pangan 12 Juli. Tercatat atas nama Anda.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any, *, layouts: Sequence[Layout]) -> None:
        super().__init__(data)
        self.layouts = {layout.slug: layout for layout in layouts}
        if len(self.layouts) == 1:
            del self.fields["susunan"]
        else:
            choices = [(layout.slug, layout.label) for layout in layouts]
            self.fields["susunan"].choices = choices  # type: ignore[attr-defined]

    @property
    def layout(self) -> Layout:
        first = next(iter(self.layouts))
        return self.layouts[self.cleaned_data.get("susunan", first)]
