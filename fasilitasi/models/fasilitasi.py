"""What the office gets done: kinds, cases with dated steps, and opening totals of years without names."""

from typing import Self, cast

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
    refuse_future,
)
from fasilitasi.choices import SatuanHitung, Status, SumberDana, UntukSiapa
from fasilitasi.langkah import OPEN
from koperasi.models import Koperasi
from legalitas.choices import JenisSertifikat
from legalitas.models import Sertifikat
from produk.models import Produk
from umkm.models import Usaha
from wilayah.models import Kecamatan

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
    penerbit = models.CharField("lembaga penerbit", max_length=150, blank=True)
    documents = models.TextField("berkas yang diminta", blank=True, help_text="Satu berkas setiap baris.")
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

    @property
    def document_list(self) -> list[str]:
        return [line.strip() for line in self.documents.splitlines() if line.strip()]


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
            "jenis", "usaha__pemilik", "usaha__desa__kecamatan", "koperasi__desa__kecamatan", "sertifikat"
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
        if self.koperasi_id and self.jenis.untuk == UntukSiapa.USAHA:
            raise ValidationError({"koperasi": f"{self.jenis} hanya untuk usaha."})

    @property
    def subject(self) -> Usaha | Koperasi:
        # The database allows exactly one of the two.
        return cast("Usaha | Koperasi", self.usaha or self.koperasi)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN


@tracked(in_bulk=True)
class LangkahFasilitasi(models.Model):
    """A dated, signed step of a case."""

    fasilitasi = models.ForeignKey(Fasilitasi, models.CASCADE)
    status = models.CharField("menjadi", max_length=20, choices=Status)
    happened_on = models.DateField("tanggal")
    recorded_at = models.DateTimeField("dicatat", auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="oleh"
    )
    notes = PlainTextField("catatan", blank=True)

    class Meta:
        verbose_name = "langkah"
        verbose_name_plural = "langkah"
        ordering = ["fasilitasi", "happened_on", "id"]

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {self.happened_on:%d-%m-%Y}"


@tracked()
class RekapAwal(Recorded):
    """A total of a year of which no names are known, with its source. Reports show it apart from named records."""

    jenis = models.ForeignKey(JenisFasilitasi, models.PROTECT)
    tahun = models.PositiveSmallIntegerField(validators=YEAR)
    kecamatan = models.ForeignKey(
        Kecamatan,
        models.PROTECT,
        null=True,
        blank=True,
        help_text="Kosongkan bila hanya jumlah kabupaten yang diketahui.",
    )
    jumlah = models.PositiveIntegerField()
    source = PlainCharField("sumber", max_length=300)
    source_url = models.URLField("alamat sumber", blank=True)
    source_on = models.DateField("tanggal sumber", null=True, blank=True)
    notes = PlainTextField("catatan", blank=True)

    class Meta:
        verbose_name = "rekap awal (tanpa nama)"
        verbose_name_plural = "rekap awal (tanpa nama)"
        ordering = ["tahun", "jenis", "kecamatan"]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "tahun", "kecamatan"],
                nulls_distinct=False,
                name="fasilitasi_rekapawal_once",
                violation_error_message="Rekap awal untuk jenis, tahun, dan kecamatan ini sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.tahun}: {self.jumlah}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "tahun", "source_on")


@tracked()
class FasilitasiProduk(Fasilitasi.produk.through):  # type: ignore[name-defined]
    """Which case is about which product, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()
