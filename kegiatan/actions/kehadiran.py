"""Who came on which day, and what was sold."""

import datetime
from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from common.templatetags.indonesia import tanggal
from kegiatan.actions.pendaftaran import lock, lock_with_event, refuse_ended
from kegiatan.choices import StatusPeserta
from kegiatan.models import Kegiatan, Kehadiran, Peserta


@transaction.atomic
def check_in(*, peserta: Peserta) -> Kehadiran:
    """By the participant, with the code at the door: today, once however often it is sent."""
    kegiatan, peserta = lock_with_event(peserta)
    today = timezone.localdate()
    _refuse_day(kegiatan, today)
    if not peserta.is_registered:
        raise ValidationError("Nama Anda belum mendapat tempat. Temui petugas di meja pendaftaran.")
    return Kehadiran.objects.get_or_create(peserta=peserta, happened_on=today)[0]


@transaction.atomic
def note_day(
    *, kegiatan: Kegiatan, on: datetime.date, shown: Collection[int], came: Collection[int], by: Any
) -> int:
    """By the office: of those shown, the ones who came. Returns how many are noted for that day.

    Whoever waited for a place and came has one: somebody else's chair was empty.
    """
    kegiatan = lock(kegiatan)
    _refuse_day(kegiatan, on)
    rows = kegiatan.peserta_set.not_cancelled().filter(pk__in=shown)
    noted = {row.peserta_id: row for row in Kehadiran.objects.filter(peserta__in=rows, happened_on=on)}
    for peserta in rows:
        if peserta.pk in came and peserta.pk not in noted:
            Kehadiran.objects.create(peserta=peserta, happened_on=on, officer=by)
            _give_place(peserta)
        elif peserta.pk not in came and peserta.pk in noted:
            noted[peserta.pk].delete()
    return Kehadiran.objects.filter(peserta__kegiatan=kegiatan, happened_on=on).count()


@transaction.atomic
def note_turnover(*, peserta: Peserta, amount: int | None) -> Peserta:
    """What a participant sold at a bazaar; also after it was closed, for many tell only then."""
    kegiatan, peserta = lock_with_event(peserta)
    if not kegiatan.is_bazaar:
        raise ValidationError("Hasil penjualan hanya dicatat untuk bazar dan pameran.")
    if kegiatan.begins_at > timezone.now():
        raise ValidationError("Bazar ini belum dimulai.")
    peserta.penjualan = amount
    peserta.full_clean()
    peserta.save(update_fields=["penjualan", "updated_at"])
    return peserta


@transaction.atomic
def renew_key(*, kegiatan: Kegiatan) -> Kegiatan:
    """The code at the door that was printed or photographed before holds no more."""
    kegiatan = lock(kegiatan)
    kegiatan.key_version += 1
    kegiatan.save(update_fields=["key_version", "updated_at"])
    return kegiatan


def _refuse_day(kegiatan: Kegiatan, day: datetime.date) -> None:
    refuse_ended(kegiatan)
    if day not in kegiatan.days:
        raise ValidationError(f"{tanggal(day)} bukan hari kegiatan ini.")
    if day > timezone.localdate():
        raise ValidationError(f"{tanggal(day)} belum tiba.")


def _give_place(peserta: Peserta) -> None:
    if not peserta.is_registered:
        peserta.status = StatusPeserta.TERDAFTAR
        peserta.save(update_fields=["status", "updated_at"])
