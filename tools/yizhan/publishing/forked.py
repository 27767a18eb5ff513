"""Work done in a second process that has everything the first one has: a fork, where there are forks.

English pages are as many as the Chinese ones and need nothing of them, and CI's machines have two
cores. A fork shares what was read; a fresh process would have to read it again.
"""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from yizhan.model.text import Text
from yizhan.publishing.errors import PublishingError

T = TypeVar("T")


@dataclass(slots=True)
class _Child:
    pid: int
    pipe: int


@dataclass(frozen=True, slots=True)
class _Failed:
    why: Text | Exception


@contextmanager
def forked(work: Callable[[], T], *, parallel: bool) -> Iterator[Callable[[], T]]:
    """Start ``work`` in a process of its own and give a function that waits for what it returns.

    Leaving the context without having asked ends that process.

    Args:
        work: what to do; its result is pickled.
        parallel: False does it in this process, when it is asked for. So it must be where other
            threads run (they are missing in a fork, whatever they have locked stays locked).

    Raises:
        PublishingError, OSError: from the function given, where ``work`` raised one.
        RuntimeError: from the function given, where something else went wrong; with its traceback.
    """
    if not parallel or not hasattr(os, "fork"):
        yield work
        return
    child: _Child | None = _start(work)

    def result() -> T:
        nonlocal child
        assert child is not None
        with os.fdopen(child.pipe, "rb") as pipe:
            raw = pipe.read()
        os.waitpid(child.pid, 0)
        child = None
        found: T = _outcome(raw)
        return found

    try:
        yield result
    finally:
        if child is not None:
            os.kill(child.pid, signal.SIGKILL)
            os.waitpid(child.pid, 0)
            os.close(child.pipe)


def _start(work: Callable[[], T]) -> _Child:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # the parent cleans up
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    return _Child(pid, reading)


def _work(work: Callable[[], T], pipe: int) -> None:
    """Do the child's work and end it without running anything that is the parent's."""
    try:
        outcome: object
        try:
            outcome = work()
        except PublishingError as error:
            outcome = _Failed(error.text)
        except OSError as error:
            outcome = _Failed(error)
        except BaseException:
            outcome = _Failed(RuntimeError(traceback.format_exc()))
        with os.fdopen(pipe, "wb") as stream:
            pickle.dump(outcome, stream, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _outcome(raw: bytes) -> Any:
    if not raw:
        raise RuntimeError("the process that wrote the English pages was killed")
    outcome = pickle.loads(raw)  # noqa: S301 - written by our own fork
    if not isinstance(outcome, _Failed):
        return outcome
    raise PublishingError(outcome.why) if isinstance(outcome.why, Text) else outcome.why
