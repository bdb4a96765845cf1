"""By what a row names the business or cooperative that it is about: NIB, name, owner and place."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from koperasi.nama import contracted_koperasi
from spreadsheets.kind import Row
from umkm.nama import comparable_pemilik, comparable_usaha
from wilayah.models import Desa, Kecamatan


@dataclass
class NamedSeller:
    """A row that names one. `noun` is what the sheet calls them, and the name of the column they stand in."""

    row: Row
    desa: Desa | None = None
    kecamatan: Kecamatan | None = None

    noun: ClassVar[str] = "penjual"

    @property
    def nib(self) -> str:
        return self.row.get(f"nib_{self.noun}") or ""

    @property
    def seller(self) -> str:
        return self.row.get(self.noun) or ""

    @property
    def seller_kind(self) -> str:
        return self.row.get(f"jenis_{self.noun}") or ""

    @cached_property
    def seller_as_usaha(self) -> str:
        return comparable_usaha(self.seller)

    @cached_property
    def seller_as_koperasi(self) -> str:
        return contracted_koperasi(self.seller)

    @cached_property
    def owner(self) -> str:
        return comparable_pemilik(self.row.get("nama_pemilik") or "")
