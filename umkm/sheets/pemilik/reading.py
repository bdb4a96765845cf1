"""What a row says of one person. Knows no database but regions."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from common.fields import blind_index
from spreadsheets.kind import Row
from umkm.nama import comparable_pemilik
from umkm.sheets.birthplace import take_birthplace
from umkm.sheets.columns import PEMILIK
from umkm.sheets.places import find_place
from wilayah.match import Regions
from wilayah.models import Desa


@dataclass
class Told:
    """One row, blanks left out: a blank cell never empties what the office already knows."""

    row: Row
    pemilik: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.pemilik.get("name", "")

    @property
    def desa(self) -> Desa | None:
        return self.pemilik.get("desa")

    @cached_property
    def nik_index(self) -> str:
        return blind_index(self.pemilik.get("nik", ""))

    @cached_property
    def comparable(self) -> str:
        return comparable_pemilik(self.name)

    @property
    def label(self) -> str:
        return f"{self.name or 'Tanpa nama'}{f', {self.desa}' if self.desa else ''}"

    @cached_property
    def key(self) -> str:
        """Rows that mean one person: by NIK, else by everything that tells namesakes apart."""
        if not self.name:
            return ""
        marks = [
            self.desa.pk if self.desa else "",
            self.pemilik.get("phone"),
            self.pemilik.get("tanggal_lahir"),
        ]
        return blind_index(f"pemilik|{self.nik_index or [self.comparable, *marks]}")[:32]


def tell(row: Row, regions: Regions) -> Told:
    take_birthplace(row)
    told = Told(row, notes=[*row.notes, *(row.get("catatan_petugas") or "").splitlines()])
    told.pemilik = {
        name: value for column, name in PEMILIK.items() if (value := row.values.get(column)) not in (None, "")
    }
    if found := find_place(row, regions, "kec_pengusaha", "kel_pengusaha").desa:
        told.pemilik["desa"] = found
    return told
