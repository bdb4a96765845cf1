"""Closing an event: those who came get their facilitation, finished, with the paper that its kind yields."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from common.templatetags.indonesia import tanggal
from fasilitasi import actions as facilitation
from fasilitasi.models import Fasilitasi
from fasilitasi.sheets.reading import COURSE, PARTICIPANT
from kegiatan.actions.pendaftaran import lock
from kegiatan.models import Kegiatan, Peserta


@dataclass(frozen=True)
class Refused:
    peserta: Peserta
    reason: str


@dataclass
class Closing:
    created: list[Fasilitasi] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


@transaction.atomic
def close(*, kegiatan: Kegiatan, by: Any) -> Closing:
    """Each participant for themselves: one who is refused leaves the others their facilitation.

    Asked for again, it makes up for those who were refused before and doubles nobody.
    """
    kegiatan = lock(kegiatan)
    if obstacle := closing_obstacle(kegiatan):
        raise ValidationError(obstacle)
    result = Closing()
    for peserta in to_facilitate(kegiatan) if kegiatan.jenis_fasilitasi_id else []:
        try:
            with transaction.atomic():
                result.created.append(_facilitate(kegiatan, peserta, by))
        except ValidationError as error:
            result.refused.append(Refused(peserta, " ".join(error.messages)))
    if not kegiatan.is_closed:
        kegiatan.closed_at, kegiatan.closed_by = timezone.now(), by
        kegiatan.save(update_fields=["closed_at", "closed_by", "updated_at"])
    return result


def closing_obstacle(kegiatan: Kegiatan) -> str:
    if kegiatan.is_called_off:
        return "Kegiatan ini dibatalkan."
    if kegiatan.archived_at or kegiatan.is_draft:
        return "Kegiatan ini masih draf atau sudah diarsipkan."
    if kegiatan.days[-1] > timezone.localdate():
        return f"Kegiatan ini berlangsung sampai {tanggal(kegiatan.ends_on)}. Tutup sesudahnya."
    return ""


def to_facilitate(kegiatan: Kegiatan) -> list[Peserta]:
    """Who came for a business or a cooperative and has no facilitation from this event yet."""
    rows = kegiatan.peserta_set.came().with_subject().filter(fasilitasi=None)
    return [peserta for peserta in rows if peserta.usaha_id or peserta.koperasi_id]


def _facilitate(kegiatan: Kegiatan, peserta: Peserta, by: Any) -> Fasilitasi:
    case = Fasilitasi(
        jenis=kegiatan.jenis_fasilitasi,
        usaha=peserta.usaha,
        koperasi=peserta.koperasi,
        angkatan=kegiatan.angkatan,
        applied_on=kegiatan.days[0],
        tahun_anggaran=kegiatan.days[0].year,
        notes=_told(kegiatan, peserta),
    )
    case.full_clean(exclude=["nomor"])
    case = facilitation.open_case(fasilitasi=case, by=by)
    case = facilitation.finish(fasilitasi=case, by=by, result_on=kegiatan.days[-1])
    peserta.fasilitasi = case
    peserta.save(update_fields=["fasilitasi", "updated_at"])
    return case


def _told(kegiatan: Kegiatan, peserta: Peserta) -> str:
    """In the words of the sheet of participants, so that an import of the same training finds these cases."""
    first, last = kegiatan.days[0], kegiatan.days[-1]
    told = {
        COURSE: kegiatan.name,
        "Lokasi: ": kegiatan.place,
        "Waktu: ": "" if first == last else f"{tanggal(first)} s.d. {tanggal(last)}",
        "Lama: ": f"{kegiatan.jam_pelajaran} JP" if kegiatan.jam_pelajaran else "",
        "Narasumber: ": kegiatan.narasumber,
        PARTICIPANT: peserta.person if peserta.koperasi_id else "",
    }
    return "\n".join(f"{label}{value}" for label, value in told.items() if value)
