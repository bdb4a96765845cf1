import datetime

import pytest
import time_machine

# Two days before the events of KegiatanFactory, ten o'clock in the morning.
NOW = datetime.datetime.fromisoformat("2026-12-08T10:00:00+08:00")


@pytest.fixture(autouse=True)
def clock():
    """Stands still; `clock.move_to(…)` sets it."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock
