"""The search and filter form of the catalogue."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from common.formfields import RupiahFormField
from common.listing import MOST_COUNTED, NEWEST, FilterForm, OfferedField, Sort, labelled
from common.paging import KeysetPage
from common.templatetags.indonesia import rupiah
from common.text import fold
from produk import counts
from produk.categories import kategori_list
from produk.models import Produk, ProdukQuerySet
from produk.search import Search, read
from produk.tiers import TieredPage
from wilayah.places import kecamatan_list, nearest_first

_BEST_MATCH, _NEAREST = "sesuai", "terdekat"
# Words that say a filter; "halal" stands in no name, and in a story it would be the seller's word alone.
_HALAL, _BESIDE_HALAL, _DENIALS = (
    "halal",
    {"bersertifikat", "sertifikat", "berlabel"},
    {"non", "tidak", "bukan", "tanpa"},
)
_PENJUAL = (("usaha", "Usaha mikro"), ("koperasi", "Koperasi"))


class ProdukFilterForm(FilterForm):
    ORDERING = ("dari",)
    SORTS = {
        "terbaru": Sort("Terbaru", NEWEST),
        "termurah": Sort("Termurah", ("price", "id")),
        "termahal": Sort("Termahal", ("-price", "-id")),
        "nama": Sort("Nama", ("name", "id")),
    }

    kategori = OfferedField(lambda: labelled(kategori_list()), nothing="Semua kategori", label="Kategori")
    kecamatan = OfferedField(lambda: labelled(kecamatan_list()), nothing="Semua kecamatan", label="Kecamatan")
    harga_min = RupiahFormField(required=False, label="Paling rendah")
    harga_maks = RupiahFormField(required=False, label="Paling tinggi")
    penjual = OfferedField(lambda: _PENJUAL, nothing="Semua penjual", label="Penjual")
    halal = OfferedField(lambda: (("1", "Bersertifikat halal"),), nothing="", label="Halal")
    dari = OfferedField(
        lambda: labelled(kecamatan_list()), nothing="Tidak diurutkan menurut jarak", label="Terdekat dari"
    )
    persis = OfferedField(lambda: (("1", "Ejaan persis"),), nothing="", label="Ejaan")

    def clean(self) -> dict[str, Any]:
        """Prices the wrong way round would find nothing, without a word about why."""
        data = super().clean() or self.cleaned_data
        low, high = data.get("harga_min"), data.get("harga_maks")
        if low is not None and high is not None and low > high:
            self.add_error("harga_maks", "Harga ini di bawah harga paling rendah. Tukar kedua harga itu.")
        return self._read_halal(data)

    def _read_halal(self, data: dict[str, Any]) -> dict[str, Any]:
        """ "abon halal" asks for abon that the office has seen a certificate of."""
        self.asked, words = data["q"], fold(data["q"]).split()
        self.reads_halal = _HALAL in words and not data["persis"] and not _DENIALS & set(words)
        if not self.reads_halal:
            return data
        rest = [word for word in words if word != _HALAL and word not in _BESIDE_HALAL]
        return {**data, "q": " ".join(rest), "halal": "1"}

    @property
    def sorts(self) -> dict[str, Sort]:
        sorts = (
            {_BEST_MATCH: Sort("Paling sesuai", NEWEST), **self.SORTS} if "q" in self.chosen else self.SORTS
        )
        return {_NEAREST: Sort("Terdekat", NEWEST), **sorts} if "dari" in self.chosen else sorts

    @cached_property
    def search(self) -> Search:
        return read(self.chosen.get("q", ""), is_literal="persis" in self.chosen)

    def known_count(self) -> int | None:
        return counts.known(self.chosen)

    @property
    def finds_many(self) -> bool:
        return self.search.documents > MOST_COUNTED

    def filter(self, queryset: ProdukQuerySet) -> ProdukQuerySet:
        """The rows that fit everything chosen, the search included."""
        queryset = self.without_search(queryset)
        if "q" not in self.chosen:
            return queryset
        query = self.search.query
        return queryset.filter(search_document=query) if query else queryset.none()

    def without_search(self, queryset: ProdukQuerySet) -> ProdukQuerySet:
        chosen = self.chosen
        condition = Q()
        if "kategori" in chosen:
            condition &= Q(kategori=_by_slug(kategori_list(), chosen["kategori"]))
        if "kecamatan" in chosen:
            condition &= Q(kecamatan=_by_slug(kecamatan_list(), chosen["kecamatan"]))
        if "harga_min" in chosen:
            condition &= Q(price__gte=chosen["harga_min"])
        if "harga_maks" in chosen:
            condition &= Q(price__lte=chosen["harga_maks"])
        if "penjual" in chosen:
            condition &= Q(**{f"{chosen['penjual']}__isnull": False})
        if "halal" in chosen:
            return queryset.halal().filter(condition)
        return queryset.filter(condition)

    def open_page(self, queryset: Any, cursor: str, page_size: int) -> KeysetPage:
        """A page of what `filter` finds; by best match, names that hold the words come first."""
        query = self.search.query
        if self.sort == _NEAREST:
            found = self.filter(Produk.objects.listed())
            return self._tiers(queryset, self._by_distance(), found, cursor, page_size)
        if self.sort != _BEST_MATCH or not query:
            return super().open_page(self.filter(queryset), cursor, page_size)
        in_name = Q(search_name=query)
        found = self.without_search(Produk.objects.listed())
        return self._tiers(queryset, [in_name, Q(search_document=query) & ~in_name], found, cursor, page_size)

    def _tiers(
        self, rows: QuerySet, tiers: Sequence[Q], found: ProdukQuerySet, cursor: str, page_size: int
    ) -> TieredPage:
        return TieredPage(rows, tiers, found=found, ordering=NEWEST, cursor=cursor, page_size=page_size)

    def _by_distance(self) -> list[Q]:
        """One tier for each kecamatan, each read from its own index; the sea between them is not measured."""
        start = _by_slug(kecamatan_list(), self.chosen["dari"])
        return [Q(kecamatan=each) for each in nearest_first(start)]

    def chip_label(self, name: str, value: Any) -> str:
        if name == "dari":
            return f"Terdekat dari {super().chip_label(name, value)}"
        if name == "harga_min":
            return f"Mulai {rupiah(value)}"
        if name == "harga_maks":
            return f"Sampai {rupiah(value)}"
        return super().chip_label(name, value)


def _by_slug(rows: tuple[Any, ...], slug: str) -> Any:
    return next(row for row in rows if row.slug == slug)
