"""Letters of the office: kinds that staff word and number, and the register of those that went out."""

from collections.abc import Iterable

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import exactly_one
from fasilitasi.models import Fasilitasi
from kegiatan.models import Kegiatan, Peserta
from koperasi.models import Koperasi
from laporan.models import DokumenTerbit
from surat.wording import WORDS, unknown_words
from umkm.models import Usaha


@tracked()
class JenisSurat(models.Model):
    """A kind of letter: its classification code, and its text with words in braces that the portal fills in."""

    slug = models.SlugField("kunci", max_length=30, unique=True, editable=False)
    name = PlainCharField("nama", max_length=100)
    klasifikasi = PlainCharField(
        "kode klasifikasi", max_length=30, help_text="Bagian pertama nomor surat, misalnya 500.3."
    )
    singkatan = PlainCharField(
        "singkatan kantor", max_length=40, help_text="Bagian ketiga nomor surat, misalnya DISPERINDAG."
    )
    sifat = PlainCharField(max_length=30, default="Biasa")
    perihal = PlainCharField(max_length=200)
    kepada = PlainTextField(
        blank=True, help_text="Satu baris setiap baris pada surat. Berita acara tidak memuatnya."
    )
    body = PlainTextField(
        "isi surat",
        help_text=(
            "Pisahkan paragraf dengan baris kosong; data pemohon, acara, atau para pihak tercetak sesudah paragraf "
            "pertama, daftar barang sesudah paragraf kedua. Kata dalam kurung kurawal diisi portal."
        ),
    )

    class Meta:
        verbose_name = "jenis surat"
        verbose_name_plural = "jenis surat"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        for name in ("perihal", "kepada", "body"):
            if unknown := unknown_words(self.slug, getattr(self, name)):
                words, known = (_in_braces(each) for each in (unknown, sorted(WORDS.get(self.slug, ()))))
                raise ValidationError({name: f"Portal tidak tahu mengisi {words}. Yang dikenal: {known}."})

    def nomor(self, tahun: int, number: int) -> str:
        return f"{self.klasifikasi}/{number}/{self.singkatan}/{tahun}"


class Surat(models.Model):
    """A letter that went out: about whom, from which case, and the paper that bears it."""

    dokumen = models.OneToOneField(DokumenTerbit, models.PROTECT, primary_key=True)
    jenis = models.ForeignKey(JenisSurat, models.PROTECT)
    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True)
    fasilitasi = models.ForeignKey(Fasilitasi, models.PROTECT, null=True, blank=True)
    kegiatan = models.ForeignKey(Kegiatan, models.PROTECT, null=True, blank=True)
    tahun_buku = models.PositiveSmallIntegerField(null=True, blank=True)
    # Of a recommendation: the brand as it is compared, and the year in which the letter holds.
    merek = models.CharField(max_length=100, blank=True, default="")
    tahun = models.PositiveSmallIntegerField()
    content = models.JSONField("isi")

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        default_permissions = ("view",)
        permissions = [("issue_surat", "Dapat menerbitkan surat")]
        constraints = [
            # An invitation goes to many: those are its rows of `PenerimaSurat`.
            models.CheckConstraint(
                condition=Q(usaha=None) | Q(koperasi=None),
                name="surat_surat_not_two_subjects",
                violation_error_message="Satu surat tentang satu usaha atau satu koperasi.",
            ),
            models.UniqueConstraint(
                fields=["jenis", "fasilitasi"],
                condition=Q(fasilitasi__isnull=False),
                name="surat_surat_once_for_a_case",
                violation_error_message="Surat ini sudah terbit untuk fasilitasi yang sama.",
            ),
            models.UniqueConstraint(
                fields=["jenis", "usaha", "koperasi", "merek", "tahun"],
                condition=~Q(merek=""),
                nulls_distinct=False,
                name="surat_surat_once_for_a_brand",
                violation_error_message="Merek ini sudah direkomendasikan tahun ini: satu merek, satu permohonan.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.dokumen.nomor}, {self.jenis}"

    def get_absolute_url(self) -> str:
        return reverse("surat:file", args=[self.dokumen.code])

    @property
    def subject(self) -> Usaha | Koperasi | None:
        """None for what goes to many."""
        return self.usaha or self.koperasi

    @property
    def about(self) -> str:
        """As the register names it: whom it is about, or else what."""
        return str(self.subject or self.content["perihal"])


class PenerimaSurat(models.Model):
    """A business or cooperative that a letter to many went to; whoever else was invited stands in its text."""

    surat = models.ForeignKey(Surat, models.PROTECT)
    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name = "penerima surat"
        verbose_name_plural = "penerima surat"
        default_permissions = ()
        constraints = [exactly_one("usaha", "koperasi", "Satu penerima: satu usaha atau satu koperasi.")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return str(self.usaha or self.koperasi)


class SertifikatHadir(models.Model):
    """That somebody took part in an event of the office, as it was printed for them."""

    dokumen = models.OneToOneField(DokumenTerbit, models.PROTECT, primary_key=True)
    peserta = models.OneToOneField(Peserta, models.PROTECT)

    class Meta:
        verbose_name = "sertifikat kehadiran"
        verbose_name_plural = "sertifikat kehadiran"
        default_permissions = ()
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.dokumen.nomor}, {self.peserta}"


def _in_braces(words: Iterable[str]) -> str:
    return ", ".join(f"{{{word}}}" for word in words)
