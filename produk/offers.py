"""Where nothing was found: what to try instead. Every link leads to products, which one statement makes sure of."""

from dataclasses import dataclass

from django.db.models import QuerySet, Value

from produk import counts
from produk.categories import kategori_list
from produk.forms import ProdukFilterForm
from produk.models import Kategori, ProdukQuerySet

_MOST_TRIED, _MOST_KATEGORI = 8, 4


@dataclass(frozen=True)
class Offer:
    label: str
    url: str


def offers(form: ProdukFilterForm, listed: ProdukQuerySet) -> list[Offer]:
    """Other words with the same filters, then the same words without them."""
    tried = [
        (
            Offer(f"“{other.text}”", form.address(q=other.text, persis=None)),
            _matching(form, listed, other.query),
        )
        for other in form.search.others()
    ]
    filters = {name: None for name in form.chosen if name not in ("q", "persis")}
    if filters and "q" in form.chosen:
        found = listed.filter(search_document=form.search.query) if form.search.query else listed.none()
        tried.append((Offer(f"“{form.chosen['q']}” tanpa saringan", form.address(**filters)), found))
        tried.append((Offer("Semua dengan saringan ini", form.address(q=None)), form.without_search(listed)))
    return _leading_somewhere(tried[:_MOST_TRIED])


def _matching(form: ProdukFilterForm, listed: ProdukQuerySet, query: object) -> QuerySet:
    return form.without_search(listed).filter(search_document=query)


def _leading_somewhere(tried: list[tuple[Offer, QuerySet]]) -> list[Offer]:
    parts = [rows.order_by().values_list(Value(number))[:1] for number, (_, rows) in enumerate(tried)]
    if not parts:
        return []
    found = {number for (number,) in parts[0].union(*parts[1:], all=True)}
    return [offer for number, (offer, _) in enumerate(tried) if number in found]


def popular_kategori() -> list[Kategori]:
    """Those with most products, at the last count."""
    count = counts.of_kategori()
    filled = [kategori for kategori in kategori_list() if count.get(kategori.slug)]
    return sorted(filled, key=lambda kategori: -count[kategori.slug])[:_MOST_KATEGORI]
