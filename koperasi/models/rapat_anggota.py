"""The annual members' meeting (RAT) of a book year, with the figures reported to it."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from common.audit import tracked
from common.fields import PlainTextField, RupiahField
from common.models import Recorded, refuse_future
from koperasi import kewajaran
from koperasi.models.koperasi import Koperasi


class RapatAnggotaQuerySet(models.QuerySet):
    def held(self, *, at: date | None = None) -> Self:
        """By `at`, or at all."""
        return self.filter(held_on__lte=at) if at else self.filter(held_on__isnull=False)

    def newest(self, *, at: date | None = None) -> Self:
        """One for each cooperative: of its newest book year whose meeting was held."""
        return self.held(at=at).order_by("koperasi_id", "-tahun_buku").distinct("koperasi_id")


@tracked(in_bulk=True)
class RapatAnggota(Recorded):
    """One row per cooperative and book year. Amounts in rupiah; SHU may be negative (UU 25/1992 Pasal 45)."""

    koperasi = models.ForeignKey(Koperasi, models.CASCADE)
    tahun_buku = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1960), MaxValueValidator(2100)]
    )
    held_on = models.DateField(
        "tanggal RAT",
        null=True,
        blank=True,
        help_text="RAT tahun buku 2025 biasanya diadakan pada 2026. Kosongkan bila belum.",
    )
    hadir = models.PositiveIntegerField("anggota hadir", null=True, blank=True)
    anggota_l = models.PositiveIntegerField("anggota laki-laki", null=True, blank=True)
    anggota_p = models.PositiveIntegerField("anggota perempuan", null=True, blank=True)
    calon_anggota = models.PositiveIntegerField(null=True, blank=True)
    manajer = models.PositiveIntegerField("jumlah manajer", null=True, blank=True)
    karyawan = models.PositiveIntegerField("jumlah karyawan", null=True, blank=True)
    modal_sendiri = RupiahField(
        null=True, blank=True, help_text="Simpanan pokok, simpanan wajib, cadangan, dan hibah."
    )
    modal_luar = RupiahField(null=True, blank=True, help_text="Pinjaman.")
    aset = RupiahField(null=True, blank=True)
    volume_usaha = RupiahField(null=True, blank=True, help_text="Omzet selama tahun buku.")
    shu = RupiahField("SHU", null=True, blank=True, allow_negative=True, help_text="Boleh negatif bila rugi.")
    notes = PlainTextField("hasil dan catatan", blank=True)

    objects = RapatAnggotaQuerySet.as_manager()

    class Meta:
        verbose_name = "RAT"
        verbose_name_plural = "RAT"
        ordering = ["koperasi", "-tahun_buku"]
        constraints = [
            models.UniqueConstraint(
                fields=["koperasi", "tahun_buku"],
                name="koperasi_rapatanggota_once",
                violation_error_message="RAT tahun buku ini sudah tercatat. Ubah baris yang sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return f"RAT {self.koperasi} tahun buku {self.tahun_buku}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "held_on", "tahun_buku")
        if self.held_on and self.tahun_buku and self.held_on.year < self.tahun_buku:
            raise ValidationError(
                {"held_on": f"RAT tahun buku {self.tahun_buku} tidak mungkin diadakan sebelum tahun itu."}
            )

    @property
    def jumlah_anggota(self) -> int | None:
        if self.anggota_l is None and self.anggota_p is None:
            return None
        return (self.anggota_l or 0) + (self.anggota_p or 0)

    def suspicions(self, *, before: "RapatAnggota | None" = None) -> list[str]:
        """`before` is the meeting of the book year before, where there is one."""
        found = []
        aset, sendiri, luar = self.aset, self.modal_sendiri, self.modal_luar
        if aset is not None and sendiri is not None and luar is not None and aset != sendiri + luar:
            found.append("Aset tidak sama dengan modal sendiri ditambah modal luar.")
        if self.hadir is not None and self.jumlah_anggota is not None and self.hadir > self.jumlah_anggota:
            found.append("Anggota yang hadir lebih banyak daripada jumlah anggota.")
        found += [
            kewajaran.quorum_doubt(hadir=self.hadir, anggota=self.jumlah_anggota),
            kewajaran.surplus_doubt(shu=self.shu, volume_usaha=self.volume_usaha),
        ]
        if before and before.tahun_buku == self.tahun_buku - 1:
            found += kewajaran.jumps(self._figures(), before._figures())
        return [doubt for doubt in found if doubt]

    def _figures(self) -> dict[str, int | None]:
        return {
            "jumlah_anggota": self.jumlah_anggota,
            "modal_sendiri": self.modal_sendiri,
            "aset": self.aset,
            "volume_usaha": self.volume_usaha,
        }
