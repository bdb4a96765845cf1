"""gunicorn as the demo runs it: on this machine only, and ended with the command that started it."""

import os
import socket
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from django.conf import settings
from gunicorn.app.base import BaseApplication

from rumah_usaha.demo import forking

WORKERS, THREADS = 2, 4
# Seconds until the first answer, and until open requests are cut off at the end.
PATIENCE, FAREWELL = 60, 5
_SHARED_MEMORY = Path("/dev/shm")  # nosec B108 # noqa: S108 - the kernel's own folder, named by no visitor


class ServingError(Exception):
    """Why the portal cannot be served, in a sentence for the terminal."""


def refuse_used_port(host: str, port: int) -> None:
    try:
        with socket.socket(_family(host), socket.SOCK_STREAM) as probe:
            # As gunicorn does: connections that are just ending are no hindrance.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except PermissionError:
        raise ServingError(f"Port {port} hanya boleh dibuka oleh root. Pilih port di atas 1023.") from None
    except (OSError, OverflowError):
        raise ServingError(
            f"Port {port} di {host} sudah dipakai atau tidak dapat dibuka. "
            f"Pilih yang lain, misalnya: manage.py demo --port {port + 1 if port < 65535 else 8000}"
        ) from None


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(host: str, port: int, *, log: Path, ready: Callable[[], None]) -> None:
    """Serve until a signal ends this process, or gunicorn in good order; call `ready` at the first answer."""
    sys.stdout.flush()
    server = forking.start(_run, host, port, log=log)
    try:
        if _answers_in_time(server, host, port):
            ready()
            server.join()
            # Ctrl-C may reach gunicorn first, and then it ends as it was asked to.
            if server.exitcode == 0:
                return
    finally:
        # Twice what open requests are given.
        forking.end(server, patience=2 * FAREWELL)
    raise ServingError(f"Server tidak berjalan (kode {server.exitcode}). Sebabnya tertulis di {log}.")


def _run(host: str, port: int) -> None:
    adjust_settings(host, port)
    Portal(options(host, port)).run()


def adjust_settings(host: str, port: int) -> None:
    """Links lead to the address that is served, and the printed accounts need no second factor."""
    if "SITE_URL" not in os.environ:
        settings.SITE_URL = address(host, port)
    settings.REQUIRE_MFA = False


def options(host: str, port: int) -> dict[str, Any]:
    return {
        "bind": address(host, port).removeprefix("http://"),
        "worker_class": "gthread",
        "workers": WORKERS,
        "threads": THREADS,
        # Loaded once before the workers part: they share its memory.
        "preload_app": True,
        "control_socket_disable": True,
        "graceful_timeout": FAREWELL,
        "loglevel": "warning",
        # A heartbeat on a slow disk looks like a stuck worker.
        "worker_tmp_dir": str(_SHARED_MEMORY) if os.access(_SHARED_MEMORY, os.W_OK) else None,
    }


class Portal(BaseApplication):
    """The portal under gunicorn, which reads neither the command line nor a file of its own."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            # The control socket came with gunicorn 25.1.
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        from rumah_usaha.wsgi import application

        return application


def _answers_in_time(server: BaseProcess, host: str, port: int) -> bool:
    began = time.monotonic()
    while server.is_alive() and time.monotonic() - began < PATIENCE:
        if _answers(host, port):
            return True
        time.sleep(0.05)
    return False


def _answers(host: str, port: int) -> bool:
    connection = HTTPConnection(host, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz", headers={"Host": "localhost"})
        return connection.getresponse().status < 500
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
