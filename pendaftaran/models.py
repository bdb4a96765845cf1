"""Businesses that ask to be registered, step by step, by people who have no account yet."""

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from common.audit import tracked
from common.fields import (
    EncryptedCharField,
    IdentifierField,
    PhoneField,
    PlainCharField,
    PlainTextField,
    RupiahField,
)
from common.identifiers import (
    mask_nik,
    nik_warnings,
    normalise_nib,
    normalise_nik,
    validate_nib,
    validate_nik,
)
from common.models import Recorded, RecordQuerySet, both_or_neither, stamp_by
from common.storage import private_storage
from pendaftaran.choices import HasilPendaftaran
from produk.choices import Satuan
from produk.models import Kategori
from umkm.choices import BidangUsaha, JenisKelamin, StatusUsaha, TujuanPersetujuan
from umkm.models import Pemilik, Usaha
from wilayah.models import Desa

# What tells of a person: erased in time, and no trail keeps it longer.
PERSONAL = (
    "phone", "name", "nik", "jenis_kelamin", "nama_usaha", "kegiatan_utama", "nib", "address", "nama_produk", "photo",
    "reason",
)  # fmt: skip


class PendaftaranQuerySet(RecordQuerySet):
    def drafts(self) -> Self:
        return self.filter(submitted_at=None)

    def submitted(self) -> Self:
        """What the office may see: a draft is the applicant's alone."""
        return self.exclude(submitted_at=None)

    def waiting(self) -> Self:
        """For the office's decision."""
        return self.submitted().filter(returned_at=None, decided_at=None)


