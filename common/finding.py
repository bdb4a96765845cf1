"""What else a search finds beside its list: each app that has names to find offers a `Finder` in its AppConfig."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest
from urllib.parse import urlencode

from django.db.models import QuerySet, Value
from django.urls import reverse

from common.kinds import offered

_MOST_FOUND = 3


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
    parts = []
    for number, finder in enumerate(finders()):
        for forgiving in (False, True):
            named = finder.named(text, forgiving=forgiving)
            if named is not None:
                parts.append(named.annotate(finder=Value(number), forgiving=Value(forgiving))[:most])
    if not parts:
        return []
    rows = list(parts[0].union(*parts[1:], all=True))
    exact = [row for row in rows if not row[4]] or rows
    groups = ([row for row in exact if row[3] == number] for number in range(len(finders())))
    return list(_found(chain.from_iterable(zip_longest(*groups))))[:most]


def _found(rows: Iterator[tuple | None]) -> Iterator[Found]:
    for row in rows:
        if row:
            name, slug, note, number, _ = row
            finder = finders()[number]
            yield Found(finder.label, name, reverse(f"{finder.namespace}:detail", args=[slug]), note)
