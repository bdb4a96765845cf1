"""What a civil servant bought from a business or cooperative, and whether seller or office confirms it."""

import secrets
from typing import Any, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from belanja_asn.choices import KeadaanBelanja, SaluranBelanja
from belanja_asn.models.opd import Opd
from belanja_asn.nota import normalise_nota
from belanja_asn.pembeli import is_seller, key_of, may_be_seller
from common.audit import tracked
from common.blind_index import BlindIndexField
from common.fields import EncryptedCharField, IdentifierField, PlainCharField, PlainTextField, RupiahField
from common.identifiers import nip_warnings, normalise_nip, validate_nip
from common.models import (
    Archivable,
    Recorded,
    RecordQuerySet,
    both_or_neither,
    exactly_one,
    refuse_future,
    stamp_by,
)
from common.storage import private_storage
from koperasi.models import Koperasi
from produk.models import Produk
from umkm.models import Usaha

# What an archived or refused purchase says is free to be said again.
_STANDING = Q(archived_at=None) & ~Q(keadaan=KeadaanBelanja.DITOLAK)
_SAME_NOTA = "Nota dengan nomor, penjual, dan tanggal ini sudah tercatat."
# No letter that is read as a figure, and no vowel that makes a word.
_LETTERS = "BCDFGHJKLMNPQRSTVWXYZ23456789"


def new_code() -> str:
    """On the receipt: long enough that nobody finds another's by trying."""
    return "".join(secrets.choice(_LETTERS) for _ in range(10))


class BelanjaQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("usaha__desa__kecamatan", "koperasi__desa__kecamatan")

    def counted(self) -> Self:
        """What recaps count."""
        return self.active().filter(keadaan=KeadaanBelanja.DIKONFIRMASI)

    def waiting(self) -> Self:
        return self.active().filter(keadaan=KeadaanBelanja.MENUNGGU)

    def standing(self) -> Self:
        return self.filter(_STANDING)

    def with_parties(self) -> Self:
        return self.select_related("opd", "usaha__pemilik", "koperasi").defer(
            "usaha__npwp", "usaha__pemilik__nik"
        )

    def sold_by(self, user: Any) -> Self:
        """At a business that this user looks after."""
        return self.filter(usaha__in=Usaha.objects.looked_after_by(user))

    def alike(self, belanja: "Belanja") -> Self:
        """The same person, seller, day and amount: most likely one receipt told twice."""
        return (
            self.standing()
            .filter(
                opd=belanja.opd_id, usaha=belanja.usaha_id, koperasi=belanja.koperasi_id,
                bought_on=belanja.bought_on, nilai=belanja.nilai, pembeli_index=belanja.pembeli_index,
            )
            .exclude(pk=belanja.pk)
        )  # fmt: skip


