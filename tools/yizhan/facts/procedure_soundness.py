"""Whether a procedure is sound: every stage can be reached and every matter can come to an end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from yizhan.facts.progress import SPOKEN
from yizhan.facts.workflow import CLOSED, Workflow, workflow_of
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.procedure import Procedure, Step
from yizhan.model.vocabulary import Action, Family, Side


class Defect(StrEnum):
    """What can be wrong with a procedure."""

    DUPLICATE_STAGE = "duplicate_stage"
    DUPLICATE_STEP = "duplicate_step"
    DUPLICATE_TIER = "duplicate_tier"
    DUPLICATE_MECHANISM = "duplicate_mechanism"
    UNKNOWN_START = "unknown_start"
    START_NOT_WAITING = "start_not_waiting"
    UNKNOWN_STAGE = "unknown_stage"
    UNKNOWN_TIER = "unknown_tier"
    WRONG_FAMILY = "wrong_family"
    STAGE_NOT_NAMED = "stage_not_named"
    VERDICT_UNASKED = "verdict_unasked"
    VERDICT_BY_OFFICE = "verdict_by_office"
    COMMON_STEP_MOVES = "common_step_moves"
    LIMIT_TOO_SHORT = "limit_too_short"
    LIMIT_TWICE = "limit_twice"
    UNREACHABLE_STAGE = "unreachable_stage"
    DEAD_END = "dead_end"
    NEVER_CONFIRMED = "never_confirmed"
    LEFT_OUT_BUT_THERE = "left_out_but_there"


@dataclass(frozen=True, slots=True)
class Unsoundness:
    """One defect of a procedure.

    Attributes:
        pointer: where it stands in the procedure's file.
        params: what a message says of it.
    """

    key: Defect
    pointer: Pointer
    params: Mapping[str, Any]


LEADS_TO: Mapping[Action, Family] = {
    Action.REPORT_DONE: Family.CLAIMED,
    Action.CONFIRM: Family.CONFIRMED,
    Action.LAPSE: Family.CONFIRMED,
    Action.OBJECT: Family.REOPENED,
    Action.REFUSE: Family.UNSOLVED,
    Action.WITHDRAW: Family.UNSOLVED,
    Action.REOPEN: Family.REOPENED,
}
"""The family of stages that an action must lead to."""


_LEADS_ASTRAY = frozenset(
    (Defect.UNKNOWN_STAGE, Defect.UNKNOWN_START, Defect.WRONG_FAMILY, Defect.VERDICT_UNASKED)
)


def defects(procedure: Procedure, common_steps: tuple[Step, ...]) -> Iterator[Unsoundness]:
    """Everything that makes a procedure unsound, in the order of its file.

    Which stages can be reached is asked only once every step leads where it should: one misspelt
    stage would else put half the procedure out of reach.
    """
    workflow = workflow_of(procedure, common_steps)
    common = {step.action for step in common_steps}
    twice = tuple(_duplicates(procedure))
    if twice:  # which of the two a key means is not known, nor where anything leads
        yield from twice
        return
    yield from _limits(workflow)
    own = {step.action for step in procedure.steps}
    for position, action in enumerate(procedure.without):
        if action in own:
            params = {"action": action}
            yield Unsoundness(Defect.LEFT_OUT_BUT_THERE, ("without", position), params)
    wrong = [*_start(workflow)]
    for position, step in enumerate(procedure.steps):
        wrong += _step_defects(position, step, workflow, common)
    yield from _once_a_key(procedure, wrong)
    if not any(defect.key in _LEADS_ASTRAY for defect in wrong):
        yield from _path_defects(workflow)


def _once_a_key(procedure: Procedure, wrong: list[Unsoundness]) -> Iterator[Unsoundness]:
    """The defects, with a stage that several steps name and none is once, not at each of them.

    Where one stage is named by no step at all, its own key is most likely the one that is mistyped.
    """
    unknown = (Defect.UNKNOWN_STAGE, Defect.UNKNOWN_START)
    named = Counter(each.params["stage"] for each in wrong if each.key in unknown)
    used = {key for step in procedure.steps for key in (*step.from_, step.to)} | {procedure.start}
    idle = [n for n, stage in enumerate(procedure.stages) if stage.key not in used]
    said: set[str] = set()
    for each in wrong:
        key = each.params["stage"] if each.key in unknown else None
        if key is None:
            yield each
        elif key not in said:
            said.add(key)
            if named[key] > 1 and len(idle) == 1:
                stage = procedure.stages[idle[0]]
                params = {"stage": stage, "own": stage.key, "named": key, "n": named[key]}
                yield Unsoundness(Defect.STAGE_NOT_NAMED, ("stages", idle[0], "key"), params)
            else:
                yield each


def _duplicates(procedure: Procedure) -> Iterator[Unsoundness]:
    lists = (
        ("stages", Defect.DUPLICATE_STAGE, [stage.key for stage in procedure.stages]),
        ("steps", Defect.DUPLICATE_STEP, [step.key for step in procedure.steps]),
        ("tiers", Defect.DUPLICATE_TIER, [tier.key for tier in procedure.tiers]),
        ("mechanisms", Defect.DUPLICATE_MECHANISM, [each.key for each in procedure.mechanisms]),
    )
    for name, defect, keys in lists:
        seen: Counter[str] = Counter()
        for position, key in enumerate(keys):
            seen[key] += 1
            if seen[key] == 2:
                yield Unsoundness(defect, (name, position, "key"), {"key": key})


def _start(workflow: Workflow) -> Iterator[Unsoundness]:
    start = workflow.procedure.start
    stage = workflow.stages.get(start)
    if stage is None:
        yield Unsoundness(Defect.UNKNOWN_START, ("start",), {"stage": start})
    elif stage.family is not Family.WAITING:
        params = {"stage": stage, "family": stage.family}
        yield Unsoundness(Defect.START_NOT_WAITING, ("start",), params)


def _limits(workflow: Workflow) -> Iterator[Unsoundness]:
    procedure = workflow.procedure
    for name in ("answer_days", "handover_days"):
        days = getattr(procedure, name)
        if days is not None and days < 1:
            yield Unsoundness(Defect.LIMIT_TOO_SHORT, (name,), {"days": days})
    for number, stage in enumerate(procedure.stages):
        seen: set[str | None] = set()
        for position, limit in enumerate(stage.limits):
            pointer = ("stages", number, "limits", position)
            if limit.days < 1:
                params = {"days": limit.days}
                yield Unsoundness(Defect.LIMIT_TOO_SHORT, (*pointer, "days"), params)
            if limit.tier is not None and limit.tier not in workflow.tiers:
                yield Unsoundness(Defect.UNKNOWN_TIER, (*pointer, "tier"), {"tier": limit.tier})
            if limit.tier in seen:
                yield Unsoundness(Defect.LIMIT_TWICE, pointer, {"stage": stage})
            seen.add(limit.tier)


def _step_defects(
    position: int, step: Step, workflow: Workflow, common: set[Action]
) -> Iterator[Unsoundness]:
    here: Pointer = ("steps", position)
    for number, key in enumerate(step.from_):
        if key not in workflow.stages:
            params = {"stage": key, "step": step}
            yield Unsoundness(Defect.UNKNOWN_STAGE, (*here, "from", number), params)
    for number, key in enumerate(step.tiers):
        if key not in workflow.tiers:
            params = {"tier": key, "step": step}
            yield Unsoundness(Defect.UNKNOWN_TIER, (*here, "tiers", number), params)
    if step.to is not None and step.to not in workflow.stages:
        params = {"stage": step.to, "step": step}
        yield Unsoundness(Defect.UNKNOWN_STAGE, (*here, "to"), params)
        return
    target = workflow.stages[step.to] if step.to is not None else None
    wanted = LEADS_TO.get(step.action)
    if wanted is not None and (target is None or target.family is not wanted):
        params = {"step": step, "stage": target, "family": wanted}
        yield Unsoundness(Defect.WRONG_FAMILY, (*here, "to") if target else here, params)
    yield from _unasked(here, step, workflow)
    if wanted is None and target is not None and target.family in _VERDICT_FAMILIES:
        params = {"step": step, "stage": target, "family": None}
        yield Unsoundness(Defect.WRONG_FAMILY, (*here, "to"), params)
    if step.action in SPOKEN and step.side is not Side.RESIDENTS:
        yield Unsoundness(Defect.VERDICT_BY_OFFICE, here, {"step": step})
    if step.action in common and target is not None:
        params = {"step": step, "stage": target}
        yield Unsoundness(Defect.COMMON_STEP_MOVES, (*here, "to"), params)


def _unasked(here: Pointer, step: Step, workflow: Workflow) -> Iterator[Unsoundness]:
    """Where an answer to a report may be taken though none was made."""
    asked = _ANSWERS if step.action in _ANSWERS_A_REPORT else frozenset(Family)
    for number, key in enumerate(step.from_):
        stage = workflow.stages.get(key)
        if stage is not None and stage.family not in asked:
            params = {"step": step, "stage": stage}
            yield Unsoundness(Defect.VERDICT_UNASKED, (*here, "from", number), params)


_ANSWERS_A_REPORT = frozenset((Action.CONFIRM, Action.OBJECT, Action.LAPSE))
_ANSWERS = frozenset((Family.CLAIMED,))
"""What is an answer, and the family of stages in which there is a report that it answers."""

_VERDICT_FAMILIES = frozenset((Family.CLAIMED, Family.CONFIRMED, Family.UNSOLVED))
"""Families that only the actions of ``LEADS_TO`` may enter: nothing closes by the way."""


def _path_defects(workflow: Workflow) -> Iterator[Unsoundness]:
    """Stages out of reach, stages without a way out, and procedures that confirm nothing."""
    onward = _moves(workflow)
    reached = _reach({workflow.procedure.start}, onward)
    closed = {key for key, stage in workflow.stages.items() if stage.family in CLOSED}
    backward: dict[str, set[str]] = {}
    for source, targets in onward.items():
        for target in targets:
            backward.setdefault(target, set()).add(source)
    ends = _reach(closed, backward)
    for position, stage in enumerate(workflow.procedure.stages):
        if stage.key not in reached:
            yield Unsoundness(Defect.UNREACHABLE_STAGE, ("stages", position), {"stage": stage})
        elif stage.key not in ends:
            yield Unsoundness(Defect.DEAD_END, ("stages", position), {"stage": stage})
    families = {workflow.stages[key].family for key in reached if key in workflow.stages}
    if Family.CONFIRMED not in families:
        yield Unsoundness(Defect.NEVER_CONFIRMED, ("stages",), {})


def _moves(workflow: Workflow) -> dict[str, set[str]]:
    open_stages = [key for key, stage in workflow.stages.items() if stage.family not in CLOSED]
    onward: dict[str, set[str]] = {}
    for step in workflow.steps.values():
        if step.to in workflow.stages:
            for source in step.from_ or open_stages:
                onward.setdefault(source, set()).add(str(step.to))
    return onward


def _reach(start: set[str], onward: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting.extend(onward.get(key, ()))
    return reached
