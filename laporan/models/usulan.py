"""A preview that somebody asks an official to approve."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.models import both_or_neither, stamp_by
from laporan.models.terbit import DokumenTerbit, ReachQuerySet, preview_address, reach_field


class UsulanTerbitQuerySet(ReachQuerySet):
    def open(self) -> Self:
        """Neither approved nor put aside."""
        return self.filter(closed_at=None)

    def about(self, preview: Any) -> Self:
        """The same report, filter and version: a proposal's preview or an approval's."""
        return self.filter(
            slug=preview.slug, query=preview.query, reach=preview.reach, replaces=preview.replaces
        )


@tracked()
class UsulanTerbit(models.Model):
    """It waits for an official until its preview is approved, or until somebody puts it aside."""

    slug = models.SlugField("laporan", max_length=40)
    query = models.CharField("saringan", max_length=1000, blank=True)
    reach = reach_field()
    title = models.CharField("judul", max_length=300)
    subtitle = models.CharField("keterangan judul", max_length=500, blank=True)
    replaces = models.ForeignKey(
        DokumenTerbit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="menggantikan"
    )
    proposed_at = models.DateTimeField("diusulkan", auto_now_add=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="diusulkan oleh"
    )
    closed_at = models.DateTimeField("ditutup", null=True, blank=True)
    closed_by = stamp_by()

    objects = UsulanTerbitQuerySet.as_manager()

    class Meta:
        verbose_name = "usulan terbit"
        verbose_name_plural = "usulan terbit"
        ordering = ["proposed_at", "id"]
        default_permissions = ()
        constraints = [
            both_or_neither("closed"),
            models.UniqueConstraint(
                fields=["slug", "query", "reach", "replaces"],
                condition=Q(closed_at=None),
                nulls_distinct=False,
                name="laporan_usulanterbit_once",
                violation_error_message="Laporan ini sudah menunggu persetujuan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.proposed_at:%d-%m-%Y}"

    def get_absolute_url(self) -> str:
        return preview_address(self)
