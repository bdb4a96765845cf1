"""`manage.py refresh_search`: count the words of the catalogue anew, nightly or after a large import."""

from typing import Any

from django.core.management.base import BaseCommand

from produk import vocabulary


class Command(BaseCommand):
    help = "Menghitung ulang kata-kata katalog untuk pembetulan ejaan pencarian. Aman diulang."

    def handle(self, *args: Any, **options: Any) -> str:
        return f"{vocabulary.refresh()} kata siap dicari."
