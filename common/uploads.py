"""Files and rows in step: no file without a row, no row without a file, whatever happens to the transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.core.files.storage import Storage
from django.db import transaction

from common.images import delete_with_renditions

_written: ContextVar[list[tuple[Storage, str]] | None] = ContextVar("files written here", default=None)


@contextmanager
def undone_on_error() -> Iterator[None]:
    """Files noted inside are removed again when the block, and with it its transaction, fails."""
    token = _written.set([])
    try:
        yield
    except BaseException:
        for storage, name in _written.get() or []:
            delete_with_renditions(storage, name)
        raise
    finally:
        _written.reset(token)


def note_written(storage: Storage, name: str | None) -> None:
    """Called by whoever has just written a file for a row that is not yet committed."""
    files = _written.get()
    if files is not None and name:
        files.append((storage, name))


def delete_on_commit(storage: Storage, name: str | None) -> None:
    """The row no longer names the file; until the commit it still might."""
    if name:
        transaction.on_commit(partial(delete_with_renditions, storage, name), robust=True)
