"""Columns of lists of recipients: the printed report's (domain 9.4), and what offices add to it."""

from fasilitasi.choices import Status
from fasilitasi.models import JenisFasilitasi
from fasilitasi.sheets.columns import AGAIN, BUDGET_YEAR, KOPERASI, MONEY, NOTES, NUMBER, of_usaha
from spreadsheets.columns import Column, Reads


def kind_names() -> list[str]:
    return list(JenisFasilitasi.objects.filter(is_active=True).values_list("name", flat=True))


_SUBJECT = Column(
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
    NUMBER,
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
    BUDGET_YEAR,
    *MONEY,
    AGAIN,
    Column("pendamping", "Pendamping", Reads.TEXT, ("nama pendamping", "pendamping pph"), is_personal=True),
    Column("lembaga_penerbit", "Lembaga penerbit", Reads.TEXT, ("penerbit", "instansi penerbit"), width=24),
    NOTES,
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
        of_usaha,
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
    _SUBJECT,
    *KOPERASI,
    *_CASE,
    # What the list of cases tells besides.
    Column("nomor_fasilitasi", "Nomor fasilitasi", is_told_only=True),
    Column("terlambat", "Terlambat (hari)", is_told_only=True),
    Column("dihitung_dalam", "Dihitung dalam", is_told_only=True),
    Column("petugas", "Petugas", is_told_only=True),
    Column("sertifikat", "Sertifikat", is_told_only=True),
    Column("isian_hasil", "Isian hasil", is_told_only=True),
    Column("arsip", "Arsip", is_told_only=True),
    Column("dicatat", "Tanggal dicatat di portal", is_told_only=True),
    Column("diubah", "Tanggal diubah di portal", is_told_only=True),
)
