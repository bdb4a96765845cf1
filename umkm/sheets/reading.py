"""What a row says, sorted by record: the owner, the business, the year's figures. Knows no database but regions."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from common.fields import blind_index
from spreadsheets.kind import Row
from spreadsheets.sealing import masked
from umkm.nama import comparable_pemilik, comparable_usaha
from umkm.sheets.birthplace import take_birthplace
from umkm.sheets.columns import PEMILIK, USAHA
from umkm.sheets.places import find_place
from wilayah.match import Regions
from wilayah.models import Desa

_MONTHS = 12
_DEGREES = Decimal("0.00001")
_POINT = ("alamat_latitude", "alamat_longitude")
_NOTE_LENGTH = 500
_NAME_LENGTH = 200
_WORDED = {
    "bidang_usaha": "Bidang usaha",
    "status_badan_usaha": "Status usaha",
    "skala_usaha": "Skala usaha",
    "nib": "NIB",
}


@dataclass
class Told:
    """One row, blanks left out: a blank cell never empties what the office already knows."""

    row: Row
    pemilik: dict[str, Any] = field(default_factory=dict)
    usaha: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    # Where the row itself says them; otherwise the clerk's choice counts.
    year: int | None = None
    edition: int | None = None
    kbli: str = ""
    # As written, and whether it stands in for the activity.
    product: str = ""
    is_product_activity: bool = False
    notes: list[str] = field(default_factory=list)
    # What the office already knows stays as it is: the sheet is about something else than this business.
    only_fills: bool = False
    # The sheet gave no name of the business, so one was made up; it never replaces a real one.
    is_nameless: bool = False

    @property
    def name(self) -> str:
        return self.usaha.get("name", "")

    @property
    def owner_name(self) -> str:
        return self.pemilik.get("name", "")

    @property
    def desa(self) -> Desa | None:
        return self.usaha.get("desa")

    @cached_property
    def nik_index(self) -> str:
        return blind_index(self.pemilik.get("nik", ""))

    @cached_property
    def comparable(self) -> str:
        return comparable_usaha(self.name)

    @cached_property
    def comparable_owner(self) -> str:
        return comparable_pemilik(self.owner_name)

    @property
    def label(self) -> str:
        return f"{self.name or 'Tanpa nama usaha'} ({self.owner_name or 'tanpa nama pemilik'})"

    @cached_property
    def group(self) -> str:
        """Rows of one person: by NIK, else by name with telephone or day of birth. A name alone is no identity."""
        if self.nik_index:
            return self.nik_index
        mark = self.pemilik.get("phone") or self.pemilik.get("tanggal_lahir")
        return blind_index(f"{self.comparable_owner}|{mark}") if mark and self.owner_name else ""

    @cached_property
    def key(self) -> str:
        """Rows that mean one business."""
        owner = self.nik_index or f"{self.comparable_owner}|{self.desa.pk if self.desa else ''}"
        return blind_index(f"{owner}|{self.comparable}")[:32] if self.name and self.owner_name else ""


def tell(row: Row, regions: Regions) -> Told:
    told = Told(row, notes=[note[:_NOTE_LENGTH] for note in row.notes])
    take_birthplace(row)
    told.pemilik = _given(row, PEMILIK)
    told.usaha = _given(row, USAHA)
    _tell_point(told)
    _place(told.pemilik, row, regions, "kec_pengusaha", "kel_pengusaha")
    _place(told.usaha, row, regions, "kec_usaha", "kel_usaha")
    told.kbli = row.get("kode_kbli") or ""
    told.year, told.edition = row.get("tahun_data"), row.get("edisi_kbli")
    told.notes += (row.get("catatan_petugas") or "").splitlines()
    _tell_figures(told)
    _tell_product(told)
    _keep_unknown_words(told)
    if not told.name and told.owner_name:
        _name_after_owner(told)
    return told


def _given(row: Row, names: dict[str, str]) -> dict[str, Any]:
    values = row.values
    return {field: value for name, field in names.items() if (value := values.get(name)) not in (None, "")}


def _tell_point(told: Told) -> None:
    """National exports are full of half points, which no clerk can make whole: they say nothing, and cost no row."""
    given = [column for column in _POINT if USAHA[column] in told.usaha]
    if len(given) == 1:
        del told.usaha[USAHA[given[0]]]
        told.row.warn(
            "Hanya lintang atau hanya bujur yang terisi, jadi titik petanya tidak disimpan; baris tetap masuk.",
            "Isi kedua kolom bila titiknya diketahui.",
            column=given[0],
        )
        return
    for column in given:
        told.usaha[USAHA[column]] = Decimal(told.usaha[USAHA[column]]).quantize(_DEGREES)


def _place(record: dict[str, Any], row: Row, regions: Regions, kecamatan: str, desa: str) -> None:
    if found := find_place(row, regions, kecamatan, desa).desa:
        record["desa"] = found


def _tell_figures(told: Told) -> None:
    row = told.row
    yearly, monthly = row.get("omzet_tahunan"), row.get("omzet_bulanan")
    if yearly is None and monthly is not None:
        yearly = monthly * _MONTHS
    found = {
        "modal_usaha": row.get("modal_pendirian"),
        "penjualan_tahunan": yearly,
        "tenaga_kerja_l": _sum(row, "tk_dibayar_laki", "tk_not_dibayar_laki"),
        "tenaga_kerja_p": _sum(row, "tk_dibayar_perempuan", "tk_not_dibayar_perempuan"),
        "skala_modal": row.get("kelompok_modal"),
        "skala_penjualan": row.get("kelompok_omzet"),
    }
    told.figures = {name: value for name, value in found.items() if value is not None}


def _keep_unknown_words(told: Told) -> None:
    """What none of our choices means says something all the same: the clerk finds it in the notes."""
    for name, label in _WORDED.items():
        if told.row.get(name) is None:
            for message in told.row.messages:
                if message.column == name and message.value.strip():
                    note = f"{label} di lembar: {masked(message.value)}"[:_NOTE_LENGTH]
                    told.row.notes.append(note)
                    told.notes.append(note)
                    break


def _name_after_owner(told: Told) -> None:
    """As people here call a business without a name: by what it makes and whose it is."""
    told.is_nameless = True
    told.usaha["name"] = f"{told.usaha.get('kegiatan_utama') or 'Usaha'} {told.owner_name}"[:_NAME_LENGTH]
    if not any(message.column == "nama_usaha" for message in told.row.messages):
        told.row.warn(
            f"Nama usaha kosong, jadi dicatat sebagai “{told.name}”.",
            "Ubah bila usaha ini punya nama.",
            column="nama_usaha",
        )


def _sum(row: Row, *names: str) -> int | None:
    given = [row.get(name) for name in names if row.get(name) is not None]
    return sum(given) if given else None


def _tell_product(told: Told) -> None:
    """The main product stands in for a missing activity."""
    told.product = told.row.get("produk_utama") or ""
    if told.product and not told.usaha.get("kegiatan_utama"):
        told.is_product_activity = True
        told.usaha["kegiatan_utama"] = told.product
