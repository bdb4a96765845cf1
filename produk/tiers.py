"""Pages of a search: products that carry the words in their name come first, then those that only mention them."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import IntegerField, QuerySet, Value

from common.paging import BACK, PAGE_SIZE, InvalidCursor, KeysetPage


class TieredPage(KeysetPage):
    """A KeysetPage through several querysets, one after the other, in one statement.

    Each tier is read from its own index, 25 rows at most; to sort by rank, every match would have to be read.
    """

    def __init__(
        self, *tiers: QuerySet, ordering: Sequence[str], cursor: str = "", page_size: int = PAGE_SIZE
    ) -> None:
        self._tiers = [tier.annotate(tier=Value(number, IntegerField())) for number, tier in enumerate(tiers)]
        self._start_tier = 0
        super().__init__(tiers[0], ordering=ordering, cursor=cursor, page_size=page_size)

    def _fetch(
        self, direction: str, start: Sequence[Any] | None, page_size: int
    ) -> tuple[list[models.Model], bool]:
        is_back = direction == BACK
        at = self._start_tier if start is not None else 0
        ahead = self._tiers[:at] if is_back else self._tiers[at + 1 :]
        parts = [_late(self._after(self._tiers[at], direction, start), page_size + 1)]
        parts += [_late(self._after(tier, direction, None), page_size + 1) for tier in ahead]
        first, *others = [part[: page_size + 1] for part in parts]
        if others:
            tier = "-tier" if is_back else "tier"
            wanted = parts[0].query.order_by
            first = first.union(*others, all=True).order_by(tier, *wanted)[: page_size + 1]
        rows = list(first)
        return rows[:page_size], len(rows) > page_size

    def _write(self, direction: str, row: Any) -> str:
        return f"{row.tier}.{super()._write(direction, row)}"

    def _read(self, cursor: str) -> tuple[str, list[Any]]:
        tier, _, rest = cursor.partition(".")
        if tier not in map(str, range(len(self._tiers))):
            raise InvalidCursor
        self._start_tier = int(tier)
        return super()._read(rest)


def _late(rows: QuerySet, count: int) -> QuerySet:
    """The first `count` rows, found by their keys before anything is joined to them.

    Where a word is looked up, all its matches are sorted; each would otherwise bring its seller along.
    """
    first = rows.values("pk")[:count]
    found = rows.all()
    # The keys say it all; to ask again would cost the planner more than the page.
    found.query.clear_where()
    return found.filter(pk__in=first)
