"""Where a cluster lives: its home folder and the folder of its socket."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rumah_usaha.database import account
from rumah_usaha.database.account import Account
from rumah_usaha.database.errors import ClusterError

NAME = "rumah-usaha"
DATA, SOCKET = "pg", "pg.sock"
# The name of a socket has room for 108 bytes on Linux and 104 on macOS, its file name included.
LONGEST_SOCKET_PATH = 100
SOCKET_FILE = ".s.PGSQL.5432"


def choose(wanted: Path) -> tuple[Path, Account]:
    """Return the home folder and the account for the cluster that `wanted` asks for.

    An existing cluster decides. A new one goes to `wanted`, or outside of it where root runs the
    server for an account that may not enter `wanted`.
    """
    for home in [wanted, *_outside(wanted)]:
        if os.path.exists(home / DATA):  # Unlike Path.exists() it does not raise in a closed folder.
            return home, account.of_data(home / DATA)
    owner = account.for_new_data()
    if _is_usable(wanted, owner):
        return wanted, owner
    for home in _outside(wanted):
        if _is_usable(home, owner):
            return home, owner
    raise ClusterError(f"Folder {wanted} tidak dapat dipakai oleh akun {owner.name}. Isi DATABASE_URL.")


def _outside(wanted: Path) -> list[Path]:
    """Return the homes that serve root, whose checkout may be closed to every other account."""
    if os.geteuid() != 0:
        return []
    return [Path(parent) / f"{NAME}-{_mark(wanted)}" for parent in ("/var/lib", "/opt", "/srv")]


def _is_usable(home: Path, owner: Account) -> bool:
    try:
        make(home)
    except OSError:
        return False
    return os.access(home, os.W_OK) and owner.may_enter(home)


def make(home: Path) -> None:
    """Make a folder that every account may pass through, whatever the umask, but not look around in."""
    if not home.exists():
        umask = os.umask(0o066)
        try:
            home.mkdir(parents=True, exist_ok=True)
        finally:
            os.umask(umask)


def socket_folders(home: Path, owner: Account) -> Iterator[Path]:
    """Yield where the socket may be, best first: a path that is too long cannot be connected to."""
    yield home / SOCKET
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and os.geteuid() == owner.uid and os.access(runtime, os.W_OK):
        yield Path(runtime) / f"{NAME}-{_mark(home)}"
    yield Path(tempfile.gettempdir()) / f"{NAME}-{owner.uid}-{_mark(home)}"


def fits_socket(folder: Path) -> bool:
    # libpq reads a comma as the border between two hosts.
    return len(os.fsencode(folder / SOCKET_FILE)) <= LONGEST_SOCKET_PATH and not set(',"') & set(str(folder))


def _mark(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
