"""How the server is set up: once by initdb, and at every start by the command line.

Nothing is written into postgresql.conf, so that a newer portal starts older data with its own settings.
"""

import os
from collections.abc import Mapping
from pathlib import Path

EXTRA = "RUMAH_USAHA_PG_OPTIONS"
SUPERUSER = "postgres"
PORT = "5432"  # No port is opened: the number is only part of the socket's name.

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": PORT,
    # For two cores and modest memory, shared with the processes that render pages.
    "shared_buffers": "192MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_parallel_workers_per_gather": "0",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Starts, stops and crashes, but no statement and no value: they may hold a NIK.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}


def extra() -> dict[str, str]:
    """Return settings that come from the environment, as `name=value` separated by blanks."""
    return dict(word.split("=", 1) for word in os.environ.get(EXTRA, "").split())


def server_arguments(socket: Path, settings: Mapping[str, str]) -> list[str]:
    pairs = {**SETTINGS, **settings, "unix_socket_directories": str(socket)}
    return [argument for name, value in pairs.items() for argument in ("-c", f"{name}={value}")]


def initdb_arguments(data: Path, major: int, locale: str) -> list[str]:
    """Sort by code point everywhere: no reindex when glibc or ICU changes, the same on every machine."""
    arguments = [
        f"--pgdata={data}",
        f"--username={SUPERUSER}",
        "--encoding=UTF8",
        # The folder of the socket, mode 0700, is what keeps others out.
        "--auth-local=trust",
        "--auth-host=reject",
        "--no-instructions",
        "--data-checksums",
    ]
    if major >= 17:
        return [*arguments, "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-locale"]
    return [*arguments, f"--locale={locale}"]
