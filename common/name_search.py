"""Finding a business or a cooperative by its name, misspelt or not."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import F, Func, QuerySet, TextField

from common.listing import NEWEST, FilterForm, Sort
from common.name_sounds import named_like
from common.paging import KeysetPage


class _SortedPage(KeysetPage):
    """Matches first, then their order: names that begin alike lie together in an index of names, often at its end."""

    def _after(self, queryset: QuerySet, direction: str, start: Sequence[Any] | None) -> QuerySet:
        rows = super()._after(queryset, direction, start)
        is_descending = str(rows.query.order_by[0]).startswith("-")
        # A row of columns is in no index.
        order = Func(*map(F, self._names), function="ROW", output_field=TextField())
        return rows.order_by(order.desc() if is_descending else order.asc())


class NameFilterForm(FilterForm):
    """A list of records with a `name`; where no name holds the words, names that resemble them are shown."""

    SORTS = {"terbaru": Sort("Terbaru", NEWEST), "nama": Sort("Nama", ("name", "id"))}

    def filter(self, queryset: QuerySet) -> QuerySet:
        """The rows that fit everything chosen besides the name."""
        raise NotImplementedError

    def results(self, queryset: QuerySet, *, noun: str) -> dict[str, Any]:
        """The template's context; `is_resembling` says that nothing fits the words to the letter."""
        found = self._holding(queryset)
        page = self.page(found)
        is_resembling = "q" in self.chosen and not page.object_list
        if is_resembling:
            found = self._resembling(queryset)
            page = self.page(found)
        return {**self.context(page, found, noun=noun), "is_resembling": is_resembling}

    def every(self, queryset: QuerySet) -> Iterator[Any]:
        """All rows that `results` shows a page of; nothing is asked until the first is wanted."""
        found = self._holding(queryset)
        if "q" in self.chosen and not found.exists():
            found = self._resembling(queryset)
        yield from super().every(found)

    def open_page(self, queryset: QuerySet, cursor: str, page_size: int) -> KeysetPage:
        ordering = self.sorts[self.sort].ordering
        page = _SortedPage if "q" in self.chosen and ordering != NEWEST else KeysetPage
        return page(queryset, ordering=ordering, cursor=cursor, page_size=page_size)

    def _holding(self, queryset: QuerySet) -> QuerySet:
        return self._named(queryset, forgiving=False)

    def _resembling(self, queryset: QuerySet) -> QuerySet:
        return self._named(queryset, forgiving=True)

    def _named(self, queryset: QuerySet, *, forgiving: bool) -> QuerySet:
        rows = self.filter(queryset)
        return named_like(rows, self.chosen["q"], forgiving=forgiving) if "q" in self.chosen else rows
