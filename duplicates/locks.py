"""One sweep at a time; the lock is the database session's, so a killed worker's is gone at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# The whole key of our advisory lock; imports have 7209_01 and 7209_02.
_SWEEP = (7209_03, 1)


@contextmanager
def sweeping() -> Iterator[bool]:
    """Hold the sweep; False if somebody does already."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", _SWEEP)
        is_ours = bool(cursor.fetchone()[0])
    try:
        yield is_ours
    finally:
        if is_ours and connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", _SWEEP)


def is_swept() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
            _SWEEP,
        )
        return bool(cursor.fetchone()[0])
