"""Which matters one was merged into, and what had become of those on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.log import progress_at_start, sound_procedure
from yizhan.facts.ending import Ending
from yizhan.facts.matter_state import MatterState, derive
from yizhan.facts.progress import readings
from yizhan.facts.speakers import bodies_about
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.matter import Matter
from yizhan.model.vocabulary import Action

DEAD = frozenset((Ending.REFUSED, Ending.WITHDRAWN, Ending.SPLIT, Ending.MERGED))
"""After these, nothing is done in the matter itself."""


def mergers(
    record: Matter, archive: Archive, context: Context
) -> Iterator[tuple[Pointer, Matter, PartialDate]]:
    """The mergers of a log that took effect: where, into which matter that is there, and when."""
    if all(entry.merged_into is None for entry in record.log):
        return
    progress = progress_at_start(record, archive, context)
    if progress is None:
        return
    for reading in readings(progress, record):
        step, entry = reading.taken, reading.entry
        target = archive.get(Matter, entry.merged_into)
        if step is not None and step.action is Action.MERGE and target is not None:
            yield ("log", reading.index, "merged_into"), target, entry.date


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
