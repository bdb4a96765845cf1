"""Finding a business or a cooperative by its name, misspelt or not."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from common.listing import NEWEST, FilterForm, Sort
from common.name_sounds import named_like


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

    def _holding(self, queryset: QuerySet) -> QuerySet:
        return self._named(queryset, forgiving=False)

    def _resembling(self, queryset: QuerySet) -> QuerySet:
        return self._named(queryset, forgiving=True)

    def _named(self, queryset: QuerySet, *, forgiving: bool) -> QuerySet:
        rows = self.filter(queryset)
        return named_like(rows, self.chosen["q"], forgiving=forgiving) if "q" in self.chosen else rows
