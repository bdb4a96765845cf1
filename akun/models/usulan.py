"""Changes of what the office has verified: proposed by the owner, decided by the office, old beside new."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import PlainTextField
from common.models import Recorded, RecordQuerySet, both_or_neither, stamp_by
from produk.models import Produk
from umkm.models import Usaha

# What an officer looked at when verifying; everything else an owner changes at once.
OF_USAHA = ("name", "bidang_usaha", "status_usaha", "nib", "desa", "address")
OF_PRODUK = ("name", "kategori")


class UsulanQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("usaha__desa__kecamatan",)

    def waiting(self) -> Self:
        return self.filter(decided_at=None)

    def with_subject(self) -> Self:
        return self.select_related("usaha__desa__kecamatan", "produk__kategori")


# The values may be an address; the trail of the record itself keeps what was accepted.
@tracked(exclude=("values",))
class Usulan(Recorded):
    """Of a business, or of one of its products where `produk` is named."""

    usaha = models.ForeignKey(Usaha, models.PROTECT, editable=False)
    produk = models.ForeignKey(Produk, models.PROTECT, null=True, blank=True, editable=False)
    # Column → [as it was, as it should be], as the database writes them.
    values = models.JSONField("perubahan", editable=False)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name="diusulkan oleh",
    )
    notes = PlainTextField(
        "jawaban kepada pemilik", blank=True, help_text="Wajib bila ditolak. Pemilik membacanya di akunnya."
    )
    is_accepted = models.BooleanField("diterima", default=False, editable=False)
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True, editable=False)
    decided_by = stamp_by()

    objects = UsulanQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan perubahan"
        verbose_name_plural = "usulan perubahan"
        ordering = ["-created_at", "-id"]
        default_permissions = ("view", "change")
        constraints = [
            both_or_neither("decided"),
            models.UniqueConstraint(
                fields=["usaha", "produk"],
                condition=Q(decided_at=None),
                nulls_distinct=False,
                name="akun_usulan_waiting_once",
                violation_error_message="Masih ada usulan yang menunggu untuk data ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"Usulan perubahan {self.subject}"

    @property
    def subject(self) -> Usaha | Produk:
        return self.produk or self.usaha

    @property
    def progress(self) -> str:
        """menunggu, diterima, ditolak."""
        if not self.decided_at:
            return "menunggu"
        return "diterima" if self.is_accepted else "ditolak"
