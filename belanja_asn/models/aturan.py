"""What counts, from when to when: rows, so that a new circular needs no new program."""

import datetime
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.lookups import Exact

from belanja_asn.aturan import Bulan, counts_seller, fulfils, is_late, is_whole_months
from belanja_asn.choices import IdentitasAsn, JenisPenjual, SyaratPenjual
from common.audit import tracked
from common.fields import PlainCharField, PlainTextField, RupiahField
from common.models import Recorded, refuse_reversed
from koperasi.models import Koperasi
from umkm.models import Usaha

_REVERSED = "Tanggal akhir tidak boleh mendahului tanggal mulai."
_WHOLE_MONTHS = "Aturan berlaku untuk bulan penuh: mulai tanggal satu, berakhir pada hari terakhir bulan."
_OVERLAPPING = "Masa berlakunya bertumpuk dengan aturan lain. Akhiri dahulu aturan itu."


class AturanBelanjaQuerySet(models.QuerySet):
    def on(self, day: datetime.date) -> Self:
        """The rule of that day; two never hold at once."""
        return self.filter(Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gte=day))

    def asked(self, today: datetime.date) -> set[str]:
        """What the form asks of an ASN: of this month's rule and the last month's, which may still be told of."""
        before = Bulan.of(today).after(-1).start
        rules = self.filter(Q(valid_from__lte=today), Q(valid_until=None) | Q(valid_until__gte=before))
        return set(rules.values_list("identitas", flat=True))


@tracked()
class AturanBelanja(Recorded):
    name = PlainCharField(
        "nama aturan", max_length=200, help_text="Misalnya Edaran Bupati tentang 1 ASN 1 Produk."
    )
    dasar_hukum = PlainCharField("nomor dan tanggal edaran", max_length=200, blank=True)
    valid_from = models.DateField("berlaku mulai", help_text="Tanggal satu.")
    valid_until = models.DateField(
        "berlaku sampai", null=True, blank=True, help_text="Hari terakhir bulan; kosong bila belum berakhir."
    )
    nilai_minimum = RupiahField("belanja paling sedikit", help_text="Setiap ASN setiap bulan.")
    identitas = models.CharField(
        "yang ditanyakan kepada ASN",
        max_length=10,
        choices=IdentitasAsn,
        default=IdentitasAsn.TANPA,
        help_text="Tanyakan sesedikit mungkin. Nama dan NIP hanya dilihat petugas rekap perangkat daerahnya.",
    )
    jenis_penjual = models.CharField(
        "belanja di", max_length=10, choices=JenisPenjual, default=JenisPenjual.SEMUA
    )
    syarat_penjual = models.CharField(
        "penjualnya", max_length=15, choices=SyaratPenjual, default=SyaratPenjual.TERDAFTAR
    )
    batas_lapor = models.PositiveSmallIntegerField(
        "batas melapor",
        default=10,
        help_text="Berapa hari sesudah bulan berakhir belanja masih dapat dicatat.",
    )
    description = PlainTextField(
        "naskah untuk warga", blank=True, help_text="Tampil di halaman 1 ASN 1 Produk."
    )

    objects = AturanBelanjaQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan belanja"
        verbose_name_plural = "aturan belanja"
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="belanja_asn_aturanbelanja_in_order",
                violation_error_message=_REVERSED,
            ),
            models.CheckConstraint(
                condition=Q(valid_from__day=1)
                & (
                    Q(valid_until=None)
                    | Q(
                        Exact(
                            Func(
                                F("valid_until"),
                                template="date_part('day', %(expressions)s + 1)",
                                output_field=models.FloatField(),
                            ),
                            Value(1.0),
                        )
                    )
                ),
                name="belanja_asn_aturanbelanja_whole_months",
                violation_error_message=_WHOLE_MONTHS,
            ),
            ExclusionConstraint(
                name="belanja_asn_aturanbelanja_one_at_a_time",
                expressions=[
                    (
                        Func(F("valid_from"), F("valid_until"), Value("[]"), function="daterange"),
                        RangeOperators.OVERLAPS,
                    )
                ],
                violation_error_message=_OVERLAPPING,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        refuse_reversed(self, "valid_from", "valid_until", _REVERSED)
        if self.valid_from and not is_whole_months(self.valid_from, self.valid_until):
            place = "valid_from" if self.valid_from.day != 1 else "valid_until"
            raise ValidationError({place: _WHOLE_MONTHS})

    def counts(self, seller: Usaha | Koperasi) -> bool:
        return counts_seller(
            jenis=self.jenis_penjual,
            syarat=self.syarat_penjual,
            is_koperasi=isinstance(seller, Koperasi),
            is_verified=seller.verified_at is not None,
            is_listed=seller.is_listed,
        )

    def is_fulfilled_by(self, amount: int) -> bool:
        return fulfils(amount, self.nilai_minimum)

    def is_too_late(self, bought_on: datetime.date, *, today: datetime.date) -> bool:
        return is_late(bought_on, today=today, days=self.batas_lapor)
