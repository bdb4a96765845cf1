"""Owners and what they allow to be shown."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Upper
from django.utils import timezone

from common.audit import tracked
from common.blind_index import BlindIndexField
from common.fields import (
    EncryptedCharField,
    IdentifierField,
    PhoneField,
    PlainCharField,
    PlainTextField,
    blind_index,
)
from common.identifiers import (
    mask_nik,
    nik_warnings,
    normalise_nik,
    normalise_rt,
    phone_warnings,
    validate_nik,
)
from common.models import Archivable, Recorded, RecordQuerySet, both_or_neither, refuse_future
from umkm.choices import JenisKelamin, NomorPribadi, Pendidikan, SaluranPersetujuan, TujuanPersetujuan
from wilayah.models import Desa

# Years of age that nobody here has reached; whoever is merely old is shown among the inconsistencies.
OLDEST_EVER = 120


class PemilikQuerySet(RecordQuerySet):
    def with_nik(self, nik: str) -> Self:
        """The owner of this NIK KTP, found without decrypting anybody's."""
        return self.filter(nik_index=blind_index(normalise_nik(nik))).exclude(nik_index="")

    def reaches(self, kecamatan: Iterable[Any]) -> Q:
        """An owner lies where the home is, and wherever a business is."""
        return Q(desa__kecamatan__in=kecamatan) | Q(
            Exists(_businesses().filter(desa__kecamatan__in=kecamatan))
        )

    def in_scope_of(self, user: Any) -> Self:
        """Also owners who have neither desa nor business yet: everybody may complete those."""
        nowhere = Q(desa=None) & ~Q(Exists(_businesses()))
        return self.filter(self.reaches(user.scope) | nowhere) if user.scope else self


def _businesses() -> models.QuerySet:
    """Those of the owner in the outer query; Usaha stands in the next module."""
    return Pemilik.usaha_set.rel.related_model._base_manager.filter(pemilik=OuterRef("pk"))


