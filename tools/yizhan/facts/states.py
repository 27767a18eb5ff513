"""The derived state of every matter on a day."""

from __future__ import annotations

from datetime import date

from yizhan.facts.deadlines import WorkingDays
from yizhan.facts.matter_state import MatterState, derive
from yizhan.model.archive import Archive
from yizhan.model.presets import Presets


def derive_states(
    archive: Archive, presets: Presets, as_of: date, working_days: WorkingDays
) -> dict[str, MatterState]:
    """Derive the state of every matter that was raised by ``as_of`` and whose procedure exists."""
    states = {}
    for matter in archive.matters:
        procedure = archive.procedure(matter.procedure)
        if procedure is not None and not matter.raised.date.surely_after(as_of):
            states[matter.id] = derive(matter, procedure, presets.common_steps, as_of, working_days)
    return states
