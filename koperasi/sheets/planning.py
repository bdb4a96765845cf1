"""What a row would make of its cooperative and the book year: the same rules as the forms, and old → new."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from koperasi import keaktifan
from koperasi.choices import JabatanPengurus
from koperasi.models import Koperasi, Pengurus, RapatAnggota
from koperasi.nama import contracted_koperasi
from koperasi.sheets.columns import KOPERASI, RAT
from koperasi.sheets.reading import DECLARED, Told
from spreadsheets.kind import Change
from spreadsheets.records import added_lines, assign, settle_draft, value_of, warn_once
from umkm.nama import comparable_pemilik

_COLUMN_OF: dict[type[models.Model], dict[str, str]] = {
    Koperasi: {name: column for column, name in KOPERASI.items()} | {"desa": "kel_koperasi"},
    RapatAnggota: {name: column for column, name in RAT.items()} | {"tahun_buku": "tahun_buku"},
    Pengurus: {"name": "ketua"},
}


@dataclass
class Plan:
    """Records as they will be, not yet written. Which of them differ stands in `touched`."""

    koperasi: Koperasi
    rat: RapatAnggota | None = None
    chair: Pengurus | None = None
    changes: list[Change] = field(default_factory=list)
    touched: set[type[models.Model]] = field(default_factory=set)


@dataclass
class Beside:
    """What hangs below one cooperative: its book years, and the names of its chairs."""

    meetings: dict[int, RapatAnggota] = field(default_factory=dict)
    chairs: list[str] = field(default_factory=list)

    def copied(self) -> "Beside":
        """For a judgement that must leave no trace."""
        return Beside({year: copy(meeting) for year, meeting in self.meetings.items()}, [*self.chairs])

    @property
    def newest(self) -> int:
        return max(self.meetings, default=0)

    @property
    def last_held(self) -> int:
        return max((year for year, meeting in self.meetings.items() if meeting.held_on), default=0)


def beside_each(keys: Iterable[int]) -> dict[int, Beside]:
    """Asked once for a batch."""
    found = {key: Beside() for key in keys}
    for meeting in RapatAnggota.objects.filter(koperasi__in=found):
        found[meeting.koperasi_id].meetings[meeting.tahun_buku] = meeting
    in_office = Q(ended_on=None) | Q(ended_on__gte=timezone.localdate())
    chairs = Pengurus.objects.filter(in_office, koperasi__in=found, jabatan=JabatanPengurus.KETUA)
    for chair in chairs.order_by("id"):
        found[chair.koperasi_id].chairs.append(chair.name)
    return found


def plan(told: Told, koperasi: Koperasi | None, beside: Beside, *, last_held: int = 0) -> Plan:
    """Errors and warnings go to the row; the records given are changed in memory, nothing is written.

    `last_held`: the newest book year with a meeting, of the file and on record.
    """
    made = Plan(koperasi or Koperasi())
    _assign(made, made.koperasi, _about_koperasi(told, koperasi), told, "Koperasi")
    _assign(made, made.koperasi, {"notes": added_lines(made.koperasi.notes, told.notes)}, told, "Koperasi")
    if told.bentuk and not made.koperasi.bentuk:
        _assign(made, made.koperasi, {"bentuk": told.bentuk}, told, "Koperasi")
    _withdraw_phone(made, told)
    _plan_meeting(made, told, beside.meetings)
    _declare_activity(made, told, last_held)
    _plan_chair(made, told, beside.chairs)
    settled = settle_draft(made.koperasi, told.row, what="Koperasi")
    _touch(made, Koperasi, settled)
    warn_once(told.row, made.koperasi.suspicions())
    if koperasi is None:
        made.changes = []
    return made


def _about_koperasi(told: Told, koperasi: Koperasi | None) -> dict[str, Any]:
    """What the row may say of the cooperative: the same name written otherwise is no change."""
    fields = dict(told.koperasi)
    if koperasi is None:
        return fields
    if told.contracted == contracted_koperasi(koperasi.name):
        fields.pop("name", None)
    if told.is_older:
        columns: dict[str, Any] = {name: koperasi._meta.get_field(name) for name in fields}
        held = {name for name, column in columns.items() if value_of(koperasi, column) not in (None, "")}
        other = [str(columns[name].verbose_name) for name in held if getattr(koperasi, name) != fields[name]]
        if other:
            told.row.warn(
                f"Baris tahun buku lama tidak menimpa data yang lebih baru: {', '.join(sorted(other))}.",
                "Angka tahun bukunya tetap disimpan.",
            )
        fields = {name: value for name, value in fields.items() if name not in held}
    return fields


def _assign(made: Plan, record: models.Model, fields: dict[str, Any], told: Told, whose: str) -> None:
    noun = type(record)
    _touch(made, noun, assign(record, fields, told.row, columns=_COLUMN_OF[noun], whose=whose))


def _touch(made: Plan, noun: type[models.Model], changes: list[Change]) -> None:
    made.changes += changes
    if changes:
        made.touched.add(noun)


def _withdraw_phone(made: Plan, told: Told) -> None:
    """The yes was given for the old number, as on the form."""
    koperasi = made.koperasi
    is_changed = any(change.label == "Koperasi: WhatsApp koperasi" for change in made.changes)
    if is_changed and koperasi.phone_consented_at:
        koperasi.phone_consented_at = koperasi.phone_consented_by = None
        told.row.warn(
            "Nomor berubah, jadi izin menampilkannya ditarik.",
            "Catat izin untuk nomor yang baru di halaman koperasi.",
            column="kontak_koperasi",
        )


def _plan_meeting(made: Plan, told: Told, known: dict[int, RapatAnggota]) -> None:
    if not told.has_rat:
        return
    if told.tahun_buku is None:
        told.row.refuse(
            "Tahun buku tidak diketahui, padahal baris ini memuat angka RAT.",
            "Isi tahun bukunya di berkas, atau pilih tahun buku pada langkah Kolom.",
            column="tahun_buku",
        )
        return
    whose = f"RAT {told.tahun_buku}"
    made.rat = known.get(told.tahun_buku)
    if made.rat is None:
        made.rat = RapatAnggota()
        assign(
            made.rat, {"tahun_buku": told.tahun_buku}, told.row, columns=_COLUMN_OF[RapatAnggota], whose=whose
        )
        known[told.tahun_buku] = made.rat
    _assign(made, made.rat, told.rat, told, whose)
    _assign(made, made.rat, {"notes": added_lines(made.rat.notes, told.rat_notes)}, told, whose)
    _judge_meeting(made.rat, told)


def _judge_meeting(rat: RapatAnggota, told: Told) -> None:
    today = timezone.localdate()
    try:
        rat.clean()
    except ValidationError as error:
        for message in error.messages:
            told.row.refuse(message, "Periksa tanggal RAT dan tahun bukunya.", column="tanggal_rat")
    if told.tahun_buku and told.tahun_buku > today.year:
        told.row.refuse(
            f"Tahun buku {told.tahun_buku} belum tiba.", "Perbaiki tahun bukunya.", column="tahun_buku"
        )
    if rat.held_on and rat.held_on > today:
        told.row.warn("Tanggal RAT belum tiba.", "Pastikan RAT memang sudah diadakan.", column="tanggal_rat")
    warn_once(told.row, rat.suspicions())


def _declare_activity(made: Plan, told: Told, last_held: int) -> None:
    """The sheet's word counts where it differs from what the portal says by itself; an older year has none."""
    if told.is_active is None or told.is_older:
        return
    koperasi = made.koperasi
    if DECLARED not in told.row.values:
        # Settled with the preview: saving must not find another reason to change a record.
        differs = koperasi.is_aktif(last_held or None) != told.is_active
        told.row.values[DECLARED] = "ya" if differs else "tidak"
    if told.row.get(DECLARED) == "ya":
        _assign(made, koperasi, {"is_active_declared": told.is_active}, told, "Koperasi")
    odd = keaktifan.disagreement(
        declared=koperasi.is_active_declared,
        last_book_year=last_held or None,
        on=timezone.localdate(),
        founded_on=koperasi.tanggal_badan_hukum,
    )
    warn_once(told.row, [odd] if odd else [])


def _plan_chair(made: Plan, told: Told, known: list[str]) -> None:
    """A first chair is put on record; one chair never silently takes another's place."""
    if not told.ketua or told.is_older:
        return
    names = {comparable_pemilik(name) for name in known}
    if not known:
        made.chair = Pengurus(jabatan=JabatanPengurus.KETUA)
        _assign(made, made.chair, {"name": told.ketua}, told, "Pengurus (ketua)")
        known.append(told.ketua)
    elif told.ketua != ", ".join(known) and comparable_pemilik(told.ketua) not in names:
        told.row.warn(
            f"Ketua yang tercatat: {', '.join(known)}. Nama di lembar tidak menggantikannya.",
            "Bila ketuanya berganti, catat di halaman koperasi.",
            column="ketua",
        )
