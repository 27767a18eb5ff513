"""Remembering the last answer, for checks that ask the same of the same record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, TypeVarTuple

F = TypeVar("F")
Rest = TypeVarTuple("Rest")
V = TypeVar("V")

_ALL: list[OfLast[Any, *tuple[Any, ...], Any]] = []
_OF_RECORD: list[OfLast[Any, *tuple[Any, ...], Any]] = []


def forget() -> None:
    """Let go of every remembered answer, and of what it was asked about.

    Else the archive that was checked lives until the process ends, beside the one that pages are
    made from: 0.15 GB at 50,000 matters.
    """
    for each in _ALL:
        each.forget()


def next_record() -> None:
    """Let go of the answers that only the record in hand may use (``OfRecord``)."""
    for each in _OF_RECORD:
        each.forget()


class OfLast(Generic[F, *Rest, V]):
    """A function that remembers the answer to the arguments it was last called with.

    The checks of one record run one after another and ask for the same texts, references and
    violations; checks of a kind share an index over all its records. The first argument is compared
    by identity: records are immutable and an archive gives the same tuple of a kind each time, while
    comparing or hashing a record would take longer than most answers. One slot is enough, since
    nobody comes back to a former record, and it keeps no more than one former archive alive.

    Args:
        compute: a pure function.
    """

    __slots__ = ("_compute", "_last")

    def __init__(self, compute: Callable[[F, *Rest], V]) -> None:
        self._compute = compute
        self._last: tuple[F, tuple[*Rest], V] | None = None
        _ALL.append(self)

    def forget(self) -> None:
        """Let go of the answer and the arguments."""
        self._last = None

    def __call__(self, first: F, *rest: *Rest) -> V:
        """Return what the function says of the arguments."""
        last = self._last
        if last is None or last[0] is not first or last[1] != rest:
            last = (first, rest, self._compute(first, *rest))
            self._last = last
        return last[2]


class OfRecord(OfLast[F, *Rest, V]):
    """The same for what an archive is asked: the answer is for the checks of one record only.

    Were another record's checks given it, nothing would be noted of what it rests on, and they would
    not run again when that changes.
    """

    __slots__ = ()

    def __init__(self, compute: Callable[[F, *Rest], V]) -> None:
        super().__init__(compute)
        _OF_RECORD.append(self)
