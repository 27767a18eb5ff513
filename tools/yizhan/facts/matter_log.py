"""What a matter's log does wrong, as data; and the steps it may take next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from operator import attrgetter
from typing import Any

from yizhan.facts.deadlines import WorkingDays
from yizhan.facts.parties import Bar, Standing, bar
from yizhan.facts.progress import FIELD_OF, SPOKEN, Progress, Refusal, readings
from yizhan.facts.speakers import ANY, Bodies
from yizhan.facts.who_worked import one_with
from yizhan.facts.workflow import Workflow, handled_at, may_start, workflow_of
from yizhan.model.frozen import dataclass
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.procedure import Procedure, Step
from yizhan.model.reference import known
from yizhan.model.vocabulary import Action, Result, Side


class Fault(StrEnum):
    """What can be wrong with an entry besides a step that is refused (``Refusal``)."""

    UNKNOWN_STEP = "unknown_step"
    UNKNOWN_TIER = "unknown_tier"
    MISSING_FIELD = "missing_field"
    FIELD_OUT_OF_PLACE = "field_out_of_place"
    DATE_BEFORE_RAISED = "date_before_raised"
    UNTIL_BEFORE_ENTRY = "until_before_entry"
    EXTENSION_NOT_LATER = "extension_not_later"
    PUT_OFF = "put_off"
    OUTCOME_WITHOUT_REASON = "outcome_without_reason"
    SATISFIED_OVER_ASKED = "satisfied_over_asked"
    OWN_PART = "own_part"
    PART_TWICE = "part_twice"
    MERGED_INTO_ITSELF = "merged_into_itself"
    STRANGER = "stranger"
    OTHER_DISTRICT = "other_district"
    RECORDER_OF_OTHER_DISTRICT = "recorder_of_other_district"
    NOT_TAKEN_OVER = "not_taken_over"
    NOT_ITS_TO_GIVE = "not_its_to_give"
    NOT_ITS_TO_REOPEN = "not_its_to_reopen"
    GIVES_ITSELF = "gives_itself"
    RECORDED_BY_REPORTER = "recorded_by_reporter"
    RECORDED_BY_A_PART = "recorded_by_a_part"
    OBJECTION_BY_TOO_FEW = "objection_by_too_few"
    CONTRADICTORY_RESULT = "contradictory_result"
    OWNER_OF_OURS = "owner_of_ours"
    SATISFIED_OF_UNKNOWN = "satisfied_of_unknown"


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
_HELD = attrgetter(*_BELONGS)


_OUT_OF_PLACE = frozenset((Refusal.WRONG_STAGE, Refusal.VERDICT_BEFORE_REPORT))
"""Refusals that follow from a step before that was left out or misspelt."""


def needed_fields(step: Step) -> tuple[str, ...]:
    """The fields, as in YAML, that an entry of this step must have."""
    by = ("by",) if step.side is Side.OFFICE and step.action not in SPOKEN else ()
    return tuple(dict.fromkeys((*step.requires, *_NEEDS.get(step.action, ()), *by)))


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
    matter: Matter, workflow: Workflow, working_days: WorkingDays, bodies: Bodies = ANY
) -> Iterator[Violation]:
    """Everything a log does wrong: its dates, then the rest in the order of its entries.

    Args:
        matter: the matter with its whole log.
        workflow: the procedure that the matter names, with the steps that every procedure shares.
        working_days: the calendar the answering period is counted by.
        bodies: what the archive says of those that act.
    """
    if matter.tier is not None and matter.tier not in workflow.tiers:
        yield _unknown_tier(None, matter.tier, workflow)
    yield from _date_faults(matter)
    progress = Progress.at_start(matter, workflow, working_days, bodies)
    yield from _faults_by_entry(matter, workflow, progress)


def _faults_by_entry(
    matter: Matter,
    workflow: Workflow,
    progress: Progress,
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
        if entry.reason is None:
            yield from _faults_of_district(index, entry, progress)
        refusal = reading.refusal
        if refusal is not None:
            if not (astray and refusal in _OUT_OF_PLACE):
                yield _refused(refusal, index, entry, step, progress)
            astray = astray or refusal in _OUT_OF_PLACE
            continue
        astray = False
        yield from _progress_faults(index, entry, step, progress)
        yield from _faults_of_actor(index, entry, step, progress)


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
    nobody = step.action is Action.ASSIGN and entry.to is None and known(entry.by) is None
    if nobody and "to" not in step.requires:
        yield Violation(Fault.MISSING_FIELD, index, "to", {"step": step, "field": "to"})
    if entry.tier is not None and entry.tier not in workflow.tiers:
        yield _unknown_tier(index, entry.tier, workflow)
    if entry.until is not None and entry.until.surely_before(entry.date):
        params = {"until": entry.until, "date": entry.date}
        yield Violation(Fault.UNTIL_BEFORE_ENTRY, index, "until", params)
    if any(_HELD(entry)):  # most entries only note that something went on
        yield from _faults_of_place(index, entry, step)
        yield from _faults_of_result(index, entry, step)
        yield from _content_faults(index, entry, matter)


def _faults_of_place(index: int, entry: LogEntry, step: Step) -> Iterator[Violation]:
    """Fields that mean nothing to the action of the step."""
    for name, actions in _BELONGS.items():
        if step.action not in actions and _given(entry, name):
            params = {"step": step, "field": name}
            yield Violation(Fault.FIELD_OUT_OF_PLACE, index, name, params)


def _faults_of_actor(
    index: int, entry: LogEntry, step: Step, progress: Progress
) -> Iterator[Violation]:
    """Whether whoever acts has a part in the matter, and whether a verdict is the residents' own."""
    by = known(entry.by)
    if by is not None:
        yield from _faults_of_party(index, entry, step, by, progress)
    verdict = entry.verdict
    if step.action not in SPOKEN:
        return
    recorder = None if verdict is None else known(verdict.recorded_by)
    for field, speaker in (("verdict", recorder), ("by", by)):
        against = step.action is Action.OBJECT and field == "by"  # whose part it is flatters nobody
        if speaker is not None and not against:
            yield from _faults_of_handling(index, field, step, speaker, progress)
    if step.action is Action.OBJECT and verdict is not None and progress.agrees(verdict):
        params = {"step": step, "asked": verdict.asked, "satisfied": verdict.satisfied}
        yield Violation(Fault.OBJECTION_BY_TOO_FEW, index, "verdict", params)


