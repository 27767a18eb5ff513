"""The derived state of every matter on a day."""

from __future__ import annotations

from datetime import date

from yizhan.facts.deadlines import WorkingDays
from yizhan.facts.example_day import day_of, example_day
from yizhan.facts.matter_state import MatterState, derive
from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.presets import Presets


def derive_states(
    archive: Archive, presets: Presets, as_of: date, working_days: WorkingDays
) -> dict[str, MatterState]:
    """Derive the state of every matter that was raised by ``as_of`` and whose procedure exists.

    Matters of the example are derived on the example's day, once that is over.
    """
    states = {}
    fixed = example_day(archive.of(Place), as_of)
    for matter in archive.matters:
        procedure = archive.procedure(matter.procedure)
        day = day_of(matter, as_of, fixed)
        if procedure is not None and not matter.raised.date.surely_after(day):
            states[matter.id] = derive(matter, procedure, presets.common_steps, day, working_days)
    return states
