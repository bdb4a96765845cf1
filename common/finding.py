"""What else a search finds beside its list: each app that has names to find offers a `Finder` in its AppConfig."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain, zip_longest
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.db.models import QuerySet, Value
from django.urls import reverse
from django.utils import timezone

from common.kinds import offered
from common.name_sounds import readings_of

_MOST_FOUND = 3
# A word to put a statement together with.
_ANY = "apa"


class Finder:
    """One group of a search: its tab, and the rows whose names are looked through for every search."""

    # Tabs stand in this order.
    position: int
    label: str
    # Of the url names `list` and `detail`.
    namespace: str

    def named(self, text: str, *, forgiving: bool) -> QuerySet | None:
        """Rows named so, the first to show first, as (name, slug, what is said of it); None where rows need more."""
        return None


@dataclass(frozen=True)
class Found:
    label: str
    name: str
    url: str
    note: str


@cache
def finders() -> tuple[Finder, ...]:
    return tuple(sorted(offered("finders"), key=lambda finder: finder.position))


def tabs(text: str) -> list[dict[str, str]]:
    """The same search in every group; none where nothing was searched."""
    return [
        {
            "label": finder.label,
            "namespace": finder.namespace,
            "url": f"{reverse(f'{finder.namespace}:list')}?{urlencode({'q': text})}",
        }
        for finder in finders()
        if text
    ]


def found_by_name(text: str, *, most: int = _MOST_FOUND) -> list[Found]:
    """In one statement; names that only resemble the text, where none holds it to the letter."""
    readings = readings_of(text)
    if not readings or not finders():
        return []
    sql, params = _statement(most, timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute(sql, [readings if param == [_ANY] else param for param in params])
        rows = cursor.fetchall()
    exact = [row for row in rows if not row[4]] or rows
    groups = ([row for row in exact if row[3] == number] for number in range(len(finders())))
    return list(_found(chain.from_iterable(zip_longest(*groups))))[:most]


@lru_cache(maxsize=4)
def _statement(most: int, day: date) -> tuple[str, list[Any]]:
    """The statement, with `_ANY` in place of the readings; of a day, since what is listed may depend on it.

    It never changes otherwise, and to put it together takes four times as long as to answer it.
    """
    parts = [
        named.annotate(finder=Value(number), forgiving=Value(forgiving))[:most]
        for number, finder in enumerate(finders())
        for forgiving in (False, True)
        if (named := finder.named(_ANY, forgiving=forgiving)) is not None
    ]
    sql, params = parts[0].union(*parts[1:], all=True).query.sql_with_params()
    return sql, list(params)


def _found(rows: Iterator[tuple | None]) -> Iterator[Found]:
    for row in rows:
        if row:
            name, slug, note, number, _ = row
            finder = finders()[number]
            yield Found(finder.label, name, reverse(f"{finder.namespace}:detail", args=[slug]), note)
