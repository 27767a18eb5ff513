"""Places in a record's data while corrections are applied to it: found, lost, or followed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from yizhan.model.finding import Pointer
from yizhan.model.record import CorrectionFault

NOTHING: Any = object()
"""What is at a place where nothing is."""


class Found(NamedTuple):
    """Something in the data: what holds it, under which name or position, and its pointer.

    A position behind the last one is where an item is added.
    """

    holder: Any
    name: str | int
    pointer: Pointer

    def value(self) -> Any:
        """What is there."""
        if isinstance(self.name, int):
            return self.holder[self.name] if self.name < len(self.holder) else NOTHING
        return self.holder.get(self.name, NOTHING)


class Lost(NamedTuple):
    """A place that leads nowhere, and what would."""

    fault: CorrectionFault
    there: tuple[str, ...] = ()


def before(position: int, gone: Iterable[int]) -> int:
    """How many of those that are gone were before a position."""
    return sum(each < position for each in gone)


def follow(data: Any, pointer: Pointer) -> Any:
    """What is at a pointer; None where a later correction left nothing there."""
    for part in pointer:
        inside = part in data if isinstance(data, dict) else isinstance(data, list)
        if not inside:
            return None
        data = data[part]
    return data
