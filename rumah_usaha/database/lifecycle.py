"""What commands need of the database's server, wherever it runs."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections

from rumah_usaha.database import cluster


def is_embedded() -> bool:
    """Tell whether the portal starts the server itself, which it does where DATABASE_URL is unset."""
    return connections.settings[DEFAULT_DB_ALIAS]["ENGINE"] == "rumah_usaha.database"


@contextmanager
def running_while_serving() -> Iterator[None]:
    """Start the server for a command that serves pages; stop it afterwards unless others use it.

    SIGTERM ends the command as Ctrl-C does, by an exception, so that everything around is closed in order.
    """
    started = is_embedded() and cluster.current().ensure()
    before = signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
        if started:
            connections.close_all()
            cluster.current().stop_if_idle()


def client_command(program: str, *parameters: str) -> tuple[list[str], dict[str, str]]:
    """Return the words and the environment that call psql, pg_dump or pg_restore on the portal's database."""
    connection = connections[DEFAULT_DB_ALIAS]
    words, secrets = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    psql, *address, database = words
    command = [str(Path(psql).with_name(program)), *address, f"--dbname={database}", *parameters]
    return command, {**os.environ, **(secrets or {})}
