"""What several checks of points share: the accounts of all batches, computed once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from yizhan.model.ledger import Posting, statements
from yizhan.model.points import Batch

_V = TypeVar("_V")


class _Once(Generic[_V]):
    """A function of all batches that is computed once for one archive.

    An archive hands out the same tuple each time, so the tuple's identity stands for its content.
    """

    def __init__(self, compute: Callable[[tuple[Batch, ...]], _V]) -> None:
        self._compute = compute
        self._last: tuple[tuple[Batch, ...], _V] | None = None

    def __call__(self, batches: tuple[Batch, ...]) -> _V:
        last = self._last
        if last is None or last[0] is not batches:
            last = (batches, self._compute(batches))
            self._last = last
        return last[1]


def _first_reversals(batches: tuple[Batch, ...]) -> Mapping[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for batch in sorted(batches, key=lambda batch: (batch.date.earliest, batch.id)):
        for number, entry in enumerate(batch.entries):
            if entry.reverses is not None:
                found.setdefault(entry.reverses, (batch.id, number))
    return found


accounts: Callable[[tuple[Batch, ...]], Mapping[str, tuple[Posting, ...]]] = _Once(statements)
"""Every account's postings in the order in which they count."""

reversals: Callable[[tuple[Batch, ...]], Mapping[str, tuple[str, int]]] = _Once(_first_reversals)
"""Name of an entry that was taken back → the first entry that did so: batch id, position from 0."""
