"""Columns of an OPD's list of purchases: who, when, where, what, for how much."""

from belanja_asn.models import Opd
from belanja_asn.nota import normalise_nota
from common.identifiers import normalise_nip, validate_nip
from produk.sheets.columns import COLUMNS as PRODUK_COLUMNS
from spreadsheets.columns import Column, Reads

_OF_SELLER = {column.name: column for column in PRODUK_COLUMNS}


def opd_names() -> list[str]:
    return list(Opd.objects.active().values_list("name", flat=True))


COLUMNS = (
    Column(
        "opd",
        "Perangkat daerah",
        Reads.TEXT,
        ("nama perangkat daerah", "skpd", "instansi", "unit kerja", "nama opd", "dinas"),
        is_required=True,
        example="Dinas Contoh",
        offers=opd_names,
        width=32,
        help="Nama atau singkatannya seperti terdaftar di portal.",
    ),
    Column(
        "nama_asn",
        "Nama ASN",
        Reads.TEXT,
        ("nama pegawai", "pegawai", "nama pembeli", "nama"),
        is_personal=True,
        width=26,
        help="Hanya disimpan bila aturan bulan itu meminta nama atau NIP.",
    ),
    Column(
        "nip",
        "NIP",
        Reads.IDENTIFIER,
        ("nip asn", "nomor induk pegawai"),
        is_personal=True,
        is_secret=True,
        normalise=normalise_nip,
        validate=validate_nip,
        width=22,
        help="18 angka, ditulis sebagai teks. Hanya disimpan bila aturan bulan itu memintanya.",
    ),
    Column(
        "tanggal_belanja",
        "Tanggal belanja",
        Reads.DATE,
        ("tanggal", "tanggal nota", "tgl belanja", "tanggal pembelian"),
        is_required=True,
        example="12-11-2026",
        width=18,
    ),
    _OF_SELLER["penjual"],
    _OF_SELLER["jenis_penjual"],
    _OF_SELLER["nib_penjual"],
    _OF_SELLER["nama_pemilik"],
    _OF_SELLER["kec_penjual"],
    _OF_SELLER["kel_penjual"],
    Column(
        "barang",
        "Barang yang dibeli",
        Reads.TEXT,
        ("nama barang", "produk", "nama produk", "belanjaan", "jenis barang"),
        example="2 keripik pisang; 1 abon",
        width=36,
    ),
    Column(
        "nilai_belanja",
        "Nilai belanja",
        Reads.RUPIAH,
        ("nilai", "harga", "total", "total belanja", "jumlah belanja", "nominal", "nilai pembelian"),
        is_required=True,
        example="75000",
        width=18,
    ),
    Column(
        "nomor_nota",
        "Nomor nota",
        Reads.IDENTIFIER,
        ("nota", "no kuitansi", "nomor kwitansi", "no bukti"),
        normalise=normalise_nota,
        example="012",
        width=16,
        help="Dengan nomor nota, belanja yang sama tidak tercatat dua kali.",
    ),
)
