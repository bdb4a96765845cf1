"""Certificates and registered numbers of a business or a cooperative."""

from datetime import date
from typing import Self, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import (
    Archivable,
    Recorded,
    RecordQuerySet,
    both_or_neither,
    exactly_one,
    refuse_future,
    refuse_reversed,
    stamp_by,
)
from common.storage import private_storage
from koperasi.models import Koperasi
from legalitas.choices import (
    NAMES_PRODUCTS,
    NUMBER_ON_SUBJECT,
    PUBLIC_MARKS,
    JenisKewajiban,
    JenisSertifikat,
    Saluran,
)
from legalitas.masa_berlaku import MasaBerlaku, masa_berlaku
from legalitas.nomor import normalise_number, number_errors, number_warnings
from produk.models import Produk
from umkm.models import Usaha


class SertifikatQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("usaha__desa__kecamatan", "koperasi__desa__kecamatan")

    def waiting(self) -> Self:
        return self.active().filter(verified_at=None)

    def in_force(self, at: date | None = None) -> Self:
        """Not past a printed end date on `at` (today by default); no end date means still in force."""
        return self.active().filter(Q(valid_until=None) | Q(valid_until__gte=at or timezone.localdate()))

    def marks(self, *jenis: str, at: date | None = None) -> Self:
        """What may be shown to the public as a mark: verified and in force."""
        return self.verified().in_force(at).filter(jenis__in=jenis)

    def on_product(self, produk: Produk) -> Self:
        """Marks of a product: certificates that name it, and its seller's NIB."""
        # Each found by its own index: joined by OR, every certificate of the district would be read.
        naming = self.model._default_manager.filter(produk=produk).order_by()
        nib = self.model._default_manager.filter(
            jenis=JenisSertifikat.NIB, usaha=produk.usaha_id, koperasi=produk.koperasi_id
        ).order_by()
        return self.marks(*PUBLIC_MARKS).filter(pk__in=naming.values("pk").union(nib.values("pk")))

    def on_seller(self) -> Self:
        """Marks of a business or cooperative as a whole: not those that hold for named products only."""
        return self.marks(*(jenis for jenis in PUBLIC_MARKS if jenis not in NAMES_PRODUCTS))

    def with_subject(self) -> Self:
        return self.select_related("usaha__desa__kecamatan", "koperasi__desa__kecamatan")

    def ending_between(self, start: date, end: date) -> Self:
        return self.active().filter(valid_until__range=(start, end))


