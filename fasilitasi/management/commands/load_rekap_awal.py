"""`manage.py load_rekap_awal`: opening totals of years of which only the count is known, with their source."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from common.reference import read_rows
from fasilitasi.models import JenisFasilitasi, RekapAwal


class Command(BaseCommand):
    help = "Memuat rekap awal (jumlah tanpa nama) beserta sumbernya. Angka yang sudah ada tidak diubah."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "berkas", nargs="?", type=Path, default=Path(settings.BASE_DIR) / "fasilitasi/data/rekap_awal.csv"
        )

    @transaction.atomic
    def handle(self, *args: Any, berkas: Path, **options: Any) -> str:
        kinds = JenisFasilitasi.objects.in_bulk(field_name="slug")
        for row in read_rows(berkas):
            jenis = kinds[row.pop("jenis")]
            RekapAwal.objects.get_or_create(jenis=jenis, tahun=row.pop("tahun"), kecamatan=None, defaults=row)
        return f"{RekapAwal.objects.count()} rekap awal siap."
