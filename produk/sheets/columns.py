"""Columns of the sheet of products: the product, and by what its seller is found."""

from common.identifiers import normalise_nib, validate_nib
from produk.choices import Satuan
from produk.models import Kategori
from produk.sheets.units import UNITS
from spreadsheets.columns import Column, Reads
from umkm.sheets.places import desa_names, kecamatan_names

USAHA, KOPERASI = "usaha", "koperasi"
YA, TIDAK = "ya", "tidak"


def kategori_names() -> list[str]:
    return list(Kategori.objects.values_list("name", flat=True))


COLUMNS = (
    Column(
        "nama_produk",
        "Nama produk",
        Reads.TEXT,
        ("produk", "nama barang", "barang", "nama produk/jasa", "nama produk usaha", "jenis produk"),
        is_required=True,
        example="Keripik pisang contoh",
        width=28,
    ),
    Column(
        "penjual",
        "Penjual",
        Reads.TEXT,
        (
            "nama usaha", "nama penjual", "usaha", "nama umkm", "umkm", "nama toko", "toko", "nama ikm", "produsen",
            "nama koperasi", "merek dagang", "usaha/koperasi", "nama usaha/koperasi", "penjual/usaha",
        ),
        example="Dapur Contoh",
        width=28,
        help="Nama usaha atau koperasi seperti terdaftar di portal.",
    ),
    Column(
        "jenis_penjual",
        "Jenis penjual",
        Reads.CHOICE,
        ("usaha atau koperasi", "tipe penjual"),
        choices=((USAHA, "Usaha"), (KOPERASI, "Koperasi")),
        words={"umkm": USAHA, "ikm": USAHA, "kop": KOPERASI, "kud": KOPERASI, "kdmp": KOPERASI},
        is_dropped_on_error=True,
        example="Usaha",
        width=12,
    ),
    Column(
        "nib_penjual",
        "NIB penjual",
        Reads.IDENTIFIER,
        ("nib", "no nib", "nib usaha", "nib koperasi", "nomor induk berusaha"),
        width=18,
        help="13 angka, ditulis sebagai teks. Cara paling pasti mengenali penjual.",
        normalise=normalise_nib,
        validate=validate_nib,
        is_dropped_on_error=True,
    ),
    Column(
        "nama_pemilik",
        "Nama pemilik",
        Reads.TEXT,
        ("pemilik", "nama pengusaha", "pengusaha", "pemilik usaha", "nama pemilik usaha", "nama pelaku usaha"),
        is_personal=True,
        example="Sitti Contoh",
        width=24,
        help="Membedakan usaha yang namanya sama.",
    ),
    Column(
        "kec_penjual",
        "Kecamatan",
        Reads.REGION,
        ("kec", "kecamatan penjual", "kecamatan usaha", "kec usaha"),
        example="Ratolindo",
        offers=kecamatan_names,
        width=20,
    ),
    Column(
        "kel_penjual",
        "Desa/kelurahan",
        Reads.REGION,
        ("desa", "kelurahan", "desa/kel", "desa penjual", "desa usaha", "kel usaha", "kelurahan/desa"),
        example="Uentanaga Bawah",
        offers=desa_names,
        width=20,
    ),
    Column(
        "kategori",
        "Kategori",
        Reads.TEXT,
        ("kategori produk", "jenis", "kelompok produk", "kelompok"),
        example="Makanan",
        offers=kategori_names,
        width=22,
    ),
    Column(
        "harga",
        "Harga",
        Reads.TEXT,
        ("harga jual", "harga produk", "harga satuan", "harga rp", "harga/satuan", "harga eceran"),
        example="15000",
        help="Rupiah, misalnya 15000. “15.000/bungkus” juga dikenali.",
    ),
    Column(
        "satuan",
        "Harga per",
        Reads.CHOICE,
        ("satuan", "satuan harga", "satuan jual", "kemasan", "unit"),
        choices=tuple(Satuan.choices),
        words=UNITS,
        is_dropped_on_error=True,
        example="bungkus",
        width=12,
    ),
    Column(
        "tersedia",
        "Tersedia",
        Reads.CHOICE,
        ("ketersediaan", "stok", "stock", "tersedia/tidak", "ready"),
        choices=((YA, "Ya"), (TIDAK, "Tidak")),
        words={
            "y": YA, "ada": YA, "tersedia": YA, "ready": YA, "ready stock": YA, "selalu ada": YA, "po": YA,
            "pre order": YA, "musiman": YA, "tidak ada": TIDAK, "tidak tersedia": TIDAK, "habis": TIDAK,
            "kosong": TIDAK, "belum ada": TIDAK, "t": TIDAK,
        },
        is_dropped_on_error=True,
        example="Ya",
        width=10,
    ),
    Column(
        "tanggal_harga",
        "Harga dipastikan",
        Reads.DATE,
        (
            "tanggal harga", "diperbarui", "diperbarui pada", "tanggal diperbarui", "tanggal data",
            "tanggal pendataan", "tgl update", "tanggal update",
        ),
        example="01-06-2026",
        is_dropped_on_error=True,
        width=18,
        help="Tanggal harga dan ketersediaannya dipastikan. Kosong berarti hari ini untuk harga yang baru.",
    ),
    Column(
        "cerita_produk",
        "Cerita produk",
        Reads.LONG_TEXT,
        (
            "deskripsi", "deskripsi produk", "uraian", "uraian produk", "keterangan produk", "keterangan",
            "penjelasan produk", "komposisi", "cerita",
        ),
        example="Pisang gepok kampung, digoreng tipis.",
        width=40,
        help="Tampil di situs bila produk ditayangkan.",
    ),
    Column("tampil_di_situs", "Tampil di situs", is_told_only=True),
    Column("keadaan", "Keadaan di portal", is_told_only=True),
    Column("dicatat", "Tanggal dicatat di portal", is_told_only=True),
    Column("diubah", "Tanggal diubah di portal", is_told_only=True),
)  # fmt: skip
