"""What a business turned over, owned and employed in a year."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from common.audit import tracked
from common.fields import PlainCharField, RupiahField
from common.models import Recorded, refuse_future
from umkm.choices import Skala


@tracked(in_bulk=True)
class DataTahunan(Recorded):
    """A year's figures of a business, so that growth after facilitation can be shown. Rupiah and heads."""

    usaha = models.ForeignKey("umkm.Usaha", models.CASCADE)
    tahun = models.PositiveSmallIntegerField(validators=[MinValueValidator(1990), MaxValueValidator(2100)])
    modal_usaha = RupiahField(null=True, blank=True, help_text="Di luar tanah dan bangunan tempat usaha.")
    penjualan_tahunan = RupiahField(
        "hasil penjualan tahunan", null=True, blank=True, help_text="Omzet setahun, bukan sebulan."
    )
    tenaga_kerja_l = models.PositiveIntegerField("tenaga kerja laki-laki", null=True, blank=True)
    tenaga_kerja_p = models.PositiveIntegerField("tenaga kerja perempuan", null=True, blank=True)
    # Real forms often give bands instead of amounts; a band alone is a valid answer.
    skala_modal = models.CharField("kelompok modal", max_length=10, choices=Skala, blank=True)
    skala_penjualan = models.CharField("kelompok penjualan", max_length=10, choices=Skala, blank=True)
    source = PlainCharField("sumber angka", max_length=200, blank=True)

    class Meta:
        verbose_name = "data tahunan"
        verbose_name_plural = "data tahunan"
        ordering = ["usaha", "-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["usaha", "tahun"],
                name="umkm_datatahunan_once",
                violation_error_message="Angka tahun ini sudah ada untuk usaha tersebut. Ubah baris yang sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.usaha} {self.tahun}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "tahun")
