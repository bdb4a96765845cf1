"""Two at once, a form in between, a worker killed half way: all rows or none, and the same file goes in afterwards."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.conf import settings as project
from django.db import connection, connections

from spreadsheets import actions, tasks
from spreadsheets.models import State
from tests.factories import PemilikFactory
from tests.spreadsheets.lembar import again, checked, nik, officer, row, save
from umkm.models import Pemilik, Usaha
from umkm.sheets import fresh

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


def at_once(*works):
    """Each in a thread with a connection of its own, all begun together."""
    gate, errors = threading.Barrier(len(works)), []

    def run(work):
        gate.wait()
        try:
            work()
        except BaseException as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_two_imports_of_one_file_at_once_double_nobody():
    rows = [row(number, NIK=nik(number) if number % 2 else "") for number in range(1, 30)]
    uploads = [checked(rows, by=officer()) for _ in range(2)]
    errors = at_once(*(lambda upload=upload: save(upload) for upload in uploads))
    assert not errors
    assert Usaha.objects.count() == 29
    # The second was told what the first had changed; saved again it has nothing left to write.
    waiting = [again(upload) for upload in uploads if again(upload).state == State.PREVIEW]
    for upload in waiting:
        assert "berubah sejak pratinjau" in upload.failure
        assert upload.counts["sama"] == 29
        assert save(upload).state == State.DONE
    assert Usaha.objects.count() == 29


def test_two_files_of_two_officers_at_once_both_go_in():
    files = [range(1, 15), range(101, 115)]
    uploads = [checked([row(number) for number in numbers], by=officer()) for numbers in files]
    errors = at_once(*(lambda upload=upload: save(upload) for upload in uploads))
    assert not errors
    # The second was judged anew, to the same end, and saved without a question.
    assert [again(upload).state for upload in uploads] == [State.DONE, State.DONE]
    assert Usaha.objects.count() == 28


def test_saving_pressed_twelve_times_at_once_saves_once():
    upload = checked([row(1), row(2)])
    errors = at_once(*[lambda: actions.save(upload=upload, by=upload.uploaded_by)] * 12)
    assert len(errors) == 11
    assert (again(upload).state, Usaha.objects.count()) == (State.DONE, 2)


def test_a_form_that_takes_a_nik_in_between_makes_the_whole_import_wait(monkeypatch):
    upload = checked([row(1), row(2)])
    whole, raced = fresh._save_owners, []

    def late(plans):
        if not raced:
            raced.append(True)
            at_once(lambda: PemilikFactory(name=row(2)["Nama Pemilik"], nik=nik(2), phone="+6281200000002"))
        whole(plans)

    monkeypatch.setattr(fresh, "_save_owners", late)
    upload = save(upload)
    assert upload.state == State.PREVIEW
    assert "bertabrakan" in upload.failure
    assert not Usaha.objects.exists()
    assert save(upload).state == State.DONE
    assert (Pemilik.objects.count(), Usaha.objects.count()) == (2, 2)


def test_a_database_that_drops_the_connection_leaves_nothing_half_written(monkeypatch):
    upload = checked([row(1), row(2)])
    whole, dropped = fresh._save_figures, []

    def drop(plans):
        if not dropped:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                dropped.append(cursor.fetchone()[0])
            at_once(
                lambda: connections["default"].cursor().execute("SELECT pg_terminate_backend(%s)", dropped)
            )
            connection.cursor().execute("SELECT 1")
        whole(plans)

    monkeypatch.setattr(fresh, "_save_figures", drop)
    assert save(upload).state == State.DONE
    assert Usaha.objects.count() == 2


_WORKER = """
import django; django.setup()
from spreadsheets import tasks
from umkm.sheets import fresh
def wait(plans):
    print("half way", flush=True)
    import time; time.sleep(60)
setattr(fresh, "{place}", wait)
tasks.commit_import.call({pk})
"""


@pytest.mark.parametrize("place", ["_save_owners", "_save_usaha", "_save_figures"])
def test_a_killed_worker_leaves_nothing_and_the_work_can_be_begun_again(place, monkeypatch, settings):
    upload = checked([row(1), row(2)])
    monkeypatch.setattr(actions, "_TASKS", {**actions._TASKS, State.SAVING: _Queue()})
    actions.save(upload=upload, by=upload.uploaded_by)
    worker = subprocess.Popen(
        [sys.executable, "-c", _WORKER.format(place=place, pk=upload.pk)],
        cwd=project.BASE_DIR, env=environment(settings), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert worker.stdout.readline() == "half way\n"
        assert actions.is_worked_on(upload.pk)
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.communicate()
    assert not Pemilik.objects.exists()
    assert not Usaha.objects.exists()
    assert again(upload).state == State.SAVING
    wait_until_let_go(upload)
    tasks.commit_import.call(upload.pk)
    assert (again(upload).state, Usaha.objects.count()) == (State.DONE, 2)


class _Queue:
    """Takes a task and leaves it lying: the worker of the test does it."""

    def enqueue(self, pk):
        pass


def environment(settings):
    connection.ensure_connection()
    at = connection.connection.info
    address = f"postgresql://{at.user}@/{at.dbname}?host={at.host}&port={at.port}"
    return os.environ | {
        "DATABASE_URL": address,
        "PRIVATE_ROOT": str(settings.PRIVATE_ROOT),
        "PYTHONPATH": os.pathsep.join([str(Path(project.BASE_DIR)), os.environ.get("PYTHONPATH", "")]),
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "rumah_usaha.settings"),
    }


def wait_until_let_go(upload):
    """The database notices a dead client when it next looks."""
    for _ in range(100):
        if not actions.is_worked_on(upload.pk):
            return
        threading.Event().wait(0.05)
    raise AssertionError("the dead worker's lock is still held")