_FAULTS: Mapping[Bar | None, Fault] = {
    each: Fault(each) for each in Bar if each not in (Bar.ITSELF, Bar.FROM_BELOW)
}


def _faults_of_party(
    index: int, entry: LogEntry, step: Step, by: str, progress: Progress
) -> Iterator[Violation]:
    """Whether a body may take the step; who supervises whom is told by the check of that."""
    why = _FAULTS.get(bar(by, step.action, progress.standing))
    if (
        why is None
        and step.action is Action.ASSIGN
        and gives_itself(entry.to, by, progress.standing)
    ):
        why = Fault.GIVES_ITSELF
    if why is None:
        return
    tier = progress.workflow.tiers.get(entry.tier or progress.tier or "")
    # a body of the wrong level that accepts is C004's: it would be told twice
    accepts = why is Fault.STRANGER and step.action is Action.ACCEPT
    if not accepts or handled_at(tier, progress.bodies.place(by)):
        yield Violation(why, index, "by", {"step": step, "body": by})


def gives_itself(to: str | None, by: str, at: Standing) -> bool:
    """Whether a body that never had a matter, and did not give it away, assigns it to itself from another."""
    other = at.handler is not None and not at.has_it(by)
    return other and by != at.giver and by not in at.left and (known(to) or by) == by


