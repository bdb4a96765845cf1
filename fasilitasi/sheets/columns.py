"""Columns that sheets of cases share: those of owner and business, of the cooperative, and of the paper."""

from dataclasses import replace

from fasilitasi.choices import SumberDana
from spreadsheets.columns import Column, Reads
from umkm.sheets.columns import COLUMNS as USAHA_COLUMNS

_BY_NAME = {column.name: column for column in USAHA_COLUMNS}
# What lists of recipients call them beside the words of the registry.
_MORE_WORDS: dict[str, tuple[str, ...]] = {
    "nama_usaha": ("nama usaha/koperasi", "pemohon", "nama usaha pemohon"),
    "nama_pengusaha": ("nama penerima", "penerima", "nama pemohon", "nama penerima manfaat"),
    "kel_usaha": (
        "desa/kel, kecamatan",
        "alamat (desa/kel, kecamatan)",
        "alamat desa/kecamatan",
        "desa/kelurahan, kecamatan",
    ),
    "modal_pendirian": ("nilai modal usaha per tahun", "modal usaha per tahun (nilai)"),
    "omzet_tahunan": ("nilai omzet usaha per tahun", "omzet usaha per tahun (nilai)"),
}
# On a participant's form the plain words are about the home, where the business has words of its own.
_HOME: dict[str, tuple[str, ...]] = {
    "kec_pengusaha": ("kecamatan",),
    "kel_pengusaha": ("kelurahan", "desa", "desa/kelurahan"),
    "alamat_pengusaha": ("alamat",),
    "rt_pengusaha": ("rt",),
    "rw_pengusaha": ("rw",),
}


def of_usaha(name: str) -> Column:
    column = _BY_NAME[name]
    return replace(
        column,
        synonyms=(*column.synonyms, *_MORE_WORDS.get(name, ())),
        fallbacks=(*column.fallbacks, *_HOME.get(name, ())),
        # A cooperative's row has no owner; the row itself says what is missing.
        is_required=False,
    )


NUMBER = Column(
    "nomor_sertifikat",
    "Nomor sertifikat",
    Reads.IDENTIFIER,
    (
        "no sertifikat",
        "nomor sertipikat",
        "no sertipikat",
        "nomor sertifikat halal",
        "nomor hak milik",
        "no hak",
        "nib tanah",
        "nomor p-irt",
        "nomor pendaftaran",
        "nomor izin edar",
    ),
    # A land title's number tells what somebody owns.
    is_secret=True,
    is_personal=True,
    width=24,
    help="Ditulis sebagai teks, seperti di sertifikat. Untuk NIB dan NIK Koperasi: nomornya.",
)
NOTES = Column(
    "keterangan", "Keterangan", Reads.LONG_TEXT, ("ket", "catatan", "keterangan fasilitasi"), width=30
)
BUDGET_YEAR = Column(
    "tahun_anggaran",
    "Tahun anggaran",
    Reads.YEAR,
    ("ta", "anggaran tahun"),
    width=10,
    help="Terpisah dari tahun hasil: laporan menghitung menurut tahun hasil.",
)
AGAIN = Column(
    "alasan_ulang",
    "Alasan diberikan lagi",
    Reads.TEXT,
    ("alasan", "alasan ulang"),
    width=32,
    help="Hanya bila pemohon sudah pernah menerimanya dalam batas jenisnya.",
)
MONEY = (
    Column(
        "sumber_dana",
        "Sumber dana",
        Reads.CHOICE,
        ("sumber anggaran", "sumber pembiayaan"),
        choices=tuple(SumberDana.choices),
        example="APBD",
    ),
    Column("biaya", "Biaya ditanggung dinas", Reads.RUPIAH, ("biaya", "nilai bantuan"), width=18),
)
KOPERASI = (
    Column(
        "nama_koperasi",
        "Nama koperasi",
        Reads.TEXT,
        ("koperasi",),
        width=24,
        help="Hanya untuk baris koperasi.",
    ),
    Column(
        "nik_koperasi",
        "NIK Koperasi",
        Reads.IDENTIFIER,
        ("nomor induk koperasi",),
        width=18,
        help="Bukan NIK KTP.",
    ),
    Column("nomor_badan_hukum", "Nomor badan hukum", Reads.TEXT, ("badan hukum", "no bh"), width=24),
)
