"""Sheets for tests of the import, and the way of one through it. People are invented: NIK KTP 720999…."""

import csv
import io

from django.core.files.uploadedfile import SimpleUploadedFile

from spreadsheets import actions
from spreadsheets.kinds import kinds
from spreadsheets.models import Import, ImportRow
from tests.factories import UserFactory

HEADER = ["NIK", "Nama Pemilik", "Nama Usaha", "Desa", "Kecamatan", "Bidang Usaha", "Status Usaha", "No HP"]
OPTIONS = {"tahun": 2025, "edition": 2020}


def nik(number, *, day="01"):
    return f"720999{day}0190{number:04d}"


def row(number=1, **changes):
    """One whole row; `changes` by header, with _ for a blank."""
    values = {
        "NIK": nik(number),
        "Nama Pemilik": f"{_name(number)} Contoh",
        "Nama Usaha": f"Dapur {_name(number)}",
        "Desa": "Uentanaga Bawah",
        "Kecamatan": "Ratolindo",
        "Bidang Usaha": "Makanan/Minuman",
        "Status Usaha": "Perseorangan",
        "No HP": f"08120000{number:04d}",
    }
    return values | {name.replace("_", " "): value for name, value in changes.items()}


def _name(number):
    """Names that resemble each other as little as people's do."""
    first = ["Sitti", "Budi", "Ratna", "Hasan", "Dewi", "Guntur", "Melati", "Yusuf", "Lestari", "Okta"]
    last = [
        "Amran",
        "Wulandari",
        "Pratama",
        "Kusuma",
        "Tomori",
        "Halim",
        "Bungku",
        "Ndolu",
        "Sagita",
        "Fahri",
    ]
    third = ["Anoa", "Bakau", "Cendana", "Duyung", "Enau", "Flora", "Gaharu", "Hitam", "Indah", "Jingga"]
    return f"{first[number % 10]} {last[number // 10 % 10]} {third[number // 100 % 10]}{number // 1000 or ''}"


def csv_file(rows, *, header=HEADER, name="daftar.csv"):
    output = io.StringIO()
    writer = csv.writer(output, delimiter=";")
    writer.writerow(header)
    writer.writerows([each.get(title, "") for title in header] for each in rows)
    return SimpleUploadedFile(name, output.getvalue().encode(), "text/csv")


def officer(**options):
    return UserFactory(role="Petugas", **options)


def received(rows, *, by=None, kind="usaha", **options):
    return actions.receive(kind=kinds()[kind], file=csv_file(rows, **options), by=by or officer())


def checked(rows, *, by=None, options=OPTIONS, **file_options):
    """An import as far as its preview."""
    upload = received(rows, by=by, **file_options)
    return check(upload, options=options)


def check(upload, *, options=OPTIONS):
    mapping = actions.initial_mapping(upload)
    actions.check(upload=upload, mapping=mapping, options=options, by=upload.uploaded_by)
    return again(upload)


def saved(rows, **options):
    return save(checked(rows, **options))


def save(upload):
    actions.save(upload=upload, by=upload.uploaded_by)
    return again(upload)


def undone(upload):
    actions.undo(upload=upload, by=upload.uploaded_by)
    return again(upload)


def again(upload):
    return Import.objects.get(pk=upload.pk)


def rows_of(upload):
    return list(ImportRow.objects.filter(upload=upload).order_by("id"))


def messages_of(upload):
    return [problem["text"] for each in rows_of(upload) for problem in each.problems]
