"""gunicorn as the demo runs it: on this machine only, and ended with the command that started it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from pathlib import Path

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
    """Serve until a signal ends this process or gunicorn ends by itself; call `ready` at the first answer."""
    with log.open("wb") as output:
        server = subprocess.Popen(
            command(host, port),
            env=environment(host, port),
            # A line for each request would push addresses and accounts off the screen.
            stdout=output,
            stderr=subprocess.STDOUT,
            # Ctrl-C reaches this process only, which then ends the other in order.
            start_new_session=True,
        )
    try:
        if _answers_in_time(server, host, port):
            ready()
            server.wait()
    finally:
        _end(server)
    raise ServingError(f"Server tidak berjalan (kode {server.returncode}). Sebabnya tertulis di {log}.")


def command(host: str, port: int) -> list[str]:
    words = [sys.executable, "-m", "gunicorn", "rumah_usaha.wsgi"]
    words += ["--bind", address(host, port).removeprefix("http://"), "--log-level", "warning"]
    words += ["--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS)]
    # Loaded once before the workers part: they share its memory.
    words += ["--preload", "--no-control-socket", "--graceful-timeout", str(FAREWELL)]
    if os.access(_SHARED_MEMORY, os.W_OK):
        # A heartbeat on a slow disk looks like a stuck worker.
        words += ["--worker-tmp-dir", str(_SHARED_MEMORY)]
    return words


def environment(host: str, port: int) -> dict[str, str]:
    """This process's variables, without the freedom that manage.py gives to commands."""
    variables = {"SITE_URL": address(host, port), **os.environ, "REQUIRE_MFA": "false"}
    if variables.get("STATEMENT_TIMEOUT_MS") == "0":
        del variables["STATEMENT_TIMEOUT_MS"]
    return variables


def _answers_in_time(server: subprocess.Popen[bytes], host: str, port: int) -> bool:
    began = time.monotonic()
    while server.poll() is None and time.monotonic() - began < PATIENCE:
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


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(timeout=2 * FAREWELL)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
