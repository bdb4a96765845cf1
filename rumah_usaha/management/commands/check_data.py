"""`manage.py check_data`: how many records contradict themselves. Reads only; meant for a nightly timer."""

from typing import Any

from django.contrib import admin
from django.core.management.base import BaseCommand, CommandParser

from common.inconsistencies import MOST
from rumah_usaha import checks


class Command(BaseCommand):
    help = "Menghitung data yang janggal menurut jenisnya. Tidak mengubah apa pun."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--semua", action="store_true", help="tampilkan juga pemeriksaan yang bersih")

    def handle(self, *args: Any, semua: bool, **options: Any) -> None:
        total = 0
        for office in checks.offices(admin.site):
            rows = office.model._default_manager.filter(archived_at=None).order_by()
            for check in office.inconsistencies:
                count = checks.count_of(rows, check)
                total += count
                if count or semua:
                    shown = f"{MOST}+" if count > MOST else str(count)
                    self.stdout.write(f"{shown:>6}  {office.opts.verbose_name_plural}: {check.title}")
        self.stdout.write("Tidak ada yang janggal." if not total else "Buka Periksa data di pintu petugas.")
