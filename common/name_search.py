"""Finding a business or a cooperative by its name, misspelt or not."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Upper

from common.listing import NEWEST, FilterForm, Sort

_MOST_WORDS = 6


class NameFilterForm(FilterForm):
    """A list of records with a `name`; where no name holds the words, names that resemble them are shown."""

    SORTS = {"terbaru": Sort("Terbaru", NEWEST), "nama": Sort("Nama", ("name", "id"))}

    def filter(self, queryset: QuerySet) -> QuerySet:
        """The rows that fit everything chosen besides the name."""
        raise NotImplementedError

    def results(self, queryset: QuerySet, *, noun: str) -> dict[str, Any]:
        """The template's context; `is_resembling` says that nothing fits the words to the letter."""
        rows = self.filter(queryset)
        text = self.chosen.get("q", "")
        found = _holding(rows, text)
        page = self.page(found)
        is_resembling = bool(text) and not page.object_list
        if is_resembling:
            found = _resembling(rows, text)
            page = self.page(found)
        return {**self.context(page, found, noun=noun), "is_resembling": is_resembling}


def _holding(rows: QuerySet, text: str) -> QuerySet:
    for word in text.split()[:_MOST_WORDS]:
        rows = rows.filter(name__icontains=word)
    return rows


def _resembling(rows: QuerySet, text: str) -> QuerySet:
    return rows.annotate(upper_name=Upper("name")).filter(upper_name__trigram_word_similar=text.upper())
