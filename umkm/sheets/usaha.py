"""The kind of sheet that brings owners and their businesses, one business a row."""

from copy import copy
from typing import Any

from django import forms
from django.utils import timezone

from common.fields import blind_index
from spreadsheets.kind import Batch, Outcome, Planned, Row, SheetKind, Twin
from spreadsheets.models import RowState
from umkm.duplicates import SIMILAR, likeness
from umkm.models import DataTahunan, Kbli, Pemilik, Usaha
from umkm.nama import comparable_pemilik
from umkm.sheets import writing
from umkm.sheets.columns import COLUMNS
from umkm.sheets.fresh import write_fresh
from umkm.sheets.keeping import kept, mark
from umkm.sheets.matching import Match, Registered
from umkm.sheets.places import keep_to_scope
from umkm.sheets.planning import FIRST_YEAR, Surroundings, plan, thresholds
from umkm.sheets.reading import Told, tell
from wilayah.match import Regions

# Loaded once for a whole check.
_REGIONS = "regions"


class UsahaOptions(forms.Form):
    tahun = forms.IntegerField(
        label="Tahun angka usaha",
        min_value=FIRST_YEAR,
        help_text="Tahun yang digambarkan oleh modal, omzet, dan jumlah pekerja dalam berkas.",
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        initial=lambda: timezone.localdate().year,
    )
    edition = forms.TypedChoiceField(
        label="Edisi kode KBLI",
        coerce=int,
        choices=Kbli.Edition.choices,
        initial=Kbli.Edition.KBLI_2020,
        help_text="Kode yang sama dapat berarti lain pada edisi lain.",
    )

    def clean_tahun(self) -> int:
        if self.cleaned_data["tahun"] > timezone.localdate().year:
            raise forms.ValidationError("Tahun ini belum tiba. Isi tahun angka dalam berkas.")
        return self.cleaned_data["tahun"]


class UsahaSheet(SheetKind):
    slug = "usaha"
    title = "Pemilik dan usaha"
    description = "Satu baris untuk satu usaha beserta pemiliknya. Nama kolom ekspor SIDT-KUMKM dikenali."
    permissions = ("umkm.add_usaha", "umkm.change_usaha", "umkm.view_personal_data")
    columns = COLUMNS
    options_form = UsahaOptions
    needed = ("nama_pengusaha",)
    undo_order = (DataTahunan._meta.label, Usaha._meta.label, Pemilik._meta.label)

    def check_mapping(self, names: set[str]) -> list[str]:
        problems = super().check_mapping(names)
        if {"omzet_tahunan", "omzet_bulanan"} <= names:
            problems.append("Pilih satu kolom omzet saja: omzet setahun atau omzet sebulan.")
        return problems

    def stamp(self) -> str:
        return f"{writing.stamp()}-{mark(thresholds())}"

    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        regions = batch.remembered.get(_REGIONS) or Regions()
        batch.remembered[_REGIONS] = regions
        every = [tell(row, regions) for row in rows]
        registered = Registered(every, batch.user)
        around = Surroundings.of(every, registered.usaha, batch.options)
        matches = [registered.match(told) for told in every]
        in_file = _InFile(every, matches, batch)
        return [
            self._judge(told, match, registered, around, in_file, batch.user)
            for told, match in zip(every, matches, strict=True)
        ]

    def _judge(
        self,
        told: Told,
        match: Match,
        registered: Registered,
        around: Surroundings,
        in_file: "_InFile",
        user: Any,
    ) -> Outcome:
        require_owner(told)
        if match.refusal:
            told.row.refuse(match.refusal, match.advice)
        keep_usaha_to_scope(told, match, user)
        in_file.compare(told, match)
        owner, usaha, twin = compared(match, registered)
        made = plan(told, copy(owner), copy(usaha), around)
        state = _state(match, bool(made.touched))
        if match.usaha and not twin:
            twin = Twin(Usaha._meta.label, match.usaha.pk, str(match.usaha))
        records = kept(made) if state == RowState.NEW and not told.row.is_refused else {}
        return Outcome(state, told.label, _key(told, match), told.group, twin, made.changes, records)

    def commit(self, planned: list[Planned], batch: Batch) -> None:
        if rest := write_fresh(planned, batch):
            writing.write(rest, batch)


def require_owner(told: Told) -> None:
    is_told = any(message.column == "nama_pengusaha" for message in told.row.messages)
    if not told.owner_name and not is_told:
        told.row.refuse("Nama pengusaha kosong.", "Isi sel ini.", column="nama_pengusaha")


def keep_usaha_to_scope(told: Told, match: Match, user: Any) -> None:
    if not match.refusal:
        desa = told.desa or (match.usaha.desa if match.usaha else None)
        keep_to_scope(told.row, desa, user, column="kel_usaha", noun="usaha")


def compared(match: Match, registered: Registered) -> tuple[Pemilik | None, Usaha | None, Twin | None]:
    """The records whose change is shown: those that are meant, or those that may be."""
    twin = match.twin
    if twin is None:
        return match.owner, match.usaha, None
    if twin.model == Pemilik._meta.label:
        return registered.people[twin.pk], None, twin
    usaha = registered.businesses[twin.pk]
    return usaha.pemilik, usaha, twin


def _state(match: Match, is_touched: bool) -> RowState:
    if match.twin:
        return RowState.TWIN
    if match.usaha is None:
        return RowState.NEW
    return RowState.CHANGED if is_touched else RowState.SAME


def _key(told: Told, match: Match) -> str:
    """Two rows of one key are one business, whether the office has it already or not."""
    return blind_index(f"usaha|{match.usaha.pk}")[:32] if match.usaha else told.key


class OwnersInFile:
    """One NIK under two names in one file."""

    def __init__(self, every: list[Told], batch: Batch) -> None:
        self.names: dict[str, tuple[int, str]] = {
            group: (row.number, row.values["nama_pengusaha"])
            for group, row in batch.seen_groups({told.nik_index for told in every}).items()
            if "nama_pengusaha" in row.values
        }

    def compare(self, told: Told) -> None:
        if not told.owner_name or told.nik_index not in self.names:
            return
        number, name = self.names[told.nik_index]
        if likeness(comparable_pemilik(name), told.comparable_owner) < SIMILAR:
            told.row.refuse(
                f"NIK KTP ini di baris {number} tertulis atas nama {name}.",
                "Satu NIK hanya milik satu orang. Periksa KTP keduanya.",
                column="nik_pengusaha",
            )

    def keep(self, told: Told) -> None:
        """The row is not refused: later ones are compared with it."""
        if told.nik_index:
            self.names.setdefault(told.nik_index, (told.row.number, told.owner_name))


class _InFile:
    """What rows of one file have to do with each other: the same business twice, one NIK under two names."""

    def __init__(self, every: list[Told], matches: list[Match], batch: Batch) -> None:
        keys = {_key(told, match) for told, match in zip(every, matches, strict=True)}
        self.keys = {key: row.number for key, row in batch.seen(keys).items()}
        self.owners = OwnersInFile(every, batch)

    def compare(self, told: Told, match: Match) -> None:
        key = _key(told, match)
        first = self.keys.get(key) if key else None
        if first is not None:
            told.row.refuse(
                f"Usaha ini sudah ada di baris {first} berkas yang sama.",
                "Hapus salah satu, atau bedakan nama usahanya bila memang dua usaha.",
                column="nama_usaha",
            )
        self.owners.compare(told)
        if not told.row.is_refused:
            self.keys.setdefault(key, told.row.number)
            self.owners.keep(told)
