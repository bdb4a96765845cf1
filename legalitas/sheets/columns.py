"""Columns of the sheet of certificates: the paper, and by what its holder is found."""

from dataclasses import replace

from legalitas.choices import JenisSertifikat
from produk.sheets.columns import COLUMNS as PRODUK_COLUMNS
from spreadsheets.columns import Column, Reads

_OF_SELLER = {column.name: column for column in PRODUK_COLUMNS}
_JENIS = {
    "halal": JenisSertifikat.HALAL, "halal mui": JenisSertifikat.HALAL, "sertifikat halal mui": JenisSertifikat.HALAL,
    "halal bpjph": JenisSertifikat.HALAL, "spp-irt": JenisSertifikat.PIRT, "sertifikat p-irt": JenisSertifikat.PIRT,
    "nomor p-irt": JenisSertifikat.PIRT, "bpom": JenisSertifikat.BPOM, "md": JenisSertifikat.BPOM,
    "bpom md": JenisSertifikat.BPOM, "merek": JenisSertifikat.MEREK, "merk": JenisSertifikat.MEREK,
    "hki": JenisSertifikat.MEREK, "haki": JenisSertifikat.MEREK, "hki merek": JenisSertifikat.MEREK,
    "sertifikat merek": JenisSertifikat.MEREK, "nik koperasi": JenisSertifikat.NIK_KOPERASI,
    "shat": JenisSertifikat.SHAT, "shm": JenisSertifikat.SHAT, "sertipikat tanah": JenisSertifikat.SHAT,
    "sertifikat tanah": JenisSertifikat.SHAT, "pelatihan": JenisSertifikat.PELATIHAN,
    "nomor induk berusaha": JenisSertifikat.NIB,
}  # fmt: skip


def _of_holder(name: str, known: str, label: str, *synonyms: str, text: str = "") -> Column:
    """What the sheet of products asks about the seller."""
    column = _OF_SELLER[known]
    return replace(
        column, name=name, label=label, synonyms=(*column.synonyms, *synonyms), help=text or column.help
    )


COLUMNS = (
    Column(
        "jenis_sertifikat",
        "Jenis sertifikat",
        Reads.CHOICE,
        ("jenis", "sertifikat", "jenis perizinan", "jenis izin", "jenis sertifikasi"),
        choices=tuple(JenisSertifikat.choices),
        words=_JENIS,
        example="Sertifikat halal",
        width=22,
        help="Boleh kosong bila jenisnya dipilih pada langkah Kolom.",
    ),
    Column(
        "nomor_sertifikat",
        "Nomor sertifikat",
        Reads.IDENTIFIER,
        (
            "no sertifikat", "nomor sertipikat", "no sertipikat", "nomor sertifikat halal", "nomor p-irt", "no pirt",
            "nomor pendaftaran", "nomor izin edar", "nomor hak milik", "nib tanah",
        ),
        # A land title's number tells what somebody owns.
        is_secret=True,
        is_personal=True,
        example="ID72110001234560522",
        width=24,
        help="Ditulis sebagai teks, seperti tercetak. Untuk NIB dan NIK Koperasi: nomornya.",
    ),
    Column(
        "nomor_ketetapan",
        "Nomor ketetapan halal",
        Reads.TEXT,
        ("nomor ketetapan", "nomor kh", "ketetapan halal", "nomor fatwa", "nomor ketetapan halal (kh)"),
        width=24,
    ),
    _of_holder("pemegang", "penjual", "Pemegang", "nama pemegang", "pemegang sertifikat", "nama pelaku usaha"),
    _of_holder("jenis_pemegang", "jenis_penjual", "Jenis pemegang", "tipe pemegang"),
    _of_holder(
        "nib_pemegang",
        "nib_penjual",
        "NIB pemegang",
        text="13 angka, ditulis sebagai teks. Cara paling pasti mengenali pemegang.",
    ),
    replace(
        _OF_SELLER["nama_pemilik"],
        # The holder's own name stands in a column of its own.
        synonyms=("pemilik", "nama pengusaha", "pengusaha", "pemilik usaha", "nama pemilik usaha"),
    ),
    _of_holder("kec_pemegang", "kec_penjual", "Kecamatan", "kecamatan pemegang"),
    _of_holder("kel_pemegang", "kel_penjual", "Desa/kelurahan", "desa pemegang"),
    Column("merek", "Merek", Reads.TEXT, ("nama merek", "merek terdaftar"), width=20),
    Column(
        "produk",
        "Produk",
        Reads.TEXT,
        ("nama produk", "produk yang disebut", "daftar produk"),
        width=32,
        help="Nama produk yang disebut di sertifikat, dipisah koma. Produknya sudah terdaftar di portal.",
    ),
    Column(
        "lembaga_penerbit",
        "Lembaga penerbit",
        Reads.TEXT,
        ("penerbit", "instansi penerbit", "diterbitkan oleh"),
        example="BPJPH",
        width=24,
    ),
    Column(
        "tanggal_terbit",
        "Tanggal terbit",
        Reads.DATE,
        ("terbit", "tanggal sertifikat", "tanggal sertipikat", "tanggal penerbitan", "tanggal", "tgl terbit"),
        example="06-07-2022",
        width=18,
    ),
    Column(
        "berlaku_sampai",
        "Berlaku sampai",
        Reads.DATE,
        (
            "masa berlaku", "berlaku s.d", "berlaku sd", "berlaku hingga", "tanggal berakhir",
            "tanggal kedaluwarsa", "tanggal kadaluarsa",
        ),
        # "Seumur hidup" is no day, and says that there is none.
        is_dropped_on_error=True,
        width=18,
        help="Kosong bila tidak ada tanggal akhirnya.",
    ),
    Column(
        "komitmen_sampai",
        "Komitmen P-IRT paling lambat",
        Reads.DATE,
        ("komitmen sampai", "batas komitmen", "komitmen paling lambat"),
        is_dropped_on_error=True,
        width=18,
        help="Hanya P-IRT. Kosong bila tidak disebut.",
    ),
    Column(
        "komitmen_dipenuhi",
        "Komitmen P-IRT dipenuhi",
        Reads.DATE,
        ("komitmen dipenuhi", "tanggal pemenuhan komitmen"),
        is_dropped_on_error=True,
        width=18,
    ),
    Column("catatan_petugas", "Catatan", Reads.LONG_TEXT, ("catatan petugas", "keterangan", "ket"), width=40),
    # What the portal's own list carries beside.
    Column("keadaan_berlaku", "Keadaan berlaku", is_told_only=True),
    Column("pindaian", "Pindaian", is_told_only=True),
    Column("keadaan", "Keadaan di portal", is_told_only=True),
    Column("dicatat", "Tanggal dicatat di portal", is_told_only=True),
    Column("diubah", "Tanggal diubah di portal", is_told_only=True),
)  # fmt: skip
