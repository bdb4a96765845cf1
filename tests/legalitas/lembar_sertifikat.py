"""Sheets of certificates for tests, and their way through an import."""

from tests.factories import UsahaFactory
from tests.spreadsheets import lembar
from tests.spreadsheets.lembar import check, rows_of, save
from wilayah.models import Desa

HALAL = "ID72110001234560522"


def desa(name="Uentanaga Bawah"):
    return Desa.objects.get(name=name)


def holder(name="Dapur Sitti", **options):
    return UsahaFactory(name=name, **{"desa": desa(), "pemilik__name": "Sitti Contoh", **options})


def row(**changes):
    """One halal certificate of `holder()`; `changes` by header, with _ for a blank."""
    values = {
        "Jenis": "Halal",
        "No. Sertifikat": HALAL,
        "Nama Usaha": "Dapur Sitti",
        "Desa": "Uentanaga Bawah",
        "Tanggal Terbit": "06-07-2022",
        "Masa Berlaku": "",
        "Penerbit": "BPJPH",
    }
    return values | {name.replace("_", " "): value for name, value in changes.items()}


def received(rows, **options):
    header = list(dict.fromkeys(title for each in rows for title in each))
    return lembar.received(rows, kind="sertifikat", header=header, **options)


def checked(rows, *, jenis="", **options):
    return check(received(rows, **options), options={"jenis": jenis})


def saved(rows, **options):
    return save(checked(rows, **options))


def states(upload):
    return [each.state for each in rows_of(upload)]
