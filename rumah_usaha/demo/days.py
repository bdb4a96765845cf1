"""The demo's fixed day, its seed, and days between two days: the same records come out every time."""

import random
from datetime import date, timedelta

SEED = 7209
TODAY = date(2026, 11, 20)


def between(rng: random.Random, first: date, last: date) -> date:
    """A day from `first` to `last`; `first` when they are out of order."""
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))


def workday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
