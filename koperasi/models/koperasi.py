"""Cooperatives, their officers and the businesses that belong to them."""

from datetime import date
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone

from common.audit import tracked
from common.fields import IdentifierField, PhoneField, PlainCharField, PlainTextField
from common.identifiers import (
    nik_koperasi_warnings,
    normalise_nib,
    normalise_nik_koperasi,
    normalise_npwp,
    phone_warnings,
    validate_nib,
    validate_npwp,
)
from common.models import (
    Publishable,
    Recorded,
    RecordQuerySet,
    both_or_neither,
    publishable_constraints,
    refuse_future,
    refuse_reversed,
    stamp_by,
)
from common.photos import PhotoField
from koperasi.choices import Bentuk, JabatanPengurus, JenisKoperasi, Kelompok, PeranUsaha, Pola
from koperasi.kepatuhan import is_active_by_rule
from umkm.models import Usaha
from wilayah.models import Desa


class KoperasiQuerySet(RecordQuerySet):
    def with_place(self) -> Self:
        return self.select_related("desa__kecamatan")

    def for_cards(self) -> Self:
        """What a card shows and nothing else of the rows: lists have two dozen of them."""
        return self.with_place().only(
            "name", "slug", "jenis", "photo", "published_at", "desa__name", "desa__kecamatan__name"
        )

    def with_latest_rat(self, *, at: date | None = None) -> Self:
        """`last_book_year`: the newest book year whose annual meeting was held, by `at` or at all."""
        held = Q(rapatanggota__held_on__lte=at) if at else Q(rapatanggota__held_on__isnull=False)
        return self.annotate(last_book_year=Max("rapatanggota__tahun_buku", filter=held))


class CurrentQuerySet(models.QuerySet):
    """Rows with `started_on` and `ended_on`, either of which may not be known."""

    def current(self, *, at: date | None = None) -> Self:
        """Begun by `at`, today if not told, and not yet over."""
        day = at or timezone.localdate()
        begun, not_over = Q(started_on__lte=day), Q(ended_on__gte=day)
        return self.filter(Q(started_on=None) | begun, Q(ended_on=None) | not_over)


