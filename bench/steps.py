"""One step in a process of its own, as the worker does it: `python -m bench.steps STEP ARGUMENT…`, told as JSON."""

import json
import os
import re
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings
from django.core.files import File
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from bench.bare import bare
from common.encryption import encrypt
from spreadsheets import actions, tasks
from spreadsheets.export.columns import Layout, sheet_columns
from spreadsheets.kinds import kinds
from spreadsheets.models import Import, State
from spreadsheets.sheet import Sheet
from spreadsheets.writing import write_csv
from spreadsheets.xlsx import stream_xlsx
from umkm.admin import UsahaAdmin
from umkm.models import DataTahunan, Pemilik, Usaha

_OPTIONS = {"tahun": 2025, "edition": 2020}
_TICK = os.sysconf("SC_CLK_TCK")


class Watch:
    """Time by the clock, processor time of this process and of its database session, and peaks of memory."""

    def __enter__(self) -> "Watch":
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = cursor.fetchone()[0]
        self.parser_peak, self.spent_looking, self.is_over = 0, 0.0, threading.Event()
        self.looking = threading.Thread(target=self._look, daemon=True)
        self.looking.start()
        self.server = _server_seconds(self.backend)
        self.own = time.process_time()
        self.began = time.perf_counter()
        return self

    def __exit__(self, *error: object) -> None:
        self.seconds = time.perf_counter() - self.began
        server = _server_seconds(self.backend) - self.server
        self.is_over.set()
        self.looking.join()
        own = time.process_time() - self.own - self.spent_looking
        self.figures = {
            "seconds": self.seconds,
            "own": own + self._children,
            "server": server,
            "peak": _peak("self"),
            "parser": self.parser_peak,
        }

    @property
    def _children(self) -> float:
        times = os.times()
        return times.children_user + times.children_system

    def _look(self) -> None:
        """Other processes tell their peak only while they live."""
        while not self.is_over.wait(0.01):
            try:
                for task in Path("/proc/self/task").iterdir():
                    for child in (task / "children").read_text().split():
                        self.parser_peak = max(self.parser_peak, _peak(child))
            except OSError:
                continue
        # No work of the engine's: a long wait on a busy machine would be charged with it.
        self.spent_looking = time.thread_time()


def _peak(process: str) -> int:
    """Megabytes; 0 where the system does not tell."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) // 1024 if found else 0


def _server_seconds(pid: int) -> float:
    """0 where the server runs on another machine."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(words[11]) + int(words[12])) / _TICK


# --- steps ------------------------------------------------------------------------------------


def receive(path: str) -> dict[str, Any]:
    by = User.objects.get(username="bench")
    with open(path, "rb") as file:
        upload = actions.receive(kind=kinds()["usaha"], file=File(file, name=Path(path).name), by=by)
    mapping = actions.initial_mapping(upload)
    # As `actions.check` does, without handing the work to another process.
    Import.objects.filter(pk=upload.pk).update(mapping=mapping, options=_OPTIONS, state=State.CHECKING)
    return {"pk": upload.pk}


def check(pk: str) -> dict[str, Any]:
    tasks.check_import.call(int(pk))
    upload = Import.objects.get(pk=pk)
    if upload.state != State.PREVIEW:
        raise SystemExit(f"{upload.state}: {upload.failure}")
    return {"counts": upload.counts}


def preview(pk: str) -> dict[str, Any]:
    # Nobody has collected the static files of a checkout; the page only names them.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        client = Client(headers={"host": "localhost"})
        client.force_login(User.objects.get(username="bench"))
        answer = client.get(Import.objects.get(pk=pk).get_absolute_url())
    return {"status": answer.status_code}


def commit(pk: str) -> dict[str, Any]:
    Import.objects.filter(pk=pk).update(state=State.SAVING)
    tasks.commit_import.call(int(pk))
    upload = Import.objects.get(pk=pk)
    if upload.state != State.DONE:
        raise SystemExit(f"{upload.state}: {upload.failure}")
    return {"done": upload.done}


def undo(pk: str) -> dict[str, Any]:
    by = User.objects.get(username="bench")
    Import.objects.filter(pk=pk).update(state=State.UNDOING, undone_by=by, undone_at=timezone.now())
    tasks.undo_import.call(int(pk))
    upload = Import.objects.get(pk=pk)
    if upload.state != State.UNDONE:
        raise SystemExit(f"{upload.state}: {upload.failure}")
    return {"left": Usaha.objects.count()}


def bare_plain(path: str) -> dict[str, Any]:
    bare(Path(path), is_plain=True)
    return {}


def bare_whole(path: str) -> dict[str, Any]:
    bare(Path(path), is_plain=False)
    return {}


def seal_numbers() -> dict[str, Any]:
    """The bare copy leaves numbers of people in the clear; an export decrypts them, so here they are sealed."""
    token = encrypt("7209990101900001")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE umkm_pemilik SET nik = %s WHERE nik <> ''", [token])
        cursor.execute("UPDATE umkm_usaha SET npwp = %s WHERE npwp <> ''", [token])
        for noun in (Pemilik, Usaha, DataTahunan):
            # The bare copy numbered its rows itself.
            table = noun._meta.db_table
            renumber = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # nosec B608
            cursor.execute(renumber)
        cursor.execute("ANALYZE umkm_pemilik, umkm_usaha, umkm_datatahunan")
    return {}


def export(file_format: str, layout: str) -> dict[str, Any]:
    """As the list's download does, with every column; the bytes are counted and thrown away."""
    chosen: Layout = next(each for each in UsahaAdmin.layouts if each.slug == layout)
    columns = chosen.chosen(personal=True, secret=True)
    rows = chosen.rows(Usaha.objects.order_by("name", "id"), columns, personal=True)
    sheet = Sheet(columns=sheet_columns(columns), rows=rows, head=("Daftar usaha",), tab="Usaha")
    pieces = write_csv(sheet) if file_format == "csv" else stream_xlsx(sheet, written_at=timezone.now())
    began, first, size = time.perf_counter(), 0.0, 0
    for piece in pieces:
        size += len(piece)
        # The line of headings waits for no row; the first row does.
        first = first or (time.perf_counter() - began if size > 10_000 else 0.0)
    return {"bytes": size, "first": first}


_STEPS = (receive, check, preview, commit, undo, bare_plain, bare_whole, seal_numbers, export)
STEPS: dict[str, Callable[..., dict[str, Any]]] = {step.__name__: step for step in _STEPS}

if __name__ == "__main__":
    step, *arguments = sys.argv[1:]
    # What a server or a worker loads once for all its work, and not for each.
    reverse("admin:index"), kinds()
    with Watch() as watch:
        told = STEPS[step](*arguments)
    print(json.dumps({**watch.figures, **told}))
