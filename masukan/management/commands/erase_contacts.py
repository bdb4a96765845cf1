"""`manage.py erase_contacts`, daily: a visitor's contact is kept no longer than it was agreed to."""

from typing import Any

from django.core.management.base import BaseCommand

from masukan.actions import erase_contacts


class Command(BaseCommand):
    help = "Menghapus kontak pelapor enam bulan setelah masukannya selesai atau diarsipkan."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{erase_contacts()} kontak pelapor dihapus.")
