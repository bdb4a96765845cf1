"""Names met by an index, spelt right or not; the functions and columns of it are the database's (`umkm/migrations`)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, F, Func, QuerySet, TextField, Value

from common.text import fold

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_WORD, _MOST_WORDS = 30, 6


def named_like(queryset: QuerySet, text: str, *, forgiving: bool) -> QuerySet:
    """Listed rows whose `name` holds all words of `text`, or their beginnings: to the letter, or as they sound."""
    readings = readings_of(text)
    return (
        queryset.filter(is_listed=True).filter(_SoundsLike(readings, forgiving))
        if readings
        else queryset.none()
    )


def readings_of(text: str) -> list[str]:
    """The words, and the same with two neighbours written as one."""
    words = [word[:_LONGEST_WORD] for word in _WORD.findall(fold(text))[:_MOST_WORDS]]
    joined = [[*words[:at], one + other, *words[at + 2 :]] for at, (one, other) in enumerate(pairwise(words))]
    return [" ".join(reading) for reading in (words, *joined) if reading]


class _SoundsLike(Func):
    """`name_sounds @@ name_query(readings, …)`. No model names the column: it is found beside the row's key."""

    output_field = BooleanField()

    def __init__(self, readings: Sequence[str], is_forgiving: bool) -> None:
        texts = Value(list(readings), output_field=ArrayField(TextField()))
        super().__init__(F("pk"), texts, Value(is_forgiving))

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **extra: Any) -> tuple[str, tuple[Any, ...]]:
        key: Any
        key, *asked = self.source_expressions
        table = connection.ops.quote_name(key.alias)
        (texts, params), (forgiving, more) = (compiler.compile(each) for each in asked)
        return f"{table}.name_sounds @@ name_query({texts}, {forgiving})", (*params, *more)
