"""What a matter's log does wrong, as data; and the steps it may take next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from yizhan.facts.deadlines import WorkingDays
from yizhan.facts.progress import Heirs, Progress, Refusal, readings
from yizhan.facts.workflow import Workflow, may_start, workflow_of
from yizhan.model.frozen import dataclass
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.procedure import Procedure, Step
from yizhan.model.vocabulary import Action, BodyKind, Result, Side

RESIDENT_BODIES = frozenset((BodyKind.ASSEMBLY, BodyKind.COUNCIL, BodyKind.OWNERS, BodyKind.TEAM))
"""Kinds of body that may speak for residents; every other is an office."""


class Fault(StrEnum):
    """What can be wrong with an entry besides a step that is refused (``Refusal``)."""

    UNKNOWN_STEP = "unknown_step"
    UNKNOWN_TIER = "unknown_tier"
    MISSING_FIELD = "missing_field"
    FIELD_OUT_OF_PLACE = "field_out_of_place"
    DATE_BEFORE_RAISED = "date_before_raised"
    OFFICE_SPEAKS_FOR_RESIDENTS = "office_speaks_for_residents"
    HANDED_TO_HOLDER = "handed_to_holder"
    UNTIL_BEFORE_ENTRY = "until_before_entry"
    EXTENSION_NOT_LATER = "extension_not_later"
    OUTCOME_WITHOUT_REASON = "outcome_without_reason"
    SATISFIED_OVER_ASKED = "satisfied_over_asked"
    LAPSE_TOO_EARLY = "lapse_too_early"
    OWN_PART = "own_part"
    PART_TWICE = "part_twice"
    MERGED_INTO_ITSELF = "merged_into_itself"


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing a log does wrong.

    Attributes:
        key: which rule is broken.
        index: position of the entry, from 0; None where the matter itself is meant.
        field: the field it is about, as in YAML; None for the whole entry.
        params: what a message says of it: plain text, dates, steps and stages.
    """

    key: Refusal | Fault
    index: int | None
    field: str | None
    params: Mapping[str, Any]


_NEEDS: Mapping[Action, tuple[str, ...]] = {
    Action.JOIN: ("with",),
    Action.HANDOVER: ("to",),
    Action.SEND_BACK: ("reason",),
    Action.EXTEND: ("until", "reason"),
    Action.PAUSE: ("reason",),
    Action.REPORT_DONE: ("outcome",),
    Action.REFUSE: ("reason",),
    Action.SPLIT: ("into",),
    Action.MERGE: ("merged_into",),
}
"""What an action needs whatever a procedure's ``requires`` says."""

_BELONGS: Mapping[str, frozenset[Action]] = {
    "outcome": frozenset((Action.REPORT_DONE, Action.REFUSE, Action.WITHDRAW)),
    "verdict": frozenset((Action.CONFIRM, Action.OBJECT)),
    "into": frozenset((Action.SPLIT,)),
    "merged_into": frozenset((Action.MERGE,)),
}
"""Fields that mean something to these actions only."""


_OUT_OF_PLACE = frozenset((Refusal.WRONG_STAGE, Refusal.VERDICT_BEFORE_REPORT))
"""Refusals that follow from a step before that was left out or misspelt."""


def needed_fields(step: Step) -> tuple[str, ...]:
    """The fields, as in YAML, that an entry of this step must have."""
    return tuple(dict.fromkeys((*step.requires, *_NEEDS.get(step.action, ()))))


def next_steps(
    matter: Matter, procedure: Procedure, common_steps: Iterable[Step], working_days: WorkingDays
) -> tuple[Step, ...]:
    """The steps a matter may take after its log as it stands."""
    workflow = workflow_of(procedure, common_steps)
    progress = Progress.at_start(matter, workflow, working_days)
    for _ in readings(progress, matter):
        pass
    return tuple(step for step in workflow.steps.values() if progress.refusal(step) is None)


