"""Child processes of the demo: forked, so that everything is loaded already and their memory is shared."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def start(target: Callable[..., None], *args: Any, log: Path) -> BaseProcess:
    """Run `target` in a child that writes to `log` alone. The caller must hold no database connection.

    Signals wait while the child comes into being: the parent's handlers raise, and in a child that is not yet
    itself the exception would run on through the parent's code, as a second parent.
    """
    child = multiprocessing.get_context("fork").Process(target=_become, args=(target, args, log))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        child.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return child


def _become(target: Callable[..., None], args: tuple[Any, ...], log: Path) -> None:
    # Ctrl-C reaches the parent only, which then ends this process in order.
    os.setsid()
    for ending in _ENDINGS:
        signal.signal(ending, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)
    # A line for each request would push addresses and accounts off the screen.
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    target(*args)


def end(child: BaseProcess, *, patience: float) -> None:
    """Ask the child to end; after `patience` seconds do not ask any more."""
    child.terminate()
    child.join(patience)
    if child.is_alive():
        child.kill()
        child.join()
