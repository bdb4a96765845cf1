"""What each process keeps for a minute: rows that every page asks for and hardly anybody changes, and whole pages.

Everything is forgotten at the same moment, once a minute. So what is made of kept things and kept itself is no older
than they are: two that last a minute each would make two. The code itself is kept for good.
"""

import functools
import gc
import os
import time
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Value = TypeVar("Value")

_SECONDS = 60
# Objects made and not yet gone before the collector looks for rings among them; a page or a row leaves hardly any.
_UNLOOKED = 10_000
_memories: list[dict[str, tuple[int, object]]] = []


def minute() -> int:
    """Which minute it is. Workers are some seconds apart, so that they do not all start anew at once."""
    return int(time.monotonic() + os.getpid() * 7) // _SECONDS


def for_a_minute(function: Callable[[], Value]) -> Callable[[], Value]:
    """Decorator: the answer of a function without arguments is asked for at most once a minute."""
    memory: dict[str, tuple[int, Value]] = {}
    _memories.append(memory)  # type: ignore[arg-type]

    @wraps(function)
    def remembered() -> Value:
        # Read and written whole: threads may ask twice, never half.
        this, (asked, value) = minute(), memory.get("answer", (-1, None))
        if asked != this:
            value = function()
            memory["answer"] = (this, value)
        return value  # type: ignore[return-value]

    return remembered


def forget() -> None:
    """Ask everything anew, for tests and after a command has changed reference rows."""
    for memory in _memories:
        memory.clear()


@functools.cache
def keep_code() -> None:
    """Once a process has loaded its code: the collector need not look through it again, which is most of its work.

    It also leaves those pages of memory untouched that processes forked from this one share.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_UNLOOKED, 20, 20)
