"""What a row says, sorted by record: the cooperative, its book year. Knows no database but regions."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from common.text import fold
from koperasi.duplicates import compact_number, comparable_koperasi
from koperasi.nama import contracted_koperasi
from koperasi.sheets.badan_hukum import split_badan_hukum
from koperasi.sheets.book_year import book_year_in
from koperasi.sheets.columns import COLUMNS, KOPERASI, RAT
from koperasi.sheets.koperasi_columns import AKTIF
from spreadsheets.columns import choice_key
from spreadsheets.kind import Row
from spreadsheets.sealing import masked
from umkm.sheets.places import find_place
from wilayah.match import Regions
from wilayah.models import Desa

_NOTE_LENGTH = 500
_KELOMPOK = next(column for column in COLUMNS if column.name == "kelompok").known_choices
# A word that none of our choices means says something all the same: the clerk finds it in the notes.
_WORDED = {
    "nik_koperasi": "NIK Koperasi",
    "nib_koperasi": "NIB",
    "tanggal_badan_hukum": "Tanggal badan hukum",
    "bentuk": "Bentuk",
    "tipe": "Tipe",
    "jenis": "Jenis",
    "kelompok": "Kelompok",
    "keaktifan": "Keaktifan",
    "kontak_koperasi": "Kontak",
}
_WORDED_RAT = {"tanggal_rat": "RAT"}
# The row's marks, kept between preview and saving: a newer book year of the cooperative is known; whether the
# sheet's word on its activity must be declared.
OLDER, DECLARED = "_tahun_lama", "_dinyatakan"


@dataclass
class Told:
    """One row, blanks left out: a blank cell never empties what the office already knows."""

    row: Row
    koperasi: dict[str, Any] = field(default_factory=dict)
    rat: dict[str, Any] = field(default_factory=dict)
    tahun_buku: int | None = None
    ketua: str = ""
    is_active: bool | None = None
    # The clerk's word for cooperatives of which no bentuk is known.
    bentuk: str = ""
    notes: list[str] = field(default_factory=list)
    rat_notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.koperasi.get("name", "")

    @property
    def desa(self) -> Desa | None:
        return self.koperasi.get("desa")

    @property
    def nik(self) -> str:
        return self.koperasi.get("nik_koperasi", "")

    @property
    def nib(self) -> str:
        return self.koperasi.get("nib", "")

    @cached_property
    def badan_hukum(self) -> str:
        return compact_number(self.koperasi.get("nomor_badan_hukum", ""))

    @cached_property
    def comparable(self) -> str:
        return comparable_koperasi(self.name)

    @cached_property
    def contracted(self) -> str:
        return contracted_koperasi(self.name)

    @property
    def has_rat(self) -> bool:
        return bool(self.rat or self.rat_notes)

    @property
    def year_of_figures(self) -> int | None:
        return self.tahun_buku if self.has_rat else None

    @property
    def label(self) -> str:
        name = self.name or "Tanpa nama koperasi"
        return f"{name}, tahun buku {self.tahun_buku}" if self.year_of_figures else name

    @property
    def is_older(self) -> bool:
        """Its figures count; about the cooperative itself a newer book year has spoken."""
        return bool(self.row.get(OLDER))


def tell(row: Row, regions: Regions, options: dict[str, Any]) -> Told:
    told = Told(row, notes=[note[:_NOTE_LENGTH] for note in row.notes])
    told.koperasi, told.rat = _given(row, KOPERASI), _given(row, RAT)
    _split_deed(told)
    place = find_place(row, regions, "kec_koperasi", "kel_koperasi")
    if place.desa:
        told.koperasi["desa"] = place.desa
    told.ketua, told.bentuk = row.get("ketua") or "", options.get("bentuk") or ""
    _sort_kind(told)
    if row.get("keaktifan"):
        told.is_active = row.get("keaktifan") == AKTIF
    _tell_members(told)
    _tell_notes(told)
    told.tahun_buku = _book_year(row, options.get("tahun_buku"), has_rat=told.has_rat)
    return told


def _given(row: Row, names: dict[str, str]) -> dict[str, Any]:
    return {field: row.get(name) for name, field in names.items() if row.get(name) not in (None, "")}


def _split_deed(told: Told) -> None:
    if number := told.koperasi.get("nomor_badan_hukum"):
        number, day = split_badan_hukum(number)
        told.koperasi["nomor_badan_hukum"] = number
        if day:
            told.koperasi.setdefault("tanggal_badan_hukum", day)


def _sort_kind(told: Told) -> None:
    """Lists write KSU or KPRI under JENIS: that is the kelompok."""
    row = told.row
    if row.get("jenis") is None and "kelompok" not in told.koperasi:
        written = [
            row.get("_jenis"),
            *(message.value for message in row.messages if message.column == "jenis"),
        ]
        for word in filter(None, written):
            if kelompok := _KELOMPOK.get(choice_key(word)):
                told.koperasi["kelompok"] = kelompok


def _book_year(row: Row, chosen: int | None, *, has_rat: bool) -> int | None:
    """The row's own column, then the clerk's word, then the titles above the table. Never a guess."""
    titled = book_year_in(row.about)
    if own := row.get("tahun_buku"):
        return own
    if has_rat and chosen and titled and chosen != titled:
        row.warn(
            f"Judul lembar menyebut tahun buku {titled}; angkanya dicatat pada tahun buku {chosen}, "
            "seperti pilihan Anda."
        )
    return chosen or titled


def _tell_members(told: Told) -> None:
    """The portal counts men and women; a total alone is kept in words."""
    total = told.row.get("jumlah_anggota")
    if total is None:
        return
    known = [told.rat[name] for name in ("anggota_l", "anggota_p") if name in told.rat]
    if not known:
        told.rat_notes.append(f"Jumlah anggota di lembar: {total}, tanpa rincian L/P")
        told.row.warn(
            "Jumlah anggota tanpa rincian laki-laki dan perempuan disimpan sebagai catatan RAT.",
            "Lengkapi rinciannya pada RAT koperasi.",
            column="jumlah_anggota",
        )
    elif len(known) == 2 and sum(known) != total:
        told.row.warn(
            f"Jumlah anggota {total} tidak sama dengan laki-laki ditambah perempuan ({sum(known)}).",
            "Rincian L dan P yang disimpan.",
            column="jumlah_anggota",
        )


def _tell_notes(told: Told) -> None:
    if code := told.row.get("kodepos"):
        told.notes.append(f"Kode pos: {code}")
    told.notes += (told.row.get("catatan_petugas") or "").splitlines()
    told.notes += _unknown_words(told.row, _WORDED)
    told.rat_notes += _unknown_words(told.row, _WORDED_RAT)


def _unknown_words(row: Row, columns: dict[str, str]) -> list[str]:
    """Read from the cell while it is checked; kept with the row's notes until it is written."""
    found = []
    for name, label in columns.items():
        word = row.get(f"_{name}")
        if word is None and row.get(name) is None:
            told = (message.value for message in row.messages if message.column == name)
            word = next((value for value in told if fold(value)), None)
            if word is not None:
                word = row.values[f"_{name}"] = masked(word)
        if word is not None:
            found.append(f"{label} di lembar: {word}"[:_NOTE_LENGTH])
    return found
