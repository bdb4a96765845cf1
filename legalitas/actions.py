"""Writes on certificates that reach beyond the row: their private scans."""

from django.core.files.base import File
from django.db import transaction

from common.uploads import delete_on_commit, note_written
from legalitas.models import Sertifikat


@transaction.atomic
def keep_scan(*, sertifikat: Sertifikat, scan: File) -> None:
    """Store a checked scan (`legalitas.scans`); the one it replaces goes once the transaction holds."""
    old = sertifikat.scan.name
    sertifikat.scan.save(scan.name or "pindaian", scan, save=False)
    note_written(sertifikat.scan.storage, sertifikat.scan.name)
    sertifikat.save(update_fields=["scan", "updated_at"])
    delete_on_commit(sertifikat.scan.storage, old)


@transaction.atomic
def drop_scan(*, sertifikat: Sertifikat) -> None:
    """Remove a scan that should not have been kept."""
    old, storage = sertifikat.scan.name, sertifikat.scan.storage
    sertifikat.scan = ""
    sertifikat.save(update_fields=["scan", "updated_at"])
    delete_on_commit(storage, old)
