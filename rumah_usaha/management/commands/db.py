"""`manage.py db`: the database's server at the operator's hand."""

import os
import subprocess
from argparse import REMAINDER
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rumah_usaha.database import cluster, lifecycle, postmaster
from rumah_usaha.database.errors import ClusterError


class Command(BaseCommand):
    help = "Menjalankan, menghentikan, memeriksa, membuka, dan menyalin basis data."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="tindakan")
        actions.add_parser("start", help="jalankan server")
        actions.add_parser("stop", help="hentikan server")
        actions.add_parser("status", help="tampilkan keadaan dan tempat server")
        psql = actions.add_parser("psql", help="buka psql; sisanya diteruskan, misalnya -c 'select 1'")
        psql.add_argument("parameters", nargs=REMAINDER, metavar="...")
        dump = actions.add_parser("dump", help="salin seluruh isi ke satu berkas (format pg_restore)")
        dump.add_argument("target", type=Path, metavar="berkas")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        try:
            getattr(self, action)(**options)
        except ClusterError as error:
            raise CommandError(str(error)) from error

    def start(self, **options: Any) -> None:
        started = _server().ensure()
        self.stdout.write("PostgreSQL dijalankan." if started else "PostgreSQL sudah berjalan.")

    def stop(self, **options: Any) -> None:
        stopped = _server().stop()
        self.stdout.write("PostgreSQL dihentikan." if stopped else "PostgreSQL memang tidak berjalan.")

    def status(self, **options: Any) -> None:
        server = _server()
        pid = postmaster.running(server.data)
        self.stdout.write(f"Keadaan : {f'berjalan (pid {pid})' if server.is_answering() else 'berhenti'}")
        self.stdout.write(f"Data    : {server.data}")
        self.stdout.write(f"Soket   : {server.socket}")
        self.stdout.write(f"Program : {server.program('')}")
        self.stdout.write(f"Akun    : {server.account.name}")
        self.stdout.write(f"Catatan : {server.log}")

    def psql(self, *, parameters: list[str], **options: Any) -> None:
        _run(*lifecycle.client_command("psql", *parameters))

    def dump(self, *, target: Path, **options: Any) -> None:
        # Written beside its place and moved in whole, so that a broken copy never looks like a good one.
        draft = target.with_name(f"{target.name}.part")
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        try:
            _run(*lifecycle.client_command("pg_dump", "--format=custom", f"--file={draft}"))
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        self.stdout.write(f"Basis data disalin ke {target}.")


def _server() -> cluster.Cluster:
    if not lifecycle.is_embedded():
        raise CommandError("DATABASE_URL terisi: server basis data dijalankan di luar portal ini.")
    return cluster.current()


def _run(command: list[str], environment: dict[str, str]) -> None:
    try:
        done = subprocess.run(command, env=environment, check=False)
    except FileNotFoundError as error:
        raise CommandError(f"Program {command[0]} tidak ditemukan.") from error
    if done.returncode != 0:
        raise CommandError(f"{command[0]} gagal.", returncode=done.returncode)