def _faults_of_handling(
    index: int, field: str, step: Step, speaker: str, progress: Progress
) -> Iterator[Violation]:
    """Whether those who say what residents answered handled the matter, or are part of who did."""
    handling = progress.handling
    if field == "verdict" and speaker in handling:
        params = {"step": step, "body": speaker}
        yield Violation(Fault.RECORDED_BY_REPORTER, index, field, params)
    other = None if speaker in handling else one_with(speaker, handling, progress.bodies)
    if other is not None:
        params = {"step": step, "body": speaker, "other": other}
        yield Violation(Fault.RECORDED_BY_A_PART, index, field, params)


def _faults_of_district(index: int, entry: LogEntry, progress: Progress) -> Iterator[Violation]:
    """Bodies of another district, of an entry that gives no reason; the first of it.

    One that has a part in the matter by now was asked for its reason where it got it.
    """
    named = [("by", entry.by), ("to", entry.to)]
    named += [("with", each) for each in entry.with_]
    if entry.verdict is not None:
        named.append(("verdict", entry.verdict.recorded_by))
    for field, identifier in named:
        body = known(identifier)
        if body is None or progress.is_named(body) or not progress.bodies.abroad(body):
            continue
        recorded = field == "verdict"
        fault = Fault.RECORDER_OF_OTHER_DISTRICT if recorded else Fault.OTHER_DISTRICT
        yield Violation(fault, index, field, {"body": body})
        return


RESULTS_OF = {
    Action.REPORT_DONE: frozenset(Result) - {Result.WITHDRAWN},
    Action.REFUSE: frozenset(Result) - {Result.SOLVED, Result.WITHDRAWN},
    Action.WITHDRAW: frozenset((Result.WITHDRAWN,)),
}
"""The results that an entry of an action can have without contradicting itself."""


def _faults_of_result(index: int, entry: LogEntry, step: Step) -> Iterator[Violation]:
    allowed = RESULTS_OF.get(step.action)
    if entry.outcome is not None and allowed is not None and entry.outcome.result not in allowed:
        params = {"step": step, "result": entry.outcome.result}
        yield Violation(Fault.CONTRADICTORY_RESULT, index, "outcome", params)
    outcome = entry.outcome
    if outcome is not None and outcome.belongs_to and outcome.result is not Result.NOT_OURS:
        yield Violation(Fault.OWNER_OF_OURS, index, "outcome", {"result": outcome.result})


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
    if satisfied and asked is None:  # nobody is too few of however many: a refusal says so
        params = {"satisfied": satisfied}
        yield Violation(Fault.SATISFIED_OF_UNKNOWN, index, "verdict", params)
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
    if progress.puts_off(step, entry):
        params = {"step": step, "until": entry.until, "due": progress.due_day()}
        yield Violation(Fault.PUT_OFF, index, "until", params)
    if step.action is Action.EXTEND and entry.until is not None:
        due, sure = progress.due(), progress.due(progress.surely(entry))
        if due is not None and sure is not None and entry.until.latest <= sure.first:
            params = {"until": entry.until, "due": due.day}
            yield Violation(Fault.EXTENSION_NOT_LATER, index, "until", params)


def _refused(
    refusal: Refusal, index: int, entry: LogEntry, step: Step, progress: Progress
) -> Violation:
    field_ = FIELD_OF.get(refusal, "step")
    params: dict[str, Any] = {
        "step": step,
        "stage": progress.stage,
        "allowed": _steps_from(progress.workflow, progress),
    }
    if refusal is Refusal.WRONG_TIER:
        params["tier"] = entry.tier or progress.tier
    verdict, answer_by = entry.verdict, progress.answer_by()
    if verdict is not None:
        params["asked"], params["satisfied"] = verdict.asked, verdict.satisfied
        params["least"] = progress.share.least(verdict.asked or 0)
    if answer_by is not None:
        params["date"], params["answer_by"] = entry.date, answer_by.day
    if entry.by is not None:
        params["body"] = entry.by
    if refusal is Refusal.HANDED_TO_HOLDER:
        params["body"] = entry.to
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
