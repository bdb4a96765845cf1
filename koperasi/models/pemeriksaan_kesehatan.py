"""Health examinations of cooperatives by the office's examiners, one a year."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import Recorded, refuse_future
from koperasi.kesehatan import HasilKesehatan, hasil_kesehatan
from koperasi.models.koperasi import Koperasi

_OUT_OF_RANGE = "Skor kesehatan antara 0 dan 100."


@tracked()
class PemeriksaanKesehatan(Recorded):
    """The result follows from the score; what the paper says is kept beside it where it differs."""

    koperasi = models.ForeignKey(Koperasi, models.CASCADE)
    tahun = models.PositiveSmallIntegerField(
        "tahun pemeriksaan", validators=[MinValueValidator(1960), MaxValueValidator(2100)]
    )
    examined_on = models.DateField("tanggal pemeriksaan", null=True, blank=True)
    skor = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0, _OUT_OF_RANGE), MaxValueValidator(100, _OUT_OF_RANGE)],
        help_text="Nilai akhir kertas kerja pemeriksaan, 0 sampai 100.",
    )
    hasil_dinyatakan = models.CharField(
        "hasil menurut berita acara",
        max_length=25,
        choices=HasilKesehatan,
        blank=True,
        help_text="Isi hanya bila berita acara menyebut hasil yang lain dari skornya.",
    )
    examiner = PlainCharField("pemeriksa", max_length=200, blank=True)
    notes = PlainTextField("catatan", blank=True)

    class Meta:
        verbose_name = "pemeriksaan kesehatan"
        verbose_name_plural = "pemeriksaan kesehatan"
        ordering = ["koperasi", "-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["koperasi", "tahun"],
                name="koperasi_pemeriksaankesehatan_once",
                violation_error_message="Pemeriksaan tahun ini sudah tercatat. Ubah baris yang sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(skor__range=(0, 100)),
                name="koperasi_pemeriksaankesehatan_skor",
                violation_error_message=_OUT_OF_RANGE,
            ),
        ]

    def __str__(self) -> str:
        return f"Kesehatan {self.koperasi} tahun {self.tahun}: {self.hasil.label}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "examined_on", "tahun")

    @property
    def hasil_terhitung(self) -> HasilKesehatan:
        return hasil_kesehatan(Decimal(self.skor))

    @property
    def hasil(self) -> HasilKesehatan:
        return HasilKesehatan(self.hasil_dinyatakan) if self.hasil_dinyatakan else self.hasil_terhitung

    def suspicions(self) -> list[str]:
        if self.hasil == self.hasil_terhitung:
            return []
        stated, computed = self.hasil.label.lower(), self.hasil_terhitung.label.lower()
        return [f"Berita acara menyebut “{stated}”, sedangkan skornya berarti “{computed}”."]
