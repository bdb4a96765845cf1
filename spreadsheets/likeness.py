"""Which of several records that fit a row it describes best."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Record = TypeVar("Record")
# Of one thing: what the row says, and what is on record.
Pairs = Iterable[tuple[Any, Any]]


def likeliest(records: Sequence[Record], pairs_of: Callable[[Record], Pairs]) -> tuple[Record, bool]:
    """The record of most agreement, the earlier of two equals, and whether another one agrees as much."""
    measured = [(_agreement(pairs_of(record)), record) for record in records]
    ranked = sorted(measured, key=lambda each: each[0], reverse=True)
    return ranked[0][1], len(ranked) > 1 and ranked[0][0] == ranked[1][0]


def _agreement(pairs: Pairs) -> tuple[int, int]:
    """What is told and equal, then what neither tells."""
    known = list(pairs)
    return (
        sum(bool(mine) and mine == theirs for mine, theirs in known),
        sum(not mine and not theirs for mine, theirs in known),
    )
