"""What comes of a case beside a paper: a kind says which things it asks for, a finished case holds their values."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import PlainCharField
from fasilitasi.choices import Isian
from fasilitasi.isian import choices_in, in_words
from fasilitasi.models.fasilitasi import Fasilitasi
from fasilitasi.models.rincian import Rincian

# Which column of `NilaiHasil` holds which.
COLUMN_OF: dict[str, str] = {
    Isian.TEKS: "text",
    Isian.PILIHAN: "text",
    Isian.ANGKA: "number",
    Isian.RUPIAH: "number",
    Isian.TANGGAL: "dated_on",
}


@tracked()
class IsianHasil(Rincian):
    """One thing that is asked at the finish: the amount of a loan, the verdict on a product."""

    isian = models.CharField("ditulis sebagai", max_length=10, choices=Isian, default=Isian.TEKS)
    pilihan = PlainCharField(
        max_length=300,
        blank=True,
        help_text="Hanya untuk isian pilihan, dipisahkan titik koma: Layak; Perlu perbaikan.",
    )
    is_required = models.BooleanField("wajib", default=False)
    is_personal = models.BooleanField(
        "data pribadi",
        default=False,
        help_text="Misalnya jumlah pinjaman atau omzet seseorang: tampil hanya bagi yang berhak.",
    )
    is_active = models.BooleanField("diminta", default=True)

    class Meta(Rincian.Meta):
        verbose_name = "isian hasil"
        verbose_name_plural = "isian hasil"
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "name"],
                name="fasilitasi_isianhasil_once",
                violation_error_message="Isian ini sudah diminta pada jenis yang sama.",
            ),
            models.CheckConstraint(
                condition=Q(isian=Isian.PILIHAN) & ~Q(pilihan="") | ~Q(isian=Isian.PILIHAN) & Q(pilihan=""),
                name="fasilitasi_isianhasil_choices_of_a_choice",
                violation_error_message="Isian pilihan memerlukan pilihannya; isian lain tidak.",
            ),
        ]

    def clean(self) -> None:
        super().clean()
        if self.isian == Isian.PILIHAN and len(choices_in(self.pilihan)) < 2:
            raise ValidationError({"pilihan": "Tulis sedikitnya dua pilihan, dipisahkan titik koma."})
        if set(":;") & set(self.name):
            raise ValidationError({"name": "Nama isian tidak memuat titik dua atau titik koma."})
        if self.pk and COLUMN_OF.get(self.isian) != COLUMN_OF[type(self)._base_manager.get(pk=self.pk).isian]:
            self._refuse_other_column()

    def _refuse_other_column(self) -> None:
        if self.nilaihasil_set.exists():
            raise ValidationError({"isian": "Sudah ada nilainya. Buat isian baru, dan matikan yang ini."})

    @property
    def options(self) -> list[str]:
        return choices_in(self.pilihan)


@tracked(in_bulk=True)
class NilaiHasil(models.Model):
    """The value of one of them for one case."""

    fasilitasi = models.ForeignKey(Fasilitasi, models.CASCADE)
    isian = models.ForeignKey(IsianHasil, models.PROTECT)
    text = PlainCharField("tulisan", max_length=300, blank=True)
    number = models.DecimalField("bilangan", max_digits=17, decimal_places=2, null=True, blank=True)
    dated_on = models.DateField("tanggal", null=True, blank=True)

    class Meta:
        verbose_name = "nilai hasil"
        verbose_name_plural = "nilai hasil"
        ordering = ["fasilitasi", "isian__position", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["fasilitasi", "isian"],
                name="fasilitasi_nilaihasil_once",
                violation_error_message="Nilai ini sudah tercatat untuk fasilitasi yang sama.",
            ),
            models.CheckConstraint(
                condition=(
                    ~Q(text="") & Q(number=None, dated_on=None)
                    | Q(text="", number__isnull=False, dated_on=None)
                    | Q(text="", number=None, dated_on__isnull=False)
                ),
                name="fasilitasi_nilaihasil_one_value",
                violation_error_message="Isi satu nilai: tulisan, bilangan, atau tanggal.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.isian}: {self.words}"

    @property
    def value(self) -> str | Decimal | date | None:
        found: Any = getattr(self, COLUMN_OF[self.isian.isian])
        return found

    @property
    def words(self) -> str:
        return in_words(self.isian.isian, self.value)
