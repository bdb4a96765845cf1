"""An owner is paid for what was sold: counted up under a number, paid, and frozen."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from common.numbering import lock_series
from etalase.models import MutasiTitipan, Penyelesaian, RincianPenyelesaian
from koperasi.models import Koperasi
from umkm.models import Usaha


@transaction.atomic
def settle(*, seller: Usaha | Koperasi, until: date, by: Any) -> Penyelesaian:
    """Every sale up to a day that no settlement holds yet, also those of an earlier month written down late."""
    if until > timezone.localdate():
        raise ValidationError("Tanggal ini belum tiba. Penyelesaian hanya sampai hari ini.")
    noun = str(seller._meta.model_name)
    # Of two officers the second finds nothing left to settle.
    lock_series([f"penyelesaian {noun} {seller.pk}"])
    sales = list(MutasiTitipan.objects.of(seller).unsettled(until=until).order_by("happened_on", "id"))
    if not sales:
        raise ValidationError("Tidak ada penjualan yang belum diselesaikan sampai tanggal itu.")
    year = timezone.localdate().year
    lock_series([f"nomor penyelesaian {year}"])
    last = Penyelesaian.objects.filter(tahun=year).aggregate(last=Max("number"))["last"] or 0
    penyelesaian = Penyelesaian.objects.create(
        **{noun: seller},
        tahun=year,
        number=last + 1,
        started_on=sales[0].happened_on,
        ended_on=until,
    )
    RincianPenyelesaian.objects.bulk_create(
        RincianPenyelesaian(penyelesaian=penyelesaian, mutasi=sale) for sale in sales
    )
    return penyelesaian


@transaction.atomic
def pay(*, penyelesaian: Penyelesaian, paid_on: date, by: Any) -> Penyelesaian:
    """The owner has the money and has signed. From here on nothing of it changes."""
    penyelesaian = _open(penyelesaian)
    if paid_on < penyelesaian.ended_on:
        raise ValidationError("Pembayaran tidak mendahului hari terakhir yang dihitung.")
    penyelesaian.paid_on, penyelesaian.paid_at, penyelesaian.paid_by = paid_on, timezone.now(), by
    penyelesaian.full_clean(exclude=["usaha", "koperasi", "paid_by"])
    penyelesaian.save()
    return penyelesaian


@transaction.atomic
def cancel(*, penyelesaian: Penyelesaian, reason: str, by: Any) -> Penyelesaian:
    """Its number stays taken; its sales wait for another settlement."""
    penyelesaian = _open(penyelesaian)
    if not reason:
        raise ValidationError("Tulis alasan pembatalan.")
    penyelesaian.rincianpenyelesaian_set.all().delete()
    penyelesaian.cancelled_at, penyelesaian.cancelled_by = timezone.now(), by
    penyelesaian.reason = reason
    penyelesaian.save()
    return penyelesaian


def _open(penyelesaian: Penyelesaian) -> Penyelesaian:
    locked = Penyelesaian.objects.select_for_update(of=("self",)).get(pk=penyelesaian.pk)
    if locked.paid_on:
        raise ValidationError("Penyelesaian ini sudah dibayar dan tidak berubah lagi.")
    if locked.cancelled_at:
        raise ValidationError("Penyelesaian ini sudah dibatalkan.")
    return locked
