"""What a row would make of its product: the same rules as the form, and old → new."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from common.templatetags.indonesia import tanggal
from produk.models import Produk
from produk.sheets.matching import Match, Offered
from produk.sheets.reading import Told
from produk.sheets.sellers import Found, Seller, Sellers
from spreadsheets.kind import Change
from spreadsheets.records import assign, settle_draft, warn_once
from umkm.models import Usaha

_COLUMN_OF = {
    "name": "nama_produk",
    "kategori": "kategori",
    "description": "cerita_produk",
    "price": "harga",
    "satuan": "satuan",
    "is_available": "tersedia",
    "refreshed_on": "tanggal_harga",
}


@dataclass
class Plan:
    """The product as it will be, not yet written."""

    produk: Produk
    changes: list[Change] = field(default_factory=list)
    is_touched: bool = False


def plan(told: Told, produk: Produk | None, seller: Seller | None) -> Plan:
    """Errors and warnings go to the row; the record given is changed in memory, nothing is written."""
    made = Plan(produk or _of(seller))
    held = made.produk.price
    fields = dict(told.produk)
    if produk is not None:
        # The name found the product: the same name written otherwise is no change.
        fields.pop("name", None)
    _keep_day(fields, produk, told)
    made.changes = assign(made.produk, fields, told.row, columns=_COLUMN_OF, whose="Produk")
    if produk is not None and made.produk.price != held and "refreshed_on" not in told.produk:
        # As on the form: who writes a price has confirmed it.
        made.produk.refreshed_on = timezone.localdate()
    made.changes += settle_draft(made.produk, told.row, what="Produk")
    made.is_touched = bool(made.changes)
    warn_once(told.row, made.produk.suspicions())
    if produk is None:
        made.changes = []
    return made


def _of(seller: Seller | None) -> Produk:
    if seller is None:
        return Produk()
    return Produk(usaha=seller) if isinstance(seller, Usaha) else Produk(koperasi=seller)


def _keep_day(fields: dict[str, Any], produk: Produk | None, told: Told) -> None:
    """A price is never confirmed for a day to come, and never less fresh than it was."""
    day = fields.get("refreshed_on")
    if day is None:
        return
    if day > timezone.localdate():
        told.row.refuse(
            "Tanggal ini belum tiba.", "Isi tanggal harga terakhir dipastikan.", column="tanggal_harga"
        )
    if produk is None or day >= produk.refreshed_on:
        return
    del fields["refreshed_on"]
    if fields.get("price", produk.price) != produk.price:
        told.row.warn(
            f"Harga di lembar lebih lama daripada yang tercatat ({tanggal(produk.refreshed_on)}).",
            "Pastikan harga di lembar masih berlaku.",
            column="harga",
        )


# --- a batch ----------------------------------------------------------------------------------


@dataclass
class Meant:
    """A row with the seller and the product that it means."""

    told: Told
    found: Found
    match: Match


def recognise(every: list[Told], user: Any) -> tuple[list[Meant], Offered]:
    sellers = Sellers(every, user)
    found = [sellers.find(told) for told in every]
    offered = Offered([each.seller for each in found if each.seller])
    matches = [
        offered.match(told, each.seller) if each.seller and told.name else Match()
        for told, each in zip(every, found, strict=True)
    ]
    return [Meant(*parts) for parts in zip(every, found, matches, strict=True)], offered