@tracked(exclude=("is_listed",), in_bulk=True)
class Koperasi(Recorded, Publishable):
    REQUIRED_UNLESS_DRAFT = ("desa", "jenis", "bentuk")
    SHORT_LETTER = "k"  # of its short address, /k/…

    name = PlainCharField("nama koperasi", max_length=200)
    slug = models.SlugField("alamat halaman", max_length=220, unique=True, editable=False)
    nomor_badan_hukum = PlainCharField(
        max_length=100,
        blank=True,
        help_text="Tulis seperti di akta, misalnya AHU-0001234.AH.01.26.TAHUN 2018.",
    )
    tanggal_badan_hukum = models.DateField(null=True, blank=True)
    nik_koperasi = IdentifierField(
        "NIK Koperasi",
        max_length=20,
        blank=True,
        normalise=normalise_nik_koperasi,
        help_text="Nomor Induk Koperasi, biasanya 13 angka. Bukan NIK KTP.",
    )
    nib = IdentifierField("NIB", max_length=13, blank=True, normalise=normalise_nib, validate=validate_nib)
    npwp = IdentifierField(
        "NPWP koperasi", max_length=16, blank=True, normalise=normalise_npwp, validate=validate_npwp
    )
    jenis = models.CharField(max_length=15, choices=JenisKoperasi, blank=True)
    bentuk = models.CharField(max_length=20, choices=Bentuk, blank=True)
    pola = models.CharField(max_length=15, choices=Pola, default=Pola.KONVENSIONAL)
    kelompok = models.CharField(max_length=15, choices=Kelompok, blank=True)
    sektor = PlainCharField("sektor usaha", max_length=100, blank=True)
    description = PlainTextField("tentang koperasi", blank=True, help_text="Tampil di halaman koperasi.")
    photo = PhotoField("foto", upload_to="koperasi", blank=True)
    desa = models.ForeignKey(Desa, models.PROTECT, null=True, blank=True, verbose_name="desa/kelurahan")
    address = PlainCharField("alamat kantor", max_length=300, blank=True)
    phone = PhoneField("WhatsApp koperasi", blank=True)
    email = models.EmailField("surel", blank=True)
    # The number is usually the chairperson's own, so it is shown only after a yes.
    phone_consented_at = models.DateTimeField(
        "nomor boleh ditampilkan sejak", null=True, blank=True, editable=False
    )
    phone_consented_by = stamp_by()
    is_active_declared = models.BooleanField(
        "aktif menurut petugas", null=True, blank=True, help_text="Kosongkan agar mengikuti aturan RAT."
    )
    notes = PlainTextField("catatan petugas", blank=True, help_text="Hanya untuk petugas.")
    usaha = models.ManyToManyField(Usaha, through="Keanggotaan", blank=True)

    objects = KoperasiQuerySet.as_manager()

    class Meta:
        verbose_name = "koperasi"
        verbose_name_plural = "koperasi"
        ordering = ["name", "id"]
        permissions = [
            ("verify_koperasi", "Dapat memverifikasi koperasi"),
            ("publish_koperasi", "Dapat menayangkan koperasi"),
        ]
        constraints = [
            *publishable_constraints(),
            both_or_neither("phone_consented"),
            models.CheckConstraint(
                condition=Q(is_draft=True) | Q(desa__isnull=False),
                name="koperasi_koperasi_desa_unless_draft",
                violation_error_message="Desa/kelurahan wajib diisi kecuali pada draf.",
            ),
            models.UniqueConstraint(
                fields=["nik_koperasi"],
                condition=~Q(nik_koperasi=""),
                name="koperasi_koperasi_nik_once",
                violation_error_message="NIK Koperasi ini sudah tercatat pada koperasi lain.",
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
        super().clean()
        refuse_future(self, "tanggal_badan_hukum")

    def get_absolute_url(self) -> str:
        return reverse("koperasi:detail", args=[self.slug])

    @property
    def public_phone(self) -> str:
        return self.phone if self.phone_consented_at else ""

    @property
    def public_photo(self) -> Any:
        """A cooperative's photo shows no private place; a business's waits for consent."""
        return self.photo

    @property
    def is_primer(self) -> bool:
        return not self.bentuk.startswith("sekunder")

    def is_aktif(self, last_book_year: int | None, *, at: date | None = None) -> bool:
        """As the officer declared, else by rule from the newest RAT (`koperasi/kepatuhan.py`)."""
        if self.is_active_declared is not None:
            return self.is_active_declared
        return is_active_by_rule(
            last_book_year=last_book_year, on=at or timezone.localdate(), founded_on=self.tanggal_badan_hukum
        )

    def suspicions(self) -> list[str]:
        return [
            *nik_koperasi_warnings(self.nik_koperasi, district_code=settings.DISTRICT_CODE),
            *phone_warnings(self.phone),
        ]


@tracked(in_bulk=True)
class Pengurus(models.Model):
    """A person in office; names and numbers are for staff only."""

    koperasi = models.ForeignKey(Koperasi, models.CASCADE)
    jabatan = models.CharField(max_length=10, choices=JabatanPengurus)
    name = PlainCharField("nama", max_length=200)
    phone = PhoneField("nomor HP", blank=True)
    started_on = models.DateField("mulai menjabat", null=True, blank=True)
    ended_on = models.DateField("selesai menjabat", null=True, blank=True)

    objects = CurrentQuerySet.as_manager()

    class Meta:
        verbose_name = "pengurus"
        verbose_name_plural = "pengurus"
        ordering = ["koperasi", "id"]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_jabatan_display()})"

    def clean(self) -> None:
        super().clean()
        refuse_reversed(
            self, "started_on", "ended_on", "Tanggal selesai tidak boleh mendahului tanggal mulai."
        )


@tracked()
class Keanggotaan(models.Model):
    """A business in a cooperative."""

    koperasi = models.ForeignKey(Koperasi, models.CASCADE)
    usaha = models.ForeignKey(Usaha, models.PROTECT)
    peran = models.CharField(max_length=10, choices=PeranUsaha, default=PeranUsaha.ANGGOTA)
    started_on = models.DateField("sejak", null=True, blank=True)
    ended_on = models.DateField("sampai", null=True, blank=True)

    objects = CurrentQuerySet.as_manager()

    class Meta:
        verbose_name = "usaha anggota"
        verbose_name_plural = "usaha anggota"
        ordering = ["koperasi", "usaha"]
        constraints = [
            # Who left may come back: that is a row of its own.
            models.UniqueConstraint(
                fields=["koperasi", "usaha", "peran"],
                condition=Q(ended_on=None),
                name="koperasi_keanggotaan_once_at_a_time",
                violation_error_message=(
                    "Usaha ini masih tercatat dengan peran yang sama. Isi dahulu kapan peran itu berakhir."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.usaha} – {self.koperasi}"

    def clean(self) -> None:
        super().clean()
        refuse_reversed(self, "started_on", "ended_on", "Tanggal akhir tidak boleh mendahului tanggal mulai.")
