"""Goods on consignment: batches with their terms, and the ledger of what came in and left."""

from datetime import date
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.urls import reverse
from django.utils import timezone

from common.audit import tracked
from common.fields import PlainCharField, RupiahField
from common.models import Recorded, RecordQuerySet
from etalase.choices import JenisMutasi
from etalase.persediaan import Bagi, effect, share
from koperasi.models import Koperasi
from produk.models import Produk
from umkm.models import Usaha

MOST_AT_ONCE, MOST_PRICE = 10_000, 100_000_000

_TERMS_STAY = """
    RAISE EXCEPTION 'the terms of a batch stay as they were agreed' USING ERRCODE = 'check_violation';
"""
_KEEP_STOCK = """
    UPDATE etalase_titipan
    SET stok = stok + CASE NEW.jenis WHEN 'masuk' THEN NEW.jumlah ELSE -NEW.jumlah END
    WHERE id = NEW.titipan_id;
    RETURN NULL;
"""


class TitipanQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("produk__kecamatan",)

    def on_shelf(self) -> Self:
        return self.filter(stok__gt=0)

    def of(self, seller: Usaha | Koperasi) -> Self:
        return self.filter(**{f"produk__{seller._meta.model_name}": seller})

    def with_product(self) -> Self:
        # Numbers of a person that the shelf never shows stay encrypted where they are.
        return self.select_related("produk__usaha", "produk__koperasi").defer("produk__usaha__npwp")


@tracked(exclude=("stok",))
class Titipan(Recorded):
    """Goods of one product at one price. Another price is another batch, so that what was sold keeps its own."""

    produk = models.ForeignKey(Produk, models.PROTECT)
    harga_titip = RupiahField(
        "harga untuk pemilik", help_text="Yang diterima pemilik untuk setiap satuan yang terjual."
    )
    harga_jual = RupiahField("harga di rak")
    started_on = models.DateField("dititipkan sejak", default=timezone.localdate)
    # Kept by the ledger's trigger, so that the database itself refuses to sell what is not there.
    stok = models.IntegerField("sisa di rak", default=0, db_default=0, editable=False)

    objects = TitipanQuerySet.as_manager()

    class Meta:
        verbose_name = "titipan"
        verbose_name_plural = "titipan"
        ordering = ["-started_on", "-id"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["produk"], condition=Q(stok__gt=0), name="etalase_titipan_on_shelf"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(stok__gte=0),
                name="etalase_titipan_stock_not_negative",
                violation_error_message="Barang di rak tidak sebanyak itu.",
            ),
            models.CheckConstraint(
                condition=Q(harga_jual__gte=F("harga_titip")),
                name="etalase_titipan_sold_for_no_less",
                violation_error_message="Harga di rak tidak boleh lebih rendah daripada harga untuk pemilik.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="terms_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("harga_titip", "harga_jual"),
                condition=pgtrigger.AnyChange("harga_titip", "harga_jual"),
                func=_TERMS_STAY,
            )
        ]

    def __str__(self) -> str:
        return str(self.produk)

    def get_absolute_url(self) -> str:
        """The card of its product."""
        return reverse("etalase:card", args=[self.produk_id])

    @property
    def jasa(self) -> int:
        """What stays with the house of each unit."""
        return self.harga_jual - self.harga_titip


class MutasiTitipanQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("titipan__produk__kecamatan",)

    def of(self, seller: Usaha | Koperasi) -> Self:
        return self.filter(**{f"titipan__produk__{seller._meta.model_name}": seller})

    def sold(self) -> Self:
        return self.filter(jenis=JenisMutasi.TERJUAL)

    def unsettled(self, *, until: date | None = None) -> Self:
        """Sales, and sales taken back, that no settlement holds yet."""
        rows = self.sold().filter(rincianpenyelesaian=None)
        return rows.filter(happened_on__lte=until) if until else rows

    def between(self, start: date | None, end: date | None) -> Self:
        rows = self.filter(happened_on__gte=start) if start else self
        return rows.filter(happened_on__lte=end) if end else rows

    def counts(self) -> dict[str, int]:
        """How many of each kind, whatever was taken back left out."""
        sums = {jenis: Sum("jumlah", filter=Q(jenis=jenis), default=0) for jenis in JenisMutasi.values}
        return self.order_by().aggregate(**sums)

    def owed(self) -> int:
        """The owner's part of these sales."""
        amount = Sum(F("jumlah") * F("titipan__harga_titip"), default=0)
        return self.order_by().aggregate(owed=amount)["owed"]


class MutasiTitipan(models.Model):
    """A line of the ledger. Nothing in it is changed: a wrong line is taken back by one with a reason."""

    titipan = models.ForeignKey(Titipan, models.PROTECT)
    jenis = models.CharField("mutasi", max_length=8, choices=JenisMutasi)
    jumlah = models.IntegerField("jumlah")
    happened_on = models.DateField("tanggal", default=timezone.localdate)
    notes = PlainCharField("catatan", max_length=200, blank=True)
    reverses = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reversed_by",
        verbose_name="membatalkan baris",
    )
    reason = PlainCharField("alasan pembatalan", max_length=200, blank=True)
    recorded_at = models.DateTimeField("dicatat", auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="oleh"
    )

    objects = MutasiTitipanQuerySet.as_manager()

    class Meta:
        verbose_name = "mutasi titipan"
        verbose_name_plural = "mutasi titipan"
        ordering = ["-happened_on", "-id"]
        default_permissions = ("view", "add")
        permissions = [("reverse_mutasititipan", "Dapat membatalkan baris buku titipan")]
        indexes = [models.Index(fields=["happened_on", "id"], name="etalase_mutasi_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses=None, reason="", jumlah__gt=0)
                | Q(reverses__isnull=False, jumlah__lt=0) & ~Q(reason=""),
                name="etalase_mutasi_taken_back_with_reason",
                violation_error_message="Jumlah harus lebih dari nol; pembatalan harus menyebut alasannya.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="keep_stock", when=pgtrigger.After, operation=pgtrigger.Insert, func=_KEEP_STOCK
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.jumlah} {self.titipan}"

    @property
    def effect(self) -> int:
        return effect(self.jenis, self.jumlah)

    @property
    def bagi(self) -> Bagi:
        """Of a sale: whose money it is."""
        terms = self.titipan
        return share(self.jumlah, harga_titip=terms.harga_titip, harga_jual=terms.harga_jual)

    @property
    def is_reversed(self) -> bool:
        return hasattr(self, "reversed_by")
