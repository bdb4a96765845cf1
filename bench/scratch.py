"""A database and a folder of files that nobody misses. Called before Django is set up."""

import os
import secrets
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from rumah_usaha.database import cluster, homes

_CHECKOUT = Path(__file__).resolve().parent.parent


@contextmanager
def scratch() -> Iterator[Path]:
    """A server of its own with the portal's usual settings; beside DATABASE_URL a database of its own there."""
    # SIGTERM ends the command as Ctrl-C does, so that the server is stopped and everything removed.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        os.environ |= {"PRIVATE_ROOT": f"{folder}/private", "DJANGO_SETTINGS_MODULE": "rumah_usaha.settings"}
        database = _beside if os.environ.get("DATABASE_URL") else _own_server
        with database():
            yield Path(folder)


@contextmanager
def _own_server() -> Iterator[None]:
    home = homes.choose(_CHECKOUT / ".data")[0] / f"bench-{os.getpid()}"
    homes.make(home)
    os.environ[cluster.HOME] = str(home)
    try:
        yield
    finally:
        server = cluster.Cluster(home)
        sockets = server.socket
        server.stop("immediate")
        shutil.rmtree(sockets, ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _beside() -> Iterator[None]:
    given, name = os.environ["DATABASE_URL"], f"bench_{secrets.token_hex(4)}"
    address, mark, options = given.partition("?")
    os.environ["DATABASE_URL"] = f"{address.rpartition('/')[0]}/{name}{mark}{options}"
    try:
        with psycopg.connect(given, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        yield
    finally:
        with psycopg.connect(given, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
