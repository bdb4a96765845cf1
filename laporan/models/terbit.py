"""What the office has issued, as it left the house: nothing of it is ever changed or deleted."""

import datetime
import hashlib
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from common.fields import PlainCharField

LAPORAN = "laporan"  # the series of reports; every kind of letter has one of its own
_CODE_GROUP = 5

_KEPT_FOR_GOOD = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


def reach_field() -> ArrayField:
    return ArrayField(
        models.CharField(max_length=13),
        verbose_name="wilayah",
        help_text="Kode kecamatan yang dimuat; kosong berarti seluruh kabupaten.",
    )


class ReachQuerySet(models.QuerySet):
    def in_scope_of(self, user: Any) -> Self:
        """Papers that speak of nothing outside the kecamatan an officer is kept to."""
        codes = [kecamatan.code for kecamatan in user.scope]
        return self.filter(reach__contained_by=codes).exclude(reach=[]) if codes else self


class PersetujuanTerbitQuerySet(ReachQuerySet):
    def waiting(self) -> Self:
        """Not used yet, and nothing else about the subject was issued in the meantime."""
        overtaken = DokumenTerbit.objects.filter(
            series=LAPORAN, subject_key=OuterRef("subject_key"), pk__gt=Coalesce(OuterRef("replaces"), 0)
        )
        return self.filter(laporanterbit=None).exclude(Exists(overtaken))


class DokumenTerbitQuerySet(ReachQuerySet):
    def without_file(self) -> Self:
        """For lists and pages: the bytes of the paper stay in the database."""
        return self.select_related("replaced_by", "issued_by").defer("pdf", "replaced_by__pdf")


class DokumenTerbit(models.Model):
    """One issued paper of any kind: its number, the people on it, and the very bytes that were printed."""

    code = models.CharField("kode verifikasi", max_length=10, unique=True)
    series = models.CharField("rangkaian nomor", max_length=40)
    tahun = models.PositiveSmallIntegerField("tahun")
    number = models.PositiveIntegerField("nomor urut")
    nomor = models.CharField("nomor", max_length=100)
    # What the paper is about, in words that only programs read: there is one chain of versions about it.
    subject_key = models.CharField("pokok", max_length=300)
    version = models.PositiveSmallIntegerField("versi", default=1)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name="menggantikan"
    )
    reason = PlainCharField("alasan perbaikan", max_length=300, blank=True)
    title = models.CharField("judul", max_length=300)
    subtitle = models.CharField("keterangan judul", max_length=500, blank=True)
    reach = reach_field()
    dated_on = models.DateField("tanggal pada surat")
    letterhead = models.JSONField("kop surat")
    signature = models.JSONField("penanda tangan", null=True, blank=True)
    totals = models.JSONField("jumlah untuk verifikasi", default=list)
    pdf = models.BinaryField("berkas PDF")
    sha256 = models.CharField(max_length=64)
    issued_at = models.DateTimeField("diterbitkan")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diterbitkan oleh"
    )

    objects = DokumenTerbitQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen terbit"
        verbose_name_plural = "dokumen terbit"
        ordering = ["-issued_at", "-id"]
        default_permissions = ()
        permissions = [
            ("approve_laporan", "Dapat menyetujui laporan untuk diterbitkan"),
            ("issue_laporan", "Dapat menerbitkan laporan yang sudah disetujui"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "tahun", "number"],
                name="laporan_nomor_given_once",
                violation_error_message="Nomor ini sudah dipakai dokumen lain.",
            ),
            models.UniqueConstraint(
                fields=["subject_key", "version"],
                name="laporan_one_paper_about_a_subject",
                violation_error_message="Dokumen tentang hal yang sama sudah terbit. Terbitkan perbaikannya.",
            ),
            models.CheckConstraint(
                condition=Q(version=1, replaces=None, reason="")
                | Q(version__gt=1, replaces__isnull=False) & ~Q(reason=""),
                name="laporan_correction_names_old_and_reason",
                violation_error_message="Perbaikan harus menyebut dokumen lama dan alasannya.",
            ),
        ]
        indexes = [models.Index(fields=["series", "-issued_at", "-id"], name="laporan_issued_newest")]
        triggers = [_KEPT_FOR_GOOD]

    def __str__(self) -> str:
        return f"{self.nomor}, {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("laporan:issue", args=[self.code])

    @property
    def verification_url(self) -> str:
        return reverse("verified", args=[self.code])

    @property
    def spaced_code(self) -> str:
        """As it is printed, to be read out and typed."""
        return f"{self.code[:_CODE_GROUP]}-{self.code[_CODE_GROUP:]}"

    @property
    def replacement(self) -> "DokumenTerbit | None":
        """The next version, where there is one."""
        return getattr(self, "replaced_by", None)

    @property
    def signatories(self) -> list[dict[str, Any]]:
        return self.signature["people"] if self.signature else []

    @property
    def file(self) -> bytes:
        """The paper's bytes. Raise where they are not those that were issued."""
        content = bytes(self.pdf)
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise DamagedFile(self.nomor)
        return content


