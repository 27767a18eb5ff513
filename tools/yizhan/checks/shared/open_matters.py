"""What the checks of open matters share: whether one is open, and since when it is silent."""

from __future__ import annotations

from yizhan.checks.shared.check import Context
from yizhan.checks.shared.log import bodies_of, sound_named, sound_procedure
from yizhan.facts.late_before import derive_remembering
from yizhan.facts.matter_state import MatterState
from yizhan.facts.workflow import CLOSED
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.procedure import Procedure

PATIENCE = 180
"""Days; half a year, after which nobody can say that a matter is being worked on."""


def open_state(record: Matter, archive: Archive, context: Context) -> MatterState | None:
    """The state of a matter that is open on the day it is judged; None of every other matter."""
    procedure = sound_procedure(record, archive, context)
    if procedure is None or _closes(record, procedure):
        return None
    day, common_steps = context.day_of(record), context.presets.common_steps
    bodies = bodies_of(record, archive)

    def sound(identifier: str) -> Procedure | None:
        return sound_named(identifier, archive, context)

    state = derive_remembering(record, sound, common_steps, day, context.working_days, bodies)
    return state if state.open else None


def _closes(record: Matter, procedure: Procedure) -> bool:
    """Tell whether the last entry closes the matter: most do, and need no second look."""
    last = record.log[-1].step if record.log else None
    closed = {stage.key for stage in procedure.stages if stage.family in CLOSED}
    return any(step.key == last and step.to in closed for step in procedure.steps)


def silent_for(record: Matter, context: Context) -> tuple[PartialDate, int] | None:
    """The day of a matter's last entry and the days since, where these are too many.

    What was taken from a report that knew no day proves nothing by what it leaves out.
    """
    day = context.day_of(record)
    known = [entry.date for entry in record.log if not entry.date.surely_after(day)]
    latest = max([record.raised.date, *known], key=lambda each: each.latest)
    days = 0 if latest.day is None else (day - latest.day).days
    return (latest, days) if days > PATIENCE else None
