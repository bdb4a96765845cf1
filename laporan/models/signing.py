"""Who signs and under which letterhead: rows with a period, so that an old report keeps its old names."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import IdentifierField, PlainCharField
from common.identifiers import nip_warnings, normalise_nip
from common.models import refuse_reversed
from common.photos import PhotoField


class ValidityQuerySet(models.QuerySet):
    def valid(self, *, at: date) -> Self:
        return self.filter(Q(valid_from__lte=at), Q(valid_until=None) | Q(valid_until__gte=at))


def _in_order(model: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
        name=f"laporan_{model}_dates_in_order",
        violation_error_message="Tanggal akhir tidak boleh mendahului tanggal mulai.",
    )


def _refuse_reversed(record: models.Model) -> None:
    refuse_reversed(
        record, "valid_from", "valid_until", "Tanggal akhir tidak boleh mendahului tanggal mulai."
    )


class PaperSize(models.TextChoices):
    F4 = "f4", "F4/Folio (215 × 330 mm)"
    A4 = "a4", "A4 (210 × 297 mm)"


@tracked()
class Kop(models.Model):
    """The office's letterhead (kop surat), from a date on."""

    line_1 = PlainCharField("baris 1", max_length=120, help_text="Contoh: PEMERINTAH KABUPATEN TOJO UNA-UNA")
    line_2 = PlainCharField(
        "baris 2", max_length=120, help_text="Contoh: DINAS PERINDUSTRIAN DAN PERDAGANGAN"
    )
    address = PlainCharField("alamat", max_length=200, blank=True)
    contact = PlainCharField("telepon, surel, kode pos", max_length=200, blank=True)
    place = PlainCharField("tempat tanda tangan", max_length=60, help_text="Contoh: Ampana")
    logo = PhotoField(
        "lambang",
        upload_to="kop",
        blank=True,
        help_text="Lambang daerah; tanpa lambang dipakai tanda netral.",
    )
    paper = models.CharField("kertas", max_length=2, choices=PaperSize, default=PaperSize.F4)
    valid_from = models.DateField("berlaku mulai")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    objects = ValidityQuerySet.as_manager()

    class Meta:
        verbose_name = "kop surat"
        verbose_name_plural = "kop surat"
        ordering = ["-valid_from"]
        constraints = [_in_order("kop")]

    def __str__(self) -> str:
        return f"{self.line_2} (mulai {self.valid_from:%d-%m-%Y})"

    def clean(self) -> None:
        super().clean()
        _refuse_reversed(self)


class Peran(models.TextChoices):
    KEPALA_DINAS = "kepala_dinas", "Kepala dinas (mengesahkan)"
    KEPALA_BIDANG = "kepala_bidang", "Kepala bidang (pembuat laporan)"


class Sebutan(models.TextChoices):
    PLT = "Plt.", "Plt. (pelaksana tugas)"
    PLH = "Plh.", "Plh. (pelaksana harian)"
    AN = "a.n.", "a.n. (atas nama)"


@tracked()
class Pejabat(models.Model):
    """A signatory in office between two dates; the block on paper follows domain rule 9.2."""

    name = PlainCharField("nama dengan gelar", max_length=200)
    nip = IdentifierField("NIP", max_length=18, blank=True, normalise=normalise_nip, help_text="18 angka.")
    pangkat = PlainCharField(
        "pangkat, golongan", max_length=100, blank=True, help_text="Contoh: Pembina Utama Muda, IV/c"
    )
    jabatan = PlainCharField(max_length=200, help_text="Contoh: Kepala Dinas Perindustrian dan Perdagangan")
    sebutan = models.CharField("sebutan di depan jabatan", max_length=5, choices=Sebutan, blank=True)
    peran = models.CharField("tanda tangan sebagai", max_length=15, choices=Peran)
    valid_from = models.DateField("menjabat mulai")
    valid_until = models.DateField("menjabat sampai", null=True, blank=True)

    objects = ValidityQuerySet.as_manager()

    class Meta:
        verbose_name = "pejabat penanda tangan"
        verbose_name_plural = "pejabat penanda tangan"
        ordering = ["peran", "-valid_from"]
        constraints = [_in_order("pejabat")]
        permissions = [("view_laporan", "Dapat membuka dan mencetak laporan")]

    def __str__(self) -> str:
        return f"{self.name}, {self.jabatan}"

    def clean(self) -> None:
        super().clean()
        _refuse_reversed(self)
        if not self.peran or not self.valid_from:
            return
        others = (
            Pejabat.objects.filter(peran=self.peran)
            .exclude(pk=self.pk)
            .filter(Q(valid_until=None) | Q(valid_until__gte=self.valid_from))
        )
        if self.valid_until:
            others = others.filter(valid_from__lte=self.valid_until)
        if clash := others.first():
            raise ValidationError(
                {
                    "valid_from": (
                        f"Masa jabatan bertumpang tindih dengan {clash.name}. "
                        "Isi dahulu tanggal akhir jabatannya."
                    )
                }
            )

    def suspicions(self) -> list[str]:
        return nip_warnings(self.nip) if self.nip else []
