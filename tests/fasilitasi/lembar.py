"""Sheets of recipients and of participants for tests, and the way of one through the import. People are invented."""

import random

from fasilitasi.models import Fasilitasi, JenisFasilitasi
from spreadsheets import actions
from spreadsheets.kinds import kinds
from tests.factories import UserFactory
from tests.spreadsheets import lembar
from tests.spreadsheets.lembar import again, csv_file, messages_of, nik, rows_of, save, undone

__all__ = [
    "again", "cases", "check", "checked", "jenis", "messages_of", "nik", "participant", "received", "recipient",
    "rows_of", "save", "saved", "states", "undone", "verifier",
]  # fmt: skip

RECIPIENT = [
    "No", "Nama Usaha", "Pemilik", "Desa/Kel., Kecamatan", "Jenis Fasilitasi", "Nomor Sertifikat", "Tanggal/Tahun",
    "Keterangan",
]  # fmt: skip
PARTICIPANT = [
    "NO. URUT", "JUDUL AKTIFITAS", "LOKASI AKTIFITAS", "TANGGAL AKTIFITAS", "NAMA PESERTA", "NIK", "JENIS KELAMIN",
    "KELURAHAN", "KECAMATAN", "NO. NIB", "NAMA USAHA", "KELURAHAN USAHA", "KECAMATAN USAHA", "NO SERTIFIKAT",
]  # fmt: skip
OPTIONS = {
    "penerima": {"jenis": "", "tahun": None, "tanpa_status": "selesai", "tahun_anggaran": None},
    "pelatihan": {"jenis": "pelatihan", "judul": "", "lokasi": "", "waktu": "", "tahun_anggaran": None},
}


def verifier(**options):
    return UserFactory(role="Verifikator", **options)


def jenis(slug):
    return JenisFasilitasi.objects.get(slug=slug)


def name(number, salt=""):
    """Two words that resemble no other number's: these lists tell no NIK KTP by which people differ."""
    seed = random.Random(f"{number}{salt}")
    return " ".join("".join(seed.choice(_SYLLABLES) for _ in range(4)).capitalize() for _ in range(2))


_SYLLABLES = [first + vowel for first in "bcdghklmnprstw" for vowel in "aeiou"]


def recipient(number=1, **changes):
    """One whole row of the printed report; `changes` by header, with _ for a blank."""
    values = {
        "No": number,
        "Nama Usaha": f"Dapur {name(number)}",
        "Pemilik": name(number, "pemilik"),
        "Desa/Kel., Kecamatan": "Kelurahan Uentanaga Bawah, Ratolindo",
        "Jenis Fasilitasi": "Sertifikat halal",
        "Nomor Sertifikat": f"ID7211000{number:07d}",
        "Tanggal/Tahun": "6 Juli 2022",
        "Keterangan": "",
    }
    return values | {name.replace("_", " "): value for name, value in changes.items()}


def participant(number=1, **changes):
    person = lembar.row(number)
    values = {
        "NO. URUT": number,
        "JUDUL AKTIFITAS": "Pelatihan Pengolahan Hasil Laut",
        "LOKASI AKTIFITAS": "Aula Kantor, Ampana",
        "TANGGAL AKTIFITAS": "05-07 Maret 2025",
        "NAMA PESERTA": person["Nama Pemilik"],
        "NIK": nik(number),
        "JENIS KELAMIN": "L",
        "KELURAHAN": "Uentanaga Atas",
        "KECAMATAN": "Ratolindo",
        "NAMA USAHA": person["Nama Usaha"],
        "KELURAHAN USAHA": "Uentanaga Bawah",
        "KECAMATAN USAHA": "Ratolindo",
    }
    return values | {name.replace("_", " "): value for name, value in changes.items()}


def received(rows, *, kind="penerima", by=None, header=None, name="daftar.csv", extra=()):
    header = [*(header or (RECIPIENT if kind == "penerima" else PARTICIPANT)), *extra]
    return actions.receive(
        kind=kinds()[kind], file=csv_file(rows, header=header, name=name), by=by or verifier()
    )


def check(upload, **options):
    mapping = actions.initial_mapping(upload)
    chosen = OPTIONS[upload.kind] | options
    actions.check(upload=upload, mapping=mapping, options=chosen, by=upload.uploaded_by)
    return again(upload)


def checked(rows, *, kind="penerima", by=None, header=None, name="daftar.csv", extra=(), **options):
    upload = received(rows, kind=kind, by=by, header=header, name=name, extra=extra)
    return check(upload, **options)


def saved(rows, **options):
    return save(checked(rows, **options))


def states(upload):
    return [each.state for each in rows_of(upload)]


def cases(**filters):
    return list(Fasilitasi.objects.filter(**filters).order_by("pk"))
