"""Sellers as people call them: on a phone among those on the site, on a list among all that are registered."""

from dataclasses import dataclass
from typing import Any

from koperasi.models import Koperasi
from produk.sheets.naming import NamedSeller
from produk.sheets.sellers import Found, Sellers
from spreadsheets.kind import Row
from umkm.models import Usaha

_MOST = 10


def listed_sellers(query: str) -> list[Any]:
    """Names that hold every word, businesses first; no more than a phone shows."""
    found: list[Any] = []
    for noun in (Usaha, Koperasi):
        rows: Any = noun.objects.listed().with_place()
        for word in query.split()[:5]:
            rows = rows.filter(name__icontains=word)
        found += rows.only("name", "slug", "desa__name", "desa__kecamatan__name").order_by("name", "pk")[
            :_MOST
        ]
    return found


@dataclass
class Named(NamedSeller):
    """A row that says no more of its seller than a name."""

    @classmethod
    def of(cls, name: str) -> "Named":
        return cls(Row(0, 0, {"penjual": name}))


def sellers_named(rows: list[Named], user: Any) -> list[Found]:
    """One for each row, in a fixed number of statements; never a guess among several."""
    if not rows:
        return []
    sellers = Sellers(rows, user)
    return [sellers.find(row) for row in rows]
