"""What an OPD reports for a month, purchases without names included."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from belanja_asn.aturan import Bulan, number_of_asn
from belanja_asn.models.opd import Opd, first_of_month
from common.audit import tracked
from common.fields import PlainTextField, RupiahField
from common.models import Recorded, refuse_future


@tracked()
class LaporanOpd(Recorded):
    """A month's word of an OPD. Its figures are of purchases that are not recorded one by one: nothing counts twice."""

    opd = models.ForeignKey(Opd, models.CASCADE, verbose_name="perangkat daerah")
    bulan = models.DateField(help_text="Tanggal satu.")
    jumlah_ikut = models.PositiveIntegerField(
        "ASN yang belanja, di luar yang tercatat",
        default=0,
        help_text="Hanya ASN yang belanjanya tidak dicatat satu per satu.",
    )
    nilai = RupiahField("nilai belanja mereka", default=0)
    notes = PlainTextField("catatan", blank=True, max_length=500)
    reported_at = models.DateTimeField("dilaporkan", default=timezone.now, editable=False)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name="dilaporkan oleh",
    )

    class Meta:
        verbose_name = "rekap bulanan OPD"
        verbose_name_plural = "rekap bulanan OPD"
        ordering = ["-bulan", "opd"]
        constraints = [
            first_of_month("laporanopd", "bulan"),
            models.UniqueConstraint(
                fields=["opd", "bulan"],
                name="belanja_asn_laporanopd_month_once",
                violation_error_message="Rekap bulan ini sudah ada. Ubah rekap itu.",
            ),
            models.CheckConstraint(
                condition=models.Q(jumlah_ikut__gt=0) | models.Q(nilai=0),
                name="belanja_asn_laporanopd_money_of_somebody",
                violation_error_message="Nilai belanja tanpa ASN yang belanja. Isi jumlah ASN-nya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opd.singkatan}, {self.bulan:%m-%Y}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "bulan")
        if not (self.opd_id and self.bulan):
            return
        known = number_of_asn(
            dict(self.opd.jumlahasn_set.values_list("bulan", "jumlah")), Bulan.of(self.bulan)
        )
        if known is not None and (self.jumlah_ikut or 0) > known:
            raise ValidationError(
                {"jumlah_ikut": f"Lebih banyak daripada jumlah ASN ({known}). Periksa kembali."}
            )
