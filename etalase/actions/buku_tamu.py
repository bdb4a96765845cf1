"""A guest signs the book once, and leaves no number behind for longer than agreed."""

import datetime
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from etalase.models import BukuTamu

PHONE_KEPT = datetime.timedelta(days=183)
# Of the words beside the box that is ticked (`etalase/forms/buku_tamu.py`).
TEXT_VERSION = "2026-11"
_ONCE_FOR = 24 * 60 * 60


@transaction.atomic
def sign_in(*, once: str, phone: str = "", **told: Any) -> BukuTamu | None:
    """Stored once, however often the same form arrives: `once` is the form's own name. None for its copies."""
    if not cache.add(f"buku-tamu:{once}", "", _ONCE_FOR):
        return None
    agreed = {"phone_consented_at": timezone.now(), "text_version": TEXT_VERSION} if phone else {}
    return BukuTamu.objects.create(phone=phone, **told, **agreed)


def erase_phones() -> int:
    """Of all visits longer ago than PHONE_KEPT."""
    return (
        BukuTamu.objects.filter(created_at__lt=timezone.now() - PHONE_KEPT).exclude(phone="").update(phone="")
    )
