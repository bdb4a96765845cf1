"""Batches: cases that run together under one quota, such as the land titles of a desa in a year."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import Archivable, Recorded, RecordQuerySet, both_or_neither
from fasilitasi.choices import Status
from fasilitasi.langkah import EXITS
from fasilitasi.models.fasilitasi import YEAR, JenisFasilitasi
from wilayah.models import Desa

# What takes a place: an archived case, and one that was refused or withdrawn, gives its own back.
TAKES_PLACE = Q(fasilitasi__archived_at=None) & ~Q(fasilitasi__status__in=EXITS)


class AngkatanQuerySet(RecordQuerySet):
    def in_scope_of(self, user: object) -> Self:
        """Also those of the whole district, to which every officer may add."""
        scope = getattr(user, "scope", ())
        return self.filter(Q(desa=None) | self.reaches(scope)) if scope else self

    def with_progress(self) -> Self:
        finished = TAKES_PLACE & Q(fasilitasi__status=Status.TERBIT)
        return self.annotate(
            cases=Count("fasilitasi", filter=TAKES_PLACE),
            people=Count("fasilitasi__usaha__pemilik", filter=TAKES_PLACE, distinct=True),
            units=Coalesce(Sum("fasilitasi__jumlah_unit", filter=TAKES_PLACE), 0),
            units_finished=Coalesce(Sum("fasilitasi__jumlah_unit", filter=finished), 0),
        )


@tracked()
class Angkatan(Recorded, Archivable):
    """The quota counts in the kind's own unit: plots for land titles, persons for a training."""

    jenis = models.ForeignKey(JenisFasilitasi, models.PROTECT)
    name = PlainCharField("nama", max_length=150)
    tahun = models.PositiveSmallIntegerField(validators=YEAR)
    desa = models.ForeignKey(
        Desa,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="desa/kelurahan",
        help_text="Kosongkan bila angkatan ini untuk seluruh kabupaten.",
    )
    kuota = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="Dalam satuan jenisnya, misalnya bidang. Kosongkan bila tidak dibatasi.",
    )
    notes = PlainTextField("catatan", blank=True)

    objects = AngkatanQuerySet.as_manager()

    class Meta:
        verbose_name = "angkatan"
        verbose_name_plural = "angkatan"
        ordering = ["-tahun", "jenis", "name"]
        constraints = [
            both_or_neither("archived"),
            models.UniqueConstraint(
                fields=["jenis", "tahun", "desa", "name"],
                nulls_distinct=False,
                name="fasilitasi_angkatan_once",
                violation_error_message="Angkatan dengan jenis, tahun, desa, dan nama ini sudah ada.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.tahun}"

    def clean(self) -> None:
        super().clean()
        if self.pk and self.kuota is not None and self.kuota < (taken := self.taken()):
            raise ValidationError(
                {"kuota": f"Angkatan ini sudah berisi {taken}. Kuota tidak dapat lebih kecil."}
            )

    def taken(self) -> int:
        """Units of its cases that take a place."""
        cases = self.fasilitasi_set.filter(archived_at=None).exclude(status__in=EXITS)
        return cases.aggregate(units=Coalesce(Sum("jumlah_unit"), 0))["units"]
