"""The account that PostgreSQL runs as: it refuses root, so root lends it `postgres` or `nobody`."""

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from rumah_usaha.database.errors import ClusterError

LENT_BY_ROOT = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """One line of the passwd file; initdb insists on having one."""

    name: str
    uid: int
    gid: int

    def run(
        self, *command: str | Path, output: IO[bytes] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        """Run a PostgreSQL program as this account, apart from our terminal, folder and PG* variables."""
        lent: dict[str, Any] = {}
        if os.geteuid() != self.uid:
            lent = {"user": self.uid, "group": self.gid, "extra_groups": []}
        try:
            return subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output or subprocess.PIPE,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C"},
                umask=0o077,
                # Ctrl-C reaches every process of the terminal's group; the server is to outlive it.
                start_new_session=True,
                check=False,
                **lent,
            )
        except PermissionError as error:
            raise ClusterError(
                f"Perintah {command[0]} tidak dapat dijalankan sebagai {self.name}: {error.strerror}."
            ) from error

    def may_run(self, program: Path) -> bool:
        try:
            return self.run(program, "--version").returncode == 0
        except ClusterError:
            return False

    def may_enter(self, folder: Path) -> bool:
        try:
            return self.run("/bin/sh", "-c", 'cd "$0"', folder).returncode == 0
        except ClusterError:
            return False

    def make_private_folder(self, folder: Path) -> None:
        """Make `folder` so that only this account (and root) can enter; refuse one laid by somebody else."""
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            pass
        else:
            if os.geteuid() != self.uid:
                os.chown(folder, self.uid, self.gid)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.uid or found.st_mode & 0o077:
            raise ClusterError(
                f"Folder {folder} harus milik {self.name} dengan izin 0700. Periksa, lalu hapus folder itu."
            )


def for_new_data() -> Account:
    """Return who shall own a new data folder."""
    if os.geteuid() != 0:
        return _by_uid(os.geteuid())
    for name in LENT_BY_ROOT:
        try:
            return _from_entry(pwd.getpwnam(name))
        except KeyError:
            continue
    raise ClusterError(
        f"PostgreSQL tidak boleh berjalan sebagai root dan akun {' atau '.join(LENT_BY_ROOT)} tidak ada. "
        "Jalankan portal sebagai pengguna biasa atau isi DATABASE_URL."
    )


def of_data(data: Path) -> Account:
    """Return who owns the existing data folder, if this process may act for that account."""
    owner = data.stat().st_uid
    if owner == 0:
        raise ClusterError(
            f"Folder basis data {data} milik root, padahal PostgreSQL tidak boleh berjalan sebagai root. "
            f"Kembalikan pemiliknya: chown -R {for_new_data().name} {data}"
        )
    if os.geteuid() not in (0, owner):
        raise ClusterError(
            f"Folder basis data {data} milik pengguna lain (uid {owner}). "
            "Jalankan perintah sebagai pengguna itu atau root, atau isi DATABASE_URL."
        )
    return _by_uid(owner)


def _by_uid(uid: int) -> Account:
    try:
        return _from_entry(pwd.getpwuid(uid))
    except KeyError:
        raise ClusterError(
            f"Pengguna dengan uid {uid} tidak terdaftar di sistem ini, sehingga PostgreSQL bawaan "
            "tidak dapat dijalankan. Isi DATABASE_URL dengan alamat server PostgreSQL."
        ) from None


def _from_entry(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
