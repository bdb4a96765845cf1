"""The end of a case: its result on a day, and the paper or papers that its kind yields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from common import states
from common.numbering import lock_series
from fasilitasi.actions.kasus import lock_case, refuse_impossible, step
from fasilitasi.choices import Status
from fasilitasi.duplicates import second_grant
from fasilitasi.jumlah_nomor import Count, twice
from fasilitasi.models import COLUMN_OF, Fasilitasi, IsianHasil, NilaiHasil
from fasilitasi.sasaran import excluded, excluded_words
from legalitas.choices import NUMBER_ON_SUBJECT
from legalitas.models import Sertifikat
from produk.models import Produk


@dataclass(frozen=True)
class Numbered:
    """The number of one unit. Without products of its own its paper names those of the case."""

    number: str = ""
    produk: Sequence[Produk] | None = None


@transaction.atomic
def finish(
    *,
    fasilitasi: Fasilitasi,
    by: Any,
    result_on: date,
    number: str = "",
    numbers: Sequence[Numbered] = (),
    valid_until: date | None = None,
    nomor_ketetapan: str = "",
    notes: str = "",
    alasan_ulang: str = "",
    produk: Iterable[Produk] | None = None,
    hasil: Mapping[IsianHasil, Any] | None = None,
) -> Fasilitasi:
    """Close a case with its result on `result_on`; a kind that yields a certificate gets one, verified by `by`.

    `numbers` are several of one case, where each unit has its own; fewer than units need `notes`. The certificate
    names the case's products; `produk` says anew which those are. `hasil` are values of what the kind asks for
    beside a paper. A second grant within the limit of its kind needs `alasan_ulang`, which is kept.
    """
    fasilitasi = lock_case(fasilitasi)
    refuse_impossible(fasilitasi, Status.TERBIT, result_on)
    if produk is not None:
        fasilitasi.produk.set(produk)
    _refuse_excluded(fasilitasi)
    refuse_second_grant(fasilitasi, result_on, alasan_ulang)
    if fasilitasi.jenis.sertifikat:
        numbered = numbers or [Numbered(number)]
        _refuse_wrong_numbers(fasilitasi, [each.number for each in numbered], notes)
        first, *more = [
            _issue_certificate(fasilitasi, by, result_on, each, valid_until, nomor_ketetapan)
            for each in numbered
        ]
        fasilitasi.sertifikat = first
        fasilitasi.sertifikat_lain.set(more)
    fasilitasi.status, fasilitasi.result_on = Status.TERBIT, result_on
    fasilitasi.tahap = fasilitasi.jenis.tahapjenis_set.filter(status=Status.TERBIT, is_active=True).first()
    fasilitasi.alasan_ulang = alasan_ulang
    fasilitasi.save(
        update_fields=["status", "tahap", "result_on", "sertifikat", "alasan_ulang", "updated_at"]
    )
    step(fasilitasi, Status.TERBIT, result_on, by, notes, fasilitasi.tahap).save()
    record_result(fasilitasi=fasilitasi, hasil=hasil or {})
    return fasilitasi


@transaction.atomic
def record_result(*, fasilitasi: Fasilitasi, hasil: Mapping[IsianHasil, Any]) -> list[NilaiHasil]:
    """What came of the case, as its kind asks; all that it must have, and nothing that it does not ask for."""
    asked = IsianHasil.objects.filter(jenis=fasilitasi.jenis_id, is_active=True)
    missing = [isian.name for isian in asked if isian.is_required and isian not in hasil]
    if missing:
        raise ValidationError(f"Hasil {fasilitasi.jenis} belum lengkap: {', '.join(missing)}.")
    values = []
    for isian, value in hasil.items():
        if isian.jenis_id != fasilitasi.jenis_id:
            raise ValidationError(f"“{isian}” bukan hasil {fasilitasi.jenis}.")
        nilai = NilaiHasil(fasilitasi=fasilitasi, isian=isian, **{COLUMN_OF[isian.isian]: value})
        nilai.full_clean(validate_unique=False, validate_constraints=False)
        nilai.save()
        values.append(nilai)
    return values


def _refuse_excluded(fasilitasi: Fasilitasi) -> None:
    usaha, jenis = fasilitasi.usaha, fasilitasi.jenis
    if usaha and excluded(tolak_aparatur=jenis.tolak_aparatur, is_aparatur=usaha.pemilik.is_aparatur):
        raise ValidationError(excluded_words(jenis))


def refuse_second_grant(fasilitasi: Fasilitasi, on: date, alasan_ulang: str) -> None:
    # Two cases of one applicant that end at the same moment: the second sees the first.
    lock_series([f"hasil-{fasilitasi.jenis_id}-{fasilitasi.usaha_id}-{fasilitasi.koperasi_id}"])
    other = second_grant(fasilitasi, on.year)
    if other and not alasan_ulang:
        told = f"{fasilitasi.jenis} sudah diberikan ({other.nomor}). Tulis alasan diberikan lagi."
        raise ValidationError({"alasan_ulang": told})


def _refuse_wrong_numbers(fasilitasi: Fasilitasi, numbers: list[str], notes: str) -> None:
    count = Count(fasilitasi.jumlah_unit, sum(map(bool, numbers)), fasilitasi.jenis.nomor_per_satuan)
    found = count.too_many
    if again := twice(numbers):
        found = f"Nomor {again} ditulis dua kali."
    if found:
        raise ValidationError({"number_on_paper": found})
    if count.too_few and not notes:
        raise ValidationError({"notes": count.too_few})


def _issue_certificate(
    fasilitasi: Fasilitasi,
    by: Any,
    issued_on: date,
    numbered: Numbered,
    valid_until: date | None,
    nomor_ketetapan: str,
) -> Sertifikat:
    jenis, number = fasilitasi.jenis.sertifikat, numbered.number
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
    certificate.produk.set(fasilitasi.produk.all() if numbered.produk is None else numbered.produk)
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
