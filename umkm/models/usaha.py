"""Businesses: the unit of registration. One owner may have several."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

import pgtrigger
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, NullIf, Upper
from django.urls import reverse
from django.utils import timezone

from common.audit import tracked
from common.fields import (
    EncryptedCharField,
    IdentifierField,
    PhoneField,
    PlainCharField,
    PlainTextField,
)
from common.identifiers import (
    normalise_nib,
    normalise_npwp,
    normalise_rt,
    phone_warnings,
    validate_nib,
    validate_npwp,
)
from common.models import Publishable, Recorded, RecordQuerySet, publishable_constraints, refuse_future
from common.photos import PhotoField
from umkm.choices import BidangUsaha, DasarSkala, Skala, StatusUsaha
from umkm.models.data_tahunan import DataTahunan
from umkm.models.pemilik import Pemilik, Persetujuan
from umkm.models.rujukan import Kbli
from wilayah.models import Desa


class UsahaQuerySet(RecordQuerySet):
    def with_place(self) -> Self:
        return self.select_related("desa__kecamatan")

    def with_owner(self) -> Self:
        """Owner included; numbers that no public page shows stay encrypted where they are."""
        return self.select_related("pemilik").defer("npwp", "pemilik__nik")

    def with_consents(self) -> Self:
        """`consents`: what the owner allows, so that a page can ask `allows(...)` freely."""
        active = Persetujuan.objects.active().filter(pemilik=OuterRef("pemilik"))
        return self.annotate(consents=ArraySubquery(active.values("purpose")))

    def looked_after_by(self, user: Any) -> Self:
        """Those of the owner whose account this is, and those that an owner let this account look after."""
        return self.active().filter(
            Q(pemilik__account=user) | Q(pk__in=user.pengelola_set.active().values("usaha"))
        )

    def for_cards(self) -> Self:
        """What a card shows and nothing else of the rows: lists have two dozen of them."""
        return (
            self.with_consents()
            .with_place()
            .only(
                "name", "slug", "kegiatan_utama", "bidang_usaha", "photo", "published_at",
                "desa__name", "desa__kecamatan__name",
            )
        )  # fmt: skip

    def with_skala(self) -> Self:
        """`skala`: the class as declared, or as computed where nothing was declared."""
        return self.annotate(skala=Coalesce(NullIf("skala_dinyatakan", models.Value("")), "skala_terhitung"))

    def with_latest_figures(self) -> Self:
        """`tenaga_kerja_l`, `tenaga_kerja_p` of the newest year on record."""
        newest = DataTahunan.objects.filter(usaha=OuterRef("pk")).order_by("-tahun")
        return self.annotate(
            tenaga_kerja_l=Subquery(newest.values("tenaga_kerja_l")[:1]),
            tenaga_kerja_p=Subquery(newest.values("tenaga_kerja_p")[:1]),
        )


# Kept by the database so that lists need not join three tables (see docs/keputusan).
_IS_LISTED = """
    NEW.is_listed := NEW.published_at IS NOT NULL AND NEW.archived_at IS NULL AND EXISTS (
        SELECT 1 FROM umkm_persetujuan AS consent
        WHERE consent.pemilik_id = NEW.pemilik_id AND consent.purpose = 'katalog' AND consent.withdrawn_at IS NULL
    );
    RETURN NEW;
