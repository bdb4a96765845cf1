"""Who takes part. Every write holds the event's row, so that two who want the last place come one after the other."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from kegiatan.choices import StatusPeserta
from kegiatan.models import Kegiatan, Peserta
from kegiatan.pendaftaran import closed_because, place_for, places_free, unfit_because
from umkm.models import Usaha


@transaction.atomic
def sign_up(*, kegiatan: Kegiatan, usaha: Usaha, by: Any, name: str = "", phone: str = "") -> Peserta:
    """By the owner: as long as sign-up is open, and where the event is for such a business."""
    kegiatan = lock(kegiatan)
    if obstacle := obstacle_for(kegiatan, usaha):
        raise ValidationError(obstacle)
    return _add(kegiatan, Peserta(usaha=usaha, name=name, phone=phone), by)


@transaction.atomic
def register(*, peserta: Peserta, by: Any) -> Peserta:
    """By the office, an unsaved participant: whoever comes to the door is written down, too."""
    kegiatan = lock(peserta.kegiatan)
    refuse_ended(kegiatan)
    return _add(kegiatan, peserta, by)


@transaction.atomic
def cancel(*, peserta: Peserta, by: Any) -> Peserta:
    """Gives the place to the first who waits."""
    kegiatan, peserta = lock_with_event(peserta)
    refuse_ended(kegiatan)
    if peserta.kehadiran_set.exists():
        raise ValidationError(f"{peserta.person} sudah tercatat hadir.")
    if peserta.status != StatusPeserta.BATAL:
        peserta.status, peserta.cancelled_at, peserta.cancelled_by = StatusPeserta.BATAL, timezone.now(), by
        peserta.save()
        _move_up(kegiatan)
    return peserta


@transaction.atomic
def come_back(*, peserta: Peserta, by: Any) -> Peserta:
    """Who had cancelled takes a place after all, or stands at the end of the queue."""
    kegiatan, peserta = lock_with_event(peserta)
    refuse_ended(kegiatan)
    return peserta if peserta.status != StatusPeserta.BATAL else _queue(kegiatan, peserta, by)


@transaction.atomic
def fill_places(*, kegiatan: Kegiatan) -> list[Peserta]:
    """After the number of places was changed; returns those who moved up."""
    return _move_up(lock(kegiatan))


@transaction.atomic
def call_off(*, kegiatan: Kegiatan, by: Any) -> Kegiatan:
    """It will not take place; its page stays and says so."""
    kegiatan = lock(kegiatan)
    refuse_ended(kegiatan)
    kegiatan.called_off_at, kegiatan.called_off_by = timezone.now(), by
    kegiatan.save()
    return kegiatan


@transaction.atomic
def hold_again(*, kegiatan: Kegiatan, by: Any) -> Kegiatan:
    """What was called off by mistake."""
    kegiatan = lock(kegiatan)
    kegiatan.called_off_at = kegiatan.called_off_by = None
    kegiatan.save()
    return kegiatan


def obstacle_for(kegiatan: Kegiatan, usaha: Usaha | None = None) -> str:
    """Why an owner cannot sign up, for this business where one is named; empty where nothing stands in the way."""
    if kegiatan.is_draft:
        return "Kegiatan ini belum ditayangkan."
    closed = closed_because(
        is_listed=kegiatan.is_listed,
        is_called_off=kegiatan.is_called_off,
        is_closed=kegiatan.is_closed,
        begins_at=kegiatan.begins_at,
        now=timezone.now(),
    )
    if closed or kegiatan.is_open_to_owners:
        return closed or (_unfit(kegiatan, usaha) if usaha else "")
    return "Pendaftaran kegiatan ini lewat petugas. Hubungi kantor kami."


def _unfit(kegiatan: Kegiatan, usaha: Usaha) -> str:
    return unfit_because(
        bidang_wanted=kegiatan.bidang_usaha,
        bidang=usaha.bidang_usaha,
        kecamatan_wanted=kegiatan.kecamatan_id,
        kecamatan=usaha.desa.kecamatan_id if usaha.desa else None,
    )


def lock(kegiatan: Kegiatan) -> Kegiatan:
    """The row as it stands now, held until the transaction ends."""
    return Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan.pk)


def lock_with_event(peserta: Peserta) -> tuple[Kegiatan, Peserta]:
    """The event first, always: who holds it may change its participants."""
    kegiatan = lock(peserta.kegiatan)
    return kegiatan, Peserta.objects.with_subject().get(pk=peserta.pk)


def refuse_ended(kegiatan: Kegiatan) -> None:
    if kegiatan.is_called_off:
        raise ValidationError("Kegiatan ini dibatalkan.")
    if kegiatan.is_closed:
        raise ValidationError("Kegiatan ini sudah ditutup; daftar pesertanya tidak berubah lagi.")
    if kegiatan.archived_at or kegiatan.is_draft:
        raise ValidationError("Kegiatan ini masih draf atau sudah diarsipkan.")


def _add(kegiatan: Kegiatan, peserta: Peserta, by: Any) -> Peserta:
    peserta.kegiatan = kegiatan
    if known := _known(kegiatan, peserta):
        if known.status != StatusPeserta.BATAL:
            raise ValidationError(f"{known} sudah tercatat pada kegiatan ini.")
        known.name, known.phone = peserta.name or known.name, peserta.phone or known.phone
        known.instansi = peserta.instansi or known.instansi
        known.jenis_kelamin = peserta.jenis_kelamin or known.jenis_kelamin
        return _queue(kegiatan, known, by)
    return _queue(kegiatan, peserta, by)


def _known(kegiatan: Kegiatan, peserta: Peserta) -> Peserta | None:
    """The row that is there already: of the business, or of the person."""
    rows = kegiatan.peserta_set.with_subject()
    if peserta.usaha_id:
        return rows.filter(usaha=peserta.usaha_id).first()
    same = rows.filter(usaha=None, koperasi=peserta.koperasi_id, name=peserta.name)
    return (same if peserta.koperasi_id else same.filter(phone=peserta.phone)).first()


def _queue(kegiatan: Kegiatan, peserta: Peserta, by: Any) -> Peserta:
    """Whoever comes stands behind those who wait already."""
    waits = kegiatan.peserta_set.waiting().exists()
    place = place_for(kuota=kegiatan.kuota, taken=kegiatan.taken())
    peserta.status = StatusPeserta.MENUNGGU if waits else place
    peserta.queued_at, peserta.registered_by = timezone.now(), by
    peserta.cancelled_at = peserta.cancelled_by = None
    peserta.full_clean()
    peserta.save()
    return peserta


def _move_up(kegiatan: Kegiatan) -> list[Peserta]:
    waiting = list(kegiatan.peserta_set.waiting())
    free = places_free(kuota=kegiatan.kuota, taken=kegiatan.taken(), waiting=len(waiting))
    for peserta in waiting[:free]:
        peserta.status = StatusPeserta.TERDAFTAR
        peserta.save(update_fields=["status", "updated_at"])
    return waiting[:free]
