"""`manage.py sweep_duplicates`, nightly: looks for records that may be registered twice; changes none of them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from duplicates import tasks
from duplicates.kind import kinds
from duplicates.models import Sweep, SweepState


class Command(BaseCommand):
    help = (
        "Mencari data yang mungkin tercatat dua kali: yang berubah sejak pencarian terakhir, atau semuanya."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--semua", action="store_true", help="cari dari awal")

    def handle(self, *args: Any, semua: bool, **options: Any) -> None:
        if tasks.is_under_way():
            self.stdout.write("Pencarian lain sedang berjalan.")
            return
        asked = Sweep.objects.create(is_full=semua)
        tasks.run(asked.pk)
        asked.refresh_from_db()
        if asked.state != SweepState.DONE:
            self.stderr.write("Pencarian gagal; sebabnya ada di catatan server.")
            return
        for slug, count in asked.counts.items():
            self.stdout.write(
                f"{count['pasangan']:>7}  pasangan {kinds()[slug].title}, {count['dilihat']} diperiksa"
            )