def violations(
    matter: Matter,
    procedure: Procedure,
    common_steps: Iterable[Step],
    working_days: WorkingDays,
    speaks_for_residents: Callable[[str], bool] = lambda _: False,
    heirs: Heirs | None = None,
) -> Iterator[Violation]:
    """Everything a log does wrong: its dates, then the rest in the order of its entries.

    Args:
        matter: the matter with its whole log.
        procedure: the one the matter names.
        common_steps: the steps that every procedure shares.
        working_days: the calendar the answering period is counted by.
        speaks_for_residents: whether the body with this id may take a residents' step.
        heirs: who goes on with what dissolved bodies of the log had.
    """
    workflow = workflow_of(procedure, common_steps)
    if matter.tier is not None and matter.tier not in workflow.tiers:
        yield _unknown_tier(None, matter.tier, workflow)
    yield from _date_faults(matter)
    progress = Progress.at_start(matter, workflow, working_days, heirs)
    yield from _faults_by_entry(matter, workflow, progress, speaks_for_residents)


def _faults_by_entry(
    matter: Matter,
    workflow: Workflow,
    progress: Progress,
    speaks_for_residents: Callable[[str], bool],
) -> Iterator[Violation]:
    """What entries do wrong one after another, each seen from where those before it lead.

    An entry whose step is refused has no effect on those after it, as in ``derive``; where the
    matter then stands is a guess, so no later step is told to be out of place until one fits.
    """
    astray = False
    for reading in readings(progress, matter):
        index, entry, step = reading.index, reading.entry, reading.step
        if step is None:
            yield _unknown_step(index, entry.step, progress)
            astray = True
            continue
        yield from _entry_faults(index, entry, step, matter, workflow)
        if step.side is Side.RESIDENTS and entry.by and not speaks_for_residents(entry.by):
            params = {"step": step, "body": entry.by}
            yield Violation(Fault.OFFICE_SPEAKS_FOR_RESIDENTS, index, "by", params)
        refusal = reading.refusal
        if refusal is not None:
            if not (astray and refusal in _OUT_OF_PLACE):
                yield _refused(refusal, index, entry, step, progress)
            astray = astray or refusal in _OUT_OF_PLACE
            continue
        astray = False
        yield from _progress_faults(index, entry, step, progress)


def _date_faults(matter: Matter) -> Iterator[Violation]:
    """The first entry that is dated before the matter was raised, whose date may be the mistake."""
    raised = matter.raised.date
    for index, entry in enumerate(matter.log):
        if entry.date.surely_before(raised):
            params = {"date": entry.date, "raised": raised}
            yield Violation(Fault.DATE_BEFORE_RAISED, index, "date", params)
            return


def _entry_faults(
    index: int, entry: LogEntry, step: Step, matter: Matter, workflow: Workflow
) -> Iterator[Violation]:
    """What can be told from the entry and its step alone."""
    for name in needed_fields(step):
        if not _given(entry, name):
            yield Violation(Fault.MISSING_FIELD, index, name, {"step": step, "field": name})
    nobody = step.action is Action.ASSIGN and entry.to is None and entry.by is None
    if nobody and "to" not in step.requires:
        yield Violation(Fault.MISSING_FIELD, index, "to", {"step": step, "field": "to"})
    for name, actions in _BELONGS.items():
        if step.action not in actions and _given(entry, name):
            params = {"step": step, "field": name}
            yield Violation(Fault.FIELD_OUT_OF_PLACE, index, name, params)
    if entry.tier is not None and entry.tier not in workflow.tiers:
        yield _unknown_tier(index, entry.tier, workflow)
    if entry.until is not None and entry.until.surely_before(entry.date):
        params = {"until": entry.until, "date": entry.date}
        yield Violation(Fault.UNTIL_BEFORE_ENTRY, index, "until", params)
    yield from _content_faults(index, entry, matter)