@tracked(exclude=("nik_index",), in_bulk=True)
class Pemilik(Recorded, Archivable):
    """A person who owns businesses. Only what the owner agreed to is ever public."""

    name = PlainCharField("nama lengkap", max_length=200, help_text="Seperti di KTP. Satu kata pun boleh.")
    nik = EncryptedCharField(
        "NIK KTP",
        blank=True,
        default="",
        normalise=normalise_nik,
        validate=validate_nik,
        help_text="16 angka. Disimpan terenkripsi dan hanya tampil 4 angka terakhir.",
    )
    nik_index = BlindIndexField(source="nik", default="")
    jenis_kelamin = models.CharField(max_length=1, choices=JenisKelamin, blank=True)
    tempat_lahir = PlainCharField(max_length=100, blank=True)
    tanggal_lahir = models.DateField(null=True, blank=True)
    pendidikan = models.CharField("pendidikan terakhir", max_length=20, choices=Pendidikan, blank=True)
    is_aparatur = models.BooleanField(
        "ASN, TNI, atau Polri",
        default=False,
        help_text="Beberapa bantuan tidak boleh diberikan kepada ASN, TNI, dan Polri.",
    )
    phone = PhoneField("nomor HP/WhatsApp", blank=True)
    email = models.EmailField("surel", blank=True)
    address = PlainCharField(
        "alamat rumah", max_length=300, blank=True, help_text="Jalan dan nomor, atau dusun/lingkungan."
    )
    rt = IdentifierField("RT", max_length=3, blank=True, normalise=normalise_rt)
    rw = IdentifierField("RW", max_length=3, blank=True, normalise=normalise_rt)
    desa = models.ForeignKey(Desa, models.PROTECT, null=True, blank=True, verbose_name="desa/kelurahan")
    notes = PlainTextField("catatan petugas", blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, verbose_name="akun"
    )

    objects = PemilikQuerySet.as_manager()

    class Meta:
        verbose_name = "pemilik usaha"
        verbose_name_plural = "pemilik usaha"
        ordering = ["name", "id"]
        permissions = [
            ("view_personal_data", "Dapat melihat data pribadi (telepon, alamat, omzet)"),
            ("reveal_nik", "Dapat membuka NIK KTP lengkap dengan alasan"),
        ]
        indexes = [
            GinIndex(
                OpClass(Upper("name"), "gin_trgm_ops"), name="umkm_pemilik_name_trigrams", fastupdate=False
            ),
            models.Index(fields=["phone"], condition=~Q(phone=""), name="umkm_pemilik_phone"),
        ]
        constraints = [
            both_or_neither("archived"),
            models.UniqueConstraint(
                fields=["nik_index"],
                condition=~Q(nik_index=""),
                name="umkm_pemilik_nik_once",
                violation_error_message="NIK KTP ini sudah terdaftar atas nama pemilik lain. Buka data pemilik itu.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.refuse_impossible_birth()
        if self.nik:
            self._refuse_second_owner()

    def refuse_impossible_birth(self, *, today: date | None = None) -> None:
        """`today` as in `refuse_future`."""
        today = today or timezone.localdate()
        refuse_future(self, "tanggal_lahir", today=today)
        born = self.tanggal_lahir
        if born and (born.year + OLDEST_EVER, born.month, born.day) < (today.year, today.month, today.day):
            message = (
                f"Tanggal ini lebih dari {OLDEST_EVER} tahun yang lalu. Periksa kembali, terutama tahunnya."
            )
            raise ValidationError({"tanggal_lahir": message})

    def _refuse_second_owner(self) -> None:
        twin = Pemilik.objects.with_nik(self.nik).exclude(pk=self.pk).first()
        if twin:
            raise ValidationError(
                {
                    "nik": (
                        f"NIK KTP ini sudah terdaftar atas nama {twin.name}. "
                        "Buka data pemilik itu dan tambahkan usahanya di sana."
                    )
                }
            )

    @property
    def masked_nik(self) -> str:
        return mask_nik(self.nik) if self.nik else ""

    def suspicions(self) -> list[str]:
        """What is possible but odd; shown to the officer, never a reason to refuse."""
        return [*self.nik_suspicions(), *phone_warnings(self.phone)]

    def nik_suspicions(self) -> list[str]:
        if not self.nik:
            return []
        return nik_warnings(
            self.nik, jenis_kelamin=self.jenis_kelamin or None, tanggal_lahir=self.tanggal_lahir
        )

    def allows(self, purpose: str) -> bool:
        return any(consent.purpose == purpose and consent.is_active for consent in self.persetujuan_set.all())


class PersetujuanQuerySet(models.QuerySet):
    def active(self) -> Self:
        return self.filter(withdrawn_at=None)


# A business is listed only while its owner's consent stands: touching the consent recomputes the column.
_RELIST = """
    UPDATE umkm_usaha SET is_listed = is_listed WHERE pemilik_id = {row}.pemilik_id;
    RETURN NULL;
"""


@tracked()
class Persetujuan(models.Model):
    """One owner's consent to one purpose (UU 27/2022 Pasal 20), with the text that was agreed to."""

    pemilik = models.ForeignKey(Pemilik, models.CASCADE)
    purpose = models.CharField("persetujuan", max_length=10, choices=TujuanPersetujuan)
    channel = models.CharField("disampaikan lewat", max_length=10, choices=SaluranPersetujuan)
    text_version = models.CharField("versi naskah persetujuan", max_length=20, default="2026-11")
    given_on = models.DateField("tanggal persetujuan", default=timezone.localdate)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    withdrawn_at = models.DateTimeField("ditarik", null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    objects = PersetujuanQuerySet.as_manager()

    class Meta:
        verbose_name = "persetujuan"
        verbose_name_plural = "persetujuan"
        ordering = ["pemilik", "purpose", "-given_on"]
        constraints = [
            both_or_neither("withdrawn"),
            models.UniqueConstraint(
                fields=["pemilik", "purpose"],
                condition=Q(withdrawn_at=None),
                name="umkm_persetujuan_active_once",
                violation_error_message="Persetujuan ini sudah tercatat dan masih berlaku.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="relist_on_write",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_RELIST.format(row="NEW"),
            ),
            pgtrigger.Trigger(
                name="relist_on_delete",
                when=pgtrigger.After,
                operation=pgtrigger.Delete,
                func=_RELIST.format(row="OLD"),
            ),
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()

    @property
    def is_active(self) -> bool:
        return self.withdrawn_at is None


class PembukaanNik(models.Model):
    """A NIK KTP or NPWP was shown in full: to whom, when and why. Itself a trail: never changed or deleted."""

    pemilik = models.ForeignKey(Pemilik, models.PROTECT)
    number_kind = models.CharField("nomor", max_length=4, choices=NomorPribadi, default=NomorPribadi.NIK)
    reason = PlainCharField("alasan", max_length=300)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="dibuka oleh"
    )
    opened_at = models.DateTimeField("dibuka", auto_now_add=True)

    class Meta:
        verbose_name = "pembukaan NIK"
        verbose_name_plural = "pembukaan NIK"
        ordering = ["-opened_at", "-id"]
        default_permissions = ("view",)
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_number_kind_display()} {self.pemilik}, {self.opened_at:%d-%m-%Y}"
