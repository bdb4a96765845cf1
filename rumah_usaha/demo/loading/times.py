"""Rows that were written in earlier years: days become office hours, and rows keep the times they are given."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.db import models
from django.utils import timezone

from rumah_usaha.demo.days import TODAY

_OPENS = time(8)
_MINUTES = 300


def moment(day: date, key: str, *, later: int = 0) -> datetime:
    """A minute of the office's morning, the same for a key on every start; `later` orders steps of one day."""
    minute = zlib.crc32(key.encode()) % _MINUTES + 40 * later
    return timezone.make_aware(datetime.combine(day, _OPENS)) + timedelta(minutes=minute)


def capped(day: date) -> date:
    """The day itself, but never after the demo's own today."""
    return min(day, TODAY)


@contextmanager
def given_times(*written: type[models.Model]) -> Iterator[None]:
    """Switch off `auto_now` and `auto_now_add`, which would date everything to the start of the demo.

    Correcting the dates afterwards would leave a second version of each row in the audit trail.
    """
    changed = [
        (field, name)
        for model in written
        for field in model._meta.local_fields
        for name in ("auto_now", "auto_now_add")
        if getattr(field, name, False)
    ]
    for field, name in changed:
        setattr(field, name, False)
    try:
        yield
    finally:
        for field, name in changed:
            setattr(field, name, True)
