"""What the office gets done: kinds, and cases with dated steps."""

from typing import TYPE_CHECKING, Self, cast

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField, RupiahField
from common.models import (
    Archivable,
    Recorded,
    RecordQuerySet,
    both_or_neither,
    exactly_one,
)
from fasilitasi.choices import BatasUlang, SatuanHitung, Status, SumberDana, UntukSiapa
from fasilitasi.langkah import OPEN
from fasilitasi.sasaran import excluded, excluded_words
from koperasi.models import Koperasi
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.models import Sertifikat
from produk.models import Produk
from umkm.models import Usaha

if TYPE_CHECKING:
    from fasilitasi.models.rincian import TahapJenis

YEAR = [MinValueValidator(2000), MaxValueValidator(2100)]


@tracked()
class JenisFasilitasi(models.Model):
    """A kind of facilitation: data, so that staff add one without code."""

    name = models.CharField("nama", max_length=120, unique=True)
    slug = models.SlugField("nama di alamat", max_length=60, unique=True)
    untuk = models.CharField("untuk siapa", max_length=10, choices=UntukSiapa)
    satuan = models.CharField("satuan yang dihitung", max_length=15, choices=SatuanHitung)
    sertifikat = models.CharField(
        "sertifikat yang dihasilkan",
        max_length=15,
        choices=JenisSertifikat,
        blank=True,
        help_text="Kosongkan bila tidak ada.",
    )
    nomor_per_satuan = models.BooleanField(
        "tiap satuan bernomor sendiri",
        default=False,
        help_text="Misalnya satu sertipikat untuk setiap bidang, atau satu P-IRT untuk setiap produk.",
    )
    penerbit = models.CharField("lembaga penerbit", max_length=150, blank=True)
    berlaku_tahun = models.PositiveSmallIntegerField(
        "masa berlaku (tahun)", null=True, blank=True, help_text="Kosongkan bila hasilnya tidak berakhir."
    )
    batas_ulang = models.CharField(
        "batas pemberian ulang", max_length=10, choices=BatasUlang, default=BatasUlang.BEBAS
    )
    tolak_aparatur = models.BooleanField(
        "bukan untuk ASN, TNI, dan Polri", default=False, help_text="Pemohon yang bekerja di sana ditolak."
    )
    omzet_terbanyak = RupiahField(
        "omzet setahun paling banyak",
        null=True,
        blank=True,
        help_text="Petugas diingatkan bila omzet terakhir pemohon melebihinya.",
    )
    usual_days = models.PositiveSmallIntegerField("lama biasa (hari)", null=True, blank=True)
    position = models.PositiveSmallIntegerField("urutan", default=0)
    is_active = models.BooleanField("dipakai", default=True)

    class Meta:
        verbose_name = "jenis fasilitasi"
        verbose_name_plural = "jenis fasilitasi"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.sertifikat == JenisSertifikat.NIK_KOPERASI and self.untuk not in ("", UntukSiapa.KOPERASI):
            raise ValidationError({"untuk": "Sertifikat NIK Koperasi hanya untuk koperasi."})
        if self.nomor_per_satuan and (not self.sertifikat or self.sertifikat in NUMBER_ON_SUBJECT):
            raise ValidationError(
                {"nomor_per_satuan": "Hanya untuk jenis yang nomornya tercetak pada sertifikat tersendiri."}
            )


class FasilitasiQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("usaha__desa__kecamatan", "koperasi__desa__kecamatan")

    def open(self) -> Self:
        return self.active().filter(status__in=OPEN)

    def finished(self) -> Self:
        """Cases that count in reports, in the year of their result."""
        return self.active().filter(status=Status.TERBIT)

    def in_year(self, year: int) -> Self:
        return self.filter(result_on__year=year)

    def with_subject(self) -> Self:
        return self.select_related(
            "jenis",
            "tahap",
            "usaha__pemilik",
            "usaha__desa__kecamatan",
            "koperasi__desa__kecamatan",
            "sertifikat",
        )


