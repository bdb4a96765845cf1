"""A visitor's remark: received, looked into, closed, and in time without the visitor's contact."""

import datetime
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from koperasi.models import Koperasi
from masukan.models import Masukan
from produk.models import Produk
from umkm.models import Usaha

CONTACT_KEPT = datetime.timedelta(days=183)
# Of the words beside the box that is ticked (`masukan/forms.py`).
TEXT_VERSION = "2026-11"
_ONCE_FOR = 24 * 60 * 60


@transaction.atomic
def receive(
    *,
    subject: Produk | Usaha | Koperasi | None,
    jenis: str,
    description: str = "",
    contact: str = "",
    once: str,
) -> Masukan | None:
    """Stored once, however often the same form arrives: `once` is the form's own name. None for its copies.

    The cache is a table of the same database: a copy waits for the first and is refused when that one commits.
    """
    if not cache.add(f"masukan:{once}", "", _ONCE_FOR):
        return None
    about = {str(subject._meta.model_name): subject} if subject else {}
    agreed = {"contact_consented_at": timezone.now(), "text_version": TEXT_VERSION} if contact else {}
    return Masukan.objects.create(jenis=jenis, description=description, contact=contact, **about, **agreed)


@transaction.atomic
def start(*, masukan: Masukan, by: Any) -> Masukan:
    masukan = _lock(masukan)
    if masukan.progress != "baru":
        raise ValidationError("Masukan ini sudah ditangani petugas lain.")
    masukan.started_at, masukan.started_by = timezone.now(), by
    masukan.save()
    return masukan


@transaction.atomic
def finish(*, masukan: Masukan, by: Any) -> Masukan:
    """Whoever reads it later wants to know what came of it."""
    masukan = _lock(masukan)
    if masukan.finished_at:
        raise ValidationError("Masukan ini sudah selesai.")
    if not masukan.notes:
        raise ValidationError("Tulis dan simpan dahulu catatan: apa yang ditemukan dan diperbaiki.")
    now = timezone.now()
    if not masukan.started_at:
        masukan.started_at, masukan.started_by = now, by
    masukan.finished_at, masukan.finished_by = now, by
    masukan.save()
    return masukan


@transaction.atomic
def reopen(*, masukan: Masukan, by: Any) -> Masukan:
    masukan = _lock(masukan)
    masukan.finished_at = masukan.finished_by = None
    masukan.save()
    return masukan


def erase_contacts() -> int:
    """Of all that has been closed, or put away, for CONTACT_KEPT."""
    return _over().exclude(contact="").update(contact="")


def _over() -> QuerySet:
    before = timezone.now() - CONTACT_KEPT
    return Masukan.objects.filter(Q(finished_at__lt=before) | Q(archived_at__lt=before))


def _lock(masukan: Masukan) -> Masukan:
    return Masukan.objects.select_for_update(of=("self",)).get(pk=masukan.pk)
