"""How often visitors asked to order a product, day by day: kept in the layer above, read by the reverse relation."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from produk.models import Produk

DAYS = 30
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
class Clicks:
    """The last DAYS days of one product, the newest last."""

    days: list[Day]

    @property
    def total(self) -> int:
        return sum(day.jumlah for day in self.days)

    @property
    def counted(self) -> list[Day]:
        """Days on which anybody asked, newest first: the table beside the drawing."""
        return [day for day in reversed(self.days) if day.jumlah]

    @property
    def viewbox(self) -> str:
        return f"0 0 {_BAR * DAYS} {_HEIGHT}"


def clicks_of(produk: Produk) -> Clicks:
    today = timezone.localdate()
    dates = [today - datetime.timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    found = dict(_counts().between(dates[0], today).filter(produk=produk).values_list("clicked_on", "jumlah"))
    most = max(found.values(), default=1)
    days = []
    for place, on in enumerate(dates):
        jumlah = found.get(on, 0)
        # A single tap still shows.
        height = max(2, round(jumlah / most * _HEIGHT)) if jumlah else 0
        days.append(Day(on, jumlah, place * _BAR, _HEIGHT - height, height))
    return Clicks(days)


def with_clicks(rows: QuerySet) -> QuerySet:
    """`clicks`: of the last DAYS days; a list computes it for the rows of its page alone."""
    today = timezone.localdate()
    recent = _counts().between(today - datetime.timedelta(days=DAYS - 1), today)
    sums = recent.filter(produk=OuterRef("pk")).order_by().values("produk").values(sum=Sum("jumlah"))
    return rows.annotate(clicks=Coalesce(Subquery(sums), 0))


def _counts() -> Any:
    model: Any = Produk._meta.get_field("klikpesan").related_model
    return model.objects
