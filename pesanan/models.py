"""How often visitors asked to order: a number for each product and day, and nothing about who asked."""

from datetime import date
from typing import Self

from django.db import models

from produk.models import Produk


class KlikPesanQuerySet(models.QuerySet):
    def between(self, first: date, last: date) -> Self:
        return self.filter(clicked_on__range=(first, last))


class KlikPesan(models.Model):
    """Taps on the order button of one product on one day. What was then agreed in WhatsApp nobody here knows."""

    produk = models.ForeignKey(Produk, models.CASCADE)
    clicked_on = models.DateField("tanggal")
    jumlah = models.PositiveIntegerField("klik", default=0, editable=False)

    objects = KlikPesanQuerySet.as_manager()

    class Meta:
        verbose_name = "klik pesan"
        verbose_name_plural = "klik pesan"
        ordering = ["produk", "-clicked_on"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["produk", "clicked_on"], name="pesanan_klikpesan_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.produk}, {self.clicked_on:%d-%m-%Y}: {self.jumlah}"
