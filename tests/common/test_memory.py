"""What is kept for a minute."""

from itertools import count

import pytest

from common import memory


@pytest.fixture
def answer():
    numbers = count()
    return memory.for_a_minute(lambda: next(numbers))


@pytest.fixture
def clock(monkeypatch):
    clock = {"now": 1000.0}
    monkeypatch.setattr("common.memory.time.monotonic", lambda: clock["now"])
    return clock


def test_an_answer_is_kept(answer, clock):
    assert (answer(), answer()) == (0, 0)


def test_an_answer_is_asked_for_anew_after_a_minute(answer, clock):
    answer()
    clock["now"] += 60
    assert answer() == 1


def test_everything_can_be_forgotten_at_once(answer, clock):
    answer()
    memory.forget()
    assert answer() == 1


def test_a_failure_is_not_kept(clock):
    answers = iter([RuntimeError, None])

    @memory.for_a_minute
    def answer():
        if error := next(answers):
            raise error
        return "baik"

    with pytest.raises(RuntimeError):
        answer()
    assert answer() == "baik"
