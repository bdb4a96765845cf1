"""Where nothing was found: what to try instead. Every link leads to products, which one statement makes sure of."""

from dataclasses import dataclass

from django.db.models import Value

from produk import counts
from produk.categories import kategori_list
from produk.forms import ProdukFilterForm
from produk.models import Kategori, ProdukQuerySet
from produk.search import Search

_MOST_OTHERS, _MOST_KATEGORI = 5, 4


@dataclass(frozen=True)
class Offer:
    label: str
    url: str


def offers(form: ProdukFilterForm, listed: ProdukQuerySet) -> tuple[list[Offer], list[Offer]]:
    """Other words with the same filters; and what is found without filters or without words."""
    others = form.search.others()[:_MOST_OTHERS]
    words = [(Offer(f"“{other.text}”", form.address(q=other.text, persis=None)), other) for other in others]
    filters = {name: None for name in form.chosen if name not in ("q", "persis")}
    kept = form.without_search(listed)
    tried = [(offer, _holding(kept, other)) for offer, other in words]
    if filters and "q" in form.chosen:
        for search in (form.search, *others[:2]):
            offer = Offer(f"“{search.text}” tanpa saringan", form.address(q=search.text, **filters))
            tried.append((offer, _holding(listed, search)))
        tried.append((Offer("Semua dengan saringan ini", form.address(q=None)), kept))
    found = _leading_somewhere(tried)
    good = [(number, offer) for number, (offer, _) in enumerate(tried) if number in found]
    return [offer for at, offer in good if at < len(words)], [offer for at, offer in good if at >= len(words)]


def _holding(rows: ProdukQuerySet, search: Search) -> ProdukQuerySet:
    return rows.filter(search_document=search.query) if search.query else rows.none()


def _leading_somewhere(tried: list[tuple[Offer, ProdukQuerySet]]) -> set[int]:
    """Places of those that find at least one product."""
    parts = [rows.order_by().values_list(Value(number))[:1] for number, (_, rows) in enumerate(tried)]
    return {number for (number,) in parts[0].union(*parts[1:], all=True)} if parts else set()


def popular_kategori() -> list[Kategori]:
    """Those with most products, at the last count."""
    count = counts.of_kategori()
    filled = [kategori for kategori in kategori_list() if count.get(kategori.slug)]
    return sorted(filled, key=lambda kategori: -count[kategori.slug])[:_MOST_KATEGORI]