@tracked(in_bulk=True)
class Sertifikat(Recorded, Archivable):
    """One document. A number that stands on the subject (NIB, NIK Koperasi) is stored there and only read here."""

    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True)
    jenis = models.CharField(max_length=15, choices=JenisSertifikat)
    number_on_paper = PlainCharField(
        "nomor",
        max_length=100,
        blank=True,
        help_text="Untuk NIB dan NIK Koperasi dikosongkan: dibaca dari data usaha atau koperasi.",
    )
    nomor_ketetapan = PlainCharField(
        "nomor ketetapan halal (KH)",
        max_length=100,
        blank=True,
        help_text="Bukan nomor yang dicetak di label. Nomor label diawali ID.",
    )
    merek = PlainCharField(
        "merek", max_length=100, blank=True, help_text="Merek atau nama dagang di sertifikat."
    )
    penerbit = PlainCharField("lembaga penerbit", max_length=150, blank=True)
    issued_on = models.DateField("tanggal terbit", null=True, blank=True)
    valid_until = models.DateField(
        "berlaku sampai",
        null=True,
        blank=True,
        help_text="Kosongkan bila tidak ada tanggal akhir, misalnya sertifikat halal sekarang.",
    )
    commitment_due_on = models.DateField(
        "komitmen paling lambat",
        null=True,
        blank=True,
        help_text="Hanya P-IRT: penyuluhan, pemeriksaan sarana, label. Kosong: enam bulan sesudah terbit.",
    )
    commitment_met_on = models.DateField("komitmen dipenuhi", null=True, blank=True)
    produk = models.ManyToManyField(
        Produk, blank=True, help_text="Tanda di situs hanya muncul pada produk yang disebut di sini."
    )
    scan = models.FileField(
        "pindaian", storage=private_storage, upload_to="sertifikat", blank=True, editable=False
    )
    verified_at = models.DateTimeField("diverifikasi", null=True, blank=True, editable=False)
    verified_by = stamp_by()
    notes = PlainTextField("catatan", blank=True)

    objects = SertifikatQuerySet.as_manager()

    class Meta:
        verbose_name = "sertifikat"
        verbose_name_plural = "sertifikat"
        ordering = ["-issued_on", "-id"]
        permissions = [("verify_sertifikat", "Dapat memverifikasi sertifikat")]
        indexes = [
            models.Index(
                fields=["valid_until"], condition=Q(archived_at=None), name="legalitas_sertifikat_ending"
            )
        ]
        constraints = [
            exactly_one("usaha", "koperasi", "Pilih satu pemegang: usaha atau koperasi."),
            both_or_neither("archived"),
            both_or_neither("verified"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(issued_on=None) | Q(valid_until__gte=models.F("issued_on")),
                name="legalitas_sertifikat_dates_in_order",
                violation_error_message="Tanggal akhir tidak boleh mendahului tanggal terbit.",
            ),
            models.CheckConstraint(
                condition=Q(jenis=JenisSertifikat.PIRT)
                | Q(commitment_due_on__isnull=True, commitment_met_on__isnull=True),
                name="legalitas_sertifikat_commitment_of_pirt",
                violation_error_message="Hanya P-IRT yang terbit dengan komitmen. Kosongkan tanggal komitmennya.",
            ),
            models.UniqueConstraint(
                fields=["jenis", "number_on_paper"],
                condition=~Q(number_on_paper="") & Q(archived_at=None),
                name="legalitas_sertifikat_number_once",
                violation_error_message="Nomor ini sudah tercatat untuk jenis sertifikat yang sama.",
            ),
        ]

    def __str__(self) -> str:
        # A land title's number is wealth: it stays out of headings, messages and lists of choices.
        number = "" if self.jenis == JenisSertifikat.SHAT else self.number
        return f"{self.get_jenis_display()} {number}".strip()

    def clean(self) -> None:
        super().clean()
        if bool(self.usaha_id) == bool(self.koperasi_id):
            raise ValidationError({"usaha": "Pilih satu pemegang: usaha atau koperasi, tidak keduanya."})
        if self.usaha_id and self.jenis == JenisSertifikat.NIK_KOPERASI:
            raise ValidationError({"usaha": "Sertifikat NIK Koperasi hanya dimiliki koperasi."})
        refuse_reversed(
            self, "issued_on", "valid_until", "Tanggal akhir tidak boleh mendahului tanggal terbit."
        )
        self.clean_commitment()
        self._clean_number()

    def clean_commitment(self) -> None:
        """Raise at the date that cannot be; the sheet of certificates asks the same."""
        for name in ("commitment_due_on", "commitment_met_on"):
            if self.jenis != JenisSertifikat.PIRT and getattr(self, name):
                raise ValidationError(
                    {name: "Hanya P-IRT yang terbit dengan komitmen. Kosongkan tanggal ini."}
                )
            refuse_reversed(
                self, "issued_on", name, "Tanggal komitmen tidak boleh mendahului tanggal terbit."
            )
        refuse_future(self, "commitment_met_on")

    def _clean_number(self) -> None:
        if self.jenis in NUMBER_ON_SUBJECT and self.number_on_paper:
            raise ValidationError(
                {
                    "number_on_paper": (
                        f"Nomor {self.get_jenis_display()} dicatat pada data usaha atau koperasi. "
                        "Kosongkan di sini."
                    )
                }
            )
        self.number_on_paper = normalise_number(self.jenis, self.number_on_paper)
        if errors := number_errors(self.jenis, self.number_on_paper):
            raise ValidationError({"number_on_paper": errors})

    @property
    def subject(self) -> Usaha | Koperasi:
        # The database allows exactly one of the two.
        return cast("Usaha | Koperasi", self.usaha or self.koperasi)

    @property
    def number(self) -> str:
        """The number as registered, wherever it is stored."""
        field = NUMBER_ON_SUBJECT.get(self.jenis)
        return getattr(self.subject, field, "") if field else self.number_on_paper

    def masa_berlaku(self, at: date | None = None) -> MasaBerlaku:
        return masa_berlaku(
            jenis=self.jenis,
            issued_on=self.issued_on,
            valid_until=self.valid_until,
            on=at or timezone.localdate(),
        )

    def suspicions(self) -> list[str]:
        return number_warnings(
            self.jenis,
            self.number_on_paper,
            district_code=settings.DISTRICT_CODE,
            valid_until=self.valid_until,
        )


@tracked()
class SertifikatProduk(Sertifikat.produk.through):  # type: ignore[name-defined]
    """Which certificate names which product, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()


@tracked()
class Pengingat(models.Model):
    """That somebody was reminded of a duty, when, how and by whom: so that nobody is called twice or never."""

    jenis = models.CharField("kewajiban", max_length=15, choices=JenisKewajiban, editable=False)
    # Whose paper ends, which cooperative meets, which business is to be certified.
    sertifikat = models.ForeignKey(
        Sertifikat, models.CASCADE, null=True, blank=True, editable=False, related_name="pengingat_set"
    )
    usaha = models.ForeignKey(Usaha, models.CASCADE, null=True, blank=True, editable=False)
    koperasi = models.ForeignKey(Koperasi, models.CASCADE, null=True, blank=True, editable=False)
    channel = models.CharField("lewat", max_length=10, choices=Saluran)
    notes = PlainCharField("hasil pembicaraan", max_length=300, blank=True)
    reminded_at = models.DateTimeField("diingatkan", default=timezone.now, editable=False)
    reminded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+", verbose_name="oleh"
    )

    class Meta:
        verbose_name = "pengingat"
        verbose_name_plural = "pengingat"
        ordering = ["-reminded_at", "-id"]
        # Made at the calendar only, never by hand.
        default_permissions = ("add",)
        constraints = [
            exactly_one("usaha", "koperasi", "Pengingat ditujukan kepada satu usaha atau koperasi.")
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.usaha or self.koperasi}"
