"""Columns of the products' lists as files. Nothing in them is about a person."""

from typing import Any

from django.db.models import QuerySet

from produk.models import Produk
from spreadsheets.export import ExportColumn, Layout
from spreadsheets.sheet import Kind
from umkm.exports import CREATED, PAGE, STATE, UPDATED, place_columns


def with_seller(rows: Any) -> QuerySet:
    return rows.with_seller().defer("usaha__npwp")


def _seller_kind(produk: Produk) -> str:
    return "Usaha" if produk.usaha_id else "Koperasi"


_OFFER = (
    ExportColumn("Nama produk", lambda produk: produk.name, width=28),
    ExportColumn("Penjual", lambda produk: produk.seller.name, width=28),
    ExportColumn("Jenis penjual", _seller_kind, width=12),
    *place_columns(lambda produk: produk.seller.desa),
    ExportColumn("Kategori", lambda produk: produk.kategori.name if produk.kategori else "", width=22),
    ExportColumn("Harga", lambda produk: produk.price, Kind.RUPIAH),
    ExportColumn("Harga per", lambda produk: produk.get_satuan_display(), width=12),
    ExportColumn("Tersedia", lambda produk: produk.is_available, width=10),
    ExportColumn("Harga dipastikan", lambda produk: produk.refreshed_on, Kind.DATE, 18),
)

# What every visitor may take along. Rows as `with_halal()` and `with_seller` fetch them.
CATALOGUE = (*_OFFER, ExportColumn("Halal", lambda produk: produk.is_halal, width=10), PAGE)

PRODUK = Layout(
    "portal",
    "Kolom portal",
    (
        *_OFFER,
        ExportColumn("Tampil di situs", lambda produk: produk.is_listed, width=10),
        ExportColumn("Cerita produk", lambda produk: produk.description, width=40),
        STATE,
        CREATED,
        UPDATED,
    ),
    related=with_seller,
)
