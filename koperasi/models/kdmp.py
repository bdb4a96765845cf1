"""The way of one desa or kelurahan to its Koperasi Merah Putih (Inpres 9/2025), from the musyawarah on."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField
from common.models import Recorded, RecordQuerySet, refuse_future, refuse_reversed
from koperasi.choices import JenisGerai
from wilayah.models import Desa


@tracked()
class Kdmp(Recorded):
    """What is known before, or besides, the cooperative's own record: that one is found by desa and kelompok.

    Legal number, NIK Koperasi, NIB, NPWP and RAT stand on the cooperative and are never typed here a second time.
    """

    desa = models.OneToOneField(Desa, models.PROTECT, verbose_name="desa/kelurahan")
    musdesus_on = models.DateField(
        "tanggal musdesus", null=True, blank=True, help_text="Musyawarah desa/kelurahan khusus."
    )
    nomor_akta = PlainCharField("nomor akta notaris", max_length=100, blank=True)
    tanggal_akta = models.DateField(null=True, blank=True)
    bank = PlainCharField(
        "bank tempat rekening",
        max_length=100,
        blank=True,
        help_text="Nama bank saja, misalnya BRI Unit Ampana. Kosongkan bila belum ada rekening.",
    )
    anggota_l = models.PositiveIntegerField(
        "anggota laki-laki", null=True, blank=True, help_text="Dipakai selama belum ada angka dari RAT."
    )
    anggota_p = models.PositiveIntegerField("anggota perempuan", null=True, blank=True)
    gerai = ArrayField(
        models.CharField(max_length=15, choices=JenisGerai),
        default=list,
        blank=True,
        verbose_name="gerai yang sudah buka",
    )
    notes = PlainTextField("catatan", blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = "KDMP"
        verbose_name_plural = "KDMP"
        ordering = ["desa__code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gerai__contained_by=JenisGerai.values),
                name="koperasi_kdmp_gerai_known",
                violation_error_message="Pilih gerai dari daftar.",
            )
        ]

    def __str__(self) -> str:
        return f"KDMP {self.desa.name}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "musdesus_on", "tanggal_akta")
        refuse_reversed(
            self,
            "musdesus_on",
            "tanggal_akta",
            "Akta tidak mungkin dibuat sebelum musdesus. Periksa tanggalnya.",
        )
