"""Writes on facilitation cases. A case is opened, moved by signed steps, and finished with its certificate."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from common import states
from common.numbering import lock_series
from fasilitasi.actions.angkatan import hold_place
from fasilitasi.choices import Status
from fasilitasi.duplicates import second_grant
from fasilitasi.langkah import may_reach
from fasilitasi.models import Fasilitasi, LangkahFasilitasi, TahapJenis
from fasilitasi.sasaran import excluded, excluded_words
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.models import Sertifikat
from produk.models import Produk


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
    fasilitasi = _lock(fasilitasi)
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
    fasilitasi = _lock(fasilitasi)
    if tahap and (tahap.jenis_id != fasilitasi.jenis_id or tahap.status != to):
        raise ValidationError(f"“{tahap}” bukan tahap {fasilitasi.jenis}.")
    if to == Status.TERBIT and fasilitasi.status != Status.TERBIT:
        raise ValidationError("Gunakan “Selesaikan” agar tanggal hasil dan sertifikat ikut tercatat.")
    _refuse_impossible(fasilitasi, to, on, tahap)
    fasilitasi.status, fasilitasi.tahap = to, tahap
    fasilitasi.save(update_fields=["status", "tahap", "updated_at"])
    step(fasilitasi, to, on, by, notes, tahap).save()
    _meet_commitment(fasilitasi, on)
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
    alasan_ulang: str = "",
    produk: Iterable[Produk] | None = None,
) -> Fasilitasi:
    """Close a case with its result on `result_on`; a kind that yields a certificate gets one, verified by `by`.

    The certificate names the case's products; `produk` says anew which those are. A second grant within the limit
    of its kind needs `alasan_ulang`, which is kept.
    """
    fasilitasi = _lock(fasilitasi)
    _refuse_impossible(fasilitasi, Status.TERBIT, result_on)
    if produk is not None:
        fasilitasi.produk.set(produk)
    _refuse_excluded(fasilitasi)
    _refuse_second_grant(fasilitasi, result_on, alasan_ulang)
    if fasilitasi.jenis.sertifikat:
        fasilitasi.sertifikat = _issue_certificate(
            fasilitasi, by, result_on, number, valid_until, nomor_ketetapan
        )
    fasilitasi.status, fasilitasi.result_on = Status.TERBIT, result_on
    fasilitasi.tahap = fasilitasi.jenis.tahapjenis_set.filter(status=Status.TERBIT, is_active=True).first()
    fasilitasi.alasan_ulang = alasan_ulang
    fasilitasi.save(
        update_fields=["status", "tahap", "result_on", "sertifikat", "alasan_ulang", "updated_at"]
    )
    step(fasilitasi, Status.TERBIT, result_on, by, notes, fasilitasi.tahap).save()
    return fasilitasi


def _meet_commitment(fasilitasi: Fasilitasi, on: date) -> None:
    """The last stage behind a P-IRT says that its promises are kept: the duty calendar calls no more."""
    paper = fasilitasi.sertifikat
    if fasilitasi.status != Status.TERBIT or paper is None or paper.jenis != JenisSertifikat.PIRT:
        return
    last = fasilitasi.jenis.tahapjenis_set.filter(is_active=True).last()
    if fasilitasi.tahap == last and not paper.commitment_met_on:
        paper.commitment_met_on = on
        paper.save(update_fields=["commitment_met_on", "updated_at"])


def _lock(fasilitasi: Fasilitasi) -> Fasilitasi:
    return Fasilitasi.objects.select_for_update(of=("self",)).with_subject().get(pk=fasilitasi.pk)


def _refuse_impossible(fasilitasi: Fasilitasi, to: str, on: date, tahap: TahapJenis | None = None) -> None:
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


def _refuse_excluded(fasilitasi: Fasilitasi) -> None:
    usaha, jenis = fasilitasi.usaha, fasilitasi.jenis
    if usaha and excluded(tolak_aparatur=jenis.tolak_aparatur, is_aparatur=usaha.pemilik.is_aparatur):
        raise ValidationError(excluded_words(jenis))


def _refuse_second_grant(fasilitasi: Fasilitasi, on: date, alasan_ulang: str) -> None:
    # Two cases of one applicant that end at the same moment: the second sees the first.
    lock_series([f"hasil-{fasilitasi.jenis_id}-{fasilitasi.usaha_id}-{fasilitasi.koperasi_id}"])
    other = second_grant(fasilitasi, on.year)
    if other and not alasan_ulang:
        told = f"{fasilitasi.jenis} sudah diberikan ({other.nomor}). Tulis alasan diberikan lagi."
        raise ValidationError({"alasan_ulang": told})


def step(
    fasilitasi: Fasilitasi, status: str, on: date, by: Any, notes: str = "", tahap: TahapJenis | None = None
) -> LangkahFasilitasi:
    """A dated, signed step, not yet written."""
    return LangkahFasilitasi(
        fasilitasi=fasilitasi, status=status, tahap=tahap, happened_on=on, recorded_by=by, notes=notes
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
    certificate = certificate_of(fasilitasi, issued_on, number, valid_until, nomor_ketetapan)
    certificate.full_clean()
    certificate.save()
    certificate.produk.set(fasilitasi.produk.all())
    return states.verify(record=certificate, by=by)


def certificate_of(
    fasilitasi: Fasilitasi,
    issued_on: date,
    number: str = "",
    valid_until: date | None = None,
    nomor_ketetapan: str = "",
) -> Sertifikat:
    """The paper that a case of its kind ends with, not yet written."""
    jenis = fasilitasi.jenis.sertifikat
    return Sertifikat(
        usaha=fasilitasi.usaha,
        koperasi=fasilitasi.koperasi,
        jenis=jenis,
        number_on_paper="" if jenis in NUMBER_ON_SUBJECT else number,
        nomor_ketetapan=nomor_ketetapan,
        merek=fasilitasi.merek,
        penerbit=fasilitasi.lembaga_penerbit,
        issued_on=issued_on,
        valid_until=valid_until,
    )
