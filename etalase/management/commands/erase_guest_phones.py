"""`manage.py erase_guest_phones`, daily: a guest's number is kept no longer than it was agreed to."""

from typing import Any

from django.core.management.base import BaseCommand

from etalase.actions import erase_phones


class Command(BaseCommand):
    help = "Menghapus nomor HP pada buku tamu enam bulan setelah kunjungan."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{erase_phones()} nomor tamu dihapus.")
