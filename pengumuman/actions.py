"""Who has opened an announcement."""

from typing import Any

from django.db import transaction

from pengumuman.models import Pengumuman, Terbaca


@transaction.atomic
def mark_read(*, pengumuman: Pengumuman, by: Any) -> None:
    """The first time counts; two tabs at once are one reading."""
    Terbaca.objects.bulk_create([Terbaca(pengumuman=pengumuman, user=by)], ignore_conflicts=True)
