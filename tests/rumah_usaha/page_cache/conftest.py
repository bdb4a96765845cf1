"""Pages are kept here, by a clock that stands still."""

import pytest
from django.test import Client

from tests.rumah_usaha.page_cache.terhitung import VIEWS, build_views


@pytest.fixture(autouse=True)
def kept(settings):
    """Pages are kept, and every view counts from one."""
    settings.PAGE_CACHE_MB = 1
    VIEWS.update(build_views())


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    clock = {"now": 6000.0}
    monkeypatch.setattr("common.memory.time.monotonic", lambda: clock["now"])
    # A worker whose minute begins with the clock's.
    monkeypatch.setattr("common.memory.os.getpid", lambda: 60)
    return clock


@pytest.fixture
def worker():
    """Each test client has middleware of its own, as each worker has."""
    return Client(raise_request_exception=False)
