"""What visitors tell the office about a page: a wrong price, a dead number, a seller who is gone."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import Archivable, Recorded, RecordQuerySet, both_or_neither, stamp_by
from koperasi.models import Koperasi
from masukan.choices import JenisMasukan
from produk.models import Produk
from umkm.models import Usaha

LONGEST = 1000


class MasukanQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("produk__kecamatan", "usaha__desa__kecamatan", "koperasi__desa__kecamatan")

    def open(self) -> Self:
        return self.active().filter(finished_at=None)

    def with_subject(self) -> Self:
        return self.select_related("produk", "usaha", "koperasi")

    def in_scope_of(self, user: Any) -> Self:
        """What is about no record in particular lies nowhere: everybody may look into it."""
        nowhere = Q(produk=None, usaha=None, koperasi=None)
        return self.filter(self.reaches(user.scope) | nowhere) if user.scope else self


# The contact is erased one day, and the trail never is.
@tracked(exclude=("contact",))
class Masukan(Recorded, Archivable):
    produk = models.ForeignKey(Produk, models.PROTECT, null=True, blank=True, editable=False)
    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True, editable=False)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True, editable=False)
    jenis = models.CharField("yang dilaporkan", max_length=15, choices=JenisMasukan)
    description = PlainTextField("keterangan", blank=True, max_length=LONGEST)
    contact = PlainCharField("kontak pelapor", max_length=100, blank=True)
    contact_consented_at = models.DateTimeField("kontak disetujui", null=True, blank=True, editable=False)
    text_version = models.CharField(
        "versi naskah persetujuan", max_length=20, blank=True, default="", editable=False
    )
    notes = PlainTextField(
        "catatan petugas", blank=True, help_text="Apa yang ditemukan dan apa yang sudah diperbaiki."
    )
    started_at = models.DateTimeField("mulai ditangani", null=True, blank=True, editable=False)
    started_by = stamp_by()
    finished_at = models.DateTimeField("selesai", null=True, blank=True, editable=False)
    finished_by = stamp_by()

    objects = MasukanQuerySet.as_manager()

    class Meta:
        verbose_name = "masukan pengunjung"
        verbose_name_plural = "masukan pengunjung"
        ordering = ["-created_at", "-id"]
        # Only visitors bring one in.
        default_permissions = ("view", "change")
        indexes = [
            models.Index(
                fields=["-created_at"],
                condition=Q(finished_at=None, archived_at=None),
                name="masukan_masukan_open",
            )
        ]
        constraints = [
            both_or_neither("archived"),
            both_or_neither("started"),
            both_or_neither("finished"),
            models.CheckConstraint(
                condition=Q(usaha=None, koperasi=None)
                | Q(produk=None, koperasi=None)
                | Q(produk=None, usaha=None),
                name="masukan_masukan_one_subject",
                violation_error_message="Satu masukan hanya tentang satu halaman.",
            ),
            models.CheckConstraint(
                condition=Q(contact="") | Q(contact_consented_at__isnull=False),
                name="masukan_masukan_contact_agreed_to",
                violation_error_message="Kontak hanya disimpan dengan persetujuan pelapor.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.subject or 'situs ini'}"

    @property
    def subject(self) -> Produk | Usaha | Koperasi | None:
        return self.produk or self.usaha or self.koperasi

    @property
    def progress(self) -> str:
        """baru, diproses, selesai."""
        if self.finished_at:
            return "selesai"
        return "diproses" if self.started_at else "baru"
