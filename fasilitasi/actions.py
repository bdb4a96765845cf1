"""Writes on facilitation cases. A case is opened, moved by signed steps, and finished with its certificate."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models.functions import Length
from django.utils import timezone

from common import states
from fasilitasi.choices import Status
from fasilitasi.langkah import may_move
from fasilitasi.models import Fasilitasi, LangkahFasilitasi
from legalitas.choices import NUMBER_ON_SUBJECT
from legalitas.models import Sertifikat
from produk.models import Produk


def next_number(year: int) -> str:
    """`FAS-2026-00001`: gapless within a year; the advisory lock makes a second clerk wait for the first."""
    prefix = f"FAS-{year}-"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [prefix])
    last = (
        Fasilitasi.objects.filter(nomor__startswith=prefix)
        .order_by(Length("nomor").desc(), "-nomor")
        .values_list("nomor", flat=True)
        .first()
    )
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:05d}"


@transaction.atomic
def open_case(*, fasilitasi: Fasilitasi, by: Any) -> Fasilitasi:
    """Give an unsaved case its number and first step."""
    fasilitasi.nomor = next_number(fasilitasi.applied_on.year)
    fasilitasi.status = Status.DIAJUKAN
    if not fasilitasi.petugas_id:
        fasilitasi.petugas = by
    if not fasilitasi.lembaga_penerbit:
        fasilitasi.lembaga_penerbit = fasilitasi.jenis.penerbit
    fasilitasi.save()
    _step(fasilitasi, Status.DIAJUKAN, fasilitasi.applied_on, by, "")
    return fasilitasi


@transaction.atomic
def redate_opening(*, fasilitasi: Fasilitasi) -> None:
    """The first step bears the date of the application; a corrected date moves with it."""
    first = fasilitasi.langkahfasilitasi_set.filter(status=Status.DIAJUKAN).order_by("pk").first()
    if first and first.happened_on != fasilitasi.applied_on:
        first.happened_on = fasilitasi.applied_on
        first.save(update_fields=["happened_on"])


@transaction.atomic
def move(*, fasilitasi: Fasilitasi, to: str, on: date, by: Any, notes: str = "") -> Fasilitasi:
    """One allowed step forward, back for repair, or out. Finishing goes through `finish`."""
    fasilitasi = _lock(fasilitasi)
    if to == Status.TERBIT:
        raise ValidationError("Gunakan “Selesaikan” agar tanggal hasil dan sertifikat ikut tercatat.")
    _refuse_impossible(fasilitasi, to, on)
    fasilitasi.status = to
    fasilitasi.save(update_fields=["status", "updated_at"])
    _step(fasilitasi, to, on, by, notes)
    return fasilitasi


@transaction.atomic
def finish(
    *,
    fasilitasi: Fasilitasi,
    by: Any,
    result_on: date,
    number: str = "",
    valid_until: date | None = None,
    nomor_ketetapan: str = "",
    notes: str = "",
    produk: Iterable[Produk] | None = None,
) -> Fasilitasi:
    """Close a case with its result on `result_on`; a kind that yields a certificate gets one, verified by `by`.

    The certificate names the case's products; `produk` says anew which those are.
    """
    fasilitasi = _lock(fasilitasi)
    _refuse_impossible(fasilitasi, Status.TERBIT, result_on)
    if produk is not None:
        fasilitasi.produk.set(produk)
    if fasilitasi.jenis.sertifikat:
        fasilitasi.sertifikat = _issue_certificate(
            fasilitasi, by, result_on, number, valid_until, nomor_ketetapan
        )
    fasilitasi.status, fasilitasi.result_on = Status.TERBIT, result_on
    fasilitasi.save(update_fields=["status", "result_on", "sertifikat", "updated_at"])
    _step(fasilitasi, Status.TERBIT, result_on, by, notes)
    return fasilitasi


def _lock(fasilitasi: Fasilitasi) -> Fasilitasi:
    return Fasilitasi.objects.select_for_update(of=("self",)).with_subject().get(pk=fasilitasi.pk)


def _refuse_impossible(fasilitasi: Fasilitasi, to: str, on: date) -> None:
    if fasilitasi.archived_at:
        raise ValidationError(f"{fasilitasi.nomor} sudah diarsipkan. Kembalikan dahulu dari arsip.")
    if not may_move(fasilitasi.status, to):
        raise ValidationError(
            f"{fasilitasi.nomor} berstatus “{fasilitasi.get_status_display()}” dan tidak dapat menjadi "
            f"“{Status(to).label}”."
        )
    if on > timezone.localdate():
        raise ValidationError("Tanggal tidak boleh di masa depan.")
    if on < fasilitasi.applied_on:
        raise ValidationError("Tanggal tidak boleh mendahului tanggal permohonan.")


def _step(fasilitasi: Fasilitasi, status: str, on: date, by: Any, notes: str) -> None:
    LangkahFasilitasi.objects.create(
        fasilitasi=fasilitasi, status=status, happened_on=on, recorded_by=by, notes=notes
    )


def _issue_certificate(
    fasilitasi: Fasilitasi,
    by: Any,
    issued_on: date,
    number: str,
    valid_until: date | None,
    nomor_ketetapan: str,
) -> Sertifikat:
    jenis = fasilitasi.jenis.sertifikat
    field = NUMBER_ON_SUBJECT.get(jenis)
    if field and number:
        # A number is stored once, on its subject (house rule 5).
        subject = fasilitasi.subject
        setattr(subject, field, number)
        subject.full_clean()
        # Nothing else: an officer may be changing the subject at this moment.
        subject.save(update_fields=[field, "updated_at"])
    certificate = Sertifikat(
        usaha=fasilitasi.usaha,
        koperasi=fasilitasi.koperasi,
        jenis=jenis,
        number_on_paper="" if field else number,
        nomor_ketetapan=nomor_ketetapan,
        merek=fasilitasi.merek,
        penerbit=fasilitasi.lembaga_penerbit,
        issued_on=issued_on,
        valid_until=valid_until,
    )
    certificate.full_clean()
    certificate.save()
    certificate.produk.set(fasilitasi.produk.all())
    return states.verify(record=certificate, by=by)
