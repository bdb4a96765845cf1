"""The offices whose civil servants take part, how many those are month by month, and who reports for them."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import PhoneField, PlainCharField
from common.models import Archivable, Recorded, both_or_neither


def first_of_month(model: str, name: str) -> models.CheckConstraint:
    """A month is kept as its first day."""
    return models.CheckConstraint(
        condition=Q(**{f"{name}__day": 1}),
        name=f"belanja_asn_{model}_{name}_starts_month",
        violation_error_message="Bulan ditulis sebagai tanggal satu.",
    )


class OpdQuerySet(models.QuerySet):
    """An OPD serves the whole district and lies in no officer's kecamatan."""

    def active(self) -> Self:
        return self.filter(archived_at=None)

    def reported_by(self, user: Any) -> Self:
        """Those that this user is recap officer of."""
        mine = PetugasRekap.objects.current().filter(account=user)
        return self.active().filter(pk__in=mine.values("opd"))


@tracked()
class Opd(Recorded, Archivable):
    """Organisasi Perangkat Daerah: an office of the district with its civil servants."""

    name = PlainCharField("nama perangkat daerah", max_length=200)
    singkatan = PlainCharField("nama singkat", max_length=40, help_text="Seperti disebut sehari-hari.")
    slug = models.SlugField("alamat", max_length=220, unique=True, editable=False)
    contact = PlainCharField("petugas yang dihubungi", max_length=200, blank=True)
    phone = PhoneField("WhatsApp petugas", blank=True, help_text="Untuk pesan pengingat rekap.")

    objects = OpdQuerySet.as_manager()

    class Meta:
        verbose_name = "perangkat daerah"
        verbose_name_plural = "perangkat daerah"
        ordering = ["name", "id"]
        constraints = [
            both_or_neither("archived"),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(archived_at=None),
                name="belanja_asn_opd_name_once",
                violation_error_message="Perangkat daerah ini sudah terdaftar.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class JumlahAsn(models.Model):
    """How many civil servants an OPD has from a month on, until a later number is known."""

    opd = models.ForeignKey(Opd, models.CASCADE, verbose_name="perangkat daerah")
    bulan = models.DateField("mulai bulan", help_text="Tanggal satu, misalnya 01-11-2026.")
    jumlah = models.PositiveIntegerField("jumlah ASN", help_text="PNS dan PPPK.")

    class Meta:
        verbose_name = "jumlah ASN"
        verbose_name_plural = "jumlah ASN"
        ordering = ["opd", "-bulan"]
        constraints = [
            first_of_month("jumlahasn", "bulan"),
            models.UniqueConstraint(
                fields=["opd", "bulan"],
                name="belanja_asn_jumlahasn_month_once",
                violation_error_message="Jumlah ASN untuk bulan ini sudah tercatat. Ubah baris itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opd.singkatan}, {self.bulan:%m-%Y}: {self.jumlah}"


class PetugasRekapQuerySet(models.QuerySet):
    def current(self) -> Self:
        return self.filter(is_active=True, account__is_active=True)


@tracked()
class PetugasRekap(models.Model):
    """Who reports for an OPD, and so sees the names of its civil servants: of no other OPD."""

    opd = models.ForeignKey(Opd, models.CASCADE, verbose_name="perangkat daerah")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="petugasrekap_set", verbose_name="akun"
    )
    is_active = models.BooleanField("masih bertugas", default=True)
    created_at = models.DateTimeField("sejak", auto_now_add=True)

    objects = PetugasRekapQuerySet.as_manager()

    class Meta:
        verbose_name = "petugas rekap"
        verbose_name_plural = "petugas rekap"
        ordering = ["opd", "account", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["opd", "account"],
                name="belanja_asn_petugasrekap_once",
                violation_error_message="Akun ini sudah menjadi petugas rekap perangkat daerah ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} – {self.opd.singkatan}"
