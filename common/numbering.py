"""Running numbers without gaps: whoever gives the next one of a series makes the others wait."""

from collections.abc import Iterable

from django.db import connection


def lock_series(names: Iterable[str]) -> None:
    """Hold the named series until this transaction ends; taken in one order, so that nobody waits in a circle."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(name)) FROM unnest(%s::text[]) AS name ORDER BY name",
            [sorted(set(names))],
        )
