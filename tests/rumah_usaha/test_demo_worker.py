"""The demo's worker does what waits in the queue, and is gone when the demo is, however that ended."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as project
from django.db import connection

from rumah_usaha.demo import working

pytestmark = pytest.mark.django_db(transaction=True)

_DEMO = """
import os, sys, time
import django; django.setup()
from pathlib import Path
from django.conf import settings
from rumah_usaha.demo import working
with working.worker(Path(sys.argv[1])):
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text()
    print(children.split()[0], flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def demo(tmp_path):
    connection.ensure_connection()
    at = connection.connection.info
    address = f"postgresql://{at.user}@/{at.dbname}?host={at.host}&port={at.port}"
    module = os.environ.get("DJANGO_SETTINGS_MODULE", "rumah_usaha.settings")
    with subprocess.Popen(
        [sys.executable, "-c", _DEMO, str(tmp_path / "pekerja.log")],
        cwd=project.BASE_DIR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": module},
    ) as process:  # fmt: skip
        yield process
        process.kill()


def is_gone(pid):
    """Within a few seconds: a killed parent is noticed by looking."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks at /proc")
def test_the_worker_ends_with_the_demo(demo):
    worker = int(demo.stdout.readline())
    assert not is_ended_at_once(worker)
    demo.communicate("")
    assert is_gone(worker)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks at /proc")
def test_the_worker_does_not_outlive_a_killed_demo(demo):
    worker = int(demo.stdout.readline())
    demo.send_signal(signal.SIGKILL)
    demo.wait(20)
    assert is_gone(worker)


def is_ended_at_once(pid):
    time.sleep(1)
    return not Path(f"/proc/{pid}").exists()


def test_a_task_may_take_longer_than_a_page(monkeypatch):
    options = {"options": "-c statement_timeout=5000 -c lock_timeout=3000"}
    monkeypatch.setattr(working, "connection", SimpleNamespace(settings_dict={"OPTIONS": options}))
    working.lift_page_limit()
    assert options["options"] == "-c statement_timeout=0 -c lock_timeout=3000"
