"""`manage.py load_wilayah`: kecamatan and desa/kelurahan of the district from its region files."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.text import slugify

from common.reference import read_rows, upsert
from wilayah.models import Desa, Kecamatan


class Command(BaseCommand):
    help = "Memuat kecamatan dan desa/kelurahan dari REGION_DIR; yang sudah ada diperbarui menurut kodenya."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> str:
        folder = Path(settings.REGION_DIR)
        upsert(Kecamatan, [_kecamatan(row) for row in read_rows(folder / "kecamatan.csv")], key=("code",))
        kecamatan_by_code = Kecamatan.objects.in_bulk(field_name="code")
        upsert(
            Desa,
            [
                {
                    "code": row["kode"],
                    "name": row["nama"],
                    "jenis": row["jenis"].lower(),
                    "kecamatan": kecamatan_by_code[row["kode_kecamatan"]],
                    "postal_code": row["kode_pos"],
                }
                for row in read_rows(folder / "desa.csv")
            ],
            key=("code",),
        )
        return f"{Kecamatan.objects.count()} kecamatan dan {Desa.objects.count()} desa/kelurahan siap."


def _kecamatan(row: dict[str, str]) -> dict[str, Any]:
    return {
        "code": row["kode_kecamatan"],
        "name": row["nama_kecamatan"],
        "slug": slugify(row["nama_kecamatan"]),
        "is_island": row["kepulauan"] == "ya",
        "latitude": float(row["lat"]),
        "longitude": float(row["lng"]),
    }
