"""Two processes that share the work of a first run.

Reading 4,200 files and judging them takes 2.5 s of one core, and every machine has two. The second
process is a fork, so that it has all that was imported. Both read half of the files, tell one
another what is in them, and judge the half they read; the second then tells what it found and ends.
"""

from __future__ import annotations

import marshal
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

_SMALLEST, _LARGEST = 1_000, 20_000
"""How many files there must be for a second process to pay, and may be: above, both together would
need too much memory."""


class LostError(Exception):
    """The other process ended before its work was done."""


class Partner:
    """The other process, seen from either of the two.

    Attributes:
        number: of this process: 0 for the one that goes on afterwards, 1 for the fork.
    """

    def __init__(self, number: int, receiving: BinaryIO, sending: BinaryIO) -> None:
        self.number = number
        self._receiving = receiving
        self._sending = sending

    def exchange(self, value: Any) -> Any:
        """Give the other process a value and get its own.

        The fork speaks first: were both to write at once, neither would read.

        Raises:
            LostError: there is nobody any more.
        """
        if self.number == 1:
            self.send(value)
            return self.receive()
        found = self.receive()
        self.send(value)
        return found

    def send(self, value: Any) -> None:
        """Give the other process plain data; errors as in ``exchange``."""
        try:
            marshal.dump(value, self._sending)
            self._sending.flush()
        except OSError as error:
            raise LostError from error

    def receive(self) -> Any:
        """Wait for what the other process gives; errors as in ``exchange``."""
        try:
            return marshal.load(self._receiving)  # noqa: S302  # from our own fork
        except (OSError, EOFError, ValueError, TypeError) as error:
            raise LostError from error


def worth_it(files: int) -> bool:
    """Whether a second process would help, and may be made.

    In a fork other threads are missing, and what they had locked stays locked.
    """
    return (
        _SMALLEST <= files <= _LARGEST
        and hasattr(os, "fork")
        and (os.cpu_count() or 1) > 1
        and threading.active_count() == 1
    )


@contextmanager
def partner(work: Callable[[Partner], object]) -> Iterator[Partner]:
    """Fork a process that does ``work`` and ends; leaving the context ends it in any case."""
    to_parent, to_child = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(to_parent[0])
        os.close(to_child[1])
        _work(work, to_child[0], to_parent[1])
    os.close(to_parent[1])
    os.close(to_child[0])
    try:
        with os.fdopen(to_parent[0], "rb") as receiving, os.fdopen(to_child[1], "wb") as sending:
            yield Partner(0, receiving, sending)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _work(work: Callable[[Partner], object], receiving: int, sending: int) -> None:
    """Do the fork's work and end it without running anything that is the parent's.

    Whatever goes wrong goes wrong in the parent as well, once it does all of the work alone.
    """
    try:
        with os.fdopen(receiving, "rb") as one, os.fdopen(sending, "wb") as other:
            work(Partner(1, one, other))
    finally:
        os._exit(0)
