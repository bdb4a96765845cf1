"""Pages of a search: products that carry the words in their name come first, then those that only mention them."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Case, Q, QuerySet, Value, When

from common.paging import BACK, PAGE_SIZE, InvalidCursor, KeysetPage


class TieredPage(KeysetPage):
    """A KeysetPage through several parts of `found`, one after the other, in one statement.

    Of each tier 25 keys at most are read, from its own index; to sort by rank, every match would have to be read.
    `rows` says what is shown of them, and is joined to nothing else: all matches of a word are sorted, and each
    would otherwise bring its seller along.
    """

    def __init__(
        self,
        rows: QuerySet,
        tiers: Sequence[Q],
        *,
        found: QuerySet,
        ordering: Sequence[str],
        cursor: str = "",
        page_size: int = PAGE_SIZE,
    ) -> None:
        self._found, self._tiers, self._start_tier = found, tiers, 0
        *before, _ = tiers
        tier = Case(
            *(When(each, Value(number)) for number, each in enumerate(before)), default=Value(len(before))
        )
        super().__init__(rows.annotate(tier=tier), ordering=ordering, cursor=cursor, page_size=page_size)

    def _fetch(
        self, direction: str, start: Sequence[Any] | None, page_size: int
    ) -> tuple[list[models.Model], bool]:
        is_back = direction == BACK
        at = self._start_tier if start is not None else 0
        ahead = self._tiers[:at] if is_back else self._tiers[at + 1 :]
        parts = [self._after(self._found.filter(self._tiers[at]), direction, start)]
        parts += [self._after(self._found.filter(tier), direction, None) for tier in ahead]
        first, *others = (part.values("pk")[: page_size + 1] for part in parts)
        shown = self._queryset.all()
        # The keys say it all; to ask again would cost the planner more than the page.
        shown.query.clear_where()
        shown = shown.filter(pk__in=first.union(*others, all=True) if others else first)
        tier = "-tier" if is_back else "tier"
        rows = list(shown.order_by(tier, *parts[0].query.order_by)[: page_size + 1])
        return rows[:page_size], len(rows) > page_size

    def _write(self, direction: str, row: Any) -> str:
        return f"{row.tier}.{super()._write(direction, row)}"

    def _read(self, cursor: str) -> tuple[str, list[Any]]:
        tier, _, rest = cursor.partition(".")
        if tier not in map(str, range(len(self._tiers))):
            raise InvalidCursor
        self._start_tier = int(tier)
        return super()._read(rest)
