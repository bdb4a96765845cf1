"""Writes on cooperatives that have effects beyond their own fields."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from koperasi.models import Koperasi


@transaction.atomic
def consent_phone(*, koperasi: Koperasi, by: Any) -> None:
    """The chairperson agreed that the number may be used as a WhatsApp link."""
    if not koperasi.phone_consented_at:
        koperasi.phone_consented_at, koperasi.phone_consented_by = timezone.now(), by
        koperasi.save(update_fields=["phone_consented_at", "phone_consented_by", "updated_at"])


@transaction.atomic
def withdraw_phone(*, koperasi: Koperasi, by: Any) -> None:
    koperasi.phone_consented_at = koperasi.phone_consented_by = None
    koperasi.save(update_fields=["phone_consented_at", "phone_consented_by", "updated_at"])