class DamagedFile(Exception):  # noqa: N818  (it is what was found, not what went wrong)
    """The stored bytes differ from their fingerprint."""


class PersetujuanTerbit(models.Model):
    """An official's yes to the figures of a preview. It holds for exactly these, and for one paper."""

    slug = models.SlugField("laporan", max_length=40)
    query = models.CharField("saringan", max_length=1000, blank=True)
    reach = reach_field()
    subject_key = models.CharField("pokok", max_length=300)
    digest = models.CharField("sidik isi", max_length=64)
    title = models.CharField("judul", max_length=300)
    subtitle = models.CharField("keterangan judul", max_length=500, blank=True)
    replaces = models.ForeignKey(
        DokumenTerbit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="menggantikan",
    )
    reason = PlainCharField("alasan perbaikan", max_length=300, blank=True)
    approved_at = models.DateTimeField("disetujui", auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="disetujui oleh"
    )

    objects = PersetujuanTerbitQuerySet.as_manager()

    class Meta:
        verbose_name = "persetujuan terbit"
        verbose_name_plural = "persetujuan terbit"
        ordering = ["-approved_at", "-id"]
        default_permissions = ()
        triggers = [_KEPT_FOR_GOOD]

    def __str__(self) -> str:
        return f"{self.title}, {self.approved_at:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        """The preview that was approved."""
        return preview_address(self)


def preview_address(preview: Any) -> str:
    """Of whatever names a kind of report, a filter and the paper to be replaced."""
    page = (
        reverse("laporan:correction", args=[preview.replaces.code])
        if preview.replaces
        else reverse("laporan:preview", args=[preview.slug])
    )
    return f"{page}?{preview.query}"


class LaporanTerbit(models.Model):
    """The figures of an issued report: screen and spreadsheets are made from them, whatever happens to the records."""

    dokumen = models.OneToOneField(DokumenTerbit, models.PROTECT, primary_key=True)
    persetujuan = models.OneToOneField(PersetujuanTerbit, models.PROTECT)
    slug = models.SlugField("laporan", max_length=40)
    query = models.CharField("saringan", max_length=1000, blank=True)
    period = models.JSONField("periode")
    scope = models.JSONField("cakupan")
    content = models.JSONField("isi")

    class Meta:
        verbose_name = "laporan terbit"
        verbose_name_plural = "laporan terbit"
        default_permissions = ()
        triggers = [_KEPT_FOR_GOOD]

    def __str__(self) -> str:
        return str(self.dokumen)

    @property
    def as_of(self) -> datetime.date:
        """The day that its figures took for today; of reports issued before that was kept, the day of issue."""
        told = self.period.get("as_of")
        return datetime.date.fromisoformat(told) if told else timezone.localdate(self.dokumen.issued_at)
