"""What a search may become while it is typed: a category, a word, a product, a seller; each leads to something."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from common.finding import found_by_name
from common.listing import NEWEST
from common.text import fold
from produk.categories import kategori_list
from produk.counts import of_kategori
from produk.models import Produk
from produk.search import STOP_WORDS, read
from produk.vocabulary import complete

_MOST, _MOST_KATEGORI, _MOST_PRODUK, _MOST_SELLERS = 8, 1, 3, 2


class Suggestion(NamedTuple):
    text: str
    url: str
    note: str = ""


def suggestions(text: str) -> list[Suggestion]:
    """At most eight; nothing for a single letter, which could become anything."""
    typed = fold(text)
    if len(typed) < 2:
        return []
    produk, sellers = _produk(typed), _sellers(typed)
    found = [*_kategori(typed), *_words(typed), *produk, *sellers]
    return [*found[: _MOST - len(sellers)], *sellers] if len(found) > _MOST else found


def _kategori(typed: str) -> list[Suggestion]:
    return [
        Suggestion(kategori.name, _list(kategori=kategori.slug), "Kategori")
        for kategori in kategori_list()
        if fold(kategori.name).startswith(typed) and of_kategori().get(kategori.slug)
    ][:_MOST_KATEGORI]


def _words(typed: str) -> list[Suggestion]:
    """Only of a word that stands alone: two that exist need not stand in one product."""
    if " " in typed or not typed.isascii() or not typed.isalpha():
        return []
    return [Suggestion(word, _list(q=word)) for word in complete(typed) if word not in STOP_WORDS]


def _produk(typed: str) -> list[Suggestion]:
    query = read(typed).query
    if query is None:
        return []
    rows = Produk.objects.listed().filter(search_name=query).order_by(*NEWEST).values_list("name", "slug")
    # Several sellers have one of the same name; the newest stands for them.
    by_name: dict[str, str] = {}
    for name, slug in rows[: _MOST_PRODUK * 3]:
        by_name.setdefault(name, reverse("produk:detail", args=[slug]))
    return [Suggestion(name, url, "Produk") for name, url in by_name.items()][:_MOST_PRODUK]


def _sellers(typed: str) -> list[Suggestion]:
    return [
        Suggestion(found.name, found.url, found.label) for found in found_by_name(typed, most=_MOST_SELLERS)
    ]


def _list(**query: str) -> str:
    return f"{reverse('produk:list')}?{urlencode(query)}"
