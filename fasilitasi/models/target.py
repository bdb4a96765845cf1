"""What the office has promised to reach: indicators of its performance, and a year's targets of each."""

from decimal import Decimal
from itertools import pairwise
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import Recorded
from fasilitasi.choices import Ukuran
from fasilitasi.models.fasilitasi import YEAR, JenisFasilitasi
from wilayah.models import Kecamatan

QUARTERS = ("triwulan_1", "triwulan_2", "triwulan_3", "triwulan_4")
_FALLING = (
    "Target bersifat kumulatif (s.d. triwulan), jadi tidak boleh lebih kecil daripada triwulan sebelumnya."
)


class IndikatorQuerySet(models.QuerySet):
    def in_use(self) -> Self:
        return self.filter(is_active=True)


@tracked()
class Indikator(Recorded):
    """A line of the performance agreement: what is measured and how, in the words that are printed."""

    name = PlainCharField("nama indikator", max_length=200, unique=True)
    slug = models.SlugField("alamat", max_length=120, unique=True, editable=False)
    ukuran = models.CharField("yang diukur", max_length=20, choices=Ukuran)
    jenis = models.ManyToManyField(
        JenisFasilitasi,
        blank=True,
        verbose_name="jenis fasilitasi yang dihitung",
        help_text="Hanya untuk indikator yang menghitung fasilitasi selesai; boleh lebih dari satu.",
    )
    satuan = PlainCharField("satuan", max_length=40, help_text="Seperti tercetak: usaha, koperasi, %.")
    formula = PlainTextField(help_text="Cara menghitung, seperti tercetak pada laporan.")
    source = PlainCharField("sumber data", max_length=200)
    notes = PlainTextField("keterangan", blank=True, help_text="Tercetak pada kolom keterangan.")
    position = models.PositiveSmallIntegerField("urutan", default=0)
    is_active = models.BooleanField("dipakai", default=True)

    objects = IndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator dan target"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_ratio(self) -> bool:
        """A percentage that stands at the end of a quarter, not a number that adds up over the year."""
        return self.ukuran != Ukuran.FASILITASI

    def suspicions(self) -> list[str]:
        """What the sheet of a year cannot be refused for, but an official would be asked about."""
        rows = list(self.target_set.select_related("kecamatan"))
        found = []
        if not self.is_ratio and not self.jenis.exists():
            found.append("Belum ada jenis fasilitasi yang dihitung, jadi realisasinya selalu 0.")
        for tahun in sorted({row.tahun for row in rows}):
            whole = next((row for row in rows if row.tahun == tahun and row.kecamatan is None), None)
            parts = sum(row.triwulan_4 for row in rows if row.tahun == tahun and row.kecamatan)
            if whole is None:
                found.append(f"Target {tahun} seluruh kabupaten belum diisi, baru per kecamatan.")
            elif not self.is_ratio and parts > whole.triwulan_4:
                found.append(f"Jumlah target kecamatan {tahun} melebihi target kabupaten.")
        return found


class TargetQuerySet(models.QuerySet):
    def copy_to_next_year(self) -> int:
        """The newest year of each indicator among these, once more for the year after; what is there stays."""
        newest: dict[int, int] = dict(self.order_by().values_list("indikator").annotate(models.Max("tahun")))
        rows: list[Any] = list(self)
        copies = [
            Target(
                indikator_id=row.indikator_id,
                tahun=row.tahun + 1,
                kecamatan_id=row.kecamatan_id,
                **{name: getattr(row, name) for name in QUARTERS},
            )
            for row in rows
            if row.tahun == newest[row.indikator_id]
        ]
        return len(Target.objects.bulk_create(copies, ignore_conflicts=True))


@tracked()
class Target(Recorded):
    """Of one year, for the district or one kecamatan. Each quarter holds the cumulative value, as LKjIP sheets do:
    what shall be reached from January to the end of that quarter. The fourth is the target of the year."""

    indikator = models.ForeignKey(Indikator, models.CASCADE)
    tahun = models.PositiveSmallIntegerField(validators=YEAR)
    kecamatan = models.ForeignKey(
        Kecamatan,
        models.PROTECT,
        null=True,
        blank=True,
        help_text="Kosongkan untuk target seluruh kabupaten.",
    )
    triwulan_1 = models.DecimalField("s.d. TW I", max_digits=14, decimal_places=2, null=True, blank=True)
    triwulan_2 = models.DecimalField("s.d. TW II", max_digits=14, decimal_places=2, null=True, blank=True)
    triwulan_3 = models.DecimalField("s.d. TW III", max_digits=14, decimal_places=2, null=True, blank=True)
    triwulan_4 = models.DecimalField("s.d. TW IV (target tahun)", max_digits=14, decimal_places=2)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = "target"
        verbose_name_plural = "target per tahun"
        ordering = ["-tahun", F("kecamatan__code").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun", "kecamatan"],
                nulls_distinct=False,
                name="fasilitasi_target_once",
                violation_error_message="Target tahun dan kecamatan ini sudah ada. Ubah baris yang sudah ada.",
            ),
            # Empty quarters are neither negative nor falling: comparing with nothing refuses nothing.
            models.CheckConstraint(
                condition=Q(triwulan_1__gte=0) & Q(triwulan_2__gte=0) & Q(triwulan_3__gte=0) & Q(triwulan_4__gte=0),
                name="fasilitasi_target_not_negative",
                violation_error_message="Target tidak boleh kurang dari 0.",
            ),
            models.CheckConstraint(
                condition=Q(triwulan_2__gte=F("triwulan_1"))
                & Q(triwulan_3__gte=F("triwulan_2"))
                & Q(triwulan_3__gte=F("triwulan_1"))
                & Q(triwulan_4__gte=F("triwulan_3"))
                & Q(triwulan_4__gte=F("triwulan_2"))
                & Q(triwulan_4__gte=F("triwulan_1")),
                name="fasilitasi_target_cumulative",
                violation_error_message=_FALLING,
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.tahun}, {self.kecamatan or 'seluruh kabupaten'}"

    def clean(self) -> None:
        """The constraints say both too, but not at the field."""
        super().clean()
        wrong: dict[str, Any] = {
            name: "Target tidak boleh kurang dari 0."
            for name in QUARTERS
            if (value := getattr(self, name)) is not None and value < 0
        }
        filled = [(name, value) for name in QUARTERS if (value := getattr(self, name)) is not None]
        for (_, earlier), (name, later) in pairwise(filled):
            if later < earlier:
                wrong.setdefault(name, _FALLING)
        if wrong:
            raise ValidationError(wrong)

    def at_end_of(self, quarter: int) -> Decimal | None:
        """Cumulative, "s.d. triwulan"; None where only later quarters were set."""
        value: Decimal | None = getattr(self, QUARTERS[quarter - 1])
        return value


@tracked()
class IndikatorJenis(Indikator.jenis.through):  # type: ignore[name-defined]
    """Which kinds an indicator counts, for the audit trail."""

    class Meta:
        proxy = True
        default_permissions = ()
