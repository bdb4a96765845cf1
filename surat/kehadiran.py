"""Certificates of those who took part in an event: one each, numbered, checked by its code like every issued paper."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from common.numbering import lock_series
from common.templatetags.indonesia import sampai
from kegiatan.models import Kegiatan, Peserta
from laporan import people
from laporan.actions import issue, wait_longer
from laporan.document import letterhead_parts, signature_parts
from laporan.glyphs import printable
from laporan.imprint import Imprint
from laporan.layout import breakable
from laporan.models import DokumenTerbit
from laporan.pdf import typeset
from laporan.signature import Letterhead, SignatureBlock, Signing
from laporan.terbit.proposal import letterhead_data, signature_data
from surat.models import SertifikatHadir

# Each takes a third of a second of a processor: so many keep nobody waiting for long.
MOST_AT_ONCE = 10
_POINTS_PER_MM = 72 / 25.4
_ROOM, _TEXT, _NAME, _LINE = 257 * _POINTS_PER_MM, 11, 30, 60


def entitled(kegiatan: Kegiatan) -> QuerySet[Peserta]:
    """Who came, with the paper of those who have it already."""
    rows = kegiatan.peserta_set.came().with_subject()
    return rows.select_related("sertifikathadir__dokumen").defer(
        "usaha__npwp", "usaha__pemilik__nik", "sertifikathadir__dokumen__pdf"
    )


def certifying_obstacle(kegiatan: Kegiatan) -> str:
    if not kegiatan.is_closed:
        return "Tutup kegiatan ini dahulu, agar daftar hadirnya tidak berubah lagi."
    if people.signature(timezone.localdate(), both=False, mode=Signing.RUANG) is None:
        return "Belum ada kepala dinas yang tercatat menjabat hari ini. Isi dahulu pejabat penanda tangan."
    return ""


@transaction.atomic
def certify(*, peserta: Peserta, by: Any) -> SertifikatHadir:
    """Asked for twice, the same paper comes back. A certificate without a number in the register takes this one."""
    wait_longer()
    lock_series([f"sertifikat hadir {peserta.pk}"])
    if known := SertifikatHadir.objects.filter(peserta=peserta).first():
        return known
    kegiatan, today = peserta.kegiatan, timezone.localdate()
    if obstacle := certifying_obstacle(kegiatan):
        raise ValidationError(obstacle)
    if not kegiatan.peserta_set.came().filter(pk=peserta.pk).exists():
        raise ValidationError(f"{peserta.person} tidak tercatat hadir.")
    letterhead = people.letterhead(today)
    signature = people.signature(today, both=False, mode=Signing.RUANG)
    dokumen = DokumenTerbit(
        series="sertifikat hadir",
        subject_key=f"hadir|{peserta.pk}",
        # Nothing of the participant: the verification page shows this to everybody.
        title="Sertifikat kehadiran",
        subtitle=f"{kegiatan.name}, {sampai(kegiatan.begins_on, kegiatan.ends_on)}",
        reach=[],
        dated_on=today,
        letterhead=letterhead_data(letterhead),
        signature=signature_data(signature),
    )
    issue(
        dokumen=dokumen,
        nomor=lambda tahun, number: f"SERT-{tahun}-{number:04d}",
        render=lambda imprint, at: _paper(peserta, dokumen.nomor, letterhead, signature, imprint, at),
        by=by,
    )
    _number_in_register(peserta, dokumen.nomor)
    return SertifikatHadir.objects.create(dokumen=dokumen, peserta=peserta)


def _number_in_register(peserta: Peserta, nomor: str) -> None:
    """The facilitation of a training ends with a certificate; this is the paper of it."""
    paper = peserta.fasilitasi and peserta.fasilitasi.sertifikat
    if paper and not paper.number_on_paper:
        paper.number_on_paper = nomor
        paper.save(update_fields=["number_on_paper", "updated_at"])


def _paper(
    peserta: Peserta,
    nomor: str,
    letterhead: Letterhead,
    signature: SignatureBlock | None,
    imprint: Imprint,
    at: Any,
) -> bytes:
    kegiatan = peserta.kegiatan
    hours = f", selama {kegiatan.jam_pelajaran} jam pelajaran" if kegiatan.jam_pelajaran else ""
    told = (
        f"atas keikutsertaannya sebagai peserta {kegiatan.get_jenis_display().lower()} “{kegiatan.name}” yang diadakan "
        f"{kegiatan.organiser} di {kegiatan.place} pada {sampai(kegiatan.begins_on, kegiatan.ends_on)}{hours}."
    )
    data = {
        "author": letterhead.lines[-1],
        "title": "Sertifikat",
        "letterhead": letterhead_parts(letterhead, _ROOM * 0.7),
        "nomor": printable(f"Nomor: {nomor}"),
        "name": breakable(printable(peserta.person), _ROOM / _NAME),
        "origin": breakable(printable(peserta.origin), _LINE),
        "told": breakable(printable(told), _LINE),
        "signature": signature and signature_parts(signature, _ROOM * 0.45 / _TEXT),
        "imprint": imprint.as_data(),
        "district": printable(settings.DISTRICT_NAME),
    }
    return typeset(data, template="certificate", timestamp=int(at.timestamp()), tagged=True)
