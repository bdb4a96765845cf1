"""Columns of a training's participants, as training centres' forms have them (domain 11.3)."""

from dataclasses import replace

from fasilitasi.sheets.columns import AGAIN, BUDGET_YEAR, KOPERASI, MONEY, NOTES, NUMBER, of_usaha
from spreadsheets.columns import Column, Reads
from umkm.sheets.columns import COLUMNS as USAHA_COLUMNS
from umkm.sheets.places import desa_names, kecamatan_names

# The training tells the year; no edition of codes is asked; remarks are the case's own.
_LEFT_OUT = {"kode_kbli", "edisi_kbli", "omzet_bulanan", "tahun_data", "catatan_petugas"}
# Participants write it by hand, and the case does not rest on it: who took part still counts.
_MERELY_TOLD = {"tanggal_lahir"}
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
    *(
        replace(
            of_usaha(column.name),
            is_dropped_on_error=column.is_dropped_on_error or column.name in _MERELY_TOLD,
        )
        for column in USAHA_COLUMNS
        if column.name not in _LEFT_OUT
    ),
    *KOPERASI,
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
    NUMBER,
    BUDGET_YEAR,
    *MONEY,
    AGAIN,
    NOTES,
)