"""


@tracked(exclude=("is_listed",), in_bulk=True)
class Usaha(Recorded, Publishable):
    REQUIRED_UNLESS_DRAFT = ("desa", "bidang_usaha", "status_usaha")
    SHORT_LETTER = "u"  # of its short address, /u/…
    # On rows read `with_consents()`.
    consents: list[str]

    pemilik = models.ForeignKey(Pemilik, models.PROTECT)
    name = PlainCharField("nama usaha", max_length=200)
    slug = models.SlugField("alamat halaman", max_length=220, unique=True, editable=False)
    status_usaha = models.CharField(max_length=15, choices=StatusUsaha, blank=True)
    bidang_usaha = models.CharField(max_length=25, choices=BidangUsaha, blank=True)
    kbli = models.ForeignKey(Kbli, models.PROTECT, null=True, blank=True, verbose_name="KBLI")
    kegiatan_utama = PlainCharField(
        max_length=200, blank=True, help_text="Contoh: mengolah kelapa menjadi minyak."
    )
    nib = IdentifierField(
        "NIB",
        max_length=13,
        blank=True,
        normalise=normalise_nib,
        validate=validate_nib,
        help_text="Nomor Induk Berusaha, 13 angka. Satu NIB boleh dipakai beberapa usaha milik orang yang sama.",
    )
    nib_issued_on = models.DateField("tanggal terbit NIB", null=True, blank=True)
    npwp = EncryptedCharField(
        "NPWP",
        blank=True,
        default="",
        normalise=normalise_npwp,
        validate=validate_npwp,
        help_text="15 atau 16 angka. Disimpan terenkripsi.",
    )
    tahun_mulai = models.PositiveSmallIntegerField(
        "tahun mulai usaha",
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
    )
    is_perikanan = models.BooleanField(
        "usaha perikanan",
        default=False,
        help_text="Skala usaha perikanan dinilai tersendiri (Permen KP 2/2026).",
    )
    description = PlainTextField(
        "cerita usaha", blank=True, help_text="Tampil di halaman usaha. Dua atau tiga kalimat cukup."
    )
    photo = PhotoField("foto usaha", upload_to="usaha", blank=True)
    jam_buka = PlainCharField(
        "hari dan jam buka", max_length=100, blank=True, help_text="Contoh: Senin sampai Sabtu, 08.00–17.00."
    )
    whatsapp = PhoneField("WhatsApp usaha", blank=True, help_text="Kosongkan bila sama dengan nomor pemilik.")
    desa = models.ForeignKey(Desa, models.PROTECT, null=True, blank=True, verbose_name="desa/kelurahan")
    address = PlainCharField("alamat usaha", max_length=300, blank=True)
    rt = IdentifierField("RT", max_length=3, blank=True, normalise=normalise_rt)
    rw = IdentifierField("RW", max_length=3, blank=True, normalise=normalise_rt)
    latitude = models.DecimalField(
        "lintang", max_digits=8, decimal_places=5, null=True, blank=True,
        validators=[MinValueValidator(Decimal(-11)), MaxValueValidator(Decimal(7))],
    )  # fmt: skip
    longitude = models.DecimalField(
        "bujur", max_digits=8, decimal_places=5, null=True, blank=True,
        validators=[MinValueValidator(Decimal(94)), MaxValueValidator(Decimal(142))],
    )  # fmt: skip
    skala_dinyatakan = models.CharField(
        max_length=10,
        choices=Skala,
        blank=True,
        help_text="Menurut pemilik atau dokumennya. Tidak pernah diubah oleh sistem.",
    )
    skala_terhitung = models.CharField(max_length=10, choices=Skala, blank=True, editable=False)
    skala_dasar = models.CharField(
        "dasar perhitungan", max_length=10, choices=DasarSkala, blank=True, editable=False
    )
    notes = PlainTextField("catatan petugas", blank=True, help_text="Hanya untuk petugas.")

    objects = UsahaQuerySet.as_manager()

    class Meta:
        verbose_name = "usaha"
        verbose_name_plural = "usaha"
        ordering = ["name", "id"]
        permissions = [
            ("verify_usaha", "Dapat memverifikasi usaha"),
            ("publish_usaha", "Dapat menayangkan usaha"),
        ]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"], condition=Q(is_listed=True), name="umkm_usaha_newest_listed"
            ),
            models.Index(
                fields=["name", "id"], condition=Q(is_listed=True), name="umkm_usaha_by_name_listed"
            ),
            models.Index(fields=["nib"], condition=~Q(nib=""), name="umkm_usaha_nib"),
            models.Index(fields=["whatsapp"], condition=~Q(whatsapp=""), name="umkm_usaha_whatsapp"),
            GinIndex(
                OpClass(Upper("name"), "gin_trgm_ops"), name="umkm_usaha_name_trigrams", fastupdate=False
            ),
        ]
        constraints = [
            *publishable_constraints(),
            models.CheckConstraint(
                condition=Q(is_draft=True) | Q(desa__isnull=False),
                name="umkm_usaha_desa_unless_draft",
                violation_error_message="Desa/kelurahan wajib diisi kecuali pada draf.",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="umkm_usaha_point_whole",
                violation_error_message="Lintang dan bujur harus diisi bersama atau dikosongkan bersama.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="keep_is_listed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_IS_LISTED,
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("umkm:detail", args=[self.slug])

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "nib_issued_on")
        if (self.latitude is None) != (self.longitude is None):
            # The constraint says it too, but not at the field.
            missing = "latitude" if self.latitude is None else "longitude"
            raise ValidationError({missing: "Lintang dan bujur diisi bersama atau dikosongkan bersama."})

    def allows(self, purpose: str) -> bool:
        """Needs `with_consents()`."""
        return purpose in self.consents

    @property
    def public_phone(self) -> str:
        """E.164 number for the WhatsApp link, or "" while the owner has not agreed. Needs `with_owner()` too."""
        return (self.whatsapp or self.pemilik.phone) if self.allows("telepon") else ""

    @property
    def public_photo(self) -> Any:
        return self.photo if self.allows("foto") else None

    @property
    def public_owner(self) -> str:
        return self.pemilik.name if self.allows("nama") else ""

    @property
    def public_address(self) -> str:
        return self.address if self.allows("lokasi") else ""

    @property
    def public_map_link(self) -> str:
        """Opens the map on a visitor's phone; empty without a point or a yes to it."""
        if self.latitude is None or self.longitude is None or not self.allows("lokasi"):
            return ""
        return f"https://www.google.com/maps/search/?api=1&query={self.latitude},{self.longitude}"

    def suspicions(self, *, today: date | None = None) -> list[str]:
        """`today` from whoever looks at thousands: asking for the day costs more than all the rest."""
        found = phone_warnings(self.whatsapp)
        if self.tahun_mulai and self.tahun_mulai > (today or timezone.localdate()).year:
            found.append("Tahun mulai usaha berada di masa depan.")
        if self.skala_dinyatakan and self.skala_terhitung and self.skala_dinyatakan != self.skala_terhitung:
            found.append(
                f"Skala yang dinyatakan ({self.get_skala_dinyatakan_display()}) berbeda dari hasil hitung "
                f"({self.get_skala_terhitung_display()}, dasar: {self.get_skala_dasar_display().lower()})."
            )
        return found
