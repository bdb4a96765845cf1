"""`manage.py clear_imports`, daily: uploaded files and copies of their rows are kept no longer than they are needed."""

import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from spreadsheets import actions
from spreadsheets.models import OPEN, Import, ImportRow, State

KEPT = datetime.timedelta(days=7)


class Command(BaseCommand):
    help = "Membatalkan impor yang tidak diselesaikan dalam 7 hari dan menghapus salinan baris yang ditolak."

    def handle(self, *args: Any, **options: Any) -> None:
        before = timezone.now() - KEPT
        abandoned = list(Import.objects.filter(state__in=OPEN, moved_at__lt=before))
        for upload in abandoned:
            with transaction.atomic():
                actions.discard(upload)
                Import.objects.filter(pk=upload.pk).update(state=State.CANCELLED, moved_at=timezone.now())
        over = Import.objects.filter(state__in=(State.DONE, State.UNDONE), moved_at__lt=before)
        emptied = ImportRow.objects.filter(upload__in=over).exclude(cells=[], changes=[])
        count = emptied.update(cells=[], changes=[])
        strays = self.remove_strays(before)
        self.stdout.write(
            f"{len(abandoned)} impor dibatalkan, {count} baris dikosongkan, {strays} berkas tertinggal dihapus."
        )

    def remove_strays(self, before: datetime.datetime) -> int:
        """Files that no import names: a machine that stopped between two steps leaves one behind."""
        field = Import._meta.get_field("file")
        storage, root = field.storage, str(field.upload_to)
        known = set(Import.objects.exclude(file="").values_list("file", flat=True))
        strays = [
            f"{root}/{folder}/{name}"
            for folder in (storage.listdir(root)[0] if storage.exists(root) else [])
            for name in storage.listdir(f"{root}/{folder}")[1]
        ]
        strays = [name for name in strays if name not in known and storage.get_modified_time(name) < before]
        for name in strays:
            storage.delete(name)
        return len(strays)
