"""What `postmaster.pid` says, and whether it is still true.

PostgreSQL takes every living pid in its lock files for a rival, zombies and strangers with a
recycled number included, and would then refuse to start for ever.
"""

import os
import subprocess
from pathlib import Path

from rumah_usaha.database.homes import SOCKET_FILE

PID_FILE = "postmaster.pid"


def running(data: Path) -> int | None:
    """Return the pid of the living server of exactly this data folder."""
    pid = recorded_pid(data)
    return pid if pid is not None and _serves(pid, data) else None


def recorded_pid(data: Path) -> int | None:
    lines = _pid_file(data)
    return int(lines[0]) if lines and lines[0].isdecimal() else None


def recorded_socket(data: Path) -> Path | None:
    """Return the socket folder of the server that wrote the file, unless the file came with a copy."""
    lines = _pid_file(data)
    if len(lines) < 5 or lines[1] != str(data) or not lines[4]:
        return None
    return Path(lines[4])


def forget_dead(data: Path, socket: Path) -> None:
    """Remove lock files whose server is gone. Only for whoever holds the cluster's own lock."""
    if running(data) is None:
        for stale in (data / PID_FILE, socket / SOCKET_FILE, socket / f"{SOCKET_FILE}.lock"):
            stale.unlink(missing_ok=True)


def orphans(data: Path) -> list[int]:
    """Return the pids of sessions that outlived their server: every one works inside its data folder.

    Only for whoever holds the cluster's own lock and knows that the server itself is gone.
    """
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = os.readlink(process / "cwd") == str(data.resolve())
            name = (process / "comm").read_text().strip()
        except OSError:  # Ended meanwhile, or somebody else's.
            continue
        if is_ours and name == "postgres":
            found.append(int(process.name))
    return found


def _pid_file(data: Path) -> list[str]:
    try:
        return os.fsdecode((data / PID_FILE).read_bytes()).splitlines()
    except FileNotFoundError:
        return []


def _serves(pid: int, data: Path) -> bool:
    # Only the postmaster itself is called with -D; its children rename themselves, zombies have no words.
    return b"\0-D\0" + os.fsencode(data) + b"\0" in _command_line(pid)


def _command_line(pid: int) -> bytes:
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            return b""
    # Elsewhere `ps` joins the words by blanks; the folder is always followed by another option.
    command = ["/bin/ps", "-ww", "-o", "args=", "-p", str(pid)]
    shown = subprocess.run(command, capture_output=True, check=False)
    return shown.stdout.replace(b" -", b"\0-").replace(b"\0-D ", b"\0-D\0")
