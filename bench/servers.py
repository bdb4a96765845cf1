"""gunicorn as the operator's handbook runs it, what its workers use up, and visitors that ask for pages."""

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

WORKERS, THREADS = 3, 4
_VISITORS = 4
_PATIENCE = 60
_HEADERS = {
    "Host": "localhost",
    "User-Agent": "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
}


@dataclass
class Server:
    port: int
    master: int
    # Processes that work for it besides its own: sessions of the database.
    database: int = 0

    def get(self, address: str, coding: str = "br") -> tuple[int, int]:
        """Status and length of the answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            return _ask(connection, address, coding)
        finally:
            connection.close()

    def load(self, addresses: list[str], count: int) -> "Load":
        """`count` requests by a few visitors at once, each on one connection."""
        load = Load()
        before, asked_before = _used(self.master), _used(self.database)
        began = time.perf_counter()
        visitors = [
            threading.Thread(target=self._visit, args=(addresses, count // _VISITORS, number, load))
            for number in range(_VISITORS)
        ]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        load.seconds = time.perf_counter() - began
        load.cpu = _since(before, _used(self.master))
        load.database_cpu = _since(asked_before, _used(self.database))
        if load.failed:
            raise SystemExit(f"{load.failed[0]} for one of {addresses[:3]}")
        return load

    def _visit(self, addresses: list[str], count: int, number: int, load: "Load") -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        for turn in range(count):
            began = time.perf_counter()
            status, _ = _ask(connection, addresses[(number * count + turn) % len(addresses)], "br")
            load.times.append(time.perf_counter() - began)
            if status != 200:
                load.failed.append(status)
        connection.close()

    def memory(self) -> float:
        """MiB of this server's processes; what they share counts once."""
        return sum(_pss(pid) for pid in (self.master, *_children(self.master)))


@dataclass
class Load:
    times: list[float] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    seconds: float = 0.0
    cpu: float = 0.0
    database_cpu: float = 0.0

    def figures(self) -> dict[str, float]:
        """Milliseconds of processor time a request, requests a second, and the time that 95 in 100 stay below."""
        count = len(self.times)
        return {
            "cpu": self.cpu / count * 1000,
            "database_cpu": self.database_cpu / count * 1000,
            "rps": count / self.seconds,
            "p95": sorted(self.times)[int(count * 0.95)] * 1000,
        }


@contextmanager
def serving(
    application: str, port: int, *, log: Path, preload: bool = False, **environment: str
) -> Iterator[Server]:
    command = [
        str(Path(sys.executable).with_name("gunicorn")), application,
        "--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS),
        "--bind", f"127.0.0.1:{port}", "--timeout", "30", "--keep-alive", "30", *(["--preload"] if preload else []),
    ]  # fmt: skip
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, stdout=file, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
    try:
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def wait_for(server: Server, address: str) -> None:
    """Until every worker has answered something."""
    began = time.monotonic()
    while time.monotonic() - began < _PATIENCE:
        try:
            if server.get(address)[0] == 200 and len(list(_children(server.master))) == WORKERS:
                server.load([address], 60)
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"No answer at port {server.port}.")


def _ask(connection: HTTPConnection, address: str, coding: str) -> tuple[int, int]:
    connection.request("GET", address, headers={**_HEADERS, "Accept-Encoding": coding})
    response = connection.getresponse()
    return response.status, len(response.read())


def _used(parent: int) -> dict[int, float]:
    """Seconds of processor time that each child has used so far."""
    return {child: _seconds(child) for child in _children(parent)} if parent else {}


def _since(before: dict[int, float], after: dict[int, float]) -> float:
    """Children that have ended meanwhile, as idle sessions of the database do, no longer tell."""
    return sum(seconds - before.get(pid, 0.0) for pid, seconds in after.items())


def _children(parent: int) -> Iterator[int]:
    for task in Path(f"/proc/{parent}/task").iterdir():
        yield from map(int, (task / "children").read_text().split())


def _seconds(pid: int) -> float:
    """Of all threads, to the nanosecond."""
    try:
        return (
            sum(
                int((task / "schedstat").read_text().split()[0])
                for task in Path(f"/proc/{pid}/task").iterdir()
            )
            / 1e9
        )
    except OSError:
        return 0.0


def _pss(pid: int) -> float:
    found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0
