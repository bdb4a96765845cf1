"""Reference data: business classification by edition, and the size thresholds in force."""

from django.core.exceptions import ValidationError
from django.db import models

from common.fields import RupiahField
from common.identifiers import validate_kbli
from umkm.choices import Skala


class Kbli(models.Model):
    """A five-digit group of the KBLI. Codes changed meaning between editions, so the key is (edition, code)."""

    class Edition(models.IntegerChoices):
        KBLI_2020 = 2020, "KBLI 2020"
        KBLI_2025 = 2025, "KBLI 2025"

    edition = models.PositiveSmallIntegerField("edisi", choices=Edition)
    code = models.CharField("kode", max_length=5)
    title = models.CharField("judul", max_length=300)
    kategori = models.CharField(max_length=1)

    class Meta:
        verbose_name = "KBLI"
        verbose_name_plural = "KBLI"
        ordering = ["edition", "code"]
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="umkm_kbli_edition_code")]

    def __str__(self) -> str:
        return f"{self.code} {self.title} (KBLI {self.edition})"

    def clean(self) -> None:
        super().clean()
        try:
            validate_kbli(self.code)
        except ValidationError as error:
            raise ValidationError({"code": error}) from None


class BatasSkala(models.Model):
    """Upper bounds of a size class (PP 7/2021 Pasal 35), from a date on; a new regulation adds rows."""

    berlaku_mulai = models.DateField()
    skala = models.CharField(max_length=10, choices=Skala)
    modal_maksimum = RupiahField(help_text="Di luar tanah dan bangunan tempat usaha.")
    penjualan_maksimum = RupiahField("hasil penjualan tahunan maksimum")
    dasar_hukum = models.CharField(max_length=200)

    class Meta:
        verbose_name = "batas skala usaha"
        verbose_name_plural = "batas skala usaha"
        ordering = ["-berlaku_mulai", "modal_maksimum"]
        constraints = [
            models.UniqueConstraint(fields=["berlaku_mulai", "skala"], name="umkm_batasskala_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_skala_display()} sejak {self.berlaku_mulai:%d-%m-%Y}"
