"""Whom an owner lets look after one business: a family member, an officer of the cooperative."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.models import RecordQuerySet, both_or_neither, stamp_by
from umkm.models.usaha import Usaha


class PengelolaQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("usaha__desa__kecamatan",)

    def standing(self) -> Self:
        """Given by the owner and not taken back, whether or not the office has said yes."""
        return self.filter(ended_at=None)

    def active(self) -> Self:
        """What opens the business."""
        return self.standing().filter(is_waiting=False)

    def waiting(self) -> Self:
        return self.standing().filter(is_waiting=True)


@tracked()
class Pengelola(models.Model):
    """Access of one account to one business, given by its owner, who may end it. The owner's own needs no row."""

    usaha = models.ForeignKey(Usaha, models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="akun")
    given_at = models.DateTimeField("diberi akses", auto_now_add=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="diberi oleh"
    )
    # Nobody gets an account without the office's yes; whoever had one before need not wait.
    is_waiting = models.BooleanField("menunggu petugas", default=False, editable=False)
    ended_at = models.DateTimeField("akses berakhir", null=True, blank=True, editable=False)
    ended_by = stamp_by()

    objects = PengelolaQuerySet.as_manager()

    class Meta:
        verbose_name = "pengelola usaha"
        verbose_name_plural = "pengelola usaha"
        ordering = ["usaha", "-given_at", "id"]
        constraints = [
            both_or_neither("ended"),
            models.UniqueConstraint(
                fields=["usaha", "user"],
                condition=Q(ended_at=None),
                name="umkm_pengelola_active_once",
                violation_error_message="Akun ini sudah dapat mengelola usaha tersebut.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} di {self.usaha}"
