"""Sheets of cooperatives for tests, and their way through an import."""

from django.core.files.uploadedfile import SimpleUploadedFile

from spreadsheets import actions
from spreadsheets.kinds import kinds
from tests.spreadsheets import lembar
from tests.spreadsheets.lembar import check, officer, rows_of, save
from wilayah.models import Desa

NIK = "7209010010001"


def row(**changes):
    """One cooperative with the figures of 2025; `changes` by header, with _ for a blank."""
    values = {
        "NAMA KOPERASI": "KSU Maju Bersama",
        "NIK KOPERASI": "",
        "NOMOR BADAN HUKUM": "",
        "DESA/KEL": "Uentanaga Bawah",
        "KECAMATAN": "Ratolindo",
        "BENTUK": "Primer",
        "JENIS": "Konsumen",
        "TAHUN BUKU": "2025",
        "TANGGAL RAT": "14-03-2026",
        "ANGGOTA L": "24",
        "ANGGOTA P": "31",
        "MODAL SENDIRI": "Rp. 125.000.000,00",
        "SHU": "18500000",
    }
    return values | {name.replace("_", " "): value for name, value in changes.items()}


def received(rows, **options):
    header = list(dict.fromkeys(title for each in rows for title in each))
    return lembar.received(rows, kind="koperasi", header=header, **options)


def checked(rows, *, tahun_buku=None, **options):
    return check(received(rows, **options), options={"tahun_buku": tahun_buku})


def saved(rows, **options):
    return save(checked(rows, **options))


def states(upload):
    return [each.state for each in rows_of(upload)]


def changes(upload, number=0):
    return {each["label"]: (each["old"], each["new"]) for each in rows_of(upload)[number].changes}


def desa(name="Uentanaga Bawah"):
    return Desa.objects.get(name=name)


def titled(title, rows):
    """The table below a line that says what all of it is about."""
    header = list(rows[0])
    lines = [title, ";".join(header), *(";".join(each[name] for name in header) for each in rows)]
    file = SimpleUploadedFile("rat.csv", "\n".join(lines).encode())
    return actions.receive(kind=kinds()["koperasi"], file=file, by=officer())


def without_year():
    return {name: value for name, value in row().items() if name != "TAHUN BUKU"}
