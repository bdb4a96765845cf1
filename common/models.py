"""What every record of the office has in common: times, and who verified, published or archived it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone


def both_or_neither(name: str) -> models.CheckConstraint:
    """A `<name>_at`/`<name>_by` pair is set together or not at all."""
    at, by = f"{name}_at__isnull", f"{name}_by__isnull"
    return models.CheckConstraint(
        condition=Q(**{at: True, by: True}) | Q(**{at: False, by: False}),
        name=f"%(app_label)s_%(class)s_{name}_pair",
        violation_error_message="Waktu dan nama petugas harus terisi bersama atau kosong bersama.",
    )


def exactly_one(first: str, second: str, message: str) -> models.CheckConstraint:
    """The row belongs to `first` or to `second`, never to both and never to nobody."""
    return models.CheckConstraint(
        condition=Q(**{f"{first}__isnull": True, f"{second}__isnull": False})
        | Q(**{f"{first}__isnull": False, f"{second}__isnull": True}),
        name="%(app_label)s_%(class)s_one_subject",
        violation_error_message=message,
    )


def refuse_future(record: models.Model, *names: str, today: date | None = None) -> None:
    """Raise at each of these dates or years that is still to come: what they tell of has happened.

    `today` from whoever looks at thousands: asking for the day costs more than all the rest.
    """
    today = today or timezone.localdate()
    ahead = {}
    for name in names:
        value = getattr(record, name)
        if isinstance(value, date) and value > today:
            ahead[name] = "Tanggal ini belum tiba. Periksa kembali, terutama tahunnya."
        elif isinstance(value, int) and value > today.year:
            ahead[name] = "Tahun ini belum tiba. Periksa kembali."
    if ahead:
        raise ValidationError(ahead)


def refuse_reversed(record: models.Model, first: str, last: str, message: str) -> None:
    """Raise at `last` where it lies before `first`; a constraint would say so, but not at the field."""
    start, end = getattr(record, first), getattr(record, last)
    if start and end and end < start:
        raise ValidationError({last: message})


class RecordQuerySet(models.QuerySet):
    """Which rows: words shared by all records. `KECAMATAN_LOOKUPS` says how a row reaches its kecamatan."""

    KECAMATAN_LOOKUPS: tuple[str, ...] = ("desa__kecamatan",)

    def active(self) -> Self:
        return self.filter(archived_at=None)

    def archived(self) -> Self:
        return self.exclude(archived_at=None)

    def drafts(self) -> Self:
        return self.active().filter(is_draft=True)

    def waiting(self) -> Self:
        """Registered whole, not yet verified."""
        return self.active().filter(is_draft=False, verified_at=None)

    def verified(self) -> Self:
        return self.exclude(verified_at=None)

    def listed(self) -> Self:
        """What the public may see. The column is kept by a database trigger."""
        return self.filter(is_listed=True)

    def in_kecamatan(self, *kecamatan: Any) -> Self:
        return self.filter(self.reaches(kecamatan))

    def in_scope_of(self, user: Any) -> Self:
        """Rows an officer may work on: those of the kecamatan in `user.scope`, or all when it is empty."""
        return self.filter(self.reaches(user.scope)) if user.scope else self

    def reaches(self, kecamatan: Iterable[Any]) -> Q:
        """The condition of lying in one of these kecamatan; never one that repeats a row."""
        condition = Q()
        for lookup in self.KECAMATAN_LOOKUPS:
            condition |= Q(**{f"{lookup}__in": kecamatan})
        return condition


class Recorded(models.Model):
    created_at = models.DateTimeField("dicatat", auto_now_add=True)
    updated_at = models.DateTimeField("diubah", auto_now=True)

    class Meta:
        abstract = True


def stamp_by() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )


class Archivable(models.Model):
    archived_at = models.DateTimeField("diarsipkan", null=True, blank=True, editable=False)
    archived_by = stamp_by()

    class Meta:
        abstract = True

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None


class Publishable(Archivable):
    """Draft → registered → verified → published; archived instead of deleted."""

    REQUIRED_UNLESS_DRAFT: tuple[str, ...] = ()

    is_draft = models.BooleanField("draf", default=False, editable=False)
    verified_at = models.DateTimeField("diverifikasi", null=True, blank=True, editable=False)
    verified_by = stamp_by()
    published_at = models.DateTimeField("ditayangkan", null=True, blank=True, editable=False)
    published_by = stamp_by()
    is_listed = models.BooleanField("tampil di situs", default=False, editable=False, db_default=False)

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if not self.is_draft:
            self.require_complete()

    def require_complete(self) -> None:
        """A draft may have holes; a registered record may not."""
        holes = {
            name: "Wajib diisi. Bila datanya belum lengkap, gunakan “Simpan sebagai draf”."
            for name in self.REQUIRED_UNLESS_DRAFT
            if getattr(self, name) in (None, "")
        }
        if holes:
            raise ValidationError(holes)

    @property
    def state(self) -> str:
        """One word for a list: arsip, draf, menunggu, terverifikasi, tayang."""
        if self.archived_at:
            return "arsip"
        if self.is_draft:
            return "draf"
        if not self.verified_at:
            return "menunggu"
        return "tayang" if self.published_at else "terverifikasi"


def publishable_constraints() -> list[models.BaseConstraint]:
    return [
        both_or_neither("archived"),
        both_or_neither("verified"),
        both_or_neither("published"),
        models.CheckConstraint(
            condition=Q(published_at__isnull=True) | Q(verified_at__isnull=False),
            name="%(app_label)s_%(class)s_verified_before_published",
            violation_error_message="Data harus diverifikasi sebelum ditayangkan.",
        ),
        models.CheckConstraint(
            condition=Q(is_draft=False) | Q(verified_at__isnull=True),
            name="%(app_label)s_%(class)s_draft_is_unverified",
            violation_error_message="Draf belum dapat diverifikasi.",
        ),
    ]
