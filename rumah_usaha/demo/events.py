"""The invented agenda: what was held, what is to be closed, and what one may sign up for."""

import datetime
from dataclasses import dataclass
from functools import cache

_DAY = datetime.date
_MORNING = datetime.time(9)


@dataclass(frozen=True)
class Event:
    key: str
    jenis: str
    name: str
    begins_on: datetime.date
    ends_on: datetime.date
    jam_mulai: datetime.time
    jam_selesai: datetime.time | None
    place: str
    desa: str
    description: str
    # How many of the listed businesses take part, how many of these came, and whether it is closed.
    participants: int = 0
    came: int = 0
    is_closed: bool = False
    kuota: int | None = None
    sasaran: str = ""
    bidang_usaha: str = ""
    kecamatan: str = ""
    narasumber: str = ""
    jam_pelajaran: int | None = None
    # The slug of the kind of facilitation it counts as, once closed.
    jenis_fasilitasi: str = ""


@cache
def events() -> tuple[Event, ...]:
    return (
        Event(
            "bazar-agustus", "bazar", "Bazar Kemerdekaan Ampana", _DAY(2026, 8, 15), _DAY(2026, 8, 17),
            datetime.time(15), datetime.time(22), "Lapangan Ampana", "72.09.10.1001",
            "Tiga malam berjualan di tepi laut: makanan, minuman, kerajinan, dan panggung anak-anak. Meja dan listrik "
            "disediakan dinas.",
            participants=14, came=13, is_closed=True, kuota=20, sasaran="Usaha mikro dari semua bidang",
        ),
        Event(
            "pelatihan-kemasan", "pelatihan", "Pelatihan Kemasan dan Label Pangan", _DAY(2026, 10, 14),
            _DAY(2026, 10, 15), _MORNING, datetime.time(15), "Aula Dinas Perindustrian dan Perdagangan",
            "72.09.10.1001",
            "Memilih kemasan yang tahan di perjalanan laut, menulis label yang benar, dan menghitung biayanya. "
            "Peserta membawa satu produk untuk dikerjakan bersama.",
            participants=18, came=16, is_closed=True, kuota=20, sasaran="Pengolah makanan dan minuman",
            bidang_usaha="makanan_minuman", narasumber="Rumah Kemasan Palu", jam_pelajaran=16,
        ),
        Event(
            "rapat-koperasi", "rapat", "Rapat Koordinasi Koperasi dan UMKM", _DAY(2026, 11, 5), _DAY(2026, 11, 5),
            _MORNING, datetime.time(12), "Ruang Pola Kantor Bupati", "72.09.10.1001",
            "Menyamakan data koperasi dan usaha anggotanya, dan membagi tugas pendampingan tahun depan.",
            participants=9, came=7, is_closed=True, sasaran="Pengurus koperasi dan pendamping",
        ),
        Event(
            "bimtek-pirt", "pelatihan", "Bimbingan Teknis P-IRT dan Keamanan Pangan", _DAY(2026, 11, 12),
            _DAY(2026, 11, 12), _MORNING, datetime.time(15), "Balai Desa Sansarino", "72.09.05.2001",
            "Cara produksi pangan yang baik, denah dapur, dan pengisian permohonan P-IRT sampai nomornya terbit.",
            participants=12, came=11, kuota=15, sasaran="Usaha pangan yang belum ber-P-IRT",
            bidang_usaha="makanan_minuman", narasumber="Dinas Kesehatan", jam_pelajaran=8,
            jenis_fasilitasi="pelatihan",
        ),
        Event(
            "pelatihan-digital", "pelatihan", "Pelatihan Pemasaran Lewat Ponsel", _DAY(2026, 12, 9),
            _DAY(2026, 12, 10), _MORNING, datetime.time(15), "Aula Dinas Perindustrian dan Perdagangan",
            "72.09.10.1001",
            "Memotret produk dengan cahaya jendela, menulis keterangan yang menjual, dan melayani pesanan WhatsApp "
            "dengan rapi. Bawa ponsel dan dua produk Anda.",
            participants=12, kuota=10, sasaran="Pemilik usaha yang produknya sudah tampil di situs",
            narasumber="Pendamping Rumah Usaha", jam_pelajaran=16, jenis_fasilitasi="pelatihan",
        ),
        Event(
            "bazar-tahun-baru", "bazar", "Bazar Natal dan Tahun Baru", _DAY(2026, 12, 19), _DAY(2026, 12, 21),
            datetime.time(10), datetime.time(21), "Pelabuhan Ampana", "72.09.10.1001",
            "Oleh-oleh Togean di jalan masuk pelabuhan, saat kapal penuh penumpang pulang kampung.",
            participants=8, kuota=24, sasaran="Usaha mikro dan koperasi dari semua kecamatan",
        ),
        Event(
            "sosialisasi-halal", "sosialisasi", "Sosialisasi Sertifikat Halal di Kepulauan", _DAY(2027, 1, 14),
            _DAY(2027, 1, 14), datetime.time(8, 30), None, "Balai Desa Lebiti", "72.09.02.2011",
            "Syarat sertifikat halal gratis bagi usaha mikro, dan pendaftaran di tempat bersama pendamping halal.",
            participants=3, kuota=30, kecamatan="72.09.02", bidang_usaha="makanan_minuman",
            sasaran="Usaha makanan dan minuman di Togean", narasumber="Pendamping PPH",
        ),
        Event(
            "temu-usaha", "temu_usaha", "Temu Usaha dengan Toko Oleh-oleh dan Hotel", _DAY(2027, 1, 27),
            _DAY(2027, 1, 27), _MORNING, datetime.time(13), "Rumah Usaha Mikro Ampana", "72.09.10.1001",
            "Pemilik toko dan pengelola penginapan mencicipi dan memesan langsung. Bawa contoh produk dan harganya.",
        ),
    )  # fmt: skip
