"""Sheets on their way in: the file, its rows as they were understood, and how a header is read."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from common.audit import tracked
from common.fields import PlainCharField
from common.models import both_or_neither, stamp_by
from common.storage import private_storage


class State(models.TextChoices):
    """How far an import has come."""

    UPLOADED = "diunggah", "Menunggu pilihan lembar dan kolom"
    CHECKING = "diperiksa", "Sedang diperiksa"
    PREVIEW = "pratinjau", "Menunggu disimpan"
    SAVING = "disimpan", "Sedang disimpan"
    DONE = "selesai", "Selesai"
    FAILED = "gagal", "Gagal diperiksa"
    CANCELLED = "dibatalkan", "Dibatalkan"
    UNDOING = "mengurungkan", "Sedang diurungkan"
    UNDONE = "diurungkan", "Diurungkan"


class RowState(models.TextChoices):
    """What saving would do with a row."""

    NEW = "baru", "Baru"
    CHANGED = "berubah", "Berubah"
    SAME = "sama", "Sama"
    TWIN = "kembar", "Mungkin kembar"
    REFUSED = "ditolak", "Ditolak"


class Decision(models.TextChoices):
    """The clerk's word on a row that may be registered already."""

    NEW = "baru", "Catat sebagai data baru"
    USE = "pakai", "Ini data yang sama: perbarui yang ada"
    SKIP = "lewati", "Lewati baris ini"


class Fate(models.TextChoices):
    """What became of a row's write when its import was undone."""

    UNDONE = "diurungkan", "Diurungkan"
    KEPT = "tetap", "Tetap, karena diubah sesudahnya"


RUNNING = (State.CHECKING, State.SAVING, State.UNDOING)
OPEN = (State.UPLOADED, State.CHECKING, State.PREVIEW, State.FAILED)


class ImportQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> Self:
        """One's own; every import only for those who look after all of them."""
        if user.has_perm("spreadsheets.view_all_imports"):
            return self
        return self.filter(uploaded_by=user)


# The trail keeps who, when, which file and how many; what was in the file is no part of it.
@tracked(exclude=("sheets", "done", "total", "stamp", "fingerprint", "failure", "moved_at"))
class Import(models.Model):
    kind = models.SlugField("jenis lembar", max_length=40)
    file_name = PlainCharField("nama berkas", max_length=200)
    sha256 = models.CharField("sidik berkas", max_length=64)
    # Sealed with the keys of the NIK KTP; removed as soon as it is no longer needed.
    file = models.FileField("berkas", storage=private_storage, upload_to="impor", blank=True)
    state = models.CharField("keadaan", max_length=15, choices=State, default=State.UPLOADED)
    sheets = models.JSONField("lembar", default=list)
    mapping = models.JSONField("arti kolom", default=dict)
    options = models.JSONField("pilihan", default=dict)
    counts = models.JSONField("jumlah baris", default=dict)
    done = models.PositiveIntegerField("baris selesai", default=0)
    total = models.PositiveIntegerField("baris semua", default=0)
    failure = models.TextField("sebab kegagalan", blank=True)
    # What the office's records and the judgement on the rows were when they were checked.
    stamp = models.CharField("cap data", max_length=200, blank=True)
    fingerprint = models.CharField("sidik pratinjau", max_length=64, blank=True)
    # The context in the audit trail under which the rows were written; by it an import can be undone.
    trail = models.UUIDField("jejak", null=True, blank=True)
    moved_at = models.DateTimeField("berpindah keadaan", auto_now_add=True)
    uploaded_at = models.DateTimeField("diunggah", auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diunggah oleh"
    )
    committed_at = models.DateTimeField("disimpan", null=True, blank=True)
    committed_by = stamp_by()
    undone_at = models.DateTimeField("diurungkan", null=True, blank=True)
    undone_by = stamp_by()

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ["-id"]
        default_permissions = ("add",)
        permissions = [("view_all_imports", "Dapat melihat impor petugas lain")]
        indexes = [models.Index(fields=["uploaded_by", "-id"], name="spreadsheets_import_own")]
        constraints = [
            both_or_neither("committed"),
            both_or_neither("undone"),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("spreadsheets:detail", args=[self.pk])

    @property
    def is_running(self) -> bool:
        return self.state in RUNNING

    @property
    def is_open(self) -> bool:
        """Nothing has been written yet."""
        return self.state in OPEN


class ImportRow(models.Model):
    """One row of the file. Numbers of people stand in it as tokens only."""

    upload = models.ForeignKey(Import, models.CASCADE, verbose_name="impor")
    sheet = models.PositiveSmallIntegerField("lembar")
    number = models.PositiveIntegerField("baris")
    state = models.CharField("keadaan", max_length=10, choices=RowState)
    decision = models.CharField("keputusan", max_length=10, choices=Decision, blank=True)
    caption = models.CharField("sebutan", max_length=200, blank=True)
    # Hashes: which rows of the file are one record, and which share a record (an owner of two businesses).
    key = models.CharField("kunci", max_length=32, blank=True)
    group = models.CharField("kelompok", max_length=64, blank=True)
    twin = models.JSONField("data yang ada", default=dict)
    values = models.JSONField("isi", default=dict)
    # A refused row as it stood in the file, to be handed back.
    cells = models.JSONField("sel", default=list)
    changes = models.JSONField("perubahan", default=list)
    problems = models.JSONField("pesan", default=list)
    written = models.JSONField("yang ditulis", default=list)
    fate = models.CharField("sesudah diurungkan", max_length=10, choices=Fate, blank=True)

    class Meta:
        verbose_name = "baris impor"
        verbose_name_plural = "baris impor"
        ordering = ["id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["upload", "state", "id"], name="spreadsheets_row_state"),
            models.Index(fields=["upload", "key"], condition=~Q(key=""), name="spreadsheets_row_key"),
            models.Index(fields=["upload", "group"], condition=~Q(group=""), name="spreadsheets_row_group"),
        ]

    def __str__(self) -> str:
        return f"{self.upload}, baris {self.number}"


@tracked()
class HeaderShape(models.Model):
    """How a header was read the last time it came, so that the next file of the shape needs no clicks."""

    kind = models.SlugField("jenis lembar", max_length=40)
    shape = models.CharField("bentuk", max_length=64)
    mapping = models.JSONField("arti kolom", default=dict)
    updated_at = models.DateTimeField("diubah", auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diubah oleh"
    )

    class Meta:
        verbose_name = "bentuk judul kolom"
        verbose_name_plural = "bentuk judul kolom"
        ordering = ["kind", "shape"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "shape"], name="spreadsheets_shape_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.shape[:8]}"
