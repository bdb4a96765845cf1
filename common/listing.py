"""What the public lists share: a filter form whose state is the page's address, and pages of what it finds."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from common.file_formats import FileFormat
from common.finding import tabs
from common.paging import PAGE_SIZE, InvalidCursor, KeysetPage, every_row
from common.templatetags.indonesia import angka

CURSOR, SORT, FILE = "hal", "urut", "format"
NEWEST = ("-published_at", "-id")
# As the seller put them.
AS_PLACED = ("-position", *NEWEST)
_LONGEST_SEARCH = 100
_ROWS_AT_ONCE = 1000
# A list never counts further than this.
MOST_COUNTED = 1000


class OfferedField(forms.ChoiceField):
    """A choice in an address. Whatever is not on offer (any more) counts as not chosen."""

    def __init__(self, offers: Callable[[], Iterable[tuple[str, str]]], *, nothing: str, label: str) -> None:
        super().__init__(choices=lambda: list(self.labels().items()), label=label, required=False)
        self._offers, self._nothing = offers, nothing

    def clean(self, value: Any) -> str:
        return value if value in self.labels() else ""

    def labels(self) -> dict[str, str]:
        """By value; Django's own `choices` would look for groups among them each time."""
        return {"": self._nothing, **dict(self._offers())}


class SearchTextField(forms.CharField):
    """What was typed into a search field; too long a text is cut, never refused."""

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> str:
        return " ".join(str(value or "")[:_LONGEST_SEARCH].replace("\x00", " ").split())


@dataclass(frozen=True)
class Sort:
    label: str
    ordering: tuple[str, ...]


class FilterForm(forms.Form):
    """The state of a list. What an address carries besides is dropped from the links."""

    SORTS: ClassVar[dict[str, Sort]] = {}
    # What says which list this is; all else that is chosen narrows it and can be taken off.
    KEPT: ClassVar[tuple[str, ...]] = ("q",)
    # Fields that change the order of the rows and nothing else.
    ORDERING: ClassVar[tuple[str, ...]] = ()

    q = SearchTextField()

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.full_clean()
        # Fields in error are missing here, so a mistyped price filters nothing.
        self.chosen: dict[str, Any] = {
            name: value for name, value in self.cleaned_data.items() if value is not None and value != ""
        }
        self.cursor = data.get(CURSOR, "")

    @property
    def sorts(self) -> dict[str, Sort]:
        """The ways to sort this list as it stands; the first is used unless another is chosen."""
        return self.SORTS

    def known_count(self) -> int | None:
        """How many rows the list as filtered has, where that was counted already; beyond the bound any number."""
        return None

    @property
    def finds_many(self) -> bool:
        """So many rows may fit that even counting to a bound would be slow."""
        return False

    @property
    def sort(self) -> str:
        asked = self.data.get(SORT, "")
        return asked if asked in self.sorts else next(iter(self.sorts))

    def address(self, **changes: Any) -> str:
        """This list with other filters; None takes one off. Every change starts at the first page."""
        state = {**self.chosen, SORT: self.sort, **changes}
        if state[SORT] == next(iter(self.sorts)):
            state[SORT] = None
        return f"?{urlencode({name: value for name, value in state.items() if value is not None})}"

    @property
    def canonical(self) -> str:
        """The query of the list's first page in one order of names, however it was written; empty without filters."""
        query = self.address(**dict.fromkeys((SORT, *self.ORDERING)))
        return "" if query == "?" else query

    @property
    def is_for_search_engines(self) -> bool:
        """A first page by what is on offer. Searches, prices and later pages are without end."""
        return not self.cursor and all(isinstance(self.fields[name], OfferedField) for name in self.chosen)

    def chips(self) -> list[dict[str, str]]:
        """The filters in use, each with the address of the list without it."""
        return [
            {"label": self.chip_label(name, value), "url": self.address(**{name: None})}
            for name, value in self.chosen.items()
            if name not in self.KEPT
        ]

    @property
    def clear_url(self) -> str:
        """This list without its filters."""
        return self.address(**{name: None for name in self.chosen if name not in self.KEPT})

    def chip_label(self, name: str, value: Any) -> str:
        field = self.fields[name]
        return str(field.labels()[value] if isinstance(field, OfferedField) else field.label)

    def sort_links(self) -> list[dict[str, Any]]:
        return [
            {"label": sort.label, "url": self.address(**{SORT: key}), "active": key == self.sort}
            for key, sort in self.sorts.items()
        ]

    def page(self, queryset: QuerySet) -> KeysetPage:
        return page_at(self.cursor, lambda cursor: self.open_page(queryset, cursor, PAGE_SIZE))

    def open_page(self, queryset: QuerySet, cursor: str, page_size: int) -> KeysetPage:
        ordering = self.sorts[self.sort].ordering
        return KeysetPage(queryset, ordering=ordering, cursor=cursor, page_size=page_size)

    def every(self, queryset: QuerySet) -> Iterator[Any]:
        """All rows of the list in its order; a thousand at a time, so that no statement and no memory grows."""
        return every_row(lambda cursor: self.open_page(queryset, cursor, _ROWS_AT_ONCE))

    def context(self, page: KeysetPage, found: QuerySet, *, noun: str) -> dict[str, Any]:
        """What the template of a list needs; `found` are the rows that `page` is a part of."""
        return {
            "form": self,
            "query": self.chosen.get("q", ""),
            "tabs": tabs(self.chosen.get("q", "")),
            "page": page,
            "chips": self.chips(),
            "clear_url": self.clear_url,
            "sort": self.sort,
            "sort_links": self.sort_links(),
            "files": [(label, self.address(**{FILE: kind})) for kind, label in FileFormat.choices],
            "previous_url": page.previous_cursor and self.address(**{CURSOR: page.previous_cursor}),
            "next_url": page.next_cursor and self.address(**{CURSOR: page.next_cursor}),
            "count_text": count_text(
                page, found, noun=noun, is_common=self.finds_many, known=self.known_count()
            ),
        }


