"""Writes on owners and businesses that cross models."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from common import states
from umkm.choices import TujuanPersetujuan
from umkm.models import BatasSkala, DataTahunan, Pemilik, Persetujuan, Usaha
from umkm.skala import classify


@transaction.atomic
def give_consent(
    *, pemilik: Pemilik, purpose: str, channel: str, by: Any, text_version: str = "2026-11"
) -> Persetujuan:
    """Record a yes; a second yes to the same purpose changes nothing."""
    consent, _ = Persetujuan.objects.get_or_create(
        pemilik=pemilik,
        purpose=purpose,
        withdrawn_at=None,
        defaults={"channel": channel, "text_version": text_version, "recorded_by": by},
    )
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Persetujuan, by: Any) -> None:
    """What was shown because of this consent disappears with it (the database takes the business off the list)."""
    if consent.is_active:
        consent.withdrawn_at, consent.withdrawn_by = timezone.now(), by
        consent.save(update_fields=["withdrawn_at", "withdrawn_by"])


@transaction.atomic
def publish(*, usaha: Usaha, by: Any) -> Usaha:
    """Show a verified business, once its owner has agreed."""
    if (
        not Persetujuan.objects.active()
        .filter(pemilik=usaha.pemilik_id, purpose=TujuanPersetujuan.KATALOG)
        .exists()
    ):
        raise ValidationError(
            f"{usaha} belum dapat ditayangkan: persetujuan pemilik ({usaha.pemilik}) "
            "untuk menampilkan usahanya belum dicatat."
        )
    return states.publish(record=usaha, by=by)


@transaction.atomic
def compute_skala(*, usaha: Usaha) -> Usaha:
    """Keep the size class as the law computes it beside the declared one, with its basis (PP 7/2021 Pasal 35)."""
    newest = DataTahunan.objects.filter(usaha=usaha).order_by("-tahun").first()
    thresholds = list(BatasSkala.objects.filter(berlaku_mulai__lte=timezone.localdate()))
    skala, dasar = "", ""
    if newest:
        skala, dasar = classify(
            thresholds,
            modal_usaha=newest.modal_usaha,
            penjualan_tahunan=newest.penjualan_tahunan,
            skala_modal=newest.skala_modal,
            skala_penjualan=newest.skala_penjualan,
            tahun_mulai=usaha.tahun_mulai,
        )
    usaha.skala_terhitung, usaha.skala_dasar = skala, dasar
    usaha.save(update_fields=["skala_terhitung", "skala_dasar", "updated_at"])
    return usaha
