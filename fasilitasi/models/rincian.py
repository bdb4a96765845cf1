"""What a kind of facilitation is made of: its stages and the documents it asks for. Rows, so that staff edit them."""

from django.core.exceptions import ValidationError
from django.db import models

from common.audit import tracked
from common.fields import PlainCharField
from fasilitasi.choices import Status
from fasilitasi.langkah import STAGED
from fasilitasi.models.fasilitasi import JenisFasilitasi


class Rincian(models.Model):
    """One of the things that a kind is made of, in its order."""

    jenis = models.ForeignKey(JenisFasilitasi, models.CASCADE)
    name = PlainCharField("nama", max_length=120)
    position = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        abstract = True
        ordering = ["jenis", "position", "id"]

    def __str__(self) -> str:
        return self.name


@tracked()
class TahapJenis(Rincian):
    """A stage of a kind, finer than the general status it belongs to: `Verifikasi BPJPH` is part of `diproses`."""

    status = models.CharField(
        "bagian dari",
        max_length=20,
        choices=[(status.value, status.label) for status in STAGED],
        help_text="Status umum yang ikut tercatat saat tahap ini dicapai.",
    )
    is_active = models.BooleanField("dipakai", default=True)

    class Meta(Rincian.Meta):
        verbose_name = "tahap"
        verbose_name_plural = "tahap"
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "name"],
                name="fasilitasi_tahapjenis_once",
                violation_error_message="Tahap ini sudah ada pada jenis yang sama.",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.status and self.status not in STAGED:
            raise ValidationError({"status": f"“{Status(self.status).label}” tidak dibagi menjadi tahap."})


@tracked()
class BerkasJenis(Rincian):
    """A document that the applicant is asked for."""

    is_required = models.BooleanField("wajib", default=True)
    is_active = models.BooleanField("diminta", default=True)

    class Meta(Rincian.Meta):
        verbose_name = "berkas yang diminta"
        verbose_name_plural = "berkas yang diminta"
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "name"],
                name="fasilitasi_berkasjenis_once",
                violation_error_message="Berkas ini sudah diminta pada jenis yang sama.",
            )
        ]
