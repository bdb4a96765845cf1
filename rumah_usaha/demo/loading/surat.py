"""Letters of the office: a cooperative that has not met for its book year was warned."""

from typing import Any

from django.utils import timezone

from koperasi.models import Koperasi
from surat.actions import warn
from surat.standing import standings

_WARNED = 2


def warn_cooperatives(official: Any) -> int:
    """The first ones that may be warned on the day the demo is loaded."""
    rows = Koperasi.objects.filter(is_draft=False, archived_at=None).with_place().order_by("name", "id")
    due = [standing for standing in standings(rows, on=timezone.localdate()) if standing.next_level][:_WARNED]
    for standing in due:
        warn(koperasi=standing.koperasi, level=standing.next_level, by=official)
    return len(due)
