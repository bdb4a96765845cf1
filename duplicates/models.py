"""Pairs of records that may be one: found by a sweep, told apart for good, or merged."""

from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from common.audit import tracked
from common.fields import PlainCharField
from common.models import both_or_neither, stamp_by
from duplicates.choices import Rank, Reason


def _in_order() -> models.CheckConstraint:
    """A pair is written in one way only."""
    return models.CheckConstraint(
        condition=Q(first__lt=F("second")),
        name="%(app_label)s_%(class)s_in_order",
        violation_error_message="Pasangan harus dua data yang berbeda, nomor kecil lebih dahulu.",
    )


class PairQuerySet(models.QuerySet):
    def undecided(self) -> Self:
        """Without those that an officer has told apart."""
        told_apart = NotDuplicate.objects.filter(
            noun=OuterRef("noun"), first=OuterRef("first"), second=OuterRef("second")
        )
        return self.filter(~Exists(told_apart))

    def among(self, rows: models.QuerySet) -> Self:
        """Both records are among these rows of their noun."""
        return self.filter(
            Exists(rows.filter(pk=OuterRef("first")).order_by()),
            Exists(rows.filter(pk=OuterRef("second")).order_by()),
        )

    def touching(self, rows: models.QuerySet) -> Self:
        """One of the two at least is among these rows."""
        return self.filter(
            Q(Exists(rows.filter(pk=OuterRef("first")).order_by()))
            | Q(Exists(rows.filter(pk=OuterRef("second")).order_by()))
        )


class Pair(models.Model):
    """Two records of one noun that may be one. Written by sweeps alone, and found anew by each."""

    noun = models.SlugField("jenis data", max_length=20, db_index=False)
    first = models.BigIntegerField()
    second = models.BigIntegerField()
    reasons = ArrayField(models.CharField(max_length=20, choices=Reason), verbose_name="alasan")
    likeness = models.PositiveSmallIntegerField("kemiripan nama (%)", default=0)
    # Rank, then how many reasons, then how alike: one number, so that one index sorts the worklist.
    weight = models.PositiveSmallIntegerField("bobot")

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = "pasangan mungkin kembar"
        verbose_name_plural = "pasangan mungkin kembar"
        ordering = ["noun", "-weight", "-id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["noun", "-weight", "-id"], name="duplicates_pair_worklist"),
            models.Index(fields=["noun", "second"], name="duplicates_pair_second"),
        ]
        constraints = [
            _in_order(),
            models.UniqueConstraint(fields=["noun", "first", "second"], name="duplicates_pair_once"),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.first} dan {self.second}"

    @property
    def rank(self) -> Rank:
        return Rank(self.weight // 1000)

    @property
    def reason_words(self) -> list[str]:
        """Without what another reason says already."""
        implied = {Reason.NIB} if {Reason.NIB_AND_KBLI, Reason.NIB_AND_ADDRESS} & set(self.reasons) else set()
        return [Reason(reason).label for reason in self.reasons if reason not in implied]


@tracked()
class NotDuplicate(models.Model):
    """An officer looked at a pair and said that it is two: it is not proposed again."""

    noun = models.SlugField("jenis data", max_length=20, db_index=False)
    first = models.BigIntegerField()
    second = models.BigIntegerField()
    decided_at = models.DateTimeField("diputuskan", auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diputuskan oleh"
    )

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = "bukan duplikat"
        verbose_name_plural = "bukan duplikat"
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            _in_order(),
            models.UniqueConstraint(
                fields=["noun", "first", "second"],
                name="duplicates_notduplicate_once",
                violation_error_message="Pasangan ini sudah ditandai bukan duplikat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.first} dan {self.second}"


class MergeQuerySet(models.QuerySet):
    def standing(self) -> Self:
        return self.filter(undone_at=None)


@tracked()
class Merge(models.Model):
    """Two records made one: `loser` went to the archive, and what belonged to it to `survivor`.

    What the rows were before stands in the audit trail under `trail`; by it a merge can be undone.
    """

    noun = models.SlugField("jenis data", max_length=20, db_index=False)
    survivor = models.BigIntegerField("data yang dipertahankan")
    loser = models.BigIntegerField("data yang digabungkan")
    # Field → "survivor", "loser" or "both"; only what did not simply stay.
    choices = models.JSONField("pilihan isian", default=dict)
    # "app.model.field" → keys of the rows that followed.
    moved = models.JSONField("data yang ikut pindah", default=dict)
    # "app.model" → keys of the survivor's rows that were written too, and of the loser's that stayed with it.
    changed = models.JSONField("data yang ikut berubah", default=dict)
    stayed = models.JSONField("data yang tetap di arsip", default=dict)
    reason = PlainCharField("alasan", max_length=300)
    trail = models.UUIDField("jejak")
    merged_at = models.DateTimeField("digabungkan", auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="digabungkan oleh"
    )
    undone_at = models.DateTimeField("diurungkan", null=True, blank=True)
    undone_by = stamp_by()

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = "penggabungan"
        verbose_name_plural = "penggabungan"
        ordering = ["-id"]
        default_permissions = ()
        indexes = [models.Index(fields=["noun", "survivor"], name="duplicates_merge_survivor")]
        constraints = [
            both_or_neither("undone"),
            models.CheckConstraint(
                condition=~Q(survivor=F("loser")),
                name="duplicates_merge_of_two",
                violation_error_message="Data tidak dapat digabungkan dengan dirinya sendiri.",
            ),
            models.UniqueConstraint(
                fields=["noun", "loser"],
                condition=Q(undone_at=None),
                name="duplicates_merge_once",
                violation_error_message="Data ini sudah digabungkan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.loser} ke {self.survivor}"

    def get_absolute_url(self) -> str:
        return reverse("duplicates:merge", args=[self.pk])

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None


class SweepState(models.TextChoices):
    WAITING = "menunggu", "Menunggu giliran"
    RUNNING = "berjalan", "Sedang dicari"
    DONE = "selesai", "Selesai"
    FAILED = "gagal", "Gagal"


@tracked()
class Sweep(models.Model):
    """One search for pairs: of everything, or of what changed since the last one that was finished."""

    state = models.CharField("keadaan", max_length=10, choices=SweepState, default=SweepState.WAITING)
    is_full = models.BooleanField("mencari dari awal", default=False)
    asked_at = models.DateTimeField("diminta", auto_now_add=True)
    # Nobody where a timer asked.
    officer = stamp_by()
    started_at = models.DateTimeField("mulai", null=True, blank=True)
    finished_at = models.DateTimeField("selesai", null=True, blank=True)
    # Records looked at and pairs on the list afterwards, by noun.
    counts = models.JSONField("jumlah", default=dict)

    class Meta:
        verbose_name = "pencarian data kembar"
        verbose_name_plural = "pencarian data kembar"
        ordering = ["-id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.asked_at:%d-%m-%Y}"

    @property
    def is_open(self) -> bool:
        return self.state in (SweepState.WAITING, SweepState.RUNNING)


def pair_of(one: Any, other: Any) -> tuple[int, int]:
    """The keys of two records, in the order in which a pair is written."""
    return min(one.pk, other.pk), max(one.pk, other.pk)
