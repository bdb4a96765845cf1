"""An owner's rights over the own data, and over who else looks after a business."""

from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from akun.models import PermintaanData
from umkm.models import Pemilik, Pengelola


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
def end_access(*, pengelola: Pengelola, by: Any) -> None:
    """At the helper's next request."""
    pengelola = Pengelola.objects.select_for_update(of=("self",)).get(pk=pengelola.pk)
    if pengelola.ended_at is None:
        pengelola.ended_at, pengelola.ended_by = timezone.now(), by
        pengelola.save(update_fields=["ended_at", "ended_by"])