@tracked(exclude=PERSONAL)
class Pendaftaran(Recorded):
    """A draft until `submitted_at`; then it waits, is sent back with a reason, or is decided."""

    # Of the key that the applicant's cookie holds: whoever reads the table cannot continue a draft.
    key_index = models.CharField("sidik kunci", max_length=64, unique=True, editable=False)
    nomor = models.CharField("nomor", max_length=20, blank=True, editable=False)
    answered = ArrayField(models.CharField(max_length=12), default=list, blank=True, editable=False)

    phone = PhoneField("nomor HP/WhatsApp", blank=True)
    name = PlainCharField("nama lengkap", max_length=200, blank=True, help_text="Seperti di KTP.")
    nik = EncryptedCharField(
        "NIK KTP",
        blank=True,
        default="",
        normalise=normalise_nik,
        validate=validate_nik,
        help_text="16 angka. Disimpan terenkripsi dan tidak pernah tampil di situs.",
    )
    jenis_kelamin = models.CharField(max_length=1, choices=JenisKelamin, blank=True)

    nama_usaha = PlainCharField("nama usaha", max_length=200, blank=True)
    bidang_usaha = models.CharField(max_length=25, choices=BidangUsaha, blank=True)
    status_usaha = models.CharField(max_length=15, choices=StatusUsaha, blank=True)
    kegiatan_utama = PlainCharField(
        max_length=200, blank=True, help_text="Contoh: mengolah kelapa menjadi minyak."
    )
    nib = IdentifierField(
        "NIB",
        max_length=13,
        blank=True,
        normalise=normalise_nib,
        validate=validate_nib,
        help_text="13 angka. Belum punya? Kosongkan; kami bantu mengurusnya.",
    )
    desa = models.ForeignKey(Desa, models.PROTECT, null=True, blank=True, verbose_name="desa/kelurahan")
    address = PlainCharField(
        "alamat usaha",
        max_length=300,
        blank=True,
        help_text="Jalan, dusun, atau patokan yang mudah dikenali.",
    )

    nama_produk = PlainCharField("nama produk", max_length=200, blank=True)
    kategori = models.ForeignKey(Kategori, models.PROTECT, null=True, blank=True)
    price = RupiahField("harga", null=True, blank=True)
    satuan = models.CharField("harga per", max_length=15, choices=Satuan, blank=True)
    # Nobody has agreed to anything yet: it is no public file before the office has accepted it.
    photo = models.FileField("foto produk", storage=private_storage, upload_to="pendaftaran", blank=True)

    tujuan = ArrayField(
        models.CharField(max_length=10, choices=TujuanPersetujuan),
        default=list,
        blank=True,
        verbose_name="persetujuan",
    )
    text_version = models.CharField("versi naskah persetujuan", max_length=20, blank=True, editable=False)

    submitted_at = models.DateTimeField("dikirim", null=True, blank=True, editable=False)
    returned_at = models.DateTimeField("dikembalikan", null=True, blank=True, editable=False)
    returned_by = stamp_by()
    reason = PlainTextField("yang perlu diperbaiki", blank=True, max_length=1000)
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True, editable=False)
    decided_by = stamp_by()
    hasil = models.CharField(max_length=10, choices=HasilPendaftaran, blank=True, editable=False)
    pemilik = models.ForeignKey(Pemilik, models.PROTECT, null=True, blank=True, editable=False)
    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True, editable=False)

    objects = PendaftaranQuerySet.as_manager()

    class Meta:
        verbose_name = "pendaftaran usaha"
        verbose_name_plural = "pendaftaran usaha"
        ordering = ["-submitted_at", "-id"]
        # Only applicants bring one in.
        default_permissions = ("view", "change")
        indexes = [
            models.Index(
                fields=["submitted_at"],
                condition=Q(submitted_at__isnull=False, returned_at=None, decided_at=None),
                name="pendaftaran_waiting",
            ),
            models.Index(fields=["phone"], condition=~Q(phone=""), name="pendaftaran_phone"),
        ]
        constraints = [
            both_or_neither("returned"),
            both_or_neither("decided"),
            models.UniqueConstraint(
                fields=["nomor"], condition=~Q(nomor=""), name="pendaftaran_pendaftaran_nomor_once"
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, nomor="") | (Q(submitted_at__isnull=False) & ~Q(nomor="")),
                name="pendaftaran_pendaftaran_number_when_sent",
                violation_error_message="Pendaftaran yang dikirim harus bernomor.",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, hasil="") | (Q(decided_at__isnull=False) & ~Q(hasil="")),
                name="pendaftaran_pendaftaran_decided_somehow",
                violation_error_message="Pendaftaran yang diputuskan harus memiliki hasil.",
            ),
            models.CheckConstraint(
                condition=Q(hasil__in=["", "ditolak"]) | Q(pemilik__isnull=False, usaha__isnull=False),
                name="pendaftaran_pendaftaran_accepted_as",
                violation_error_message="Pendaftaran yang diterima harus menunjuk pemilik dan usahanya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor or 'Draf'} {self.nama_usaha}".strip()

    @property
    def progress(self) -> str:
        """draf, menunggu, dikembalikan, or what was decided."""
        if self.hasil:
            return self.hasil
        if self.returned_at:
            return "dikembalikan"
        return "menunggu" if self.submitted_at else "draf"

    @property
    def is_open_to_applicant(self) -> bool:
        return self.progress in ("draf", "dikembalikan")

    @property
    def masked_nik(self) -> str:
        return mask_nik(self.nik) if self.nik else ""

    @property
    def consents(self) -> list[str]:
        """What was agreed to, in the words that were read."""
        return [str(TujuanPersetujuan(value).label) for value in self.tujuan]

    def suspicions(self) -> list[str]:
        if not self.nik:
            return []
        return nik_warnings(self.nik, jenis_kelamin=self.jenis_kelamin or None, tanggal_lahir=None)

    def values_of_pemilik(self) -> dict[str, Any]:
        """As `umkm.duplicates` asks for them."""
        return {"name": self.name, "nik": self.nik, "phone": self.phone, "desa": self.desa}

    def values_of_usaha(self) -> dict[str, Any]:
        return {"name": self.nama_usaha, "nib": self.nib, "whatsapp": self.phone, "desa": self.desa}