@tracked(in_bulk=True)
class Fasilitasi(Recorded, Archivable):
    """A case of one business or cooperative. It counts in the year of its result; the budget year stands apart."""

    nomor = models.CharField("nomor", max_length=20, unique=True, editable=False)
    jenis = models.ForeignKey(JenisFasilitasi, models.PROTECT)
    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True)
    produk = models.ManyToManyField(Produk, blank=True, help_text="Produk yang difasilitasi, bila ada.")
    merek = PlainCharField("merek", max_length=100, blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.DIAJUKAN, editable=False)
    tahap = models.ForeignKey(
        "fasilitasi.TahapJenis", models.PROTECT, null=True, blank=True, editable=False, verbose_name="tahap"
    )
    angkatan = models.ForeignKey("fasilitasi.Angkatan", models.PROTECT, null=True, blank=True)
    applied_on = models.DateField("tanggal permohonan", default=timezone.localdate)
    result_on = models.DateField("tanggal hasil", null=True, blank=True, editable=False)
    tahun_anggaran = models.PositiveSmallIntegerField(null=True, blank=True, validators=YEAR)
    sumber_dana = models.CharField(max_length=10, choices=SumberDana, blank=True)
    biaya = RupiahField("biaya ditanggung dinas", null=True, blank=True)
    jumlah_unit = models.PositiveIntegerField(
        "jumlah satuan",
        default=1,
        help_text="Dihitung dalam satuan jenis fasilitasi, misalnya jumlah bidang tanah.",
    )
    petugas = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name="petugas",
        related_name="+",
    )
    pendamping = PlainCharField(max_length=150, blank=True)
    lembaga_penerbit = PlainCharField(max_length=150, blank=True)
    sertifikat = models.ForeignKey(Sertifikat, models.PROTECT, null=True, blank=True, editable=False)
    # Of the second unit and those after it, where each has a number of its own.
    sertifikat_lain = models.ManyToManyField(
        Sertifikat,
        blank=True,
        editable=False,
        related_name="fasilitasi_lain_set",
        verbose_name="sertifikat satuan lainnya",
    )
    alasan_ulang = PlainCharField("alasan diberikan lagi", max_length=300, blank=True, editable=False)
    notes = PlainTextField("keterangan", blank=True)

    objects = FasilitasiQuerySet.as_manager()

    class Meta:
        verbose_name = "fasilitasi"
        verbose_name_plural = "fasilitasi"
        ordering = ["-applied_on", "-id"]
        permissions = [("finish_fasilitasi", "Dapat menyelesaikan fasilitasi")]
        indexes = [
            models.Index(
                fields=["result_on", "jenis"], condition=Q(status="terbit"), name="fasilitasi_finished"
            ),
            models.Index(fields=["status", "applied_on"], name="fasilitasi_worklist"),
        ]
        constraints = [
            exactly_one("usaha", "koperasi", "Pilih satu pemohon: usaha atau koperasi."),
            both_or_neither("archived"),
            models.CheckConstraint(
                condition=(Q(status="terbit") & Q(result_on__isnull=False))
                | (~Q(status="terbit") & Q(result_on__isnull=True)),
                name="fasilitasi_fasilitasi_finished_has_date",
                violation_error_message="Fasilitasi yang selesai harus memiliki tanggal hasil.",
            ),
            models.CheckConstraint(
                condition=Q(jumlah_unit__gte=1),
                name="fasilitasi_fasilitasi_counts_something",
                violation_error_message="Jumlah satuan paling sedikit 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} {self.jenis}"

    def clean(self) -> None:
        super().clean()
        if bool(self.usaha_id) == bool(self.koperasi_id):
            raise ValidationError({"usaha": "Pilih satu pemohon: usaha atau koperasi, tidak keduanya."})
        if self.jumlah_unit == 0:
            # The constraint says it too, but not at the field.
            raise ValidationError({"jumlah_unit": "Jumlah satuan paling sedikit 1."})
        if not self.jenis_id:
            return
        if self.usaha_id and self.jenis.untuk == UntukSiapa.KOPERASI:
            raise ValidationError({"usaha": f"{self.jenis} hanya untuk koperasi."})
        if self.usaha and excluded(
            tolak_aparatur=self.jenis.tolak_aparatur, is_aparatur=self.usaha.pemilik.is_aparatur
        ):
            raise ValidationError({"usaha": excluded_words(self.jenis)})
        if self.koperasi_id and self.jenis.untuk == UntukSiapa.USAHA:
            raise ValidationError({"koperasi": f"{self.jenis} hanya untuk usaha."})

    @property
    def subject(self) -> Usaha | Koperasi:
        # The database allows exactly one of the two.
        return cast("Usaha | Koperasi", self.usaha or self.koperasi)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def papers(self) -> list[Sertifikat]:
        """All certificates that it ended with, the first one first."""
        if not self.sertifikat:
            return []
        return [self.sertifikat, *sorted(self.sertifikat_lain.all(), key=lambda paper: paper.pk)]

    @property
    def tahap_now(self) -> "TahapJenis | None":
        """The stage it stands at; one of an earlier status is over."""
        return self.tahap if self.tahap and self.tahap.status == self.status else None

    @property
    def status_label(self) -> str:
        return self.tahap_now.name if self.tahap_now else self.get_status_display()


@tracked(in_bulk=True)
class LangkahFasilitasi(models.Model):
    """A dated, signed step of a case."""

    fasilitasi = models.ForeignKey(Fasilitasi, models.CASCADE)
    status = models.CharField("menjadi", max_length=20, choices=Status)
    tahap = models.ForeignKey("fasilitasi.TahapJenis", models.PROTECT, null=True, blank=True)
    happened_on = models.DateField("tanggal")
    recorded_at = models.DateTimeField("dicatat", auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh"
    )
    notes = PlainTextField("catatan", blank=True)
    # Says what of the result was put right; the step of the result itself stands on the right day.
    is_correction = models.BooleanField("perbaikan hasil", default=False, editable=False)

    class Meta:
        verbose_name = "langkah"
        verbose_name_plural = "langkah"
        ordering = ["fasilitasi", "happened_on", "id"]

    def __str__(self) -> str:
        return f"{self.label}, {self.happened_on:%d-%m-%Y}"

    @property
    def label(self) -> str:
        if self.is_correction:
            return "Perbaikan hasil"
        return self.tahap.name if self.tahap else self.get_status_display()


@tracked()
class FasilitasiProduk(Fasilitasi.produk.through):  # type: ignore[name-defined]
    """Which case is about which product, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()


@tracked(in_bulk=True)
class FasilitasiSertifikat(Fasilitasi.sertifikat_lain.through):  # type: ignore[name-defined]
    """Which case ended with which further certificate, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()
