"""The worker beside the demo's server: it does long work, and ends with the command that started both."""

import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import Error, connection

from rumah_usaha.demo import forking

# Seconds for a task to come to an end by itself; a broken off one leaves nothing and can be begun again.
FAREWELL = 5
_AFTER_TROUBLE = 2


@contextmanager
def worker(log: Path) -> Iterator[None]:
    process = forking.start(_run, os.getpid(), log=log)
    try:
        yield
    finally:
        forking.end(process, patience=FAREWELL)


def _run(parent: int) -> None:
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    lift_page_limit()
    while True:
        try:
            call_command("db_worker", reload=False, startup_delay=False)
        except Error:
            # The database is away for a moment; what waits in the queue waits on.
            connection.close()
            time.sleep(_AFTER_TROUBLE)


def _end_with(parent: int) -> None:
    """A killed parent cannot tell anybody; nothing of the demo may outlive it."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGKILL)


def lift_page_limit() -> None:
    """A task may take longer than a page; `manage.py db_worker` is started without the limit as well."""
    options = connection.settings_dict["OPTIONS"]
    options["options"] = re.sub(r"statement_timeout=\d+", "statement_timeout=0", options.get("options", ""))
