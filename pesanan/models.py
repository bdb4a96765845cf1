"""What visitors do, as numbers of a day and nothing about who they are: order buttons used, pages looked at."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from koperasi.models import Koperasi
from produk.models import Produk
from umkm.models import Usaha


class KlikPesanQuerySet(models.QuerySet):
    def between(self, first: date, last: date) -> Self:
        return self.filter(clicked_on__range=(first, last))

    def by_day(self) -> dict[date, int]:
        """Of one subject."""
        return dict(self.values_list("clicked_on", "jumlah"))


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


class KunjunganHalamanQuerySet(models.QuerySet):
    def between(self, first: date, last: date) -> Self:
        return self.filter(viewed_on__range=(first, last))

    def by_day(self) -> dict[date, int]:
        """Of one subject."""
        return dict(self.values_list("viewed_on", "jumlah"))


def _only(name: str) -> Q:
    others = {"produk", "usaha", "koperasi"} - {name}
    return Q(**{f"{name}__isnull": False}, **{f"{other}__isnull": True for other in others})


class KunjunganHalaman(models.Model):
    """How often the page of one product or of one seller was looked at on one day."""

    produk = models.ForeignKey(Produk, models.CASCADE, null=True, blank=True, db_index=False)
    usaha = models.ForeignKey(Usaha, models.CASCADE, null=True, blank=True, db_index=False)
    koperasi = models.ForeignKey(Koperasi, models.CASCADE, null=True, blank=True, db_index=False)
    viewed_on = models.DateField("tanggal")
    jumlah = models.PositiveIntegerField("kunjungan", default=0, editable=False)

    objects = KunjunganHalamanQuerySet.as_manager()

    class Meta:
        verbose_name = "kunjungan halaman"
        verbose_name_plural = "kunjungan halaman"
        ordering = ["-viewed_on", "id"]
        default_permissions = ()
        # The keys have no index besides: each of these begins with one.
        constraints = [
            models.UniqueConstraint(
                fields=["produk", "viewed_on"], name="pesanan_kunjunganhalaman_produk_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["usaha", "viewed_on"], name="pesanan_kunjunganhalaman_usaha_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["koperasi", "viewed_on"], name="pesanan_kunjunganhalaman_koperasi_once_a_day"
            ),
            models.CheckConstraint(
                condition=_only("produk") | _only("usaha") | _only("koperasi"),
                name="pesanan_kunjunganhalaman_one_page",
                violation_error_message="Satu hitungan adalah tentang satu halaman.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.viewed_on:%d-%m-%Y}: {self.jumlah}"

    @property
    def subject(self) -> Any:
        return self.produk or self.usaha or self.koperasi
