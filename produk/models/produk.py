"""Products of a business or of a cooperative, with their photos."""

from datetime import date
from functools import cache, lru_cache
from typing import Any, Self, cast

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse
from django.utils import timezone

from common.audit import tracked
from common.fields import PlainCharField, PlainTextField, RupiahField
from common.models import Publishable, Recorded, RecordQuerySet, exactly_one, publishable_constraints
from common.photos import PhotoField
from koperasi.models import Koperasi
from produk.choices import Satuan
from produk.triggers import keep_is_listed, keep_search, touch_products
from umkm.models import Usaha
from wilayah.models import Kecamatan

MOST_PHOTOS = 8
_KEPT_BY_TRIGGERS = ("is_listed", "kecamatan", "search_name", "search_document")


class Kategori(models.Model):
    name = models.CharField("nama", max_length=60, unique=True)
    slug = models.SlugField("nama di alamat", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("urutan", default=0)
    wajib_halal = models.BooleanField(
        "wajib bersertifikat halal", default=False, help_text="Makanan, minuman, dan bahannya (PP 42/2024)."
    )

    class Meta:
        verbose_name = "kategori produk"
        verbose_name_plural = "kategori produk"
        ordering = ["position", "name"]
        triggers = [touch_products("name", where="kategori_id = NEW.id")]

    def __str__(self) -> str:
        return self.name


class ProdukQuerySet(RecordQuerySet):
    KECAMATAN_LOOKUPS = ("kecamatan",)

    def with_seller(self) -> Self:
        places = self.select_related("usaha__desa__kecamatan", "koperasi__desa__kecamatan", "kategori")
        # Numbers that no public page shows stay encrypted where they are.
        return places.defer("usaha__npwp")

    def with_cover(self) -> Self:
        """The first photo of each in the same statement, for `cover`."""
        return self.annotate(cover_fields=_cover())

    def halal(self) -> Self:
        """A verified halal certificate in force names the product."""
        return self.filter(Exists(_halal_certificates(timezone.localdate())))

    def with_halal(self) -> Self:
        """`is_halal`: as `halal()` has it."""
        return self.annotate(is_halal=_is_halal(timezone.localdate()))

    def with_shelf(self) -> Self:
        """`is_on_shelf`: the house itself has some to sell."""
        # The shelf lies above: reached by the reverse relation.
        batches: Any = Produk._meta.get_field("titipan").related_model
        return self.annotate(is_on_shelf=Exists(batches.objects.on_shelf().filter(produk=OuterRef("pk"))))

    def for_cards(self) -> Self:
        """What a card shows and nothing else of the rows: lists have two dozen of them.

        Seller and place as plain texts: a model instance for each of them would double the time of a list.
        """
        return (
            self.with_halal()
            .with_cover()
            .annotate(
                seller_name=Coalesce("usaha__name", "koperasi__name"),
                kategori_slug=F("kategori__slug"),
                kecamatan_name=F("kecamatan__name"),
            )
            # The keys of the sellers are read too: a row that came through one of them is asked for its own.
            .only("name", "slug", "price", "satuan", "published_at", "position", "usaha", "koperasi")
        )

    def for_feeds(self) -> Self:
        """What other sites are told of each product, its cover included."""
        return (
            self.with_cover()
            .select_related("usaha", "koperasi", "kategori", "kecamatan")
            .only(
                "name", "slug", "description", "price", "satuan", "is_available", "published_at", "updated_at",
                "usaha__name", "usaha__slug", "koperasi__name", "koperasi__slug", "kategori__name",
                "kategori__slug", "kecamatan__name",
            )
        )  # fmt: skip


# Expressions are asked for by every list and never change, or once a day: putting one together anew costs as much
# as reading the rows.
def _halal_certificates(day: date) -> Any:
    # Legalitas lies above: reached by the reverse relation.
    certificates: Any = Produk._meta.get_field("sertifikat").related_model
    return certificates.objects.marks("halal", at=day).filter(produk=OuterRef("pk"))


@lru_cache(maxsize=2)
def _is_halal(day: date) -> Coalesce:
    # Not EXISTS: PostgreSQL would answer that for all products at once, however few of them a page shows.
    named = Subquery(_halal_certificates(day).order_by().values(named=Value(True))[:1])
    return Coalesce(named, False)


@cache
def _cover() -> Subquery:
    first = Foto.objects.filter(produk=OuterRef("pk")).order_by("position", "id")
    fields = JSONObject(image="image", alt="alt", width="width", height="height")
    return Subquery(first.values(fields=fields)[:1])


class ProdukManager(models.Manager.from_queryset(ProdukQuerySet)):  # type: ignore[misc]
    def get_queryset(self) -> ProdukQuerySet:
        """Without the search documents: they are half of a row, and only the database reads them."""
        return super().get_queryset().defer("search_name", "search_document")


@tracked(exclude=_KEPT_BY_TRIGGERS, in_bulk=True)
class Produk(Recorded, Publishable):
    REQUIRED_UNLESS_DRAFT = ("kategori", "price", "satuan")
    SHORT_LETTER = "p"  # of its short address, /p/…
    # On rows read `with_halal()`.
    is_halal: bool
    # On rows read `for_cards()`.
    seller_name: str
    kategori_slug: str | None
    kecamatan_name: str | None
    cover_fields: dict[str, Any] | None
    # On rows read `with_shelf()`.
    is_on_shelf: bool

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

    # On the seller's page: -1, -2, … behind one another as the seller put them, and before those 0, what came since,
    # the newest first. Descending like the dates beside it, for one index range reads one way only.
    position = models.IntegerField("urutan di halaman penjual", default=0, db_default=0, editable=False)

    kecamatan = models.ForeignKey(Kecamatan, models.PROTECT, null=True, editable=False, db_index=False)
    search_name = SearchVectorField(null=True, editable=False)
    search_document = SearchVectorField(null=True, editable=False)

    objects = ProdukManager()

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
            models.Index(
                fields=["kecamatan", "-published_at", "-id"],
                condition=Q(is_listed=True),
                name="produk_by_kecamatan_listed",
            ),
            models.Index(
                fields=["usaha", "-position", "-published_at", "-id"],
                condition=Q(is_listed=True, usaha__isnull=False),
                name="produk_by_usaha_listed",
            ),
            models.Index(
                fields=["koperasi", "-position", "-published_at", "-id"],
                condition=Q(is_listed=True, koperasi__isnull=False),
                name="produk_by_koperasi_listed",
            ),
            GinIndex(
                fields=["search_name"],
                condition=Q(is_listed=True),
                fastupdate=False,
                name="produk_search_name_listed",
            ),
            GinIndex(
                fields=["search_document"],
                condition=Q(is_listed=True),
                fastupdate=False,
                name="produk_search_document_listed",
            ),
        ]
        constraints = [
            *publishable_constraints(),
            exactly_one("usaha", "koperasi", "Pilih satu penjual: usaha atau koperasi."),
        ]
        triggers = [keep_is_listed, keep_search]

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
        # The database allows exactly one of the two.
        return cast("Usaha | Koperasi", self.usaha or self.koperasi)

    @property
    def cover(self) -> "Foto | None":
        """The first photo; free after `with_cover()` or when all are at hand."""
        if not hasattr(self, "cover_fields"):
            return next(iter(self.foto_set.all()), None)
        return Foto(**self.cover_fields) if self.cover_fields else None

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
