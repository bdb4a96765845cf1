"""Who takes part in an event: a business, a cooperative, or a person from outside; and the days they came."""

from typing import Any, Self, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q

from common.audit import tracked
from common.fields import PhoneField, PlainCharField, RupiahField
from common.models import Recorded, both_or_neither, stamp_by
from fasilitasi.models import Fasilitasi
from kegiatan.choices import StatusPeserta
from kegiatan.models.kegiatan import Kegiatan
from koperasi.models import Koperasi
from umkm.choices import JenisKelamin
from umkm.models import Usaha


class PesertaQuerySet(models.QuerySet):
    def in_scope_of(self, user: Any) -> Self:
        """Those of the events that an officer works on: at the door nobody asks where a business lies."""
        events = Kegiatan.objects.in_scope_of(user)
        return self.filter(kegiatan__in=events) if user.scope else self

    def registered(self) -> Self:
        return self.filter(status=StatusPeserta.TERDAFTAR)

    def waiting(self) -> Self:
        """The first to move up stands first."""
        return self.filter(status=StatusPeserta.MENUNGGU).order_by("queued_at", "id")

    def not_cancelled(self) -> Self:
        return self.exclude(status=StatusPeserta.BATAL)

    def came(self) -> Self:
        return self.registered().filter(Exists(Kehadiran.objects.filter(peserta=OuterRef("pk"))))

    def with_subject(self) -> Self:
        return self.select_related(
            "usaha__pemilik", "usaha__desa__kecamatan", "koperasi__desa__kecamatan"
        ).defer("usaha__npwp", "usaha__pemilik__nik")


@tracked()
class Peserta(Recorded):
    kegiatan = models.ForeignKey(Kegiatan, models.PROTECT)
    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True)
    name = PlainCharField(
        "nama yang hadir",
        max_length=150,
        blank=True,
        help_text="Boleh kosong bila pemilik usaha sendiri yang hadir.",
    )
    jenis_kelamin = models.CharField(max_length=1, choices=JenisKelamin, blank=True)
    instansi = PlainCharField(
        "instansi atau usaha",
        max_length=150,
        blank=True,
        help_text="Untuk peserta dari luar, misalnya Bank Sulteng.",
    )
    phone = PhoneField("nomor HP/WhatsApp", blank=True)
    status = models.CharField(
        max_length=10, choices=StatusPeserta, default=StatusPeserta.TERDAFTAR, editable=False
    )
    # Whoever comes back after cancelling stands at the end again.
    queued_at = models.DateTimeField("mendaftar", editable=False)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name="didaftarkan oleh",
    )
    cancelled_at = models.DateTimeField("batal", null=True, blank=True, editable=False)
    cancelled_by = stamp_by()
    penjualan = RupiahField(
        "hasil penjualan selama bazar", null=True, blank=True, help_text="Hanya untuk laporan kantor."
    )
    # What closing the event made of it.
    fasilitasi = models.OneToOneField(
        Fasilitasi, models.PROTECT, null=True, blank=True, editable=False, verbose_name="fasilitasi"
    )

    objects = PesertaQuerySet.as_manager()

    class Meta:
        verbose_name = "peserta"
        verbose_name_plural = "peserta"
        ordering = ["queued_at", "id"]
        indexes = [models.Index(fields=["kegiatan", "status", "queued_at"], name="kegiatan_peserta_queue")]
        constraints = [
            both_or_neither("cancelled"),
            models.CheckConstraint(
                condition=Q(usaha__isnull=True) | Q(koperasi__isnull=True),
                name="kegiatan_peserta_one_subject",
                violation_error_message="Pilih usaha atau koperasi, tidak keduanya.",
            ),
            models.CheckConstraint(
                condition=Q(usaha__isnull=False) | ~Q(name=""),
                name="kegiatan_peserta_has_a_name",
                violation_error_message="Tulis nama orang yang hadir.",
            ),
            models.CheckConstraint(
                condition=Q(status="batal", cancelled_at__isnull=False)
                | ~Q(status="batal") & Q(cancelled_at__isnull=True),
                name="kegiatan_peserta_cancelled_says_when",
                violation_error_message="Pembatalan memuat waktu dan nama yang membatalkan.",
            ),
            models.UniqueConstraint(
                fields=["kegiatan", "usaha"],
                name="kegiatan_peserta_usaha_once",
                violation_error_message="Usaha ini sudah tercatat pada kegiatan ini.",
            ),
            models.UniqueConstraint(
                fields=["kegiatan", "koperasi", "name"],
                name="kegiatan_peserta_koperasi_once",
                violation_error_message="Orang ini sudah tercatat untuk koperasi tersebut pada kegiatan ini.",
            ),
            models.UniqueConstraint(
                fields=["kegiatan", "name", "phone"],
                condition=Q(usaha__isnull=True, koperasi__isnull=True),
                name="kegiatan_peserta_outsider_once",
                violation_error_message="Orang ini sudah tercatat pada kegiatan ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.origin})" if self.origin else self.person

    def clean(self) -> None:
        super().clean()
        if self.usaha_id and self.koperasi_id:
            raise ValidationError({"koperasi": "Pilih usaha atau koperasi, tidak keduanya."})
        if not self.usaha_id and not self.name:
            raise ValidationError({"name": "Tulis nama orang yang hadir."})

    @property
    def person(self) -> str:
        """The owner, unless somebody else comes for the business."""
        return self.name or cast(Usaha, self.usaha).pemilik.name

    @property
    def sex(self) -> str:
        is_owner = self.usaha is not None and not self.name
        return self.jenis_kelamin or (cast(Usaha, self.usaha).pemilik.jenis_kelamin if is_owner else "")

    @property
    def origin(self) -> str:
        return str(self.usaha or self.koperasi or self.instansi)

    @property
    def reachable_at(self) -> str:
        if self.phone or not self.usaha:
            return self.phone or (self.koperasi.phone if self.koperasi else "")
        return self.usaha.whatsapp or self.usaha.pemilik.phone

    @property
    def address(self) -> str:
        desa = (self.usaha or self.koperasi) and cast(Any, self.usaha or self.koperasi).desa
        return f"{desa.name}, {desa.kecamatan.name}" if desa else ""

    @property
    def is_registered(self) -> bool:
        return self.status == StatusPeserta.TERDAFTAR


@tracked()
class Kehadiran(models.Model):
    """That a participant came on one day of the event."""

    peserta = models.ForeignKey(Peserta, models.CASCADE)
    happened_on = models.DateField("hari")
    noted_at = models.DateTimeField("dicatat", auto_now_add=True)
    # Empty where the participant used the code at the door.
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        ordering = ["happened_on", "id"]
        # Whoever works on the participants notes who came.
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["peserta", "happened_on"],
                name="kegiatan_kehadiran_once_a_day",
                violation_error_message="Kehadiran hari ini sudah tercatat.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.peserta}, {self.happened_on:%d-%m-%Y}"
