"""What a cooperative buys from, sells for, lends to or supplies to a business: the synergy of the programme."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField, RupiahField
from common.models import Recorded, refuse_reversed
from koperasi.choices import BentukKerjaSama, SifatNilai
from koperasi.models.koperasi import CurrentQuerySet, Koperasi
from umkm.models import Usaha

_REVERSED = "Tanggal berakhir tidak boleh mendahului tanggal mulai."


class KerjaSamaQuerySet(CurrentQuerySet):
    def selling(self) -> Self:
        return self.filter(bentuk=BentukKerjaSama.MENJUALKAN)


@tracked()
class KerjaSama(Recorded):
    koperasi = models.ForeignKey(Koperasi, models.CASCADE)
    usaha = models.ForeignKey(Usaha, models.PROTECT)
    bentuk = models.CharField("bentuk kerja sama", max_length=12, choices=BentukKerjaSama)
    barang = PlainCharField(
        "barang atau keperluan",
        max_length=200,
        blank=True,
        help_text="Misalnya kopra, abon ikan, atau modal kerja.",
    )
    nilai = RupiahField(null=True, blank=True, help_text="Kosongkan bila belum diketahui.")
    sifat_nilai = models.CharField(
        "nilai itu", max_length=10, choices=SifatNilai, default=SifatNilai.PER_TAHUN
    )
    started_on = models.DateField("sejak", null=True, blank=True)
    ended_on = models.DateField("sampai", null=True, blank=True)
    notes = PlainTextField("catatan", blank=True)

    objects = KerjaSamaQuerySet.as_manager()

    class Meta:
        verbose_name = "kerja sama"
        verbose_name_plural = "kerja sama"
        ordering = ["koperasi", "usaha", "bentuk", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["koperasi", "usaha", "bentuk", "barang"],
                condition=Q(ended_on=None),
                name="koperasi_kerjasama_once_at_a_time",
                violation_error_message=(
                    "Kerja sama yang sama dengan usaha ini masih berjalan. Ubah baris itu, atau isi kapan berakhir."
                ),
            ),
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="koperasi_kerjasama_in_order",
                violation_error_message=_REVERSED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_bentuk_display()}: {self.usaha} – {self.koperasi}"

    def clean(self) -> None:
        super().clean()
        refuse_reversed(self, "started_on", "ended_on", _REVERSED)
