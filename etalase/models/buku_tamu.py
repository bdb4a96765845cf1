"""The visitor book at the door."""

from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import PhoneField, PlainCharField
from common.models import Archivable, Recorded, both_or_neither
from etalase.choices import Keperluan
from wilayah.models import Kecamatan

# A bus load; more is a typing error.
MOST_GUESTS = 100


class BukuTamuQuerySet(models.QuerySet):
    """Guests belong to no officer's kecamatan: the house has one door."""

    def active(self) -> Self:
        return self.filter(archived_at=None)

    def in_kecamatan(self, *kecamatan: Any) -> Self:
        """Guests who came from there."""
        return self.filter(kecamatan__in=kecamatan)


# The number is erased one day, and the trail never is.
@tracked(exclude=("phone",))
class BukuTamu(Recorded, Archivable):
    """One visit, by one guest or by several who came together."""

    name = PlainCharField("nama", max_length=120)
    asal = PlainCharField(
        "asal", max_length=120, help_text="Desa, kota, instansi, atau usaha. Misalnya: Desa Bailo."
    )
    # Blank for guests from elsewhere, and for those who do not know.
    kecamatan = models.ForeignKey(
        Kecamatan, models.PROTECT, null=True, blank=True, help_text="Bila Anda dari kabupaten ini."
    )
    keperluan = models.CharField(max_length=12, choices=Keperluan)
    description = PlainCharField("keterangan", max_length=200, blank=True)
    jumlah_tamu = models.PositiveSmallIntegerField(
        "berapa orang",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_GUESTS)],
        help_text="Anda dan yang datang bersama Anda.",
    )
    phone = PhoneField("nomor HP", blank=True)
    phone_consented_at = models.DateTimeField("nomor disetujui", null=True, blank=True, editable=False)
    text_version = models.CharField(
        "versi naskah persetujuan", max_length=20, blank=True, default="", editable=False
    )

    objects = BukuTamuQuerySet.as_manager()

    class Meta:
        verbose_name = "tamu"
        verbose_name_plural = "buku tamu"
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="etalase_bukutamu_newest")]
        constraints = [
            both_or_neither("archived"),
            models.CheckConstraint(
                condition=Q(jumlah_tamu__gte=1),
                name="etalase_bukutamu_somebody_came",
                violation_error_message="Sedikitnya satu orang.",
            ),
            models.CheckConstraint(
                condition=Q(phone="") | Q(phone_consented_at__isnull=False),
                name="etalase_bukutamu_phone_agreed_to",
                violation_error_message="Nomor hanya disimpan dengan persetujuan tamu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.asal}"
