"""How often a product was looked at and asked for, day by day: kept in the layer above."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet

from common.daily import DAYS, VIEWS, last_days, recent, with_recent
from produk.models import Produk

# Of the drawing, in its own units.
_BAR, _HEIGHT = 10, 60


@dataclass(frozen=True)
class Day:
    on: datetime.date
    jumlah: int
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Counts:
    """The last DAYS days of one product, the newest last."""

    days: list[Day]

    @property
    def total(self) -> int:
        return sum(day.jumlah for day in self.days)

    @property
    def counted(self) -> list[Day]:
        """Days on which anything was counted, newest first: the table beside the drawing."""
        return [day for day in reversed(self.days) if day.jumlah]

    @property
    def viewbox(self) -> str:
        return f"0 0 {_BAR * DAYS} {_HEIGHT}"


def clicks_of(produk: Produk) -> Counts:
    return _drawn(produk, "klikpesan")


def views_of(produk: Produk) -> Counts:
    return _drawn(produk, VIEWS)


def _drawn(produk: Produk, relation: str) -> Counts:
    first, _ = last_days()
    found = recent(Produk, relation).filter(produk=produk).by_day()
    most = max(found.values(), default=1)
    days = []
    for place in range(DAYS):
        on = first + datetime.timedelta(days=place)
        jumlah = found.get(on, 0)
        # A single tap still shows.
        height = max(2, round(jumlah / most * _HEIGHT)) if jumlah else 0
        days.append(Day(on, jumlah, place * _BAR, _HEIGHT - height, height))
    return Counts(days)


def with_clicks(rows: QuerySet) -> QuerySet:
    """`clicks` and `views` of the last DAYS days."""
    return with_recent(rows, clicks="klikpesan", views=VIEWS)
