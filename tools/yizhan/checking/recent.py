"""Holding records: a few kinds for good, the many matters only as long as somebody needs them."""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable

from yizhan.model.record import Record
from yizhan.model.vocabulary import Kind

HELD = 5_000
"""Matters that are held though nobody needs them: an archive of so many is made of its data once.
Each takes some 10 kB."""

HELD_OF_MANY = 500
"""The same in a larger archive: whoever goes through all of them comes too late to find one again."""

Held = Callable[[], Record | None]
"""Gives a record that was made; None once it was let go, or where it was never made."""


def nothing() -> None:
    """Gives the record that was never made."""


class Recent:
    """Holds the records that were made last.

    A matter that was let go is made again of its data when somebody asks for it: a tenth of a
    millisecond, against 10 kB for each of 50,000 until the process ends. As long as somebody holds
    it, it is the same object. Records of other kinds are few, and pages ask for them all the time.

    Args:
        size: how many matters are held.
    """

    def __init__(self, size: int = HELD) -> None:
        self._last: deque[Record] = deque(maxlen=size)

    @staticmethod
    def lets_go(kind: Kind) -> bool:
        """Whether records of a kind may have to be made again."""
        return kind is Kind.MATTER

    def hold(self, record: Record) -> Held:
        """Hold a record for the time being, and give what finds it again."""
        if not self.lets_go(record.kind):
            return lambda: record
        self._last.append(record)
        return weakref.ref(record)
