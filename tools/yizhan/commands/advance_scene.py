"""What ``yizhan advance`` asks about: a matter as it is, and the step it is to take."""

from __future__ import annotations

from typing import Any

from yizhan.commands.interview.fields import Fields
from yizhan.commands.interview.session import Session
from yizhan.facts.matter_log import needed_fields
from yizhan.facts.matter_state import MatterState
from yizhan.facts.workflow import Workflow
from yizhan.model.frozen import dataclass
from yizhan.model.matter import Matter
from yizhan.model.procedure import Step
from yizhan.model.vocabulary import Kind

Entry = dict[str, Any]
"""A log entry as it is in the file."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The matter as it is, and the step it is to take."""

    session: Session
    matter: Matter
    state: MatterState
    workflow: Workflow
    step: Step

    @property
    def fields(self) -> Fields:
        """Questions for a log entry's fields."""
        return Fields(self.session, Kind.MATTER, ("log", 0))

    def needs(self, name: str) -> bool:
        """Whether the step needs a field."""
        return name in needed_fields(self.step)

    def how(self, name: str, *, asked: bool = False) -> dict[str, bool]:
        """Whether a field is required, and whether a person is asked for it."""
        required = self.needs(name)
        return {"required": required, "asked": required or asked}
