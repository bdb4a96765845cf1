"""What every test stands on: a PostgreSQL of its own for each run, reference data, and no network."""

import fcntl
import io
import ipaddress
import os
import secrets
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_django
from django.apps import apps
from django.core.management import call_command
from django.db.models.signals import post_migrate
from django.test import override_settings

from common import memory
from rumah_usaha.database import cluster, configuration, homes

CHECKOUT = Path(__file__).resolve().parent.parent
# Nothing in this database outlives the run, so nothing needs to reach the disk.
THROW_AWAY = "fsync=off full_page_writes=off synchronous_commit=off shared_buffers=128MB"
RUN = pytest.StashKey[tuple[Path, int]]()


# --- the database ---------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    """Reserve a folder for this run's server; the first test that needs it starts it.

    Workers of xdist inherit the environment and join. A DATABASE_URL of the caller is used as it is.
    """
    if hasattr(config, "workerinput") or os.environ.get("DATABASE_URL"):
        return
    folder, claim = claim_run(homes.choose(CHECKOUT / ".data")[0] / "pgtest")
    config.stash[RUN] = folder, claim
    os.environ[cluster.HOME] = str(folder)
    os.environ[configuration.EXTRA] = THROW_AWAY


def pytest_unconfigure(config: pytest.Config) -> None:
    if RUN in config.stash:
        folder, claim = config.stash[RUN]
        discard(folder)
        os.close(claim)


def claim_run(runs: Path) -> tuple[Path, int]:
    """Make a folder that stays locked while this process lives; remove those of dead processes."""
    homes.make(runs)
    with (runs / "lock").open("a") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        for other in runs.iterdir():
            if other.is_dir() and (found := lock_claim(other)) is not None:
                discard(other)
                os.close(found)
        folder = runs / f"{os.getpid()}-{secrets.token_hex(3)}"
        homes.make(folder)
        claim = lock_claim(folder)
        assert claim is not None
    return folder, claim


def lock_claim(folder: Path) -> int | None:
    """Return the held lock, or None while another process holds it; the kernel frees a dead one's."""
    claim = os.open(folder / "claim", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(claim)
        return None
    return claim


def discard(folder: Path) -> None:
    for data in [*folder.glob(homes.DATA), *folder.glob(f"*/{homes.DATA}")]:
        server = cluster.Cluster(data.parent)
        sockets = server.socket
        server.stop("immediate")
        shutil.rmtree(sockets, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def spare_home(worker_id: str) -> Iterator[Path]:
    """The home of a second server, which tests may stop and kill."""
    run = os.environ.get(cluster.HOME)
    if run is None:
        pytest.skip("DATABASE_URL is set: the portal starts no server of its own")
    home = Path(run) / f"spare-{worker_id}"
    yield home
    discard(home)


# --- reference data -------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> bool:
    """The whole server is thrown away at the end, whoever is still connected to it."""
    return django_db_keepdb or cluster.HOME in os.environ


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> None:
    """Regions, KBLI, kinds and roles stand in the tests' database as in every portal's."""
    with django_db_blocker.unblock():
        _furnish()
    # A transactional test ends with `flush`, which empties every table and then sends this signal.
    last = [app for app in apps.get_app_configs() if app.models_module][-1]
    post_migrate.connect(_furnish, sender=last)


def _furnish(**signal: object) -> None:
    call_command("load_reference", stdout=io.StringIO())


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What pages keep for a minute belongs to the database of the last test."""
    memory.forget()


# --- files ----------------------------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def _files_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploads of tests never land among those of the checkout."""
    folder = tmp_path_factory.mktemp("files")
    with override_settings(MEDIA_ROOT=folder / "media", PRIVATE_ROOT=folder / "private"):
        yield


# --- the network ----------------------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every address but this machine's own, and every look-up of a name."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def refuse_stranger(host: object) -> None:
        if not is_local(host):
            raise AssertionError(f"A test reached for the network: {host!r}")

    def guarded_connect(self, address):
        refuse_stranger(address[0] if isinstance(address, tuple) else None)
        return connect(self, address)

    def guarded_connect_ex(self, address):
        refuse_stranger(address[0] if isinstance(address, tuple) else None)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host, *args, **kwargs):
        refuse_stranger(host)
        return getaddrinfo(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
        yield


def is_local(host: object) -> bool:
    if host is None or host in ("", "localhost", b"localhost"):
        return True  # A Unix socket has no host.
    try:
        return ipaddress.ip_address(os.fsdecode(host)).is_loopback
    except ValueError:
        return False


@pytest.fixture
def same_minute(monkeypatch):
    """No minute ends while statements are counted: what pages keep for one would be asked for anew."""
    monkeypatch.setattr("common.memory.minute", lambda: 1)
