"""Documents that an applicant brought for a case, and the trail of who opened them."""

import pgtrigger
from django.conf import settings
from django.db import models

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import both_or_neither, stamp_by
from common.storage import private_storage
from fasilitasi.choices import KeadaanBerkas
from fasilitasi.models.fasilitasi import Fasilitasi
from fasilitasi.models.rincian import BerkasJenis


@tracked()
class BerkasFasilitasi(models.Model):
    """One file of a document; without a file the paper itself lies at the office. A document may have several."""

    fasilitasi = models.ForeignKey(Fasilitasi, models.CASCADE)
    berkas = models.ForeignKey(BerkasJenis, models.PROTECT)
    file = models.FileField("berkas", storage=private_storage, upload_to="fasilitasi", blank=True)
    keadaan = models.CharField(max_length=20, choices=KeadaanBerkas, default=KeadaanBerkas.ADA)
    notes = PlainTextField("catatan", blank=True)
    received_at = models.DateTimeField("diterima", auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diterima oleh"
    )
    checked_at = models.DateTimeField("diperiksa", null=True, blank=True)
    checked_by = stamp_by()

    class Meta:
        verbose_name = "berkas fasilitasi"
        verbose_name_plural = "berkas fasilitasi"
        ordering = ["fasilitasi", "berkas__position", "id"]
        # Whoever works on the case works on its documents.
        default_permissions = ()
        constraints = [
            both_or_neither("checked"),
            models.CheckConstraint(
                condition=~models.Q(keadaan=KeadaanBerkas.PERLU_PERBAIKAN) | ~models.Q(notes=""),
                name="fasilitasi_berkasfasilitasi_repair_says_what",
                violation_error_message="Tulis apa yang perlu diperbaiki.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.berkas} ({self.get_keadaan_display().lower()})"


class PembukaanBerkas(models.Model):
    """A file was opened: which document of which case, by whom and when. A trail: never changed or deleted."""

    fasilitasi = models.ForeignKey(Fasilitasi, models.PROTECT)
    # A word and no reference: the file may be taken out later, the trail stays.
    document = PlainCharField("berkas", max_length=120)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="dibuka oleh"
    )
    opened_at = models.DateTimeField("dibuka", auto_now_add=True)

    class Meta:
        verbose_name = "pembukaan berkas"
        verbose_name_plural = "pembukaan berkas"
        ordering = ["-opened_at", "-id"]
        default_permissions = ("view",)
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {self.opened_at:%d-%m-%Y}"
