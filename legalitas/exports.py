"""Columns of the certificates' list as a file. A land title's number and remarks are wealth: personal data."""

from typing import Any

from django.db.models import QuerySet

from common.identifiers import format_pirt
from legalitas.choices import JenisSertifikat
from legalitas.models import Sertifikat
from spreadsheets.export import ExportColumn, Layout
from spreadsheets.sheet import Kind
from umkm.exports import CREATED, STATE, UPDATED, place_columns

HIDDEN = "(disembunyikan)"


def certificate_number(certificate: Sertifikat) -> str:
    number = certificate.number
    return format_pirt(number) if certificate.jenis == JenisSertifikat.PIRT else number


def number_without_land(certificate: Sertifikat) -> str:
    return HIDDEN if certificate.jenis == JenisSertifikat.SHAT else certificate_number(certificate)


def _notes_without_land(certificate: Sertifikat) -> str:
    hides = certificate.jenis == JenisSertifikat.SHAT and certificate.notes
    return HIDDEN if hides else certificate.notes


def _with_holder_and_products(rows: Any) -> QuerySet:
    return rows.with_subject().defer("usaha__npwp").prefetch_related("produk")


def _product_names(certificate: Sertifikat) -> str:
    return ", ".join(produk.name for produk in certificate.produk.all())


SERTIFIKAT = Layout(
    "portal",
    "Kolom portal",
    (
        ExportColumn("Jenis", lambda certificate: certificate.get_jenis_display(), width=22),
        # "Nomor" alone heads a column of row numbers on the office's sheets.
        ExportColumn(
            "Nomor sertifikat", number_without_land, Kind.IDENTIFIER, 24, read_personal=certificate_number
        ),
        ExportColumn("Nomor ketetapan halal", lambda certificate: certificate.nomor_ketetapan, width=24),
        ExportColumn("Pemegang", lambda certificate: certificate.subject.name, width=28),
        ExportColumn(
            "Jenis pemegang",
            lambda certificate: "Usaha" if certificate.usaha_id else "Koperasi",
            width=12,
        ),
        ExportColumn("NIB pemegang", lambda certificate: certificate.subject.nib, Kind.IDENTIFIER, 18),
        *place_columns(lambda certificate: certificate.subject.desa),
        ExportColumn("Merek", lambda certificate: certificate.merek, width=20),
        ExportColumn("Produk", _product_names, width=32),
        ExportColumn("Lembaga penerbit", lambda certificate: certificate.penerbit, width=24),
        ExportColumn("Tanggal terbit", lambda certificate: certificate.issued_on, Kind.DATE, 18),
        ExportColumn("Berlaku sampai", lambda certificate: certificate.valid_until, Kind.DATE, 18),
        ExportColumn("Komitmen P-IRT paling lambat", lambda paper: paper.commitment_due_on, Kind.DATE, 18),
        ExportColumn("Komitmen P-IRT dipenuhi", lambda paper: paper.commitment_met_on, Kind.DATE, 18),
        ExportColumn("Keadaan berlaku", lambda certificate: certificate.masa_berlaku().label, width=18),
        ExportColumn("Pindaian", lambda certificate: bool(certificate.scan), width=10),
        STATE,
        CREATED,
        UPDATED,
        ExportColumn(
            "Catatan",
            _notes_without_land,
            width=40,
            read_personal=lambda certificate: certificate.notes,
        ),
    ),
    related=_with_holder_and_products,
)
