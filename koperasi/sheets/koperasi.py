"""The kind of sheet that brings cooperatives, each row with the figures of at most one book year."""

from copy import copy
from typing import Any

from django import forms
from django.utils import timezone

from koperasi.choices import Bentuk
from koperasi.models import Koperasi, Pengurus, RapatAnggota
from koperasi.sheets import writing
from koperasi.sheets.book_year import book_year_in
from koperasi.sheets.columns import COLUMNS
from koperasi.sheets.in_file import InFile, Seen
from koperasi.sheets.matching import Match, Registered
from koperasi.sheets.planning import Beside, beside_each, plan
from koperasi.sheets.rat_columns import FIGURES
from koperasi.sheets.reading import Told, tell
from spreadsheets.kind import Batch, Outcome, Planned, Row, SheetKind, Twin
from spreadsheets.models import RowState
from umkm.sheets.places import keep_to_scope
from wilayah.match import Regions

_FIRST_YEAR = 1960
_WITHOUT_YEAR = (
    "Berkas ini memuat angka RAT, tetapi kolom dan judulnya tidak menyebut tahun buku. "
    "Isi tahun bukunya di sini."
)


class KoperasiOptions(forms.Form):
    tahun_buku = forms.IntegerField(
        label="Tahun buku",
        min_value=_FIRST_YEAR,
        required=False,
        help_text=(
            "Untuk baris yang tidak menyebut tahun bukunya sendiri. Kosongkan bila ada kolom tahun buku, atau bila "
            "judul lembar menyebutnya (“TAHUN BUKU 2025”)."
        ),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    bentuk = forms.ChoiceField(
        label="Bentuk koperasi yang tidak menyebutnya",
        choices=[("", "Biarkan kosong (dicatat sebagai draf)"), *Bentuk.choices],
        required=False,
        help_text="Daftar kabupaten sering tidak memuat kolom bentuk karena semuanya primer.",
    )

    def clean_tahun_buku(self) -> int | None:
        year = self.cleaned_data["tahun_buku"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError("Tahun ini belum tiba. Isi tahun buku yang digambarkan angkanya.")
        return year


class KoperasiSheet(SheetKind):
    slug = "koperasi"
    title = "Koperasi dan RAT"
    description = "Satu baris untuk satu koperasi; bila ada, beserta angka satu tahun buku."
    permissions = (
        "koperasi.add_koperasi",
        "koperasi.change_koperasi",
        "koperasi.add_rapatanggota",
        "koperasi.change_rapatanggota",
        "koperasi.add_pengurus",
        "umkm.view_personal_data",
    )
    columns = COLUMNS
    options_form = KoperasiOptions
    undo_order = (RapatAnggota._meta.label, Pengurus._meta.label, Koperasi._meta.label)
    undo_whole = True

    def missing_options(
        self, options: dict[str, Any], sheets: list[dict[str, Any]], mapping: dict[str, dict[str, str]]
    ) -> dict[str, str]:
        """Figures need a book year, and it is never guessed."""
        if options.get("tahun_buku"):
            return {}
        for sheet in sheets:
            names = set(mapping.get(sheet["shape"], {}).values())
            is_told = "tahun_buku" in names or book_year_in([sheet["name"], *sheet["titles"]]) is not None
            if names & FIGURES and not is_told:
                return {"tahun_buku": _WITHOUT_YEAR}
        return {}

    def stamp(self) -> str:
        return writing.stamp()

    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        regions = Regions()
        every = [tell(row, regions, batch.options) for row in rows]
        registered = Registered(every, batch.user)
        matches = [registered.match(told) for told in every]
        meant = {match.koperasi.pk for match in matches if match.koperasi}
        beside = beside_each(meant | {match.twin.pk for match in matches if match.twin})
        in_file = InFile(batch)
        seen = in_file.recognise(every, matches, beside)
        return [
            self._judge(told, match, registered, beside, in_file, each, batch.user)
            for told, match, each in zip(every, matches, seen, strict=True)
        ]

    def _judge(
        self,
        told: Told,
        match: Match,
        registered: Registered,
        beside: dict[int, Beside],
        in_file: InFile,
        seen: Seen | None,
        user: Any,
    ) -> Outcome:
        _require_name(told)
        if match.refusal:
            told.row.refuse(match.refusal, match.advice)
        else:
            desa = told.desa or (match.koperasi.desa if match.koperasi else None)
            keep_to_scope(told.row, desa, user, column="kel_koperasi", noun="koperasi")
        koperasi = registered.by_key[match.twin.pk] if match.twin else match.koperasi
        known = beside[koperasi.pk].copied() if koperasi else Beside()
        made = plan(told, copy(koperasi), known, last_held=seen.last_held if seen else known.last_held)
        if seen:
            in_file.keep_apart(told, seen)
        twin = match.twin
        if match.koperasi:
            twin = Twin(Koperasi._meta.label, match.koperasi.pk, str(match.koperasi))
        state = _state(match, bool(made.touched))
        return Outcome(state, told.label, "", seen.group if seen else "", twin, made.changes)

    def commit(self, planned: list[Planned], batch: Batch) -> None:
        writing.write(planned, batch)


def _require_name(told: Told) -> None:
    is_told = any(message.column == "nama_koperasi" for message in told.row.messages)
    if not told.name and not is_told:
        told.row.refuse("Nama koperasi kosong.", "Isi sel ini.", column="nama_koperasi")


def _state(match: Match, is_touched: bool) -> RowState:
    if match.twin:
        return RowState.TWIN
    if match.koperasi is None:
        return RowState.NEW
    return RowState.CHANGED if is_touched else RowState.SAME
