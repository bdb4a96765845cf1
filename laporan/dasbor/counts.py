"""Every number of facilitation on the dashboard, from one statement for two years."""

from collections import Counter
from typing import Any

from django.db.models import Sum
from django.db.models.functions import Coalesce, ExtractQuarter, ExtractYear

from fasilitasi.models import FasilitasiQuerySet
from laporan.period import Period
from laporan.reports.counting import finished, nameless_by_place
from laporan.scope import Scope


class Counts:
    """Units of finished cases of two years by (year, quarter, kind, kecamatan): one statement feeds every panel."""

    def __init__(self, year: int, scope: Scope) -> None:
        before, now = Period.year(year - 1), Period.year(year)
        both = Period.between(before.start, now.end)
        rows = (
            finished(both, scope)
            .order_by()
            .annotate(
                year=ExtractYear("result_on"),
                quarter=ExtractQuarter("result_on"),
                place=Coalesce(*FasilitasiQuerySet.KECAMATAN_LOOKUPS),
            )
            .values_list("year", "quarter", "jenis", "place")
            .annotate(Sum("jumlah_unit"))
        )
        self.named: Counter[tuple[Any, ...]] = Counter(
            {key: n for *key_, n in rows for key in (tuple(key_),)}
        )
        self.nameless = {each: nameless_by_place(Period.year(each), scope) for each in (year - 1, year)}

    def by_quarter(self, year: int, quarter: int) -> int:
        return sum(n for (y, q, *_), n in self.named.items() if (y, q) == (year, quarter))

    def of_kind(self, year: int, kind: int) -> tuple[int, int]:
        """With names, and of opening totals."""
        named = sum(n for (y, _, of, _), n in self.named.items() if (y, of) == (year, kind))
        return named, sum(n for (_, of), n in self.nameless[year].items() if of == kind)

    def of_place(self, year: int, place: int | None) -> tuple[int, int]:
        named = sum(n for (y, _, _, at), n in self.named.items() if (y, at) == (year, place))
        return named, sum(n for (at, _), n in self.nameless[year].items() if at == place)

    def whole(self, year: int) -> tuple[int, int]:
        return sum(n for (y, *_), n in self.named.items() if y == year), self.nameless[year].total()

    def kinds_by_quarter(self, year: int) -> Counter[tuple[int, int]]:
        found: Counter[tuple[int, int]] = Counter()
        for (y, quarter, kind, _), n in self.named.items():
            if y == year:
                found[kind, quarter] += n
        return found
