"""Writes on facilitation cases: opened, and moved by signed steps. Their end stands in `penyelesaian`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from common.numbering import lock_series
from fasilitasi.actions.angkatan import hold_place
from fasilitasi.choices import Status
from fasilitasi.langkah import may_reach
from fasilitasi.models import Fasilitasi, LangkahFasilitasi, TahapJenis
from legalitas.choices import JenisSertifikat


def next_number(year: int) -> str:
    return next_numbers([year])[0]


def next_numbers(years: Sequence[int]) -> list[str]:
    """`FAS-2026-00001`, one for each year given: gapless within a year; the advisory lock makes a second clerk
    wait for the first."""
    prefixes = sorted({f"FAS-{year}-" for year in years})
    lock_series(prefixes)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prefix, (SELECT max(substr(nomor, length(prefix) + 1)::int) FROM fasilitasi_fasilitasi"
            " WHERE starts_with(nomor, prefix)) FROM unnest(%s::text[]) AS prefix",
            [prefixes],
        )
        last = {prefix: number or 0 for prefix, number in cursor.fetchall()}
    numbers = []
    for year in years:
        prefix = f"FAS-{year}-"
        last[prefix] += 1
        numbers.append(f"{prefix}{last[prefix]:05d}")
    return numbers


@transaction.atomic
def open_case(*, fasilitasi: Fasilitasi, by: Any) -> Fasilitasi:
    """Give an unsaved case its number and first step."""
    fasilitasi.nomor = next_number(fasilitasi.applied_on.year)
    first = opened(fasilitasi, by)
    hold_place(fasilitasi)
    fasilitasi.save()
    first.save()
    return fasilitasi


def opened(fasilitasi: Fasilitasi, by: Any) -> LangkahFasilitasi:
    """An unsaved case as it begins, and its first step; neither is written."""
    fasilitasi.status = Status.DIAJUKAN
    if not fasilitasi.petugas_id and by.has_office_rights:
        # An applicant who asks by phone is nobody's officer.
        fasilitasi.petugas = by
    if not fasilitasi.lembaga_penerbit:
        fasilitasi.lembaga_penerbit = fasilitasi.jenis.penerbit
    return step(fasilitasi, Status.DIAJUKAN, fasilitasi.applied_on, by)


@transaction.atomic
def redate_opening(*, fasilitasi: Fasilitasi) -> None:
    """The first step bears the date of the application; a corrected date moves with it."""
    first = fasilitasi.langkahfasilitasi_set.filter(status=Status.DIAJUKAN).order_by("pk").first()
    if first and first.happened_on != fasilitasi.applied_on:
        first.happened_on = fasilitasi.applied_on
        first.save(update_fields=["happened_on"])


@transaction.atomic
def assign_officer(*, fasilitasi: Fasilitasi, petugas: Any) -> Fasilitasi:
    """Who works on an open case; a closed one stands as it was closed."""
    fasilitasi = lock_case(fasilitasi)
    if fasilitasi.archived_at or not fasilitasi.is_open:
        raise ValidationError(f"{fasilitasi.nomor} sudah ditutup atau diarsipkan.")
    fasilitasi.petugas = petugas
    fasilitasi.save(update_fields=["petugas", "updated_at"])
    return fasilitasi


@transaction.atomic
def move(
    *, fasilitasi: Fasilitasi, to: str, on: date, by: Any, tahap: TahapJenis | None = None, notes: str = ""
) -> Fasilitasi:
    """One allowed step forward, back for repair, or out, to a stage of its kind where one is named.

    Finishing goes through `finish`; the stages behind it, such as commitments, come here.
    """
    fasilitasi = lock_case(fasilitasi)
    if tahap and (tahap.jenis_id != fasilitasi.jenis_id or tahap.status != to):
        raise ValidationError(f"“{tahap}” bukan tahap {fasilitasi.jenis}.")
    if to == Status.TERBIT and fasilitasi.status != Status.TERBIT:
        raise ValidationError("Gunakan “Selesaikan” agar tanggal hasil dan sertifikat ikut tercatat.")
    refuse_impossible(fasilitasi, to, on, tahap)
    fasilitasi.status, fasilitasi.tahap = to, tahap
    fasilitasi.save(update_fields=["status", "tahap", "updated_at"])
    step(fasilitasi, to, on, by, notes, tahap).save()
    _meet_commitment(fasilitasi, on)
    return fasilitasi


def _meet_commitment(fasilitasi: Fasilitasi, on: date) -> None:
    """The last stage behind a P-IRT says that its promises are kept: the duty calendar calls no more."""
    if fasilitasi.status != Status.TERBIT or fasilitasi.jenis.sertifikat != JenisSertifikat.PIRT:
        return
    last = fasilitasi.jenis.tahapjenis_set.filter(is_active=True).last()
    if fasilitasi.tahap != last:
        return
    for paper in fasilitasi.papers:
        if paper.jenis == JenisSertifikat.PIRT and not paper.commitment_met_on:
            paper.commitment_met_on = on
            paper.save(update_fields=["commitment_met_on", "updated_at"])


def lock_case(fasilitasi: Fasilitasi) -> Fasilitasi:
    return Fasilitasi.objects.select_for_update(of=("self",)).with_subject().get(pk=fasilitasi.pk)


def refuse_impossible(fasilitasi: Fasilitasi, to: str, on: date, tahap: TahapJenis | None = None) -> None:
    if found := obstacles(fasilitasi, to, on, tahap):
        raise ValidationError(found[0])


def obstacles(fasilitasi: Fasilitasi, to: str, on: date, tahap: TahapJenis | None = None) -> list[str]:
    """Why this case cannot become so on that day."""
    found = []
    if fasilitasi.archived_at:
        found.append(f"{fasilitasi.nomor} sudah diarsipkan. Kembalikan dahulu dari arsip.")
    at = fasilitasi.tahap_now.position if fasilitasi.tahap_now else None
    stage = tahap.position if tahap else None
    if not may_reach(current=fasilitasi.status, at=at, target=to, stage=stage):
        found.append(
            f"{fasilitasi.nomor or 'Fasilitasi ini'} berstatus “{fasilitasi.status_label}” dan tidak "
            f"dapat menjadi “{tahap or Status(to).label}”."
        )
    if on > timezone.localdate():
        found.append("Tanggal tidak boleh di masa depan.")
    if on < (fasilitasi.result_on or fasilitasi.applied_on):
        first = "hasil" if fasilitasi.result_on else "permohonan"
        found.append(f"Tanggal tidak boleh mendahului tanggal {first}.")
    return found


def step(
    fasilitasi: Fasilitasi, status: str, on: date, by: Any, notes: str = "", tahap: TahapJenis | None = None
) -> LangkahFasilitasi:
    """A dated, signed step, not yet written."""
    return LangkahFasilitasi(
        fasilitasi=fasilitasi, status=status, tahap=tahap, happened_on=on, recorded_by=by, notes=notes
    )
