"""The visitor book and the shelf's ledger as sheets."""

from django.utils import timezone

from common.templatetags.indonesia import tanggal_waktu, telepon
from spreadsheets.export import ExportColumn, Layout, label_of
from spreadsheets.sheet import Kind

BUKU_TAMU = Layout(
    "portal",
    "Buku tamu",
    (
        ExportColumn("Tanggal", lambda tamu: timezone.localdate(tamu.created_at), Kind.DATE),
        ExportColumn("Waktu", lambda tamu: tanggal_waktu(tamu.created_at), width=26),
        ExportColumn("Nama", lambda tamu: tamu.name, width=28, is_personal=True),
        ExportColumn("Asal", lambda tamu: tamu.asal, width=28),
        ExportColumn("Kecamatan", lambda tamu: tamu.kecamatan.name if tamu.kecamatan else "", width=20),
        ExportColumn("Keperluan", lambda tamu: label_of(tamu, "keperluan"), width=34),
        ExportColumn("Keterangan", lambda tamu: tamu.description, width=34),
        ExportColumn("Jumlah orang", lambda tamu: tamu.jumlah_tamu, Kind.NUMBER),
        ExportColumn("Nomor HP", lambda tamu: telepon(tamu.phone), Kind.IDENTIFIER, is_personal=True),
    ),
    related=lambda rows: rows.select_related("kecamatan"),
)

MUTASI = Layout(
    "portal",
    "Buku titipan",
    (
        ExportColumn("Tanggal", lambda line: line.happened_on, Kind.DATE),
        ExportColumn("Barang", lambda line: line.titipan.produk.name, width=28),
        ExportColumn("Pemilik", lambda line: line.titipan.produk.seller.name, width=28),
        ExportColumn("Mutasi", lambda line: label_of(line, "jenis")),
        ExportColumn("Jumlah", lambda line: line.jumlah, Kind.NUMBER),
        ExportColumn("Satuan", lambda line: line.titipan.produk.satuan),
        ExportColumn("Harga di rak", lambda line: line.titipan.harga_jual, Kind.RUPIAH),
        ExportColumn(
            "Harga untuk pemilik", lambda line: line.titipan.harga_titip, Kind.RUPIAH, is_personal=True
        ),
        ExportColumn("Catatan", lambda line: line.reason or line.notes, width=34),
        ExportColumn("Dicatat oleh", lambda line: line.recorded_by.name, width=24),
    ),
)
