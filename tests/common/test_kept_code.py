"""The code of a process is set apart from what its pages leave behind."""

import subprocess
import sys

import pytest

COUNTED = """
import gc
from common.memory import keep_code
kept = gc.get_freeze_count
before = kept()
keep_code()
first = kept()
rings = [[] for _ in range(100)]
keep_code()
print(before == 0, first > 1000, kept() == first, gc.isenabled())
"""


@pytest.fixture
def told():
    done = subprocess.run([sys.executable, "-c", COUNTED], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_collector_no_longer_looks_through_the_code(told):
    assert told[:2] == ["True", "True"]


def test_what_comes_later_is_not_kept(told):
    assert told[2] == "True"


def test_rings_of_a_page_are_still_collected(told):
    assert told[3] == "True"


def test_the_server_keeps_its_code():
    asked = "import gc, rumah_usaha.wsgi; print(gc.get_freeze_count())"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 10_000
