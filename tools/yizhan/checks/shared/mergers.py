"""Which matters one was merged or split into, and what had become of those on a day."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.log import progress_at_start, sound_procedure
from yizhan.facts.ending import Ending
from yizhan.facts.matter_state import MatterState, derive
from yizhan.facts.progress import readings
from yizhan.facts.speakers import bodies_about
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.vocabulary import Action

DEAD = frozenset((Ending.REFUSED, Ending.WITHDRAWN, Ending.SPLIT, Ending.MERGED))
"""After these, nothing is done in the matter itself."""


class Onward(NamedTuple):
    """A matter in which another goes on: where that one says so, which it is, since when, and how."""

    pointer: Pointer
    target: Matter
    date: PartialDate
    action: Action


def onward(record: Matter, archive: Archive, context: Context) -> Iterator[Onward]:
    """The mergers and splits of a log that took effect, as far as the matters they lead to are there."""
    if not any(entry.merged_into is not None or entry.into for entry in record.log):
        return
    progress = progress_at_start(record, archive, context)
    if progress is None:
        return
    for reading in readings(progress, record):
        action = reading.taken.action if reading.taken is not None else None
        if action is Action.MERGE or action is Action.SPLIT:
            for pointer, identifier in named_in(reading.index, reading.entry, action):
                target = archive.get(Matter, identifier)
                if target is not None:
                    yield Onward(pointer, target, reading.entry.date, action)


def named_in(
    index: int, entry: LogEntry, action: Action | None = None
) -> Iterator[tuple[Pointer, str]]:
    """The matters that an entry names as those in which its own goes on, with where.

    Args:
        index: position of the entry, from 0.
        entry: the entry.
        action: what it does; None for both.
    """
    if entry.merged_into is not None and action is not Action.SPLIT:
        yield ("log", index, "merged_into"), entry.merged_into
    for position, part in enumerate(entry.into if action is not Action.MERGE else ()):
        yield ("log", index, "into", position), part


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
        for index, entry in enumerate(matter.log if matter is not None else ()):
            for _pointer, each in named_in(index, entry):
                if each not in came_from:
                    came_from[each] = current
                    waiting.append(each)
    return None


def _way(came_from: dict[str, str], start: str) -> list[str]:
    way, current = [], came_from[start]
    while current != start:
        way.append(current)
        current = came_from[current]
    return [start, *reversed(way)]


def last_day(matter: Matter) -> date:
    """The day after which a log says nothing more.

    To ask for the state at the end of all days instead had working days counted up to the year 9999:
    37 s for the records kept here.
    """
    return max(day.latest for day in (matter.raised.date, *(each.date for each in matter.log)))


def state_on(matter: Matter, day: date, archive: Archive, context: Context) -> MatterState | None:
    """The state of any matter on a day; None where its procedure is missing or does not work."""
    procedure = sound_procedure(matter, archive, context)
    if procedure is None:
        return None
    steps, days = context.presets.common_steps, context.working_days
    return derive(matter, procedure, steps, day, days, bodies_about(archive, matter))
