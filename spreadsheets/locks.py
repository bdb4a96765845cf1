"""Who works on what: one worker for each import, one import of a kind writing at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from common.audit import spare_triggers_asking

# First halves of our advisory locks; the second is an import's number or a kind's hash.
_IMPORT, _KIND = 7209_01, 7209_02


@contextmanager
def working_on(pk: int) -> Iterator[bool]:
    """Hold an import while working on it; False if somebody does already.

    The lock belongs to the database session, so a killed worker's is gone at once.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_IMPORT, pk])
        is_ours = bool(cursor.fetchone()[0])
    try:
        yield is_ours
    finally:
        if is_ours and connection.connection and not connection.connection.closed:
            _release(pk)


def _release(pk: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_IMPORT, pk])


def is_worked_on(pk: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
            [_IMPORT, pk],
        )
        return bool(cursor.fetchone()[0])


def hold_kinds(*slugs: str) -> None:
    """Until the transaction ends; whoever comes second waits however long the first takes."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = 0")
        # In one order, so that nobody waits for somebody who waits for them.
        for slug in sorted(set(slugs)):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_KIND, slug])
        # A form may hold a row for a moment, never for long.
        cursor.execute("SET LOCAL lock_timeout = '30s'")
    spare_triggers_asking()


def leave_broken_connection() -> None:
    """Between two tries: a connection that the database dropped is replaced at its next use."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