@tracked(exclude=("pembeli_index",))
class Belanja(Recorded, Archivable):
    code = models.CharField("nomor bukti", max_length=10, unique=True, default=new_code, editable=False)
    opd = models.ForeignKey(Opd, models.PROTECT, verbose_name="perangkat daerah")
    pembeli = PlainCharField("nama ASN", max_length=200, blank=True)
    nip = EncryptedCharField(
        "NIP", blank=True, default="", normalise=normalise_nip, validate=validate_nip, help_text="18 angka."
    )
    pembeli_index = BlindIndexField(source="pembeli_key", default="")
    bought_on = models.DateField("tanggal belanja")
    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True)
    nilai = RupiahField(
        "nilai belanja",
        validators=[MinValueValidator(1, message="Nilai belanja lebih dari nol.")],
    )
    nomor_nota = IdentifierField(max_length=60, blank=True, default="", normalise=normalise_nota)
    nota = models.FileField("foto nota", storage=private_storage, upload_to="nota", blank=True)
    sha256 = models.CharField("sidik foto nota", max_length=64, blank=True, default="", editable=False)
    channel = models.CharField("dicatat lewat", max_length=10, choices=SaluranBelanja, editable=False)
    recorded_by = stamp_by()
    keadaan = models.CharField(
        max_length=15, choices=KeadaanBelanja, default=KeadaanBelanja.MENUNGGU, editable=False
    )
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True, editable=False)
    decided_by = stamp_by()
    notes = PlainTextField(
        "catatan", blank=True, max_length=500, help_text="Bila ditolak: alasannya, seperti dibaca pencatat."
    )

    objects = BelanjaQuerySet.as_manager()

    class Meta:
        verbose_name = "belanja ASN"
        verbose_name_plural = "belanja ASN"
        ordering = ["-bought_on", "-id"]
        # Brought in by civil servants, recap officers and sheets.
        default_permissions = ("view", "change")
        permissions = [("view_pembeli", "Dapat melihat nama dan NIP ASN yang belanja")]
        indexes = [
            models.Index(
                fields=["-created_at"],
                condition=Q(keadaan=KeadaanBelanja.MENUNGGU, archived_at=None),
                name="belanja_asn_belanja_waiting",
            ),
            models.Index(fields=["bought_on", "opd"], name="belanja_asn_belanja_day"),
        ]
        constraints = [
            both_or_neither("archived"),
            both_or_neither("decided"),
            exactly_one("usaha", "koperasi", "Pilih satu penjual: usaha atau koperasi."),
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanBelanja.MENUNGGU, decided_at=None)
                | ~Q(keadaan=KeadaanBelanja.MENUNGGU) & Q(decided_at__isnull=False),
                name="belanja_asn_belanja_decided_once",
                violation_error_message="Yang menunggu belum diputuskan; yang lain sudah.",
            ),
            models.CheckConstraint(
                condition=~Q(keadaan=KeadaanBelanja.DITOLAK) | ~Q(notes=""),
                name="belanja_asn_belanja_refused_says_why",
                violation_error_message="Tulis alasan penolakannya.",
            ),
            models.CheckConstraint(
                condition=Q(nilai__gt=0),
                name="belanja_asn_belanja_costs_something",
                violation_error_message="Nilai belanja lebih dari nol.",
            ),
            models.UniqueConstraint(
                fields=["usaha", "nomor_nota", "bought_on"],
                condition=_STANDING & ~Q(nomor_nota="") & Q(usaha__isnull=False),
                name="belanja_asn_belanja_nota_of_usaha_once",
                violation_error_message=_SAME_NOTA,
            ),
            models.UniqueConstraint(
                fields=["koperasi", "nomor_nota", "bought_on"],
                condition=_STANDING & ~Q(nomor_nota="") & Q(koperasi__isnull=False),
                name="belanja_asn_belanja_nota_of_koperasi_once",
                violation_error_message=_SAME_NOTA,
            ),
            models.UniqueConstraint(
                fields=["sha256"],
                condition=_STANDING & ~Q(sha256=""),
                name="belanja_asn_belanja_photo_once",
                violation_error_message="Foto nota ini sudah dipakai untuk belanja lain.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opd.singkatan} di {self.seller}, {self.bought_on:%d-%m-%Y}"

    def clean(self) -> None:
        super().clean()
        refuse_future(self, "bought_on")

    @property
    def seller(self) -> Usaha | Koperasi | None:
        return self.usaha or self.koperasi

    @property
    def shown_code(self) -> str:
        """In three parts, easier to read aloud."""
        return f"{self.code[:4]}-{self.code[4:8]}-{self.code[8:]}"

    @property
    def pembeli_key(self) -> str:
        return key_of(nip=self.nip, name=self.pembeli)

    @property
    def is_waiting(self) -> bool:
        return self.keadaan == KeadaanBelanja.MENUNGGU

    @property
    def is_from_seller(self) -> bool:
        """The ASN seems to own the business; then only the office may confirm."""
        if self.usaha is None:
            return False
        pemilik = self.usaha.pemilik
        return is_seller(
            name=self.pembeli,
            nip=self.nip,
            owner=pemilik.name,
            born=pemilik.tanggal_lahir,
            sex=pemilik.jenis_kelamin,
            is_aparatur=pemilik.is_aparatur,
        )

    @property
    def may_be_from_seller(self) -> bool:
        """Nobody can tell that the ASN is not the owner; then, too, only the office may confirm."""
        if self.usaha is None:
            return False
        return may_be_seller(name=self.pembeli, nip=self.nip, is_aparatur=self.usaha.pemilik.is_aparatur)

    def suspicions(self) -> list[str]:
        """What is possible but odd: shown to whoever confirms, never a reason to refuse."""
        found = [*nip_warnings(self.nip)]
        if self.is_from_seller:
            found.append("Pembelinya tampak sama dengan pemilik usaha. Periksa sebelum mengonfirmasi.")
        elif self.may_be_from_seller:
            found.append(
                "Pemilik usaha ini juga ASN, TNI, atau Polri, dan pembelinya tidak disebut. Tanyakan kepada penjual "
                "siapa yang belanja."
            )
        if self.opd_id and self.nilai and Belanja.objects.alike(self).exists():
            found.append(
                "Belanja lain dari perangkat daerah, penjual, tanggal, dan nilai yang sama sudah tercatat."
            )
        return found


@tracked()
class ItemBelanja(models.Model):
    """One kind of goods on a receipt."""

    belanja = models.ForeignKey(Belanja, models.CASCADE)
    produk = models.ForeignKey(Produk, models.PROTECT, null=True, blank=True)
    name = PlainCharField("barang", max_length=200)
    jumlah = models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = "barang yang dibeli"
        verbose_name_plural = "barang yang dibeli"
        ordering = ["belanja", "id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.jumlah} × {self.name}"
