"""Sheets of products for tests, and their way through an import."""

from tests.factories import UsahaFactory
from tests.spreadsheets import lembar
from tests.spreadsheets.lembar import check, rows_of, save
from wilayah.models import Desa


def desa(name="Uentanaga Bawah"):
    return Desa.objects.get(name=name)


def seller(name="Dapur Sitti", **options):
    return UsahaFactory(name=name, **{"desa": desa(), "pemilik__name": "Sitti Contoh", **options})


def row(**changes):
    """One product of `seller()`; `changes` by header, with _ for a blank."""
    values = {
        "Nama Produk": "Sambal Roa",
        "Nama Usaha": "Dapur Sitti",
        "Desa": "Uentanaga Bawah",
        "Kategori": "Makanan",
        "Harga": "Rp. 35.000,-/btl",
        "Deskripsi": "Roa asap dari Togean.",
    }
    return values | {name.replace("_", " "): value for name, value in changes.items()}


def received(rows, **options):
    header = list(dict.fromkeys(title for each in rows for title in each))
    return lembar.received(rows, kind="produk", header=header, **options)


def checked(rows, **options):
    return check(received(rows, **options), options={})


def saved(rows, **options):
    return save(checked(rows, **options))


def states(upload):
    return [each.state for each in rows_of(upload)]
