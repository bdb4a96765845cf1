"""The kind of sheet that brings owners alone, one person a row."""

from copy import copy
from typing import Any

from spreadsheets.kind import Batch, Outcome, Planned, Row, SheetKind, Twin
from spreadsheets.models import RowState
from umkm.models import Pemilik
from umkm.sheets.matching import twin_of
from umkm.sheets.pemilik import writing
from umkm.sheets.pemilik.columns import COLUMNS
from umkm.sheets.pemilik.matching import Match, Registered, key_of
from umkm.sheets.pemilik.planning import plan
from umkm.sheets.pemilik.reading import Told, tell
from umkm.sheets.places import keep_to_scope
from wilayah.match import Regions


class PemilikSheet(SheetKind):
    slug = "pemilik"
    title = "Pemilik saja"
    description = "Satu baris untuk satu orang, tanpa usahanya. Daftar pemilik yang diunduh dikenali."
    permissions = ("umkm.add_pemilik", "umkm.change_pemilik", "umkm.view_personal_data")
    columns = COLUMNS
    undo_order = (Pemilik._meta.label,)
    undo_whole = True
    writes_like = ("usaha",)

    def stamp(self) -> str:
        return writing.stamp()

    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        regions = Regions()
        every = [tell(row, regions) for row in rows]
        registered = Registered(every, batch.user)
        in_file = _InFile(every, registered, batch)
        return [_judge(told, registered, in_file, batch.user) for told in every]

    def commit(self, planned: list[Planned], batch: Batch) -> None:
        writing.write(planned, batch)


def _judge(told: Told, registered: Registered, in_file: "_InFile", user: Any) -> Outcome:
    match = registered.match(told, lambda owner: key_of(owner) in in_file.keys)
    if not told.name and all(message.column != "nama_pengusaha" for message in told.row.messages):
        told.row.refuse("Nama pengusaha kosong.", "Isi sel ini.", column="nama_pengusaha")
    if match.refusal:
        told.row.refuse(match.refusal, match.advice)
    owner = registered.by_key[match.twin.pk] if match.twin else match.owner
    if told.desa and (owner is None or owner.desa_id != told.desa.pk):
        # Who lives elsewhere and has a business here is on the officer's list: only a move is theirs to make.
        keep_to_scope(told.row, told.desa, user, column="kel_pengusaha", noun="pengusaha")
    made = plan(told, copy(owner))
    # Two rows of one key are one person, whether the office has them already or not.
    key = key_of(match.owner) if match.owner else told.key
    in_file.compare(told, key)
    state, twin = _state(match, made.is_touched)
    return Outcome(state, told.label, key, told.nik_index, twin, made.changes)


def _state(match: Match, is_touched: bool) -> tuple[RowState, Twin | None]:
    if match.twin:
        return RowState.TWIN, match.twin
    if match.owner is None:
        return RowState.NEW, None
    if is_touched and match.is_one_of_several:
        return RowState.TWIN, twin_of(match.owner, "beberapa orang dengan nama ini cocok")
    twin = Twin(Pemilik._meta.label, match.owner.pk, str(match.owner))
    return RowState.CHANGED if is_touched else RowState.SAME, twin


class _InFile:
    """One person twice in one file, by what the rows tell or by their NIK KTP."""

    def __init__(self, every: list[Told], registered: Registered, batch: Batch) -> None:
        keys = {told.key for told in every} | {key_of(owner) for owner in registered.by_key.values()}
        numbers = {told.nik_index for told in every}
        self.keys = {key: row.number for key, row in batch.seen(keys).items()}
        self.numbers = {index: row.number for index, row in batch.seen_groups(numbers).items()}

    def compare(self, told: Told, key: str) -> None:
        if told.nik_index and told.nik_index in self.numbers:
            told.row.refuse(
                f"NIK KTP ini sudah ada di baris {self.numbers[told.nik_index]} berkas yang sama.",
                "Satu NIK hanya milik satu orang. Hapus salah satu, atau periksa KTP keduanya.",
                column="nik_pengusaha",
            )
        elif key and key in self.keys:
            told.row.refuse(
                f"Orang ini sudah ada di baris {self.keys[key]} berkas yang sama.",
                "Hapus salah satu, atau isi NIK KTP, nomor HP, atau tanggal lahirnya bila memang dua orang.",
                column="nama_pengusaha",
            )
        if not told.row.is_refused:
            self.keys.setdefault(key, told.row.number)
            self.numbers.setdefault(told.nik_index, told.row.number)
