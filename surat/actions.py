"""Writes on letters: a warning is issued in its order, once, under a number of its own."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from common.numbering import lock_series
from common.templatetags.indonesia import tanggal
from koperasi.kepatuhan import rat_due_on
from koperasi.models import Koperasi
from laporan import people
from laporan.actions import issue, wait_longer
from laporan.models import DokumenTerbit
from laporan.signature import Signing
from laporan.terbit.proposal import letterhead_data, signature_data
from surat.models import JenisSurat, Surat
from surat.paper import place_and_date_of, render
from surat.peringatan import DAYS_TO_ANSWER, LEVELS
from surat.standing import Standing, standing_of
from surat.wording import filled, paragraphs


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
    jenis = JenisSurat.objects.get(slug=LEVELS[level - 1])
    return _send(
        jenis=jenis,
        koperasi=koperasi,
        tahun_buku=standing.tahun_buku,
        subject_key=f"{jenis.slug}|{koperasi.pk}|{standing.tahun_buku}",
        values=warning_values(standing),
        by=by,
    )


def warning_values(standing: Standing) -> dict[str, str]:
    """What the words in braces stand for."""
    koperasi, year = standing.koperasi, standing.tahun_buku
    before = standing.letters[-1].dokumen if standing.letters else None
    return {
        "koperasi": koperasi.name,
        "tahun_buku": str(year),
        "jatuh_tempo": tanggal(rat_due_on(year, is_primer=koperasi.is_primer)),
        "tenggat": tanggal(timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)),
        "surat_sebelumnya": f"{before.title} nomor {before.nomor} tanggal {tanggal(before.dated_on)}"
        if before
        else "",
    }


def content_of(jenis: JenisSurat, koperasi: Koperasi, values: dict[str, str]) -> dict[str, Any]:
    place = f"{koperasi.desa.get_jenis_display()} {koperasi.desa.name}" if koperasi.desa else settings.CAPITAL
    return {
        "sifat": jenis.sifat,
        "perihal": filled(jenis.perihal, values),
        "recipient": [f"Pengurus {koperasi.name}", "di –", place],
        "paragraphs": paragraphs(jenis.body, values),
    }


def _send(
    *,
    jenis: JenisSurat,
    koperasi: Koperasi,
    tahun_buku: int,
    subject_key: str,
    values: dict[str, str],
    by: Any,
) -> Surat:
    today = timezone.localdate()
    letterhead = people.letterhead(today)
    signature = people.signature(today, both=False, mode=Signing.RUANG)
    content = content_of(jenis, koperasi, values)
    dokumen = DokumenTerbit(
        series=f"surat {jenis.klasifikasi}",
        subject_key=subject_key,
        # Nothing of the recipient: the verification page shows this to everybody.
        title=jenis.name,
        reach=[koperasi.desa.kecamatan.code] if koperasi.desa else [],
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
            signature=signature,
            place_and_date=place_and_date_of(signature, settings.CAPITAL, today),
            paper=people.paper(today),
            imprint=imprint,
            at=at,
        ),
        by=by,
    )
    return Surat.objects.create(
        dokumen=dokumen, jenis=jenis, koperasi=koperasi, tahun_buku=tahun_buku, content=content
    )
