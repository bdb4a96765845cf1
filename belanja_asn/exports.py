"""Columns of purchases as files, under the headers by which the sheet is read back in.

Who bought goes along only for the recap officer of that OPD, and for whom the office gave the right to see it.
"""

from typing import Any

from django.db.models import QuerySet

from belanja_asn.models import Belanja
from belanja_asn.sheets.columns import COLUMNS
from spreadsheets.export import ExportColumn, Layout, label_of
from spreadsheets.sheet import Kind
from umkm.models import Usaha

_LABELS = {column.name: column.label for column in COLUMNS}


def _related(rows: Any) -> QuerySet:
    return (
        rows.with_parties()
        .select_related("usaha__desa__kecamatan", "koperasi__desa__kecamatan")
        .prefetch_related("itembelanja_set")
    )


def _kecamatan(belanja: Any) -> str:
    desa = belanja.seller.desa
    return desa.kecamatan.name if desa else ""


def _desa(belanja: Any) -> str:
    desa = belanja.seller.desa
    return desa.name if desa else ""


def _goods(belanja: Belanja) -> str:
    """As the column of the sheet takes it."""
    return "; ".join(f"{item.jumlah} {item.name}" for item in belanja.itembelanja_set.all())


BELANJA = Layout(
    "portal",
    "Kolom portal",
    (
        ExportColumn("Nomor bukti", lambda belanja: belanja.code, width=14),
        ExportColumn(_LABELS["opd"], lambda belanja: belanja.opd.name, width=32),
        ExportColumn(_LABELS["nama_asn"], lambda belanja: belanja.pembeli, width=26, is_personal=True),
        ExportColumn(
            _LABELS["nip"], lambda belanja: belanja.nip, Kind.IDENTIFIER, 22, is_personal=True, is_secret=True
        ),
        ExportColumn(_LABELS["tanggal_belanja"], lambda belanja: belanja.bought_on, Kind.DATE, 16),
        ExportColumn(_LABELS["penjual"], lambda belanja: belanja.seller.name, width=28),
        ExportColumn(
            _LABELS["jenis_penjual"],
            lambda belanja: "Usaha" if isinstance(belanja.seller, Usaha) else "Koperasi",
            width=14,
        ),
        ExportColumn(_LABELS["kec_penjual"], _kecamatan, width=18),
        ExportColumn(_LABELS["kel_penjual"], _desa, width=20),
        ExportColumn(_LABELS["barang"], _goods, width=36),
        ExportColumn(_LABELS["nilai_belanja"], lambda belanja: belanja.nilai, Kind.RUPIAH),
        ExportColumn(_LABELS["nomor_nota"], lambda belanja: belanja.nomor_nota, Kind.IDENTIFIER, 16),
        ExportColumn("Keadaan", lambda belanja: label_of(belanja, "keadaan"), width=20),
        ExportColumn("Dicatat lewat", lambda belanja: label_of(belanja, "channel"), width=22),
    ),
    related=_related,
    secret_fields=("nip",),
)
