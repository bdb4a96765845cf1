"""Opening totals of years without names."""

from django.db import models

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import Recorded, refuse_future
from fasilitasi.models.fasilitasi import YEAR, JenisFasilitasi
from wilayah.models import Kecamatan


@tracked()
class RekapAwal(Recorded):
    """A total of a year of which no names are known, with its source. Reports show it apart from named records."""

    jenis = models.ForeignKey(JenisFasilitasi, models.PROTECT)
    tahun = models.PositiveSmallIntegerField(validators=YEAR)
    kecamatan = models.ForeignKey(
        Kecamatan,
        models.PROTECT,
        null=True,
        blank=True,
        help_text="Kosongkan bila hanya jumlah kabupaten yang diketahui.",
    )
    jumlah = models.PositiveIntegerField()
    source = PlainCharField("sumber", max_length=300)
    source_url = models.URLField("alamat sumber", blank=True)
    source_on = models.DateField("tanggal sumber", null=True, blank=True)
    notes = PlainTextField("catatan", blank=True)

    class Meta:
        verbose_name = "rekap awal (tanpa nama)"
        verbose_name_plural = "rekap awal (tanpa nama)"
        ordering = ["tahun", "jenis", "kecamatan"]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "tahun", "kecamatan"],
                nulls_distinct=False,
                name="fasilitasi_rekapawal_once",
                violation_error_message="Rekap awal untuk jenis, tahun, dan kecamatan ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.tahun}: {self.jumlah}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "tahun", "source_on")
