"""Products of a business or of a cooperative, with their photos."""

from typing import Self

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField, RupiahField
from common.models import Publishable, Recorded, RecordQuerySet, exactly_one, publishable_constraints
from common.photos import PhotoField
from koperasi.models import Koperasi
from umkm.models import Usaha


class Kategori(models.Model):
    name = models.CharField("nama", max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "kategori produk"
        verbose_name_plural = "kategori produk"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Satuan(models.TextChoices):
    BUNGKUS = "bungkus", "bungkus"
    PCS = "pcs", "pcs"
    KG = "kg", "kg"
    GRAM_100 = "100 gram", "100 gram"
    LITER = "liter", "liter"
    BOTOL = "botol", "botol"
    STOPLES = "stoples", "stoples"
    IKAT = "ikat", "ikat"
    LEMBAR = "lembar", "lembar"
    DUS = "dus", "dus"
    PORSI = "porsi", "porsi"
    BUAH = "buah", "buah"
    PASANG = "pasang", "pasang"
    SET = "set", "set"
    ORANG = "orang", "orang"
    MALAM = "malam", "malam"
    HARI = "hari", "hari"
    PAKET = "paket", "paket"


class ProdukQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("usaha__desa__kecamatan", "koperasi__desa__kecamatan")

    def with_seller(self) -> Self:
        return self.select_related("usaha__desa__kecamatan", "koperasi__desa__kecamatan", "kategori")

    def with_cover(self) -> Self:
        """All photos in one query; `cover` is the first."""
        return self.prefetch_related(Prefetch("foto_set", Foto.objects.order_by("position", "id")))

    def with_halal(self) -> Self:
        """`is_halal`: a verified halal certificate in force names the product. Reaches legalitas by reverse relation."""
        certificates = self.model.sertifikat_set.rel.related_model
        return self.annotate(
            is_halal=Exists(certificates.objects.marks("halal").filter(produk=OuterRef("pk")))
        )


_IS_LISTED = """
    NEW.is_listed := NEW.published_at IS NOT NULL AND NEW.archived_at IS NULL AND (
        EXISTS (SELECT 1 FROM umkm_usaha AS seller WHERE seller.id = NEW.usaha_id AND seller.is_listed)
        OR EXISTS (SELECT 1 FROM koperasi_koperasi AS seller WHERE seller.id = NEW.koperasi_id AND seller.is_listed)
    );
    RETURN NEW;
"""


@tracked(exclude=("is_listed",))
class Produk(Recorded, Publishable):
    REQUIRED_UNLESS_DRAFT = ("kategori", "price", "satuan")

    usaha = models.ForeignKey(Usaha, models.PROTECT, null=True, blank=True)
    koperasi = models.ForeignKey(Koperasi, models.PROTECT, null=True, blank=True)
    kategori = models.ForeignKey(Kategori, models.PROTECT, null=True, blank=True)
    name = PlainCharField("nama produk", max_length=200)
    slug = models.SlugField("alamat halaman", max_length=220, unique=True, editable=False)
    description = PlainTextField(
        "cerita produk", blank=True, help_text="Bahan, rasa, ukuran, cara membuat, dan asalnya."
    )
    price = RupiahField("harga", null=True, blank=True)
    satuan = models.CharField("harga per", max_length=15, choices=Satuan, blank=True)
    is_available = models.BooleanField("tersedia", default=True)
    refreshed_on = models.DateField(
        "diperbarui pada", default=timezone.localdate, help_text="Tanggal harga dan ketersediaan dipastikan."
    )

    objects = ProdukQuerySet.as_manager()

    class Meta:
        verbose_name = "produk"
        verbose_name_plural = "produk"
        ordering = ["name", "id"]
        permissions = [
            ("verify_produk", "Dapat memverifikasi produk"),
            ("publish_produk", "Dapat menayangkan produk"),
        ]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"], condition=Q(is_listed=True), name="produk_newest_listed"
            ),
            models.Index(fields=["price", "id"], condition=Q(is_listed=True), name="produk_by_price_listed"),
            models.Index(fields=["name", "id"], condition=Q(is_listed=True), name="produk_by_name_listed"),
            models.Index(
                fields=["kategori", "-published_at", "-id"],
                condition=Q(is_listed=True),
                name="produk_by_kategori_listed",
            ),
        ]
        constraints = [
            *publishable_constraints(),
            exactly_one("usaha", "koperasi", "Pilih satu penjual: usaha atau koperasi."),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="keep_is_listed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_IS_LISTED,
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if bool(self.usaha_id) == bool(self.koperasi_id):
            raise ValidationError({"usaha": "Pilih satu penjual: usaha atau koperasi, tidak keduanya."})

    def get_absolute_url(self) -> str:
        return reverse("produk:detail", args=[self.slug])

    @property
    def seller(self) -> Usaha | Koperasi:
        return self.usaha or self.koperasi

    @property
    def cover(self) -> "Foto | None":
        """The first photo; free after `with_cover()`."""
        return next(iter(self.foto_set.all()), None)

    def suspicions(self) -> list[str]:
        found = []
        if self.price == 0:
            found.append("Harga nol. Pastikan memang gratis.")
        if self.price and self.price > 100_000_000:
            found.append("Harga lebih dari Rp100 juta. Pastikan jumlah nolnya benar.")
        return found


@tracked()
class Foto(Recorded):
    """A photo of a product; its renditions lie beside it (`common.images`)."""

    produk = models.ForeignKey(Produk, models.CASCADE)
    image = PhotoField("foto", upload_to="produk", width_field="width", height_field="height")
    alt = PlainCharField(
        "keterangan foto", max_length=200, blank=True, help_text="Untuk orang yang tidak dapat melihat foto."
    )
    position = models.PositiveSmallIntegerField("urutan", default=0)
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto"
        ordering = ["produk", "position", "id"]

    def __str__(self) -> str:
        return self.alt or f"Foto {self.produk}"


def _relist(column: str) -> pgtrigger.Trigger:
    """When a seller appears or disappears, so do its products."""
    return pgtrigger.Trigger(
        name="relist_products",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(old__is_listed__df=pgtrigger.F("new__is_listed")),
        func=f"UPDATE produk_produk SET is_listed = is_listed WHERE {column} = NEW.id; RETURN NULL;",
    )


class SellingUsaha(Usaha):
    """Carries the trigger that ties products to their business; the trigger belongs to this layer."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [_relist("usaha_id")]


class SellingKoperasi(Koperasi):
    """As SellingUsaha, for cooperatives."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [_relist("koperasi_id")]
