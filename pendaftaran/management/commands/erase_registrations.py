"""`manage.py erase_registrations`, daily: what applicants wrote is kept no longer than they were told."""

from typing import Any

from django.core.management.base import BaseCommand

from pendaftaran.actions import erase_expired


class Command(BaseCommand):
    help = "Menghapus draf pendaftaran yang terbengkalai 30 hari, dan data pribadi pendaftaran lama yang sudah diputus."

    def handle(self, *args: Any, **options: Any) -> None:
        drafts, decided = erase_expired()
        self.stdout.write(f"{drafts} draf dan data pribadi {decided} pendaftaran lama dihapus.")
