"""What the house owes an owner for goods that were sold, counted up and paid."""

from typing import Self, cast

import pgtrigger
from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse

from common.audit import tracked
from common.fields import PlainCharField
from common.models import Recorded, RecordQuerySet, both_or_neither, exactly_one, refuse_future, stamp_by
from etalase.models.titipan import MutasiTitipan
from koperasi.models import Koperasi
from umkm.models import Usaha

_PAID = "RAISE EXCEPTION 'a settlement that was paid stays as it was' USING ERRCODE = 'check_violation';"
_LINES_OF_PAID = """
    IF EXISTS (
        SELECT 1 FROM etalase_penyelesaian
        WHERE paid_on IS NOT NULL AND id IN (
            CASE WHEN TG_OP <> 'INSERT' THEN OLD.penyelesaian_id END,
            CASE WHEN TG_OP <> 'DELETE' THEN NEW.penyelesaian_id END
        )
    ) THEN
        RAISE EXCEPTION 'a settlement that was paid stays as it was' USING ERRCODE = 'check_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
"""


class PenyelesaianQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("usaha__desa__kecamatan", "koperasi__desa__kecamatan")

    def with_total(self) -> Self:
        """`total`: the owner's part of all lines; `jumlah`: how many goods."""
        lines = "rincianpenyelesaian__mutasi__"
        amount = Sum(F(f"{lines}jumlah") * F(f"{lines}titipan__harga_titip"))
        return self.annotate(total=Coalesce(amount, 0), jumlah=Coalesce(Sum(F(f"{lines}jumlah")), 0))

    def with_seller(self) -> Self:
        return self.select_related("usaha__pemilik", "koperasi").defer("usaha__npwp", "usaha__pemilik__nik")

    def valid(self) -> Self:
        return self.filter(cancelled_at=None)

    def unpaid(self) -> Self:
        return self.valid().filter(paid_on=None)


@tracked()
class Penyelesaian(Recorded):
    """Numbered when it is drawn up, signed when it is paid, and unchangeable from then on."""

    # On rows read `with_total()`.
    total: int
    jumlah: int

    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True)
    tahun = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField("nomor urut")
    started_on = models.DateField("dari tanggal")
    ended_on = models.DateField("sampai tanggal")
    paid_on = models.DateField("dibayar pada", null=True, blank=True)
    paid_at = models.DateTimeField("pembayaran dicatat", null=True, blank=True, editable=False)
    paid_by = stamp_by()
    cancelled_at = models.DateTimeField("dibatalkan", null=True, blank=True, editable=False)
    cancelled_by = stamp_by()
    reason = PlainCharField("alasan pembatalan", max_length=200, blank=True)

    objects = PenyelesaianQuerySet.as_manager()

    class Meta:
        verbose_name = "penyelesaian titipan"
        verbose_name_plural = "penyelesaian titipan"
        ordering = ["-tahun", "-number"]
        default_permissions = ("view", "add", "change")
        constraints = [
            exactly_one("usaha", "koperasi", "Satu penyelesaian untuk satu usaha atau satu koperasi."),
            both_or_neither("paid"),
            both_or_neither("cancelled"),
            models.UniqueConstraint(
                fields=["tahun", "number"],
                name="etalase_penyelesaian_numbered_once",
                violation_error_message="Nomor ini sudah dipakai penyelesaian lain.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__gte=F("started_on")),
                name="etalase_penyelesaian_in_order",
                violation_error_message="Tanggal akhir tidak boleh mendahului tanggal awal.",
            ),
            models.CheckConstraint(
                condition=Q(paid_on=None, paid_at=None) | Q(paid_on__isnull=False, paid_at__isnull=False),
                name="etalase_penyelesaian_payment_recorded",
                violation_error_message="Tanggal pembayaran dan pencatatnya terisi bersama.",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None, reason="")
                | Q(cancelled_at__isnull=False, paid_on=None) & ~Q(reason=""),
                name="etalase_penyelesaian_cancelled_with_reason",
                violation_error_message="Yang sudah dibayar tidak dapat dibatalkan; pembatalan menyebut alasannya.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="paid_is_kept",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__paid_on__isnull=False),
                func=_PAID,
            ),
            # Two businesses that turn out to be one: its papers follow, whatever else stays.
            pgtrigger.Trigger(
                name="paid_is_frozen",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["usaha", "koperasi", "updated_at"]),
                func=f"IF OLD.paid_on IS NOT NULL THEN {_PAID} END IF; RETURN NEW;",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor}, {self.seller}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "paid_on")

    def get_absolute_url(self) -> str:
        return reverse("etalase:settlement", args=[self.pk])

    @property
    def nomor(self) -> str:
        return f"TTP-{self.tahun}-{self.number:04d}"

    @property
    def seller(self) -> Usaha | Koperasi:
        # The database allows exactly one of the two.
        return cast("Usaha | Koperasi", self.usaha or self.koperasi)

    @property
    def keadaan(self) -> str:
        """dibatalkan, dibayar, belum."""
        if self.cancelled_at:
            return "dibatalkan"
        return "dibayar" if self.paid_on else "belum"


@tracked()
class RincianPenyelesaian(models.Model):
    """A sale in a settlement; each sale is paid once."""

    penyelesaian = models.ForeignKey(Penyelesaian, models.CASCADE)
    mutasi = models.OneToOneField(MutasiTitipan, models.PROTECT)

    class Meta:
        verbose_name = "rincian penyelesaian"
        verbose_name_plural = "rincian penyelesaian"
        ordering = ["penyelesaian", "mutasi"]
        default_permissions = ()
        triggers = [
            pgtrigger.Trigger(
                name="lines_of_paid_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=_LINES_OF_PAID,
            )
        ]

    def __str__(self) -> str:
        return f"{self.penyelesaian.nomor}: {self.mutasi}"