def page_at(cursor: str, open_page: Callable[[str], KeysetPage]) -> KeysetPage:
    """The page that an address names; the first one where the address is no longer understood."""
    try:
        return open_page(cursor)
    except InvalidCursor:
        return open_page("")


def newest_of(
    queryset: QuerySet, data: QueryDict, *, name: str = CURSOR
) -> tuple[KeysetPage, dict[str, str | None]]:
    """A page of `queryset`, newest first, with the links of its pager; `name` tells two lists on one page apart."""
    return _page_of(queryset, NEWEST, data, name)


def placed_of(queryset: QuerySet, data: QueryDict) -> tuple[KeysetPage, dict[str, str | None]]:
    """The same in the order that their seller put them in."""
    return _page_of(queryset, AS_PLACED, data, CURSOR)


def _page_of(
    queryset: QuerySet, ordering: Sequence[str], data: QueryDict, name: str
) -> tuple[KeysetPage, dict[str, str | None]]:
    page = page_at(data.get(name, ""), lambda cursor: KeysetPage(queryset, ordering=ordering, cursor=cursor))
    links = {"previous_url": page.previous_cursor, "next_url": page.next_cursor}
    return page, {link: cursor and f"?{urlencode({name: cursor})}" for link, cursor in links.items()}


def count_text(
    page: KeysetPage, found: QuerySet, *, noun: str, is_common: bool = False, known: int | None = None
) -> str:
    """ "37 produk", "Lebih dari 1.000 produk", "Sekitar 64.000 produk"; empty where there is none."""
    if not page.previous_cursor and not page.next_cursor:
        return f"{angka(len(page))} {noun}" if page.object_list else ""
    if is_common:
        return f"Sekitar {angka(_estimate(found))} {noun}"
    count = found.order_by()[: MOST_COUNTED + 1].count() if known is None else known
    if count > MOST_COUNTED:
        return f"Lebih dari {angka(MOST_COUNTED)} {noun}"
    return f"{angka(count)} {noun}"


def _estimate(found: QuerySet) -> int:
    """What the planner expects, to two digits. A text index reads every match before it yields the first."""
    (explained,) = json.loads(found.order_by().explain(format="json"))
    rows = max(explained["Plan"]["Plan Rows"], PAGE_SIZE)
    return round(rows, 2 - len(str(rows)))


def labelled(rows: Iterable[Any]) -> Sequence[tuple[str, str]]:
    """Choices of rows that have a slug and a name."""
    return [(row.slug, row.name) for row in rows]
