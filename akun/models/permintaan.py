"""What owners ask about the data that the office holds of them (UU 27/2022)."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q

from akun.choices import JenisPermintaan
from common.audit import tracked
from common.fields import PlainTextField
from common.models import Recorded, RecordQuerySet, both_or_neither, stamp_by
from umkm.models import Pemilik


class PermintaanDataQuerySet(RecordQuerySet):
    def waiting(self) -> Self:
        return self.filter(finished_at=None)

    def reaches(self, kecamatan: Iterable[Any]) -> Q:
        owners = Pemilik.objects.all()
        return Q(pemilik__in=owners.filter(owners.reaches(kecamatan)).order_by().values("pk"))

    def in_scope_of(self, user: Any) -> Self:
        """Whoever may work on the owner."""
        return self.filter(pemilik__in=Pemilik.objects.in_scope_of(user).order_by().values("pk"))


@tracked(exclude=("description",))
class PermintaanData(Recorded):
    pemilik = models.ForeignKey(Pemilik, models.PROTECT, editable=False)
    jenis = models.CharField("yang diminta", max_length=12, choices=JenisPermintaan)
    description = PlainTextField("keterangan", max_length=1000)
    notes = PlainTextField("jawaban kepada pemilik", blank=True, help_text="Pemilik membacanya di akunnya.")
    finished_at = models.DateTimeField("selesai", null=True, blank=True, editable=False)
    finished_by = stamp_by()

    objects = PermintaanDataQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan data pribadi"
        verbose_name_plural = "permintaan data pribadi"
        ordering = ["-created_at", "-id"]
        default_permissions = ("view", "change")
        constraints = [both_or_neither("finished")]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.pemilik}"
