"""Events of the office: trainings, bazaars, meetings. Where, when, for whom, and with how many places."""

import datetime
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import (
    Publishable,
    Recorded,
    RecordQuerySet,
    both_or_neither,
    publishable_constraints,
    refuse_reversed,
    stamp_by,
)
from fasilitasi.models import Angkatan, JenisFasilitasi
from kegiatan.choices import JenisKegiatan, StatusPeserta
from umkm.choices import BidangUsaha
from wilayah.models import Desa, Kecamatan

# What lasts longer is entered as several events. Lists rely on it: what is not over began at most so long ago.
LONGEST_DAYS = 31


class KegiatanQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("kecamatan",)

    def in_scope_of(self, user: Any) -> Self:
        """All but those meant for other kecamatan: a training in the capital is every officer's."""
        return self.filter(Q(kecamatan=None) | self.reaches(user.scope)) if user.scope else self

    def coming(self, *, at: datetime.date) -> Self:
        """Not over on that day."""
        return self.filter(ends_on__gte=at, begins_on__gt=at - datetime.timedelta(days=LONGEST_DAYS))

    def past(self, *, at: datetime.date) -> Self:
        return self.filter(ends_on__lt=at)

    def in_month(self, first: datetime.date) -> Self:
        """Having a day in the month that begins with `first`."""
        after = (first + datetime.timedelta(days=LONGEST_DAYS)).replace(day=1)
        earliest = first - datetime.timedelta(days=LONGEST_DAYS)
        return self.filter(begins_on__lt=after, begins_on__gt=earliest, ends_on__gte=first)

    def with_place(self) -> Self:
        return self.select_related("desa__kecamatan")

    def for_cards(self) -> Self:
        return self.with_place().only(
            "name", "slug", "jenis", "begins_on", "ends_on", "jam_mulai", "jam_selesai", "place", "kuota",
            "called_off_at", "published_at", "desa__name", "desa__kecamatan__name",
        )  # fmt: skip

    def with_counts(self) -> Self:
        """`registered`, `waiting` and `came`: participants by what became of them.

        Each a query of its own beside the row, so that lists may count and filter as if nothing had been added.
        """
        rows = _participants().filter(kegiatan=OuterRef("pk"))
        return self.annotate(
            registered=_number(rows.registered()),
            waiting=_number(rows.filter(status=StatusPeserta.MENUNGGU)),
            came=_number(rows.came()),
        )


def _participants() -> Any:
    """Peserta stands in a later module."""
    return Kegiatan.peserta_set.rel.related_model._default_manager.all()


def _number(rows: models.QuerySet) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values("kegiatan").annotate(n=Count("pk")).values("n")), 0)


