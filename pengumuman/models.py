"""What the office tells business owners: all of them, or those of a sector, a kecamatan, a cooperative."""

from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import Publishable, Recorded, publishable_constraints
from koperasi.models import Keanggotaan, Koperasi
from umkm.choices import BidangUsaha
from umkm.models import Usaha
from wilayah.models import Kecamatan

LONGEST = 5000


def _sectors() -> ArrayField:
    return ArrayField(
        models.CharField(max_length=25, choices=BidangUsaha),
        verbose_name="bidang usaha",
        default=list,
        blank=True,
        help_text="Kosongkan untuk semua bidang.",
    )


class PengumumanQuerySet(models.QuerySet):
    """The office speaks with one voice: officers of a part of the district see all it says."""

    def active(self) -> Self:
        return self.filter(archived_at=None)

    def listed(self) -> Self:
        """What the public may see. The column is kept by a database trigger."""
        return self.filter(is_listed=True)

    def published(self) -> Self:
        return self.active().exclude(published_at=None)

    def addressing(self, businesses: models.QuerySet) -> Self:
        """Those meant for at least one of these businesses: it has to fit in every respect that is narrowed."""
        places = Pengumuman.kecamatan.through.objects.filter(pengumuman=OuterRef(OuterRef("pk")))
        unions = Pengumuman.koperasi.through.objects.filter(pengumuman=OuterRef(OuterRef("pk")))
        mine = Keanggotaan.objects.current().filter(usaha=OuterRef(OuterRef("pk"))).order_by()
        sectors = ExpressionWrapper(OuterRef("bidang_usaha"), output_field=_sectors())
        meant = businesses.annotate(sectors=sectors).filter(
            Q(sectors=[]) | Q(sectors__contains=[F("bidang_usaha")]),
            ~Exists(places) | Exists(places.filter(kecamatan=OuterRef("desa__kecamatan"))),
            ~Exists(unions) | Exists(unions.filter(koperasi__in=mine.values("koperasi"))),
        )
        return self.filter(Exists(meant.order_by()))

    def with_read(self, user: Any) -> Self:
        """`is_read`: this person has opened it."""
        return self.annotate(
            is_read=Exists(Terbaca.objects.filter(pengumuman=OuterRef("pk"), user=user.pk or 0))
        )


@tracked(exclude=("is_listed",))
class Pengumuman(Recorded, Publishable):
    REQUIRED_UNLESS_DRAFT = ("body",)
    # On rows read `with_read()`.
    is_read: bool

    title = PlainCharField("judul", max_length=150)
    slug = models.SlugField("alamat halaman", max_length=220, unique=True, editable=False)
    body = PlainTextField(
        "isi",
        blank=True,
        max_length=LONGEST,
        help_text="Pisahkan paragraf dengan baris kosong. Alamat situs yang ditulis lengkap menjadi tautan.",
    )
    is_public = models.BooleanField(
        "tampil untuk umum",
        default=True,
        help_text="Bila tidak dicentang, hanya pemilik yang dituju membacanya, di akun mereka.",
    )
    bidang_usaha = _sectors()
    kecamatan = models.ManyToManyField(Kecamatan, blank=True, help_text="Kosongkan untuk seluruh kabupaten.")
    koperasi = models.ManyToManyField(
        Koperasi, blank=True, verbose_name="anggota koperasi", help_text="Kosongkan bila tidak dibatasi."
    )
    pinned_until = models.DateField(
        "di urutan teratas sampai", null=True, blank=True, help_text="Kosongkan bila tidak disematkan."
    )

    objects = PengumumanQuerySet.as_manager()

    class Meta:
        verbose_name = "pengumuman"
        verbose_name_plural = "pengumuman"
        ordering = ["-created_at", "-id"]
        permissions = [("publish_pengumuman", "Dapat menayangkan pengumuman")]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"], condition=Q(is_listed=True), name="pengumuman_newest_listed"
            ),
        ]
        constraints = publishable_constraints()
        triggers = [
            pgtrigger.Trigger(
                name="keep_is_listed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=(
                    "NEW.is_listed := NEW.published_at IS NOT NULL AND NEW.archived_at IS NULL AND NEW.is_public; "
                    "RETURN NEW;"
                ),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("pengumuman:detail", args=[self.slug])

    @property
    def is_pinned(self) -> bool:
        return self.pinned_until is not None and self.pinned_until >= timezone.localdate()

    def addressed(self) -> models.QuerySet[Usaha]:
        """The businesses it is meant for, as they are registered now."""
        businesses = Usaha.objects.active().filter(is_draft=False)
        if self.bidang_usaha:
            businesses = businesses.filter(bidang_usaha__in=self.bidang_usaha)
        if places := list(self.kecamatan.all()):
            businesses = businesses.in_kecamatan(*places)
        if unions := list(self.koperasi.all()):
            members = Keanggotaan.objects.current().filter(koperasi__in=unions)
            businesses = businesses.filter(pk__in=members.order_by().values("usaha"))
        return businesses


@tracked()
class PengumumanKecamatan(Pengumuman.kecamatan.through):  # type: ignore[name-defined]
    """Which kecamatan an announcement is meant for, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()


@tracked()
class PengumumanKoperasi(Pengumuman.koperasi.through):  # type: ignore[name-defined]
    """Whose members an announcement is meant for, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()


class Terbaca(models.Model):
    """That a person opened an announcement, and when for the first time."""

    pengumuman = models.ForeignKey(Pengumuman, models.PROTECT)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh")
    read_at = models.DateTimeField("dibaca", auto_now_add=True)

    class Meta:
        verbose_name = "bacaan"
        verbose_name_plural = "bacaan"
        ordering = ["pengumuman", "read_at"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["pengumuman", "user"], name="pengumuman_terbaca_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.pengumuman}: {self.user}"
