"""`manage.py load_reference`: everything a new portal needs before its first record."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from common.reference import read_rows, upsert
from fasilitasi.rujukan import load_kinds
from produk.models import Kategori
from surat.models import JenisSurat
from umkm.models import BatasSkala, Kbli


class Command(BaseCommand):
    help = "Memuat wilayah, KBLI, batas skala, kategori produk, jenis fasilitasi, jenis surat, dan peran. Aman diulang."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> str:
        base = Path(settings.BASE_DIR)
        call_command("load_wilayah", stdout=self.stdout)
        for edition in Kbli.Edition.values:
            upsert(Kbli, _kbli(base / "umkm/data" / f"kbli_{edition}.csv", edition), key=("edition", "code"))
        upsert(BatasSkala, read_rows(base / "umkm/data/batas_skala.csv"), key=("berlaku_mulai", "skala"))
        upsert(Kategori, read_rows(base / "produk/data/kategori.csv"), key=("slug",))
        kinds = load_kinds()
        # A letter is numbered and worded by the office; only missing kinds are added.
        letters = [JenisSurat(**row) for row in read_rows(base / "surat/data/jenis_surat.csv")]
        JenisSurat.objects.bulk_create(letters, ignore_conflicts=True)
        call_command("load_roles", stdout=self.stdout)
        return f"{Kbli.objects.count()} kode KBLI dan {kinds} jenis fasilitasi siap."


def _kbli(path: Path, edition: int) -> list[dict[str, Any]]:
    return [
        {
            "edition": edition,
            "code": row["kode"],
            "title": _sentence(row["judul"]),
            "kategori": row["kategori"],
        }
        for row in read_rows(path)
    ]


def _sentence(title: str) -> str:
    """The 2025 list is printed in capitals; lists read better without."""
    return title.capitalize() if title.isupper() else title
