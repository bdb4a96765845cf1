"""Sheets of owners for tests, and their way through an import. People are invented: NIK KTP 720999…."""

from tests.spreadsheets import lembar
from tests.spreadsheets.lembar import check, nik, save

HEADER = ["NIK KTP", "Nama Lengkap", "L/P", "Tanggal Lahir", "Desa", "Kecamatan", "No HP", "Alamat"]


def row(number=1, **changes):
    """One whole row; `changes` by header, with _ for a blank."""
    person = lembar.row(number)
    values = {
        "NIK KTP": nik(number),
        "Nama Lengkap": person["Nama Pemilik"],
        "L/P": "L",
        "Tanggal Lahir": "01-01-1990",
        "Desa": "Uentanaga Bawah",
        "Kecamatan": "Ratolindo",
        "No HP": person["No HP"],
        "Alamat": "Dusun Dua",
    }
    return values | {name.replace("_", " "): value for name, value in changes.items()}


def received(rows, **options):
    header = [*HEADER, *(title for title in rows[0] if title not in HEADER)]
    return lembar.received(rows, kind="pemilik", header=header, **options)


def checked(rows, **options):
    return check(received(rows, **options), options={})


def saved(rows, **options):
    return save(checked(rows, **options))


def states(upload):
    return [each.state for each in lembar.rows_of(upload)]
