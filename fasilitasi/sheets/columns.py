"""Columns of the sheets of cases: those of owner and business from `umkm.sheets`, and what is the case's own."""

from dataclasses import replace

from fasilitasi.choices import Status, SumberDana
from fasilitasi.models import JenisFasilitasi
from spreadsheets.columns import Column, Reads
from umkm.sheets.columns import COLUMNS as USAHA_COLUMNS
from umkm.sheets.places import desa_names, kecamatan_names

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


def _of_usaha(name: str) -> Column:
    column = _BY_NAME[name]
    return replace(
        column,
        synonyms=(*column.synonyms, *_MORE_WORDS.get(name, ())),
        fallbacks=(*column.fallbacks, *_HOME.get(name, ())),
        # A cooperative's row has no owner; the row itself says what is missing.
        is_required=False,
    )


def kind_names() -> list[str]:
    return list(JenisFasilitasi.objects.filter(is_active=True).values_list("name", flat=True))


_NUMBER = Column(
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
_NOTES = Column(
    "keterangan", "Keterangan", Reads.LONG_TEXT, ("ket", "catatan", "keterangan fasilitasi"), width=30
)
_BUDGET_YEAR = Column(
    "tahun_anggaran",
    "Tahun anggaran",
    Reads.YEAR,
    ("ta", "anggaran tahun"),
    width=10,
    help="Terpisah dari tahun hasil: laporan menghitung menurut tahun hasil.",
)
_MONEY = (
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
_KOPERASI = (
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

_PENERIMA = Column(
    "jenis_pemohon",
    "Jenis pemohon",
    Reads.CHOICE,
    ("jenis penerima",),
    choices=(("usaha", "Usaha"), ("koperasi", "Koperasi")),
    help="Boleh kosong bila jenis fasilitasinya hanya untuk usaha atau hanya untuk koperasi.",
)
_CASE = (
    Column(
        "status",
        "Status fasilitasi",
        Reads.CHOICE,
        ("status", "status permohonan", "tahap", "tahapan"),
        choices=tuple(Status.choices),
        words={
            "selesai": "terbit",
            "sudah terbit": "terbit",
            "sudah selesai": "terbit",
            "proses": "diproses",
            "dalam proses": "diproses",
            "masih proses": "diproses",
            "sedang proses": "diproses",
            "permohonan": "diajukan",
            "pengajuan": "diajukan",
            "batal": "dibatalkan",
            "mundur": "dibatalkan",
            "mengundurkan diri": "dibatalkan",
            "tolak": "ditolak",
        },
        width=18,
    ),
    Column(
        "tanggal_permohonan",
        "Tanggal permohonan",
        Reads.DATE,
        ("tanggal pengajuan", "tanggal daftar", "tgl permohonan"),
    ),
    Column(
        "tanggal_hasil",
        "Tanggal hasil",
        Reads.PERIOD,
        (
            "tanggal/tahun",
            "tanggal",
            "tanggal terbit",
            "tanggal sertifikat",
            "tanggal sertipikat",
            "tanggal selesai",
            "tgl terbit",
            "tanggal/tahun terbit",
            "tanggal penerbitan",
            "tanggal penyerahan",
        ),
        example="06-07-2022",
        help="Tanggal terbit atau selesai. Tahun saja juga boleh.",
    ),
    Column("tahun_hasil", "Tahun hasil", Reads.YEAR, ("tahun", "tahun fasilitasi", "tahun terbit"), width=10),
    Column(
        "jumlah_unit",
        "Jumlah satuan",
        Reads.INTEGER,
        ("jumlah", "jumlah bidang", "bidang", "bidang tanah", "jumlah produk", "jumlah merek"),
        is_zero_kept=False,
        width=10,
        help="Dalam satuan jenis fasilitasinya, misalnya jumlah bidang tanah. Kosong berarti 1.",
    ),
    _NUMBER,
    Column(
        "nomor_ketetapan",
        "Nomor ketetapan halal (KH)",
        Reads.TEXT,
        ("nomor ketetapan", "nomor kh", "ketetapan halal", "nomor fatwa"),
        width=24,
    ),
    Column(
        "berlaku_sampai",
        "Berlaku sampai",
        Reads.DATE,
        ("masa berlaku", "berlaku s.d", "berlaku sd", "tanggal berakhir", "tanggal kedaluwarsa"),
    ),
    Column("merek", "Merek", Reads.TEXT, ("nama merek", "merek yang didaftarkan"), width=20),
    _BUDGET_YEAR,
    *_MONEY,
    Column("pendamping", "Pendamping", Reads.TEXT, ("nama pendamping", "pendamping pph"), is_personal=True),
    Column("lembaga_penerbit", "Lembaga penerbit", Reads.TEXT, ("penerbit", "instansi penerbit"), width=24),
    _NOTES,
)

PENERIMA_COLUMNS = (
    Column(
        "jenis_fasilitasi",
        "Jenis fasilitasi",
        Reads.TEXT,
        ("jenis", "fasilitasi", "jenis bantuan", "nama fasilitasi"),
        example="Sertifikat halal",
        offers=kind_names,
        width=24,
        help="Boleh kosong bila jenisnya dipilih saat mengunggah.",
    ),
    *map(
        _of_usaha,
        (
            "nama_usaha",
            "nama_pengusaha",
            "nik_pengusaha",
            "jenis_kelamin",
            "kontak_hp",
            "kec_usaha",
            "kel_usaha",
            "alamat_usaha",
            "status_badan_usaha",
            "bidang_usaha",
            "kegiatan_utama",
            "produk_utama",
            "nib",
        ),
    ),
    _PENERIMA,
    *_KOPERASI,
    *_CASE,
)

_LEFT_OUT = {"kode_kbli", "omzet_bulanan"}
PELATIHAN_COLUMNS = (
    Column(
        "judul_kegiatan",
        "Judul pelatihan",
        Reads.TEXT,
        (
            "judul aktifitas",
            "judul aktivitas",
            "judul kegiatan",
            "nama pelatihan",
            "nama kegiatan",
            "pelatihan",
            "judul",
        ),
        example="Pelatihan Pengemasan Produk",
        width=30,
    ),
    Column(
        "lokasi_kegiatan",
        "Lokasi pelatihan",
        Reads.TEXT,
        ("lokasi aktifitas", "lokasi aktivitas", "lokasi kegiatan", "tempat pelatihan", "tempat kegiatan"),
        example="Aula Kantor, Ampana",
        width=24,
    ),
    Column(
        "tanggal_kegiatan",
        "Tanggal pelatihan",
        Reads.PERIOD,
        (
            "tanggal aktifitas",
            "tanggal aktivitas",
            "tanggal kegiatan",
            "waktu pelatihan",
            "waktu kegiatan",
            "tanggal pelaksanaan",
        ),
        example="5-7 Maret 2025",
        help="Satu tanggal atau beberapa hari; hari terakhir menjadi tanggal hasil.",
    ),
    Column(
        "jam_pelajaran",
        "Jam pelajaran (JP)",
        Reads.INTEGER,
        ("jp", "jam pelajaran", "jumlah jp"),
        is_zero_kept=False,
        width=10,
    ),
    Column("narasumber", "Narasumber", Reads.TEXT, ("pemateri", "pelatih", "instruktur"), width=24),
    *(_of_usaha(column.name) for column in USAHA_COLUMNS if column.name not in _LEFT_OUT),
    *_KOPERASI,
    Column(
        "kec_koperasi",
        "Kecamatan koperasi",
        Reads.REGION,
        offers=kecamatan_names,
        help="Hanya untuk koperasi.",
    ),
    Column(
        "kel_koperasi",
        "Desa/kelurahan koperasi",
        Reads.REGION,
        offers=desa_names,
        help="Hanya untuk koperasi.",
        width=20,
    ),
    Column(
        "jabatan_peserta",
        "Jabatan peserta",
        Reads.TEXT,
        ("jabatan peserta di usaha", "jabatan peserta di koperasi", "jabatan"),
    ),
    _NUMBER,
    _BUDGET_YEAR,
    *_MONEY,
    _NOTES,
)
