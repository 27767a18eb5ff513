"""Which matters one was merged or split into, and what had become of those on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.leads_back import onward
from yizhan.checks.shared.log import progress_at_start, sound_procedure
from yizhan.facts.derivation import derive
from yizhan.facts.ending import Ending
from yizhan.facts.matter_state import MatterState
from yizhan.facts.progress import readings
from yizhan.facts.speakers import bodies_about
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Action

DEAD = frozenset((Ending.REFUSED, Ending.WITHDRAWN, Ending.SPLIT, Ending.MERGED))
"""After these, nothing is done in the matter itself."""


class GoesOn(NamedTuple):
    """A matter in which another goes on: where that one says so, which it is, since when, and how."""

    pointer: Pointer
    target: Matter
    date: PartialDate
    action: Action


def goes_on(record: Matter, archive: Archive, context: Context) -> Iterator[GoesOn]:
    """The mergers and splits of a log that took effect, as far as the matters they lead to are there."""
    steps = tuple(onward(record))
    progress = progress_at_start(record, archive, context) if steps else None
    if progress is None:
        return
    fields = {Action.MERGE: "merged_into", Action.SPLIT: "into"}
    for reading in readings(progress, record):
        action = reading.taken.action if reading.taken is not None else Action.PROGRESS
        for each in steps:
            target = archive.get(Matter, each.target)
            of = each.pointer[1:3] == (reading.index, fields.get(action))
            if of and target is not None:
                yield GoesOn(each.pointer, target, reading.entry.date, action)


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
