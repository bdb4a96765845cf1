"""How far long work has come, told while its own transaction is still open."""

import time
from types import TracebackType
from typing import Self

from django.db import connection

_EVERY = 1.0  # seconds


class Progress:
    """Writes through a second connection: the first one's transaction would keep it from everybody's sight."""

    def __init__(self, pk: int) -> None:
        self.pk, self.told_at = pk, 0.0
        self.connection = connection.copy()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def tell(self, done: int, total: int | None = None) -> None:
        """At most once a second."""
        if time.monotonic() - self.told_at < _EVERY:
            return
        self.told_at = time.monotonic()
        with self.connection.cursor() as cursor:
            cursor.execute(
                "UPDATE spreadsheets_import SET done = %s, total = COALESCE(%s, total) WHERE id = %s",
                [done, total, self.pk],
            )
