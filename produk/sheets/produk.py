"""The kind of sheet that brings products, one a row, each of a registered seller."""

from copy import copy
from typing import Any

from common.fields import blind_index
from produk.models import Produk
from produk.sheets import writing
from produk.sheets.categories import Categories
from produk.sheets.columns import COLUMNS
from produk.sheets.matching import Match, Offered
from produk.sheets.planning import Meant, plan, recognise
from produk.sheets.reading import tell
from spreadsheets.kind import Batch, Outcome, Planned, Row, SheetKind, Twin
from spreadsheets.models import RowState
from umkm.models import Usaha
from wilayah.match import Regions


class ProdukSheet(SheetKind):
    slug = "produk"
    title = "Produk"
    description = (
        "Satu baris untuk satu produk dari usaha atau koperasi yang sudah terdaftar. Produk baru menunggu "
        "verifikasi dan belum tampil di situs."
    )
    permissions = ("produk.add_produk", "produk.change_produk")
    columns = COLUMNS
    undo_order = (Produk._meta.label,)
    undo_whole = True
    keeps_notes = False

    def check_mapping(self, names: set[str]) -> list[str]:
        problems = super().check_mapping(names)
        if not names & {"penjual", "nib_penjual"}:
            problems.append("Penjual harus dapat dikenali: pilih kolom “Penjual” atau “NIB penjual”.")
        return problems

    def stamp(self) -> str:
        return writing.stamp()

    def check(self, rows: list[Row], batch: Batch) -> list[Outcome]:
        regions, categories = Regions(), Categories()
        meant, offered = recognise([tell(row, regions, categories) for row in rows], batch.user)
        keys = [_key(each) for each in meant]
        seen = {key: row.number for key, row in batch.seen(keys).items()}
        return [_judge(each, offered, key, seen) for each, key in zip(meant, keys, strict=True)]

    def commit(self, planned: list[Planned], batch: Batch) -> None:
        writing.write(planned, batch)


def _judge(meant: Meant, offered: Offered, key: str, seen: dict[str, int]) -> Outcome:
    told, found, match = meant.told, meant.found, meant.match
    if not told.name and all(message.column != "nama_produk" for message in told.row.messages):
        told.row.refuse("Nama produk kosong.", "Isi sel ini.", column="nama_produk")
    if found.refusal:
        told.row.refuse(found.refusal, found.advice, column=found.column)
    if match.refusal:
        told.row.refuse(match.refusal, match.advice, column="nama_produk")
    produk = offered.by_key[match.twin.pk] if match.twin else match.produk
    made = plan(told, copy(produk), found.seller)
    if key and key in seen:
        told.row.refuse(
            f"Produk ini dari penjual yang sama sudah ada di baris {seen[key]} berkas yang sama.",
            "Hapus salah satu, atau bedakan namanya, misalnya dengan ukuran atau rasa.",
            column="nama_produk",
        )
    if not told.row.is_refused:
        seen.setdefault(key, told.row.number)
    twin = match.twin
    if match.produk:
        twin = Twin(Produk._meta.label, match.produk.pk, str(match.produk))
    return Outcome(_state(match, made.is_touched), told.label, key, "", twin, made.changes)


def _key(meant: Meant) -> str:
    """Two rows of one key are one product, whether the office has it already or not."""
    if meant.match.produk:
        return _hashed(f"produk|{meant.match.produk.pk}")
    seller: Any = meant.found.seller
    if seller is None or not meant.told.name:
        return ""
    kind = "usaha" if isinstance(seller, Usaha) else "koperasi"
    return _hashed(f"{kind}|{seller.pk}|{meant.told.comparable}")


def _hashed(text: str) -> str:
    return blind_index(text)[:32]


def _state(match: Match, is_touched: bool) -> RowState:
    if match.twin:
        return RowState.TWIN
    if match.produk is None:
        return RowState.NEW
    return RowState.CHANGED if is_touched else RowState.SAME