@tracked(exclude=("is_listed",))
class Kegiatan(Recorded, Publishable):
    REQUIRED_UNLESS_DRAFT = ("begins_on", "jam_mulai", "place")
    # On rows read `with_counts()`.
    registered: int
    waiting: int
    came: int

    jenis = models.CharField("jenis kegiatan", max_length=15, choices=JenisKegiatan)
    name = PlainCharField("nama kegiatan", max_length=150)
    slug = models.SlugField("alamat halaman", max_length=220, unique=True, editable=False)
    begins_on = models.DateField("hari pertama", null=True, blank=True)
    ends_on = models.DateField("hari terakhir", null=True, blank=True, help_text="Kosong berarti sehari.")
    jam_mulai = models.TimeField(
        "jam mulai", null=True, blank=True, help_text="WITA, setiap hari kegiatan. Contoh: 09.00."
    )
    jam_selesai = models.TimeField(
        "jam selesai", null=True, blank=True, help_text="Kosong berarti s.d. selesai."
    )
    place = PlainCharField(
        "tempat", max_length=200, blank=True, help_text="Contoh: Aula Kantor Camat Ratolindo."
    )
    desa = models.ForeignKey(Desa, models.PROTECT, null=True, blank=True, verbose_name="desa/kelurahan")
    penyelenggara = PlainCharField(max_length=150, blank=True, help_text="Kosong berarti dinas sendiri.")
    narasumber = PlainCharField(max_length=200, blank=True)
    description = PlainTextField("tentang kegiatan", blank=True)
    kuota = models.PositiveIntegerField(
        "jumlah tempat",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="Kosongkan bila tidak dibatasi. Yang mendaftar sesudah penuh masuk daftar tunggu.",
    )
    sasaran = PlainCharField(
        "untuk siapa", max_length=200, blank=True, help_text="Contoh: pengolah ikan yang sudah ber-NIB."
    )
    bidang_usaha = models.CharField(
        "hanya bidang usaha",
        max_length=25,
        choices=BidangUsaha,
        blank=True,
        help_text="Kosong berarti semua.",
    )
    kecamatan = models.ForeignKey(
        Kecamatan,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="hanya usaha di kecamatan",
        help_text="Kosong berarti seluruh kabupaten.",
    )
    is_open_to_owners = models.BooleanField(
        "pemilik usaha dapat mendaftar sendiri",
        default=True,
        help_text="Bila tidak, petugas yang mendaftarkan.",
    )
    jam_pelajaran = models.PositiveSmallIntegerField(
        "jam pelajaran (JP)", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(500)]
    )
    jenis_fasilitasi = models.ForeignKey(
        JenisFasilitasi,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="dicatat sebagai fasilitasi",
        help_text="Saat kegiatan ditutup, setiap usaha dan koperasi yang hadir mendapat satu fasilitasi jenis ini.",
    )
    angkatan = models.ForeignKey(Angkatan, models.PROTECT, null=True, blank=True)
    # Counted up when a code at the door must no longer hold; the code itself is derived from it.
    key_version = models.PositiveIntegerField("kode hadir ke-", default=1, editable=False)
    called_off_at = models.DateTimeField("dibatalkan", null=True, blank=True, editable=False)
    called_off_by = stamp_by()
    closed_at = models.DateTimeField("ditutup", null=True, blank=True, editable=False)
    closed_by = stamp_by()
    notes = PlainTextField("catatan petugas", blank=True)

    objects = KegiatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["-begins_on", "-id"]
        permissions = [
            ("verify_kegiatan", "Dapat memverifikasi kegiatan"),
            ("publish_kegiatan", "Dapat menayangkan kegiatan"),
        ]
        indexes = [
            models.Index(
                fields=["begins_on", "id"], condition=Q(is_listed=True), name="kegiatan_by_day_listed"
            ),
            models.Index(
                fields=["-published_at", "-id"], condition=Q(is_listed=True), name="kegiatan_newest_listed"
            ),
        ]
        constraints = [
            *publishable_constraints(),
            both_or_neither("called_off"),
            both_or_neither("closed"),
            models.CheckConstraint(
                condition=Q(is_draft=True)
                | Q(begins_on__isnull=False, ends_on__isnull=False, jam_mulai__isnull=False) & ~Q(place=""),
                name="kegiatan_kegiatan_whole_unless_draft",
                violation_error_message="Hari, jam mulai, dan tempat wajib diisi kecuali pada draf.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on"))
                & Q(ends_on__lt=F("begins_on") + datetime.timedelta(days=LONGEST_DAYS)),
                name="kegiatan_kegiatan_days_in_order",
                violation_error_message=f"Hari terakhir paling cepat hari pertama, paling lama {LONGEST_DAYS} hari.",
            ),
            models.CheckConstraint(
                condition=Q(jam_selesai__gt=F("jam_mulai")),
                name="kegiatan_kegiatan_hours_in_order",
                violation_error_message="Jam selesai harus sesudah jam mulai.",
            ),
            models.CheckConstraint(
                condition=Q(kuota__gte=1),
                name="kegiatan_kegiatan_has_a_place",
                violation_error_message="Jumlah tempat paling sedikit 1.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="keep_is_listed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="NEW.is_listed := NEW.published_at IS NOT NULL AND NEW.archived_at IS NULL; RETURN NEW;",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.ends_on = self.ends_on or self.begins_on
        super().clean()
        refuse_reversed(self, "begins_on", "ends_on", "Hari terakhir tidak boleh mendahului hari pertama.")
        if self.begins_on and self.ends_on and (self.ends_on - self.begins_on).days >= LONGEST_DAYS:
            told = f"Paling lama {LONGEST_DAYS} hari. Catat yang lebih lama sebagai beberapa kegiatan."
            raise ValidationError({"ends_on": told})
        if self.jam_mulai and self.jam_selesai and self.jam_selesai <= self.jam_mulai:
            raise ValidationError({"jam_selesai": "Jam selesai harus sesudah jam mulai."})
        if self.pk and self.kuota is not None and self.kuota < (taken := self.taken()):
            told = f"Sudah {taken} peserta mendapat tempat. Jumlah tempat tidak dapat lebih kecil."
            raise ValidationError({"kuota": told})
        if self.angkatan and self.angkatan.jenis_id != self.jenis_fasilitasi_id:
            raise ValidationError(
                {"angkatan": f"{self.angkatan} untuk {self.angkatan.jenis}. Pilih yang sejenis."}
            )

    def get_absolute_url(self) -> str:
        return reverse("kegiatan:detail", args=[self.slug])

    # --- time: a record that is no draft has its days and its hour --------------------------------

    @property
    def begins_at(self) -> datetime.datetime:
        return _moment(self.begins_on, self.jam_mulai or datetime.time.min)

    @property
    def ends_at(self) -> datetime.datetime:
        """The end of its last day where no hour is known."""
        return _moment(self.ends_on, self.jam_selesai or datetime.time(23, 59, 59))

    @property
    def days(self) -> list[datetime.date]:
        if not self.begins_on or not self.ends_on:
            return []
        length = (self.ends_on - self.begins_on).days + 1
        return [self.begins_on + datetime.timedelta(days=day) for day in range(length)]

    def day_asked(self, text: str) -> datetime.date:
        """The day of it that an address names; else today, or the nearest of its days."""
        by_text = {day.isoformat(): day for day in self.days}
        return by_text.get(text) or max(self.days[0], min(self.days[-1], timezone.localdate()))

    # --- what it is ----------------------------------------------------------------------------

    @property
    def organiser(self) -> str:
        return self.penyelenggara or f"{settings.OFFICE_NAME} {settings.DISTRICT_NAME}"

    @property
    def is_called_off(self) -> bool:
        return self.called_off_at is not None

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def is_bazaar(self) -> bool:
        return self.jenis == JenisKegiatan.BAZAR

    def taken(self) -> int:
        return self.peserta_set.filter(status=StatusPeserta.TERDAFTAR).count()


def _moment(day: datetime.date | None, hour: datetime.time) -> datetime.datetime:
    if day is None:
        raise ValueError("a draft has no day yet")
    return timezone.make_aware(datetime.datetime.combine(day, hour))
