"""A child of the demo is a child from its first moment to its last."""

import subprocess
import sys
from pathlib import Path

from rumah_usaha.management.commands import demo

# As the command does it: a handler that ends the process by an exception.
MANY = """
import os, signal, sys, time
from pathlib import Path
from rumah_usaha.demo import forking

signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
print(os.getpid(), flush=True)
try:
    for _ in range(300):
        child = forking.start(time.sleep, 60, log=Path(sys.argv[1]))
        forking.end(child, patience=20)
finally:
    print(os.getpid(), child.exitcode, flush=True)
"""


def test_a_child_that_is_ended_at_once_never_runs_on_as_its_parent(tmp_path):
    root = Path(demo.__file__).parents[3]
    command = [sys.executable, "-c", MANY, str(tmp_path / "log")]
    # A child whose signal got lost would be waited for.
    told = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True, timeout=60).stdout
    pid, *endings = told.splitlines()
    assert endings == [f"{pid} -15"]


def test_a_child_writes_to_its_log_alone(tmp_path):
    script = """
import sys
from pathlib import Path
from rumah_usaha.demo import forking

child = forking.start(print, "terdengar", log=Path(sys.argv[1]))
child.join()
"""
    root = Path(demo.__file__).parents[3]
    log = tmp_path / "log"
    command = [sys.executable, "-c", script, str(log)]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert log.read_text() == "terdengar\n"
    assert log.stat().st_mode & 0o077 == 0
