"""Writes around certificates: their private scans, and who was reminded of what."""

from typing import Any

from django.core.files.base import File
from django.db import transaction

from common.uploads import delete_on_commit, note_written
from koperasi.models import Koperasi
from legalitas.models import Pengingat, Sertifikat
from umkm.models import Usaha


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


@transaction.atomic
def remind(
    *, jenis: str, record: Sertifikat | Koperasi | Usaha, channel: str, by: Any, notes: str = ""
) -> Pengingat:
    """Note that the holder of a paper, a cooperative or a business was told of a duty."""
    paper = record if isinstance(record, Sertifikat) else None
    subject = paper.subject if paper else record
    return Pengingat.objects.create(
        jenis=jenis,
        sertifikat=paper,
        usaha=subject if isinstance(subject, Usaha) else None,
        koperasi=subject if isinstance(subject, Koperasi) else None,
        channel=channel,
        notes=notes,
        reminded_by=by,
    )
