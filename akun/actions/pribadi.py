"""An owner's rights over the own data, and over who else looks after a business."""

from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akun.models import PermintaanData
from umkm.models import Pemilik, Pengelola

_LONGEST_NAME = 120


@transaction.atomic
def request_data(*, pemilik: Pemilik, jenis: str, description: str, once: str) -> PermintaanData | None:
    """In the office's queue; None where this very form was stored before."""
    if not cache.add(f"akun.permintaan:{pemilik.pk}:{once}", "", 24 * 60 * 60):
        return None
    return PermintaanData.objects.create(pemilik=pemilik, jenis=jenis, description=description)


@transaction.atomic
def finish_request(*, permintaan: PermintaanData, by: Any) -> PermintaanData:
    """The owner reads what was done."""
    permintaan = PermintaanData.objects.select_for_update(of=("self",)).get(pk=permintaan.pk)
    if permintaan.finished_at:
        raise ValidationError("Permintaan ini sudah selesai.")
    if not permintaan.notes:
        raise ValidationError("Tulis dan simpan dahulu jawaban kepada pemilik: apa yang dilakukan.")
    permintaan.finished_at, permintaan.finished_by = timezone.now(), by
    permintaan.save()
    return permintaan


@transaction.atomic
def allow_helper(*, pengelola: Pengelola, by: Any) -> Pengelola:
    """The office's yes to an account that an owner's link made. Who gave it stands in the trail."""
    pengelola = _lock_waiting(pengelola)
    pengelola.is_waiting = False
    pengelola.save(update_fields=["is_waiting"])
    pengelola.user.is_active = True
    pengelola.user.save(update_fields=["is_active"])
    return pengelola


@transaction.atomic
def refuse_helper(*, pengelola: Pengelola, by: Any) -> None:
    end_access(pengelola=_lock_waiting(pengelola), by=by)


def _lock_waiting(pengelola: Pengelola) -> Pengelola:
    found = _lock(pengelola)
    if not found.is_waiting or found.ended_at:
        raise ValidationError("Orang ini tidak lagi menunggu keputusan petugas.")
    return found


@transaction.atomic
def end_access(*, pengelola: Pengelola, by: Any) -> None:
    """At the helper's next request. An account that never opened gives its name free."""
    pengelola = _lock(pengelola)
    if pengelola.ended_at:
        return
    pengelola.ended_at, pengelola.ended_by = timezone.now(), by
    pengelola.save(update_fields=["ended_at", "ended_by"])
    if pengelola.is_waiting:
        user = pengelola.user
        user.username = f"{user.username[:_LONGEST_NAME]}-ditolak-{user.pk}"
        user.save(update_fields=["username"])


def _lock(pengelola: Pengelola) -> Pengelola:
    rows = Pengelola.objects.select_for_update(of=("self",)).select_related("user")
    return rows.get(pk=pengelola.pk)
