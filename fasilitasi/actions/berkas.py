"""Writes on the documents of a case: received, judged, opened, taken out again."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from common.uploads import delete_on_commit, note_written
from fasilitasi.choices import KeadaanBerkas
from fasilitasi.models import BerkasFasilitasi, BerkasJenis, Fasilitasi, PembukaanBerkas

# Of all documents of one case together: more is a slip or a flood.
MOST_FILES = 60


@transaction.atomic
def receive_document(
    *, fasilitasi: Fasilitasi, berkas: BerkasJenis, file: File | None, by: Any
) -> BerkasFasilitasi:
    """A checked file (`legalitas.scans`), or None for a paper that lies at the office."""
    Fasilitasi.objects.select_for_update(of=("self",)).get(pk=fasilitasi.pk)
    if fasilitasi.archived_at:
        raise ValidationError("Fasilitasi ini sudah diarsipkan. Kembalikan dahulu dari arsip.")
    if berkas.jenis_id != fasilitasi.jenis_id:
        raise ValidationError("Berkas ini tidak diminta untuk jenis fasilitasi ini.")
    if fasilitasi.berkasfasilitasi_set.count() >= MOST_FILES:
        raise ValidationError(
            f"Paling banyak {MOST_FILES} berkas untuk satu fasilitasi. Hapus yang tidak perlu."
        )
    received = BerkasFasilitasi(fasilitasi=fasilitasi, berkas=berkas, received_by=by)
    if file is not None:
        received.file.save(file.name or "berkas", file, save=False)
        note_written(received.file.storage, received.file.name)
    received.save()
    return received


@transaction.atomic
def judge_document(*, berkas: BerkasFasilitasi, keadaan: str, by: Any, notes: str = "") -> BerkasFasilitasi:
    """Whole, or to be mended; what is to be mended is said."""
    berkas = BerkasFasilitasi.objects.select_for_update(of=("self",)).get(pk=berkas.pk)
    if keadaan == KeadaanBerkas.PERLU_PERBAIKAN and not notes:
        raise ValidationError("Tulis apa yang perlu diperbaiki, agar pemohon tahu.")
    berkas.keadaan, berkas.notes = keadaan, notes
    is_checked = keadaan != KeadaanBerkas.ADA
    berkas.checked_at, berkas.checked_by = (timezone.now(), by) if is_checked else (None, None)
    berkas.save()
    return berkas


@transaction.atomic
def drop_document(*, berkas: BerkasFasilitasi) -> None:
    """One that was uploaded by mistake; the audit trail keeps that it was there."""
    name, storage = berkas.file.name, berkas.file.storage
    berkas.delete()
    delete_on_commit(storage, name)


def open_document(*, berkas: BerkasFasilitasi, by: Any) -> PembukaanBerkas:
    """Put on record who is about to see the file."""
    return PembukaanBerkas.objects.create(
        fasilitasi_id=berkas.fasilitasi_id, document=berkas.berkas.name, opened_by=by
    )
