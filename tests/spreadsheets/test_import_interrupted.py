"""An import broken off at any row, by a fault, a killed worker, a killed database or a full disk: nothing, then all."""

import os
import resource
import signal
import subprocess
import sys
from contextlib import contextmanager
from itertools import count

import pytest
from django.conf import settings as project
from django.db import connection

from rumah_usaha.database import postmaster
from rumah_usaha.database.cluster import Cluster
from spreadsheets import actions, checking, committing, copying, tasks, undoing
from spreadsheets.kinds import kinds
from spreadsheets.models import Import, ImportRow, State
from spreadsheets.reading.files import SheetRefused
from tests.spreadsheets.lembar import again, checked, csv_file, officer, row, rows_of, save, undone
from tests.spreadsheets.test_import_races import _Queue, environment, wait_until_let_go
from umkm.models import DataTahunan, Pemilik, Usaha

NOUNS = (Pemilik, Usaha, DataTahunan)
ROWS = 7
# Rows of a batch in these tests, so that seven rows make three batches.
FEW = 3


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


@pytest.fixture
def _small_batches(monkeypatch):
    for module in (checking, committing):
        monkeypatch.setattr(module, "BATCH", FEW)


def seven():
    return [row(number) for number in range(1, ROWS + 1)]


def nothing_is_written():
    trails = [model._meta.get_field("events").related_model for model in NOUNS]
    return not any(model._base_manager.exists() for model in [*NOUNS, *trails])


class _BrokenError(Exception):
    pass


def broken_at(place, whole):
    """`whole`, a generator or a function, until it has been asked for the row at `place`."""
    asked = count(1)

    def one_by_one(*args, **kwargs):
        for each in whole(*args, **kwargs):
            if next(asked) == place:
                raise _BrokenError
            yield each

    return one_by_one


def copying_until(place):
    """Breaks off amid the row at `place`, whichever table it goes to."""
    whole, until = copying.copy_rows, broken_at(place, iter)
    return lambda model, fields, rows: whole(model, fields, until(rows))


# --- by a fault -------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.usefixtures("_small_batches")
@pytest.mark.parametrize("place", range(1, 2 * ROWS + 1))
def test_a_fault_at_any_record_of_saving_writes_nothing_and_then_all(place, monkeypatch):
    upload = checked(seven())
    kept = list(ImportRow.objects.values())
    with monkeypatch.context() as patch:
        patch.setattr(copying, "copy_rows", copying_until(place))
        upload = save(upload)
    assert (upload.state, nothing_is_written()) == (State.PREVIEW, True)
    assert list(ImportRow.objects.values()) == kept
    assert (save(upload).state, Usaha.objects.count()) == (State.DONE, ROWS)


