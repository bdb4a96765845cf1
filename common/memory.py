"""Reference rows that every page asks for and hardly anybody changes, kept by each process for a minute."""

import time
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Value = TypeVar("Value")

_SECONDS = 60
_memories: list[dict[str, tuple[float, object]]] = []


def for_a_minute(function: Callable[[], Value]) -> Callable[[], Value]:
    """Decorator: the answer of a function without arguments is asked for at most once a minute."""
    memory: dict[str, tuple[float, Value]] = {}
    _memories.append(memory)  # type: ignore[arg-type]

    @wraps(function)
    def remembered() -> Value:
        # Read and written whole: threads may ask twice, never half.
        until, value = memory.get("answer", (0.0, None))
        if time.monotonic() >= until:
            value = function()
            memory["answer"] = (time.monotonic() + _SECONDS, value)
        return value  # type: ignore[return-value]

    return remembered


def forget() -> None:
    """Ask everything anew, for tests and after a command has changed reference rows."""
    for memory in _memories:
        memory.clear()
