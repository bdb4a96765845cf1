"""Writes on letters: each is issued once, under a number of its own, and never changes."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from common.numbering import lock_series
from common.templatetags.indonesia import tanggal
from fasilitasi.models import Fasilitasi
from koperasi.kepatuhan import rat_due_on
from koperasi.models import Koperasi
from laporan import people
from laporan.actions import issue, wait_longer
from laporan.models import DokumenTerbit
from laporan.signature import SignatureBlock, Signing
from laporan.terbit.proposal import letterhead_data, signature_data
from surat.drafts import Draft, brand_draft, brand_key, letters_of, statement_draft
from surat.models import JenisSurat, PenerimaSurat, Surat
from surat.paper import place_and_date_of, render
from surat.pemohon import desa_of
from surat.peringatan import DAYS_TO_ANSWER, LEVELS
from surat.serah_terima import Penerimaan, handover_draft, signed_by_both
from surat.standing import Standing, standing_of
from surat.undangan import Undangan, invitation_draft
from umkm.models import Usaha


@transaction.atomic
def warn(*, koperasi: Koperasi, level: int, by: Any) -> Surat:
    """Issue SP`level` about the overdue annual meeting. Asked for twice, the same letter comes back."""
    wait_longer()
    lock_series([f"peringatan RAT {koperasi.pk}"])
    standing = standing_of(koperasi, on=timezone.localdate())
    if 0 < level <= len(standing.letters):
        return standing.letters[level - 1]
    if standing.obstacle:
        raise ValidationError(f"{koperasi}: {standing.obstacle}")
    if level != standing.next_level:
        raise ValidationError(f"{koperasi}: surat berikutnya adalah SP{standing.next_level}, menurut urutan.")
    draft = warning_draft(standing)
    return _send(
        draft,
        f"{draft.jenis.slug}|{koperasi.pk}|{standing.tahun_buku}",
        by=by,
        tahun_buku=standing.tahun_buku,
    )


def warning_draft(standing: Standing) -> Draft:
    """The next letter to a cooperative as it would read."""
    koperasi, year = standing.koperasi, standing.tahun_buku
    before = standing.letters[-1].dokumen if standing.letters else None
    values = {
        "koperasi": koperasi.name,
        "tempat": desa_of(koperasi) or settings.CAPITAL,
        "tahun_buku": str(year),
        "jatuh_tempo": tanggal(rat_due_on(year, is_primer=koperasi.is_primer)),
        "tenggat": tanggal(timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)),
        "surat_sebelumnya": f"{before.title} nomor {before.nomor} tanggal {tanggal(before.dated_on)}"
        if before
        else "",
    }
    return Draft(JenisSurat.objects.get(slug=LEVELS[standing.next_level - 1]), koperasi, values)


@transaction.atomic
def recommend_brand(*, fasilitasi: Fasilitasi, by: Any) -> Surat:
    """One brand, one application, one year (tariff for small businesses of the trade mark office).

    Asked for twice about one case, the same letter comes back; a second case of the brand is refused.
    """
    wait_longer()
    lock_series([f"rekomendasi merek {fasilitasi.usaha_id}-{fasilitasi.koperasi_id}"])
    draft = brand_draft(fasilitasi)
    if draft.letter:
        return draft.letter
    _refuse(draft)
    brand, year = brand_key(fasilitasi.merek), timezone.localdate().year
    key = f"{draft.jenis.slug}|{fasilitasi.usaha_id}-{fasilitasi.koperasi_id}|{brand}|{year}"
    return _send(draft, key, by=by, fasilitasi=fasilitasi, merek=brand)


@transaction.atomic
def state_membership(*, usaha: Usaha, by: Any) -> Surat:
    """That the office mentors this business. Asked for twice in a day, the same letter comes back."""
    wait_longer()
    lock_series([f"keterangan binaan {usaha.pk}"])
    draft = statement_draft(usaha)
    if draft.letter:
        return draft.letter
    _refuse(draft)
    return _send(draft, f"{draft.jenis.slug}|{usaha.pk}|{timezone.localdate()}", by=by)


@transaction.atomic
def invite(*, undangan: Undangan, by: Any) -> Surat:
    """One letter to all. The same invitation twice in a day is the same letter."""
    wait_longer()
    draft = invitation_draft(undangan)
    if draft.obstacle:
        raise ValidationError(draft.obstacle)
    told = json.dumps(draft.content, sort_keys=True, ensure_ascii=False)
    event = undangan.kegiatan
    told += f"|{event.pk}" if event else ""
    key = f"{draft.jenis.slug}|{hashlib.sha256(told.encode()).hexdigest()}|{timezone.localdate()}"
    lock_series([key])
    if sent := letters_of(draft.jenis).filter(dokumen__subject_key=key).first():
        return sent
    surat = _send(draft, key, by=by, reach=undangan.reach, kegiatan=event)
    PenerimaSurat.objects.bulk_create(
        [
            *(PenerimaSurat(surat=surat, usaha=usaha) for usaha in undangan.usaha),
            *(PenerimaSurat(surat=surat, koperasi=koperasi) for koperasi in undangan.koperasi),
        ]
    )
    return surat


@transaction.atomic
def hand_over(*, fasilitasi: Fasilitasi, received: Penerimaan, by: Any) -> Surat:
    """The deed of a case. Asked for twice, the same comes back: help of one case changes hands once."""
    wait_longer()
    lock_series([f"serah terima {fasilitasi.pk}"])
    draft = handover_draft(fasilitasi, received)
    if draft.letter:
        return draft.letter
    _refuse(draft)
    return _send(
        draft,
        f"{draft.jenis.slug}|{fasilitasi.pk}",
        by=by,
        both=lambda block: signed_by_both(block, received),
        fasilitasi=fasilitasi,
    )


def _refuse(draft: Draft) -> None:
    if draft.obstacle:
        raise ValidationError(f"{draft.subject}: {draft.obstacle}")


def _send(
    draft: Draft,
    subject_key: str,
    *,
    by: Any,
    reach: list[str] | None = None,
    both: Callable[[SignatureBlock], SignatureBlock] | None = None,
    **facts: Any,
) -> Surat:
    """`both` adds the other party's signature to the paper; the record of the paper keeps the office's alone."""
    today = timezone.localdate()
    letterhead = people.letterhead(today)
    signature = people.signature(today, both=False, mode=Signing.RUANG)
    signed = both(signature) if both and signature else signature
    jenis, subject, content = draft.jenis, draft.subject, draft.content
    if reach is None:
        reach = [subject.desa.kecamatan.code] if subject and subject.desa else []
    dokumen = DokumenTerbit(
        series=f"surat {jenis.klasifikasi}",
        subject_key=subject_key,
        # Nothing of the recipient: the verification page shows this to everybody.
        title=jenis.name,
        reach=reach,
        dated_on=today,
        letterhead=letterhead_data(letterhead),
        signature=signature_data(signature),
    )
    issue(
        dokumen=dokumen,
        nomor=jenis.nomor,
        render=lambda imprint, at: render(
            content,
            title=jenis.name,
            nomor=dokumen.nomor,
            letterhead=letterhead,
            signature=signed,
            place_and_date=place_and_date_of(signature, settings.CAPITAL, today),
            paper=people.paper(today),
            imprint=imprint,
            at=at,
            picture=draft.picture,
        ),
        by=by,
    )
    return Surat.objects.create(
        dokumen=dokumen,
        jenis=jenis,
        usaha=subject if isinstance(subject, Usaha) else None,
        koperasi=subject if isinstance(subject, Koperasi) else None,
        tahun=today.year,
        content=content,
        **facts,
    )
