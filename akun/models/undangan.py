"""One-time links by which the office or an owner hands over access. Nobody makes an account without one."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from common.audit import tracked
from common.models import both_or_neither, exactly_one, stamp_by
from umkm.models import Pemilik, Usaha


class UndanganQuerySet(models.QuerySet):
    def usable(self) -> Self:
        return self.filter(used_at=None, expires_at__gt=timezone.now())


@tracked(exclude=("token_index",))
class Undangan(models.Model):
    """For an owner, who gets or regains the account; or for somebody who is to look after one business."""

    # The print of what stands in the link: whoever reads the table cannot use it.
    token_index = models.CharField("sidik tautan", max_length=64, unique=True, editable=False)
    pemilik = models.ForeignKey(Pemilik, models.PROTECT, null=True, blank=True)
    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    given_at = models.DateTimeField("dibuat", auto_now_add=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="dibuat oleh"
    )
    expires_at = models.DateTimeField("berlaku sampai")
    used_at = models.DateTimeField("dipakai", null=True, blank=True, editable=False)
    used_by = stamp_by()

    objects = UndanganQuerySet.as_manager()

    class Meta:
        verbose_name = "undangan"
        verbose_name_plural = "undangan"
        ordering = ["-given_at", "-id"]
        default_permissions = ("add",)
        constraints = [
            both_or_neither("used"),
            exactly_one("pemilik", "usaha", "Undangan berlaku untuk satu pemilik atau satu usaha."),
            models.CheckConstraint(
                condition=Q(expires_at__gte=models.F("given_at")),
                name="akun_undangan_ends_later",
                violation_error_message="Undangan tidak dapat berakhir sebelum dibuat.",
            ),
        ]

    def __str__(self) -> str:
        return f"Undangan {self.pemilik or self.usaha}"

    @property
    def is_usable(self) -> bool:
        return self.used_at is None and self.expires_at > timezone.now()
