"""An owner's writes on facilitation: asks for it, brings documents, answers a repair."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from fasilitasi.actions import drop_document, move, open_case, receive_document
from fasilitasi.berkas import checklist
from fasilitasi.choices import KeadaanBerkas, Status
from fasilitasi.langkah import OPEN
from fasilitasi.models import BerkasJenis, Fasilitasi, JenisFasilitasi
from produk.models import Produk
from umkm.models import Usaha

# Until the papers have gone on to whoever issues the result.
TAKES_DOCUMENTS = (Status.DIAJUKAN, Status.DIPERIKSA, Status.PERLU_PERBAIKAN)


@transaction.atomic
def ask(*, usaha: Usaha, jenis: JenisFasilitasi, produk: Iterable[Produk], merek: str, by: Any) -> Fasilitasi:
    """A case in its first stage, in the office's queue; no officer is on it yet."""
    # Two presses at once: the second waits, and finds the first one's case.
    Usaha.objects.select_for_update(of=("self",)).get(pk=usaha.pk)
    if found := Fasilitasi.objects.active().filter(usaha=usaha, jenis=jenis, status__in=OPEN).first():
        return found
    case = Fasilitasi(usaha=usaha, jenis=jenis, merek=merek)
    case.full_clean(exclude=["nomor"])
    open_case(fasilitasi=case, by=by)
    case.produk.set(produk)
    return case


@transaction.atomic
def bring(*, fasilitasi: Fasilitasi, berkas: BerkasJenis, file: File, by: Any) -> None:
    """A document takes the place of one that was to be mended; others stand beside it."""
    case = Fasilitasi.objects.select_for_update(of=("self",)).get(pk=fasilitasi.pk)
    if case.status not in TAKES_DOCUMENTS:
        raise ValidationError("Berkas permohonan ini sudah selesai diperiksa.")
    faulty = case.berkasfasilitasi_set.filter(berkas=berkas, keadaan=KeadaanBerkas.PERLU_PERBAIKAN)
    for old in faulty.select_related("berkas"):
        drop_document(berkas=old)
    receive_document(fasilitasi=case, berkas=berkas, file=file, by=by)


@transaction.atomic
def answer_repair(*, fasilitasi: Fasilitasi, by: Any) -> Fasilitasi:
    """Back to the office, once nothing on the list is to be mended any more."""
    case = Fasilitasi.objects.select_for_update(of=("self",)).get(pk=fasilitasi.pk)
    if case.status != Status.PERLU_PERBAIKAN:
        raise ValidationError("Permohonan ini tidak sedang menunggu perbaikan.")
    if names := [
        item.berkas.name for item in checklist(case) if item.keadaan == KeadaanBerkas.PERLU_PERBAIKAN
    ]:
        raise ValidationError(f"Masih perlu diganti: {', '.join(names)}.")
    return move(
        fasilitasi=case, to=Status.DIPERIKSA, on=timezone.localdate(), by=by, notes="Diperbaiki pemohon."
    )
