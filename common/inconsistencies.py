"""Records that contradict themselves or each other: filters of the staff lists, counted by `check_data`."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

# As many rows as anybody mends in a day; a check that reads row by row stops there.
MOST = 1_000


@dataclass(frozen=True)
class Inconsistency:
    """One way in which rows of a noun can be wrong though every rule of the database holds."""

    slug: str
    title: str
    advice: str
    condition: Callable[[], Q]
    # Reads every row instead of asking the database.
    is_slow: bool = False


def odd_rows(rows: QuerySet, is_odd: Callable[[Any], object]) -> Q:
    """The condition of being one of those `rows`, MOST at most, that only code can judge."""
    odd = (row.pk for row in rows.iterator(chunk_size=1000) if is_odd(row))
    return Q(pk__in=list(islice(odd, MOST)))
