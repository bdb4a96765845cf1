"""One PostgreSQL server of our own: started on demand, joined by every process of the checkout."""

import fcntl
import os
import shlex
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.pq import Ping

from rumah_usaha.database import binaries, configuration, homes, postmaster
from rumah_usaha.database.errors import ClusterError

HOME = "RUMAH_USAHA_PG_HOME"
DATABASE = "rumah_usaha"
# Recovery after a crash may take long; a server that says nothing at all has lost its socket.
PATIENCE, SILENCE = 120.0, 5.0


def current() -> "Cluster":
    """Return the cluster of this checkout, or the one whose home the environment names (tests do)."""
    home = os.environ.get(HOME) or Path(__file__).resolve().parents[2] / ".data"
    return _cluster_at(Path(home).absolute())


@cache
def _cluster_at(home: Path) -> "Cluster":
    return Cluster(home, configuration.extra())


class Cluster:
    """A data folder, its socket, and the server between them."""

    def __init__(self, home: Path, settings: Mapping[str, str] | None = None) -> None:
        self.home, self.account = homes.choose(home)
        self.data = self.home / homes.DATA
        self.log = self.home / "pg.log"
        self.settings = dict(settings or {})

    @property
    def socket(self) -> Path:
        """Return the folder of the socket: the running server knows, else the first that can be used."""
        beside = self.home / homes.SOCKET
        if homes.fits_socket(beside):
            return beside
        return postmaster.recorded_socket(self.data) or self._first_socket()

    def _first_socket(self) -> Path:
        for folder in homes.socket_folders(self.home, self.account):
            if homes.fits_socket(folder):
                return folder
        raise ClusterError(
            f"Jalur {self.home} terlalu panjang bagi soket PostgreSQL. Isi TMPDIR atau DATABASE_URL."
        )

    def connection(self) -> dict[str, str]:
        """Return what a client needs to reach the server, but the name of its database."""
        return {
            "host": str(self.socket),
            "port": configuration.PORT,
            "user": configuration.SUPERUSER,
            # Refuse a server that somebody else laid in our place.
            "requirepeer": self.account.name,
        }

    def program(self, name: str) -> Path:
        return binaries.find() / name

    # --- starting ---------------------------------------------------------------------------

    def ensure(self) -> bool:
        """Have the server answer; True if it was this call that started it."""
        if self.is_answering():
            return False
        with self._lock():
            # Somebody else may have been quicker, or was ended while starting it.
            if self._comes_up():
                return False
            self._start()
            return True

    def is_answering(self) -> bool:
        return self._ping() is Ping.OK

    def _ping(self) -> Ping:
        return Ping(psycopg.pq.PGconn.ping(self._conninfo().encode()))

    def _conninfo(self) -> str:
        return make_conninfo(**self.connection(), dbname="postgres", connect_timeout=3)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        homes.make(self.home)
        with (self.home / "pg.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _comes_up(self) -> bool:
        """Wait while a server of ours is starting, recovering or stopping; tell how it ended."""
        began = time.monotonic()
        while (answer := self._ping()) is not Ping.OK:
            waited = time.monotonic() - began
            if answer is Ping.NO_RESPONSE and (waited > SILENCE or postmaster.running(self.data) is None):
                return False
            if waited > PATIENCE:
                raise ClusterError(f"PostgreSQL belum siap setelah {PATIENCE:.0f} detik. Lihat {self.log}.")
            time.sleep(0.02)
        return True

    def _start(self) -> None:
        self._stop("fast")  # One that lives but cannot be reached: its socket is gone.
        postmaster.forget_dead(self.data, self.socket)
        programs = self._usable_programs()
        if not self.data.exists():
            self._create(programs)
        self._refuse_other_major(programs)
        self._launch(programs)
        self._create_database()

    def _usable_programs(self) -> Path:
        folder = binaries.find()
        if self.account.may_run(folder / "postgres"):
            return folder
        return binaries.copy_of_wheel(folder, self.home)

    def _create(self, programs: Path) -> None:
        """Run initdb beside the final place, so that being killed half-way leaves nothing to repair."""
        draft = self.data.with_suffix(".new")
        major = binaries.major(programs)
        # Before version 17 the locale is the operating system's, which may not know C.UTF-8.
        for locale in ("C.UTF-8", "C"):
            shutil.rmtree(draft, ignore_errors=True)
            self.account.make_private_folder(draft)
            done = self.account.run(
                programs / "initdb",
                *configuration.initdb_arguments(draft, major, locale),
                *(["--no-sync"] if self.settings.get("fsync") == "off" else []),
            )
            if done.returncode == 0:
                draft.rename(self.data)
                return
        shutil.rmtree(draft, ignore_errors=True)
        raise ClusterError(
            f"Basis data baru tidak dapat dibuat di {self.data}:\n{done.stdout.decode(errors='replace')}"
        )

    def _refuse_other_major(self, programs: Path) -> None:
        has, needs = binaries.major(programs), (self.data / "PG_VERSION").read_text().strip()
        if str(has) != needs:
            raise ClusterError(
                f"Data di {self.data} dibuat oleh PostgreSQL {needs}, sedangkan programnya versi {has}. "
                f"Arahkan {binaries.OVERRIDE} ke PostgreSQL {needs}, salin data (manage.py db dump), "
                "pindahkan folder itu, lalu pulihkan dengan versi baru."
            )

    def _launch(self, programs: Path) -> None:
        socket = self.socket
        self.account.make_private_folder(socket)
        arguments = shlex.join(configuration.server_arguments(socket, self.settings))
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.1"))  # What the last server said when it died.
        began = time.monotonic()
        while not self._try_launch(programs, arguments):
            waited = time.monotonic() - began
            if "shared memory block" not in self._last_words() or waited > PATIENCE:
                raise ClusterError(
                    f"PostgreSQL tidak dapat dijalankan:\n{self._last_words()}\nLihat {self.log}."
                )
            # Sessions of a killed server hold its shared memory until their statement ends.
            if waited > SILENCE:
                self._end_orphans(signal.SIGKILL if waited > 3 * SILENCE else signal.SIGQUIT)
            time.sleep(0.1)

    def _end_orphans(self, number: signal.Signals) -> None:
        """A session that waits for a lock of the dead would never end by itself."""
        for pid in postmaster.orphans(self.data):
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    def _try_launch(self, programs: Path, arguments: str) -> bool:
        with self.log.open("wb") as log:
            command = ["start", "-w", "-t", f"{PATIENCE:.0f}", "-D", str(self.data), "-o", arguments]
            return self.account.run(programs / "pg_ctl", *command, output=log).returncode == 0

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])

    def _create_database(self) -> None:
        with psycopg.connect(self._conninfo(), autocommit=True) as session:
            if not session.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).fetchall():
                session.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))

    # --- stopping ---------------------------------------------------------------------------

    def stop(self, mode: str = "fast") -> bool:
        """Stop the server in order ("immediate": without saving); False if none was running."""
        with self._lock():
            return self._stop(mode)

    def stop_if_idle(self) -> bool:
        """Stop the server unless somebody is connected to it."""
        with self._lock():
            return not self._has_sessions() and self._stop("fast")

    def _stop(self, mode: str) -> bool:
        if postmaster.running(self.data) is None:
            return False
        command = ["stop", "-w", "-t", f"{PATIENCE:.0f}", "-D", str(self.data), "-m", mode]
        done = self.account.run(self._usable_programs() / "pg_ctl", *command)
        if done.returncode != 0:
            raise ClusterError(f"PostgreSQL tidak mau berhenti:\n{done.stdout.decode(errors='replace')}")
        return True

    def _has_sessions(self) -> bool:
        if not self.is_answering():
            return False
        others = (
            "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        with psycopg.connect(self._conninfo(), autocommit=True) as session:
            for _ in range(10):  # Sessions that were just closed take a moment to leave.
                if not session.execute(others).fetchall():
                    return False
                time.sleep(0.1)
        return True
