"""What a row says: a product, and by what its seller is to be found. Knows no database but regions and categories."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from common.text import fold_spelling
from produk.sheets.categories import Categories
from produk.sheets.columns import YA
from produk.sheets.naming import NamedSeller
from produk.sheets.units import split_price, unit_of
from spreadsheets.columns import Column, Reads
from spreadsheets.kind import Message, Row
from spreadsheets.reading.cells import read
from umkm.sheets.places import find_place
from wilayah.match import Regions

_PRICE = Column("harga", "Harga", Reads.RUPIAH)


@dataclass
class Told(NamedSeller):
    """One row, blanks left out: a blank cell never empties what the office already knows."""

    produk: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.produk.get("name", "")

    @cached_property
    def comparable(self) -> str:
        return comparable_produk(self.name)

    @property
    def label(self) -> str:
        return f"{self.name or 'Tanpa nama produk'} ({self.seller or 'tanpa nama penjual'})"


def comparable_produk(name: str) -> str:
    return fold_spelling(name)


def tell(row: Row, regions: Regions, categories: Categories) -> Told:
    told = Told(row)
    place = find_place(row, regions, "kec_penjual", "kel_penjual")
    told.desa, told.kecamatan = place.desa, place.kecamatan
    found = {
        "name": row.get("nama_produk"),
        "kategori": _category(row, categories),
        "description": row.get("cerita_produk"),
        "refreshed_on": row.get("tanggal_harga"),
        **_price(row),
    }
    told.produk = {name: value for name, value in found.items() if value not in (None, "")}
    if row.get("tersedia"):
        told.produk["is_available"] = row.get("tersedia") == YA
    return told


def _price(row: Row) -> dict[str, Any]:
    """The amount, and the unit behind it where no column of its own tells one."""
    text = row.get("harga") or ""
    amount_text, unit_text = split_price(text)
    unit = unit_of(unit_text)
    amount, problems = read(amount_text, _PRICE)
    row.messages += [
        Message(problem.text, problem.advice, problem.level, "harga", text) for problem in problems
    ]
    if unit_text and not unit and not row.get("satuan"):
        row.warn(f"Satuan “{unit_text[:40]}” tidak dikenal.", "Isi kolom Harga per.", column="harga")
    return {"price": amount, "satuan": row.get("satuan") or unit}


def _category(row: Row, categories: Categories) -> Any:
    text = row.get("kategori")
    if not text:
        return None
    found, is_spelt = categories.find(text)
    if found is None:
        row.warn(
            f"Kategori “{text[:40]}” tidak dikenal.",
            f"Tulis salah satu: {', '.join(categories.names)}.",
            column="kategori",
        )
    elif not is_spelt:
        row.warn(f"Kategori “{text[:40]}” dibaca sebagai {found}.", column="kategori")
    return found
