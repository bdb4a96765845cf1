"""`manage.py demo`: the portal open on this machine, filled with an invented district."""

import fcntl
import io
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from rumah_usaha.database import lifecycle
from rumah_usaha.database.errors import ClusterError
from rumah_usaha.demo import serving, static_files, working
from rumah_usaha.demo.loading import district, photos
from rumah_usaha.demo.loading.accounts import LOGINS, OWNER
from rumah_usaha.demo.loading.belanja_asn import RECAP_LOGIN

LOG = settings.DATA_DIR / "demo.log"
WORKER_LOG = settings.DATA_DIR / "demo-pekerja.log"
_INTERRUPTED = 128 + signal.SIGINT
# What `sys.exit` is given when a terminal is closed or the process is asked to end.
_ENDED = {128 + signal.SIGHUP, 128 + signal.SIGTERM}


class Command(BaseCommand):
    help = "Membuka portal contoh di komputer ini, berisi satu kabupaten rekaan. Aman diulang."
    # Tables and files are only being made; gunicorn's own start is the check.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="bawaan: 8000")
        parser.add_argument("--host", default="127.0.0.1", help="bawaan: 127.0.0.1, hanya komputer ini")
        parser.add_argument("--no-serve", action="store_true", help="siapkan saja, tanpa membuka portal")

    def handle(self, *args: Any, host: str, port: int, no_serve: bool, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Contoh tidak dimuat ke portal sungguhan (PRODUCTION=true).")
        self.began = time.monotonic()
        try:
            if not no_serve:
                serving.refuse_used_port(host, port)
            with lifecycle.running_while_serving(), _ended_by_closed_terminal():
                self.prepare()
                if no_serve:
                    self.say("Siap dibuka dengan manage.py demo.")
                else:
                    self.serve(host, port)
        except (ClusterError, serving.ServingError) as error:
            raise CommandError(str(error)) from error
        except (KeyboardInterrupt, SystemExit) as ending:
            # Half-way through the preparations: nothing is left behind, but nothing is ready either.
            self.stderr.write("Dibatalkan.")
            sys.exit(_INTERRUPTED if isinstance(ending, KeyboardInterrupt) else ending.code)

    # --- preparing --------------------------------------------------------------------------

    def prepare(self) -> None:
        with _one_at_a_time(settings.DATA_DIR / "demo.lock"):
            with connection.cursor() as cursor:
                # Loading takes longer than a page may.
                cursor.execute("SET statement_timeout = 0")
            self.say("Basis data berjalan.")
            if district.is_loaded():
                self.say("Kabupaten contoh sudah ada.")
                self.update()
            else:
                district.refuse_if_in_use()
                # The pictures take longest, so they are drawn beside everything else.
                with photos.drawing(district.shown_pictures()) as drawing:
                    self.update(is_new=True)
                    district.load(drawing, say=self.say)
                self.quietly("refresh_search")
                self.quietly("sweep_duplicates")

    def update(self, *, is_new: bool = False) -> None:
        """Tables, reference data and files of the pages, as this checkout wants them."""
        # Tables that `migrate` made are still without regions and roles.
        if self.migrate() or is_new:
            self.load_reference()
        if static_files.is_stale():
            self.say("Menyusun berkas tampilan …")
            self.quietly("collectstatic", interactive=False, verbosity=0)

    def migrate(self) -> bool:
        """Returns whether there was anything to do."""
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            call_command("migrate", interactive=False, stdout=_Steps(self.say, len(plan)))
        return bool(plan)

    def load_reference(self) -> None:
        self.say("Memuat wilayah, KBLI, jenis fasilitasi, dan peran …")
        self.quietly("load_reference")
        self.quietly("load_rekap_awal")

    def quietly(self, name: str, **options: Any) -> None:
        call_command(name, stdout=io.StringIO(), **options)

    # --- serving ----------------------------------------------------------------------------

    def serve(self, host: str, port: int) -> None:
        """Until Ctrl-C, SIGTERM or a closed terminal, the usual ways to end it: all are a success."""
        # This process only waits from here on.
        connections.close_all()
        try:
            with working.worker(WORKER_LOG):
                serving.serve(host, port, log=LOG, ready=lambda: self.introduce(host, port))
        except KeyboardInterrupt:
            pass
        except SystemExit as ending:
            if ending.code not in _ENDED:
                raise
        self.stdout.write("\nPortal ditutup. Perintah yang sama membukanya kembali.")

    def introduce(self, host: str, port: int) -> None:
        site = serving.address(host, port)
        self.say("Portal siap.")
        lines = ["", *(f"  {name:<8} {site}{path}" for name, path in _DOORS), ""]
        logins = (*LOGINS, OWNER, RECAP_LOGIN)
        lines += [f"  {login.role:<12} {login.username:<12} {login.passphrase}" for login in logins]
        lines += [
            "",
            "  Semua orang, nomor, dan cerita di dalamnya rekaan. Hentikan dengan Ctrl-C.",
            f"  Catatan server: {LOG}",
            "",
        ]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()

    def say(self, text: str) -> None:
        seconds = f"{time.monotonic() - self.began:.1f}".replace(".", ",")
        self.stdout.write(f"{seconds:>6} dtk  {text}")
        self.stdout.flush()


class _Steps(io.StringIO):
    """Counts what `migrate` tells, and tells every tenth."""

    def __init__(self, say: district.Say, total: int) -> None:
        super().__init__()
        self.say, self.total, self.done = say, total, 0

    def write(self, text: str) -> int:
        if "Applying " in text:
            if self.done % 10 == 0:
                self.say(f"Menyiapkan tabel: {self.done} dari {self.total} langkah.")
            self.done += 1
        return len(text)


_DOORS = (("Situs", "/"), ("Kantor", "/kantor/"), ("Laporan", "/laporan/"), ("Masuk", "/akun/masuk/"))


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    """A second demo of the same checkout waits until the first has prepared everything."""
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _ended_by_closed_terminal() -> Iterator[None]:
    """SIGHUP ends the command in order, unless `nohup` has it ignored: else gunicorn would stay behind."""
    before = signal.getsignal(signal.SIGHUP)
    if before is signal.SIG_DFL:
        signal.signal(signal.SIGHUP, lambda number, frame: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)
