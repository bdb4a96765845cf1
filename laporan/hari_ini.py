"""The day that reports take for today: an issued one is built again as of its own day, so that like meets like."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from django.utils import timezone

_day: ContextVar[date | None] = ContextVar("the day that reports are built as of", default=None)


def today() -> date:
    return _day.get() or timezone.localdate()


@contextmanager
def as_of(day: date) -> Iterator[None]:
    """Rows of a report are read late: they have to be read inside."""
    token = _day.set(day)
    try:
        yield
    finally:
        _day.reset(token)
