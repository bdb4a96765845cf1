"""What a clerk is asked on the way of a file into the portal."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html

from spreadsheets.checking import AS_NOTE, IGNORED
from spreadsheets.kind import SheetKind
from spreadsheets.models import Decision

MAX_BYTES = 25 * 1024**2
_ACCEPTED = ".xlsx,.xls,.ods,.csv,.txt"


class UploadForm(forms.Form):
    """With one kind there is nothing to choose; the file is judged by its contents, not by its name."""

    kind = forms.ChoiceField(label="Isi berkas", widget=forms.RadioSelect)
    file = forms.FileField(
        label="Berkas",
        help_text="Excel (.xlsx, .xls), OpenDocument (.ods), atau CSV, paling besar 25 MB.",
        error_messages={
            "required": "Pilih berkas yang akan diimpor.",
            "empty": "Berkas ini kosong. Pilih berkas lain.",
        },
        widget=forms.FileInput(attrs={"accept": _ACCEPTED}),
        max_length=200,
    )

    def __init__(self, *args: Any, kinds: list[SheetKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kind"]
        field.choices = [(kind.slug, _told(kind)) for kind in kinds]
        if len(kinds) == 1:
            field.widget = forms.HiddenInput()
            field.initial = kinds[0].slug

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(
                "Berkas lebih dari 25 MB. Bagi menjadi beberapa berkas, atau hapus gambar di dalamnya."
            )
        return file


def _told(kind: SheetKind) -> str:
    return format_html(
        '<span><strong>{}</strong> <span class="quiet">{}</span></span>', kind.title, kind.description
    )


class SheetsForm(forms.Form):
    sheets = forms.TypedMultipleChoiceField(
        label="Lembar yang diimpor",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu lembar."},
    )

    def __init__(self, *args: Any, sheets: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["sheets"]
        field.choices = [(sheet["index"], sheet["name"]) for sheet in sheets if sheet["is_table"]]
        field.initial = [sheet["index"] for sheet in sheets if sheet["is_chosen"]]


class ColumnsForm(forms.Form):
    """One box for each column of each header shape: which of ours it is."""

    rest_as_notes = forms.BooleanField(
        label="Simpan semua kolom yang tidak dipilih sebagai catatan petugas",
        required=False,
        help_text="Tanpa centang, isi kolom itu tidak ikut masuk.",
    )

    def __init__(
        self,
        *args: Any,
        kind: SheetKind,
        tables: list[dict[str, Any]],
        mapping: dict[str, Any],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.tables = kind, tables
        if not kind.keeps_notes:
            del self.fields["rest_as_notes"]
        choices = [
            (IGNORED, "Abaikan kolom ini"),
            *([(AS_NOTE, "Simpan sebagai catatan")] if kind.keeps_notes else []),
            ("Kolom portal", [(column.name, column.label) for column in kind.columns]),
        ]
        for position, table in enumerate(tables):
            chosen = mapping.get(table["shape"], {})
            for place, header in enumerate(table["headers"]):
                self.fields[_name(position, place)] = forms.ChoiceField(
                    label=header or f"Kolom {place + 1}",
                    choices=choices,
                    required=False,
                    initial=chosen.get(str(place), IGNORED),
                )

    def rows(self) -> list[dict[str, Any]]:
        """For the template: each table with its columns, their examples and their boxes."""
        return [
            {
                **table,
                "columns": [
                    {"field": self[_name(position, place)], "examples": examples}
                    for place, examples in enumerate(table["examples"])
                ],
            }
            for position, table in enumerate(self.tables)
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for position, table in enumerate(self.tables):
            self._clean_table(position, table, cleaned)
        return cleaned

    def _clean_table(self, position: int, table: dict[str, Any], cleaned: dict[str, Any]) -> None:
        first: dict[str, str] = {}
        for place in range(len(table["headers"])):
            field = _name(position, place)
            chosen = cleaned.get(field, IGNORED)
            if chosen in (IGNORED, AS_NOTE):
                continue
            if chosen in first:
                label = self.kind.column(chosen).label
                self.add_error(
                    field, f"“{label}” sudah dipilih untuk kolom “{first[chosen]}”. Pilih yang lain."
                )
            first.setdefault(chosen, str(self.fields[field].label))
        where = f"Lembar {', '.join(table['names'])}: " if len(self.tables) > 1 else ""
        for problem in self.kind.check_mapping(set(first)):
            self.add_error(None, where + problem)

    def mapping(self) -> dict[str, dict[str, str]]:
        """By shape: place → column. What was left unchosen is said, not lost."""
        rest = AS_NOTE if self.cleaned_data.get("rest_as_notes") else IGNORED
        return {
            table["shape"]: {
                str(place): self.cleaned_data.get(_name(position, place)) or (rest if header else IGNORED)
                for place, header in enumerate(table["headers"])
            }
            for position, table in enumerate(self.tables)
        }


def _name(position: int, place: int) -> str:
    return f"kolom-{position}-{place}"


class DecisionForm(forms.Form):
    """On one row, or without a row on all that are still undecided."""

    decision = forms.ChoiceField(choices=Decision.choices)
    row = forms.IntegerField(required=False, min_value=1)