@pytest.mark.django_db
@pytest.mark.usefixtures("_small_batches")
@pytest.mark.parametrize("place", range(1, ROWS + 1))
def test_a_fault_at_any_row_of_checking_leaves_a_file_that_can_be_checked_again(place, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(checking, "rows_of", broken_at(place, checking.rows_of))
        upload = checked(seven())
    assert (upload.state, nothing_is_written()) == (State.FAILED, True)
    actions.check(upload=upload, mapping=upload.mapping, options=upload.options, by=upload.uploaded_by)
    assert (again(upload).state, len(rows_of(upload))) == (State.PREVIEW, ROWS)


@pytest.mark.django_db
@pytest.mark.usefixtures("_small_batches")
@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_fault_at_any_batch_of_an_undo_takes_nothing_back_and_then_all(place, monkeypatch):
    upload = save(checked(seven()))
    with monkeypatch.context() as patch:
        patch.setattr(undoing, "in_batches", broken_at(place, undoing.in_batches))
        upload = undone(upload)
    assert (upload.state, Usaha.objects.count()) == (State.DONE, ROWS)
    assert (undone(upload).state, Usaha.objects.count()) == (State.UNDONE, 0)


# --- by kill -9 of the worker -------------------------------------------------------------------

_WORKER = """
import django; django.setup()
import time
from itertools import count
from spreadsheets import checking, committing, copying, tasks
checking.BATCH = committing.BATCH = {few}
whole, asked = copying.copy_rows, count(1)
def wait(rows):
    for each in rows:
        if next(asked) == {place}:
            print("half way", flush=True)
            time.sleep(60)
        yield each
copying.copy_rows = lambda model, fields, rows: whole(model, fields, wait(rows))
tasks.{task}.call({pk})
"""


@contextmanager
def worker_stopped_at(place, task, upload, surroundings):
    """A worker of its own process that waits at a row until it is killed."""
    code = _WORKER.format(few=FEW, place=place, task=task, pk=upload)
    worker = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=project.BASE_DIR,
        env=surroundings,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert worker.stdout.readline() == "half way\n"
        yield
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.communicate()


@pytest.mark.django_db(transaction=True)
# A record of the first batch while its rows stream in, and one of the last, after two batches were written.
@pytest.mark.parametrize("place", [2, 14])
def test_a_worker_killed_among_the_rows_leaves_nothing_and_the_work_can_be_done_again(
    place, monkeypatch, settings
):
    upload = checked(seven())
    monkeypatch.setattr(actions, "_TASKS", {**actions._TASKS, State.SAVING: _Queue()})
    actions.save(upload=upload, by=upload.uploaded_by)
    with worker_stopped_at(place, "commit_import", upload.pk, environment(settings)):
        assert actions.is_worked_on(upload.pk)
    wait_until_let_go(upload)
    assert (again(upload).state, nothing_is_written()) == (State.SAVING, True)
    tasks.commit_import.call(upload.pk)
    assert (again(upload).state, Usaha.objects.count()) == (State.DONE, ROWS)


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_checking_leaves_a_file_that_can_be_checked_again(monkeypatch, settings):
    upload = checked(seven())
    monkeypatch.setattr(actions, "_TASKS", {**actions._TASKS, State.CHECKING: _Queue()})
    actions.check(upload=upload, mapping=upload.mapping, options=upload.options, by=upload.uploaded_by)
    with worker_stopped_at(5, "check_import", upload.pk, environment(settings)):
        pass
    wait_until_let_go(upload)
    assert again(upload).state == State.CHECKING
    tasks.check_import.call(upload.pk)
    assert (again(upload).state, len(rows_of(upload))) == (State.PREVIEW, ROWS)
    assert nothing_is_written()


# --- by kill -9 of PostgreSQL -------------------------------------------------------------------


@pytest.fixture
def spare_server(spare_home, db):
    """A second server with the schema and the regions of the tests' database, which may be killed."""
    server = Cluster(spare_home, {"fsync": "off", "shared_buffers": "32MB"})
    server.ensure()
    at, name = connection.connection.info, "impor"
    run(server, "createdb", name)
    reach = ["-h", at.host, "-p", str(at.port), "-U", at.user]
    dump = [server.program("pg_dump"), *reach, "-Fc", at.dbname]
    with subprocess.Popen(dump, stdout=subprocess.PIPE) as dumping:
        run(server, "pg_restore", "-d", name, stdin=dumping.stdout)
    assert dumping.returncode == 0
    yield server, name
    server.ensure()
    run(server, "dropdb", "--force", name)


def run(server, program, *words, **options):
    reach = ["-h", str(server.socket), "-p", "5432", "-U", "postgres"]
    subprocess.run([server.program(program), *reach, *words], check=True, **options)


_IN_SPARE = """
import django; django.setup()
from django.conf import settings
settings.TASKS["default"]["BACKEND"] = "django_tasks.backends.immediate.ImmediateBackend"
from tests.spreadsheets.test_import_interrupted import *
"""


def in_spare(server, name, settings, code):
    """What the code prints, run by a process that is connected to the spare server."""
    address = f"postgresql://postgres@/{name}?host={server.socket}&port=5432"
    surroundings = environment(settings) | {"DATABASE_URL": address}
    command = [sys.executable, "-c", _IN_SPARE + code]
    done = subprocess.run(command, cwd=project.BASE_DIR, env=surroundings, capture_output=True, text=True)
    assert not done.returncode, done.stderr
    return done.stdout.split(), surroundings


def test_a_killed_database_leaves_nothing_and_the_same_import_goes_in_afterwards(spare_server, settings):
    server, name = spare_server
    (pk,), surroundings = in_spare(
        server, name, settings,
        "upload = checked(seven()); Import.objects.update(state=State.SAVING); print(upload.pk)",
    )  # fmt: skip
    with worker_stopped_at(14, "commit_import", pk, surroundings):
        os.kill(postmaster.running(server.data), signal.SIGKILL)
    server.ensure()
    told, _ = in_spare(
        server, name, settings,
        f"print(nothing_is_written(), Import.objects.get().state); tasks.commit_import.call({pk});"
        "print(Usaha.objects.count(), Import.objects.get().state)",
    )  # fmt: skip
    assert told == ["True", "disimpan", str(ROWS), "selesai"]


# --- by a full disk -----------------------------------------------------------------------------


@contextmanager
def room_for(size):
    """No file may grow beyond `size` bytes: the system itself breaks the writing off."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.django_db
@pytest.mark.parametrize("size", [0, 1, 1000, 4096])
def test_a_disk_that_fills_up_while_the_file_is_received_leaves_neither_file_nor_row(size, tmp_path):
    by, kind = officer(), kinds()["usaha"]
    rows = [row(number) for number in range(1, 61)]
    with room_for(size), pytest.raises(SheetRefused, match="ruang penyimpanan"):
        actions.receive(kind=kind, file=csv_file(rows), by=by)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not Import.objects.exists()
    assert actions.receive(kind=kind, file=csv_file(rows), by=by).sheets[0]["rows"] == 60


@pytest.mark.django_db
def test_a_row_that_cannot_be_kept_leaves_no_file(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise _BrokenError

    monkeypatch.setattr(Import, "save", refuse)
    with pytest.raises(_BrokenError):
        actions.receive(kind=kinds()["usaha"], file=csv_file([row(1)]), by=officer())
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
