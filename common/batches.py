"""Long rows of anything, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Row = TypeVar("Row")


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """As `itertools.batched` of newer Pythons, in lists; the last one may be shorter, and none is empty."""
    left = iter(rows)
    while batch := list(islice(left, size)):
        yield batch
