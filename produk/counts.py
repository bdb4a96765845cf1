"""How many products stand in each category and kecamatan: counted to a bound, at most once a minute."""

from collections.abc import Collection, Mapping

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery

from common.listing import MOST_COUNTED
from common.memory import for_a_minute
from common.templatetags.indonesia import angka
from produk.models import Kategori, Produk
from wilayah.models import Kecamatan


class BoundedCount(Subquery):
    """Rows of a sliced queryset."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


@for_a_minute
def of_kategori() -> dict[str, int]:
    """By slug, of the whole catalogue."""
    return _bounded(Kategori.objects.all(), "kategori")


@for_a_minute
def of_kecamatan() -> dict[str, int]:
    return _bounded(Kecamatan.objects.all(), "kecamatan")


_COUNTED = {"kategori": of_kategori, "kecamatan": of_kecamatan}


def known(chosen: Mapping[str, str]) -> int | None:
    """Of a list filtered by these, as counted this minute; None for any other list."""
    filters = set(chosen) - {"dari"}
    if not filters:
        # Whatever is listed has a category.
        return sum(of_kategori().values())
    return next((count().get(chosen[name]) for name, count in _COUNTED.items() if filters == {name}), None)


def _bounded(rows: QuerySet, column: str) -> dict[str, int]:
    """Counting a million products would slow the page for everybody: beyond the bound there are simply more."""
    listed = Produk.objects.listed().filter(**{column: OuterRef("pk")}).order_by().values("pk")
    count = BoundedCount(listed[: MOST_COUNTED + 1])
    return dict(rows.order_by().annotate(count=count).values_list("slug", "count"))


def in_words(count: int) -> str:
    return f"{angka(MOST_COUNTED)}+" if count > MOST_COUNTED else angka(count)


def beside_options(chosen: Collection[str]) -> dict[str, dict[str, str]]:
    """By field, for a list filtered by `chosen`: only where the counts of the whole catalogue are true of it."""
    told = {name: count for name, count in _COUNTED.items() if set(chosen) <= {name, "dari"}}
    return {
        name: {slug: in_words(number) for slug, number in count().items()} for name, count in told.items()
    }
