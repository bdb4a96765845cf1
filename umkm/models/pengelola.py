"""Whom an owner lets look after one business: a family member, an officer of the cooperative."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.models import both_or_neither, stamp_by
from umkm.models.usaha import Usaha


class PengelolaQuerySet(models.QuerySet):
    def active(self) -> Self:
        return self.filter(ended_at=None)


@tracked()
class Pengelola(models.Model):
    """Access of one account to one business, given by its owner, who may end it. The owner's own needs no row."""

    usaha = models.ForeignKey(Usaha, models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="akun")
    given_at = models.DateTimeField("diberi akses", auto_now_add=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="diberi oleh"
    )
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