def _content_faults(index: int, entry: LogEntry, matter: Matter) -> Iterator[Violation]:
    outcome = entry.outcome
    if (
        outcome is not None
        and outcome.result is Result.NOT_FEASIBLE
        and outcome.reason is None
        and entry.reason is None
    ):
        yield Violation(Fault.OUTCOME_WITHOUT_REASON, index, "outcome", {})
    asked, satisfied = _answers(entry)
    if asked is not None and satisfied is not None and satisfied > asked:
        params = {"asked": asked, "satisfied": satisfied}
        yield Violation(Fault.SATISFIED_OVER_ASKED, index, "verdict", params)
    if matter.id in entry.into:
        yield Violation(Fault.OWN_PART, index, "into", {})
    if len(set(entry.into)) < len(entry.into):
        yield Violation(Fault.PART_TWICE, index, "into", {})
    if entry.merged_into == matter.id:
        yield Violation(Fault.MERGED_INTO_ITSELF, index, "merged_into", {})


def _answers(entry: LogEntry) -> tuple[int | None, int | None]:
    return (entry.verdict.asked, entry.verdict.satisfied) if entry.verdict else (None, None)


def _progress_faults(
    index: int, entry: LogEntry, step: Step, progress: Progress
) -> Iterator[Violation]:
    """What can be told only from where the matter stands before the entry.

    Days are compared by the calendar that can only spare an entry (``SurelyWorking``), and the day
    that is named is today's: holidays that are published later make no log wrong.
    """
    if step.action is Action.HANDOVER and entry.to is not None and entry.to == progress.handler:
        yield Violation(Fault.HANDED_TO_HOLDER, index, "to", {"body": entry.to})
    if step.action is Action.EXTEND and entry.until is not None:
        due, sure = progress.due(), progress.due(progress.surely(entry))
        if due is not None and sure is not None and entry.until.latest <= sure.day:
            params = {"until": entry.until, "due": due.day}
            yield Violation(Fault.EXTENSION_NOT_LATER, index, "until", params)
    if step.action is Action.LAPSE and entry.date.day is not None:
        answer_by, sure = progress.answer_by(), progress.answer_by(progress.surely(entry))
        if answer_by is not None and sure is not None and entry.date.day <= sure.day:
            params = {"date": entry.date, "answer_by": answer_by.day}
            yield Violation(Fault.LAPSE_TOO_EARLY, index, "date", params)


def _refused(
    refusal: Refusal, index: int, entry: LogEntry, step: Step, progress: Progress
) -> Violation:
    field_ = {Refusal.WRONG_TAKER: "by", Refusal.WRONG_TIER: "tier"}.get(refusal, "step")
    params: dict[str, Any] = {
        "step": step,
        "stage": progress.stage,
        "allowed": _steps_from(progress.workflow, progress),
    }
    if refusal is Refusal.WRONG_TIER:
        params["tier"] = entry.tier or progress.tier
    if progress.handed_over is not None:
        params["handed_to"] = progress.handed_over.to
    return Violation(refusal, index, field_, params)


def _steps_from(workflow: Workflow, progress: Progress) -> tuple[Step, ...]:
    """The procedure's own steps that the present stage allows, for a message."""
    own = workflow.procedure.steps
    return tuple(step for step in own if not progress.ended and may_start(step, progress.stage))


def _unknown_step(index: int, step: str, progress: Progress) -> Violation:
    params = {"step": step, "allowed": _steps_from(progress.workflow, progress)}
    return Violation(Fault.UNKNOWN_STEP, index, "step", params)


def _unknown_tier(index: int | None, tier: str, workflow: Workflow) -> Violation:
    params = {"tier": tier, "allowed": tuple(workflow.tiers.values())}
    return Violation(Fault.UNKNOWN_TIER, index, "tier", params)


def _given(entry: LogEntry, name: str) -> bool:
    attribute = f"{name}_" if name == "with" else name
    value = getattr(entry, attribute, None)
    return value is not None and value not in ((), "")
