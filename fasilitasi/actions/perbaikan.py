"""A finished case whose result was typed wrongly: its day and its numbers put right, with the reason kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from common.templatetags.indonesia import tanggal
from fasilitasi.actions.kasus import lock_case, step
from fasilitasi.actions.penyelesaian import refuse_second_grant
from fasilitasi.choices import Status
from fasilitasi.models import Fasilitasi
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.models import Sertifikat
from legalitas.nomor import normalise_number


@transaction.atomic
def correct_result(
    *,
    fasilitasi: Fasilitasi,
    by: Any,
    reason: str,
    result_on: date,
    numbers: Mapping[Sertifikat, str] | None = None,
) -> Fasilitasi:
    """`numbers` by the paper they stand on; what is left out stays.

    The step of the result moves to the right day, and a step of its own says what stood there, why and by whom. Papers
    of the same day move along. Frozen reports keep their rows: the screen says by how much today's figures differ.
    """
    fasilitasi = lock_case(fasilitasi)
    _refuse_unless_finished(fasilitasi, reason)
    before = fasilitasi.result_on
    told = [] if before == result_on else _redate(fasilitasi, result_on)
    for paper, raw in (numbers or {}).items():
        told += _renumber(fasilitasi, paper, raw, by)
    if not told:
        raise ValidationError("Tidak ada yang berubah. Ubah tanggal atau nomornya, atau pilih Batal.")
    fasilitasi.save(update_fields=["result_on", "updated_at"])
    correction = step(
        fasilitasi,
        Status.TERBIT,
        timezone.localdate(),
        by,
        "\n".join([*told, f"Alasan: {reason}"]),
        fasilitasi.tahap_now,
    )
    correction.is_correction = True
    correction.save()
    return fasilitasi


def _refuse_unless_finished(fasilitasi: Fasilitasi, reason: str) -> None:
    if fasilitasi.archived_at:
        raise ValidationError(f"{fasilitasi.nomor} sudah diarsipkan. Kembalikan dahulu dari arsip.")
    if fasilitasi.status != Status.TERBIT:
        raise ValidationError(f"{fasilitasi.nomor} belum selesai, jadi hasilnya belum dapat diperbaiki.")
    if not reason:
        raise ValidationError({"reason": "Tulis alasannya, misalnya tahun yang keliru diketik."})


def _redate(fasilitasi: Fasilitasi, to: date) -> list[str]:
    before = fasilitasi.result_on
    if to > timezone.localdate():
        raise ValidationError({"result_on": "Tanggal tidak boleh di masa depan."})
    if to < fasilitasi.applied_on:
        raise ValidationError({"result_on": "Tanggal tidak boleh mendahului tanggal permohonan."})
    steps = fasilitasi.langkahfasilitasi_set.filter(is_correction=False).order_by("pk")
    result, *later = steps.filter(status=Status.TERBIT)
    earlier = steps.filter(pk__lt=result.pk, happened_on__gt=to).first()
    if earlier:
        raise ValidationError({"result_on": f"Sudah ada langkah sebelumnya yang lebih akhir: {earlier}."})
    if any(each.happened_on < to for each in later):
        raise ValidationError({"result_on": f"Sudah ada langkah sesudahnya yang lebih awal: {later[0]}."})
    if before is None or to.year != before.year:
        refuse_second_grant(fasilitasi, to, fasilitasi.alasan_ulang)
    result.happened_on = fasilitasi.result_on = to
    result.save(update_fields=["happened_on"])
    for paper in fasilitasi.papers:
        if paper.issued_on == before:
            paper.issued_on = to
            paper.full_clean()
            paper.save(update_fields=["issued_on", "updated_at"])
    return [f"Tanggal hasil {tanggal(before)} menjadi {tanggal(to)}."]


def _renumber(fasilitasi: Fasilitasi, paper: Sertifikat, raw: str, by: Any) -> list[str]:
    # The one that was just given its new day, not the copy that the page was made of.
    own = next((each for each in fasilitasi.papers if each.pk == paper.pk), None)
    if own is None:
        raise ValidationError("Sertifikat ini bukan hasil fasilitasi ini.")
    if own.jenis in NUMBER_ON_SUBJECT:
        raise ValidationError(f"Nomor {own.get_jenis_display()} diperbaiki pada data pemohonnya.")
    number, before = normalise_number(own.jenis, raw), own.number_on_paper
    if number == before:
        return []
    if not number:
        raise ValidationError({f"number_{own.pk}": "Nomor tidak dapat dihapus, hanya diperbaiki."})
    own.number_on_paper = number
    try:
        own.full_clean()
    except ValidationError as error:
        raise ValidationError({f"number_{own.pk}": error.messages}) from None
    # Whoever corrects it has seen the paper.
    own.verified_at, own.verified_by = timezone.now(), by
    own.save(update_fields=["number_on_paper", "verified_at", "verified_by", "updated_at"])
    if own.jenis == JenisSertifikat.SHAT:
        # The number of a land title tells what somebody owns: the trail of the paper keeps both.
        return ["Nomor sertipikat tanah diperbaiki."]
    return [f"Nomor {before or 'kosong'} menjadi {number}."]
