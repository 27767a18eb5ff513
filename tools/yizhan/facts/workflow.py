"""A procedure made ready for reading logs: stages, steps and tiers by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yizhan.model.frozen import dataclass
from yizhan.model.place import Place
from yizhan.model.procedure import Limit, Procedure, Stage, Step, Tier
from yizhan.model.vocabulary import Family

CLOSED = frozenset((Family.CONFIRMED, Family.UNSOLVED))
"""Families of stages in which nothing more is to be done."""


@dataclass(frozen=True, slots=True)
class Workflow:
    """A procedure's stages, steps (with the common ones it allows) and tiers by key."""

    procedure: Procedure
    stages: Mapping[str, Stage]
    steps: Mapping[str, Step]
    tiers: Mapping[str, Tier]

    @property
    def start(self) -> Stage:
        """The first stage; one made up from its key where the procedure does not list it."""
        key = self.procedure.start
        return self.stages.get(key) or Stage(key=key, title=key, family=Family.WAITING)


def workflow_of(procedure: Procedure, common_steps: Iterable[Step]) -> Workflow:
    """Index a procedure; its own steps go before common ones with the same key."""
    steps = {step.key: step for step in common_steps if step.action not in procedure.without}
    steps.update((step.key, step) for step in procedure.steps)
    return Workflow(
        procedure=procedure,
        stages={stage.key: stage for stage in procedure.stages},
        steps=steps,
        tiers={tier.key: tier for tier in procedure.tiers},
    )


def may_start(step: Step, stage: Stage) -> bool:
    """Whether a step may be taken in a stage."""
    if step.from_:
        return stage.key in step.from_
    return stage.family not in CLOSED


def handled_at(tier: Tier | None, place: Place | None) -> bool:
    """Whether a matter of a tier is handled at the level of a place, where a body serves.

    Args:
        tier: None where the matter has none; one that names no levels is handled at each.
        place: None where it cannot be seen, which excludes nothing.
    """
    return tier is None or not tier.levels or place is None or place.level in tier.levels


def limit_of(stage: Stage, tier: str | None) -> Limit | None:
    """The limit for a tier: its own, or else the one for every tier."""
    general = None
    for limit in stage.limits:
        if limit.tier is None:
            general = limit
        elif limit.tier == tier:
            return limit
    return general
