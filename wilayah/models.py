"""Kecamatan and desa/kelurahan, matched by the code of the Ministry of Home Affairs (Kepmendagri)."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from common.identifiers import postal_code_warnings, validate_postal_code


class Kecamatan(models.Model):
    code = models.CharField(
        "kode",
        max_length=8,
        unique=True,
        validators=[RegexValidator(r"^\d{2}\.\d{2}\.\d{2}$", "Bentuk kode: 72.09.01")],
    )
    name = models.CharField("nama", max_length=100)
    slug = models.SlugField("nama di alamat", max_length=100, unique=True)
    is_island = models.BooleanField("kepulauan", default=False)
    latitude = models.FloatField("lintang", null=True, blank=True)
    longitude = models.FloatField("bujur", null=True, blank=True)

    class Meta:
        verbose_name = "kecamatan"
        verbose_name_plural = "kecamatan"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Desa(models.Model):
    class Jenis(models.TextChoices):
        DESA = "desa", "Desa"
        KELURAHAN = "kelurahan", "Kelurahan"

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT)
    code = models.CharField(
        "kode",
        max_length=13,
        unique=True,
        validators=[RegexValidator(r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$", "Bentuk kode: 72.09.01.2005")],
    )
    name = models.CharField("nama", max_length=100)
    jenis = models.CharField(max_length=10, choices=Jenis)
    postal_code = models.CharField("kode pos", max_length=5, blank=True)

    class Meta:
        verbose_name = "desa/kelurahan"
        verbose_name_plural = "desa/kelurahan"
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.name}, Kec. {self.kecamatan.name}"

    def clean(self) -> None:
        super().clean()
        try:
            validate_postal_code(self.postal_code)
        except ValidationError as error:
            raise ValidationError({"postal_code": error}) from None

    def suspicions(self) -> list[str]:
        return postal_code_warnings(self.postal_code)
