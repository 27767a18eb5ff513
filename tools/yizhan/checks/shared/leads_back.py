"""Rings of matters that were merged into one another or split round: the way, and what closed it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from yizhan.model.archive import Archive
from yizhan.model.finding import Pointer
from yizhan.model.matter import Matter


class Onward(NamedTuple):
    """One way on from a matter.

    Attributes:
        pointer: where its log says so.
        target: id of the matter that it leads to.
        day: the latest day that the entry may be of.
    """

    pointer: Pointer
    target: str
    day: date


def onward(matter: Matter) -> Iterator[Onward]:
    """The matters into which one was merged or split, with where it says so."""
    for number, entry in enumerate(matter.log):
        day = entry.date.latest
        if entry.merged_into is not None:
            yield Onward(("log", number, "merged_into"), entry.merged_into, day)
        for position, part in enumerate(entry.into):
            yield Onward(("log", number, "into", position), part, day)


def way_back(record: Matter, first: str, archive: Archive) -> list[str] | None:
    """The shortest way through others that leads from a matter back to it.

    Returns:
        The ids on it from the matter's own; None where none does, and where a matter names itself,
        which A011 reports.
    """
    if first == record.id:
        return None
    came_from = {first: record.id}
    waiting = deque([first])
    while waiting:
        current = waiting.popleft()
        if current == record.id:
            return _way(came_from, record.id)
        matter = archive.get(Matter, current)
        for each in onward(matter) if matter is not None else ():
            if each.target not in came_from:
                came_from[each.target] = current
                waiting.append(each.target)
    return None


def _way(came_from: dict[str, str], start: str) -> list[str]:
    way, current = [], came_from[start]
    while current != start:
        way.append(current)
        current = came_from[current]
    return [start, *reversed(way)]


def closes(record: Matter, step: Onward, way: list[str], archive: Archive) -> bool:
    """Whether a step is the last on a way that leads back: before it, nothing went round.

    Of steps of one day it is that of the greatest id. So a ring is told once, at the entry that is
    likeliest the wrong one, and every ring of a knot of rings has one that is told.

    Args:
        record: whose step it is, with which the way begins.
        step: from the record to the second on the way, or back to the record.
        way: as ``way_back`` gives it.
        archive: where the others are.
    """
    ring = [*way, record.id]
    for current, following in pairwise(ring[1:]):
        matter = archive.get(Matter, current)
        assert matter is not None, "the way goes through matters that are there"
        last = max(each.day for each in onward(matter) if each.target == following)
        if (last, current) > (step.day, record.id):
            return False
    return True
