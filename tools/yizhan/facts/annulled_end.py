"""Whether a matter is open because what had closed it was annulled by a correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from yizhan.facts.workflow import CLOSED, Workflow
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.procedure import Step
from yizhan.model.vocabulary import Action


def was_annulled(
    matter: Matter, workflow: Workflow, later: Sequence[PartialDate], as_of: date
) -> bool:
    """Whether it is open because the entry that had closed it was annulled, and nothing came since.

    Of an entry that was not there yet on the day asked nothing is said, whatever became of it.

    Args:
        matter: with what was corrected.
        workflow: its procedure.
        later: the days of the entries that took effect.
        as_of: the day asked.
    """
    for correction in matter.corrections:
        was = correction.was
        if not correction.annul or not isinstance(was, dict) or _is_after(was, as_of):
            continue
        step = workflow.steps.get(str(was.get("step")))
        since = any(correction.date.surely_before(each) for each in later)
        if step is not None and not since and ends(step, workflow):
            return True
    return False


def _is_after(was: Mapping[str, object], day: date) -> bool:
    """Whether an entry, as plain data, is surely of a later day."""
    said = was.get("date")
    return said is not None and PartialDate.parse(str(said)).surely_after(day)


def ends(step: Step, workflow: Workflow) -> bool:
    """Whether a step ends a matter, or its going on in itself."""
    stage = workflow.stages.get(step.to) if step.to is not None else None
    closes = stage is not None and stage.family in CLOSED
    return closes or step.action in (Action.SPLIT, Action.MERGE)
