"""The state of a matter on a day: derived from its log and its procedure, never written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yizhan.facts.deadlines import Due, WorkingDays, days_late
from yizhan.facts.progress import Heirs, Progress, known_entries
from yizhan.facts.workflow import workflow_of
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.matter import Matter, Outcome, Verdict
from yizhan.model.procedure import Procedure, Stage, Step, Tier
from yizhan.model.vocabulary import Family


@dataclass(frozen=True, slots=True)
class Handover:
    """A hand-over that is neither taken over nor sent back; shown publicly.

    Attributes:
        to: id of the body that is to take it over.
        giver: id of the body that still answers for the matter.
        due: the last day to take it over, where the procedure gives a limit.
        late_days: working days late.
    """

    to: str
    giver: str | None
    since: PartialDate
    due: Due | None
    late_days: int

    @property
    def late(self) -> bool:
        """Whether the time to take it over has run out."""
        return self.late_days > 0


@dataclass(frozen=True, slots=True)
class Passage:
    """One entry that took effect.

    Attributes:
        index: position of the entry in the log, from 0.
        before: the stage before it.
        after: the stage after it; the same where it does not move the matter.
        due: the due date that stood before it.
        late_days: for an entry that leaves a stage: working days after that due date.
    """

    index: int
    date: PartialDate
    step: Step
    before: Stage
    after: Stage
    due: Due | None
    late_days: int


@dataclass(frozen=True, slots=True)
class MatterState:
    """What became of a matter, who has it and until when.

    Attributes:
        handler: id of the body that has it.
        joint: ids of the bodies that work on it with the handler in the lead.
        pending: a hand-over not yet taken over.
        entered: when the present stage was entered.
        due: the last day in time for the present stage.
        late_days: working days late on the day asked.
        answer_by: the last day for residents to answer a report of completion.
        paused: shown only; the public clock goes on.
        lapsed: closed because nobody answered in time.
        as_of: the day it holds for.
        closed_on: when it was confirmed, given up, split or merged; None while open.
        reopened: how many times it was taken up again.
        history: the entries that took effect, in order.
    """

    stage: Stage
    family: Family
    tier: Tier | None
    handler: str | None
    joint: tuple[str, ...]
    pending: Handover | None
    entered: PartialDate
    due: Due | None
    late_days: int
    answer_by: Due | None
    paused: bool
    supervised: bool
    supervisor: str | None
    outcome: Outcome | None
    verdict: Verdict | None
    lapsed: bool
    opened_on: PartialDate
    closed_on: PartialDate | None
    reopened: int
    merged_into: str | None
    parts: tuple[str, ...]
    history: tuple[Passage, ...]
    as_of: date

    @property
    def open(self) -> bool:
        """Whether something is still to be done in this matter itself."""
        return self.closed_on is None

    @property
    def late(self) -> bool:
        """Whether the present stage's time has run out."""
        return self.late_days > 0


def derive(
    matter: Matter,
    procedure: Procedure,
    common_steps: Iterable[Step],
    as_of: date,
    working_days: WorkingDays,
    heirs: Heirs | None = None,
) -> MatterState:
    """Derive the state of a matter on a day.

    Entries after ``as_of``, entries with an unknown step and steps the procedure forbids have no
    effect; ``matter_log.violations`` says what is wrong with the latter.

    Args:
        matter: the matter with its whole log.
        procedure: the one the matter names.
        common_steps: the steps that every procedure shares.
        as_of: the day asked.
        working_days: the calendar that limits are counted by.
        heirs: who goes on with what dissolved bodies of the log had.
    """
    workflow = workflow_of(procedure, common_steps)
    progress = Progress.at_start(matter, workflow, working_days, heirs)
    history: list[Passage] = []
    for index, entry in known_entries(matter.log, as_of):
        step = workflow.steps.get(entry.step)
        if step is None or progress.refusal(step, entry):
            continue
        before, due = progress.stage, progress.due()
        progress.take(step, entry)
        left = progress.stage is not before or progress.ended
        day = entry.date.day if left else None
        late = 0 if day is None else days_late(due, day, working_days)
        history.append(Passage(index, entry.date, step, before, progress.stage, due, late))
    return _state(matter, progress, tuple(history), as_of)


def _state(
    matter: Matter, progress: Progress, history: tuple[Passage, ...], as_of: date
) -> MatterState:
    due = progress.due()
    return MatterState(
        stage=progress.stage,
        family=progress.stage.family,
        tier=progress.workflow.tiers.get(progress.tier) if progress.tier is not None else None,
        handler=progress.handler,
        joint=tuple(each for each in progress.joint if each != progress.handler),
        pending=_pending(progress, as_of),
        entered=progress.entered,
        due=due,
        late_days=days_late(due, as_of, progress.calendar),
        answer_by=progress.answer_by(),
        paused=progress.paused,
        supervised=progress.supervised,
        supervisor=progress.supervisor,
        outcome=progress.outcome,
        verdict=progress.verdict,
        lapsed=progress.lapsed,
        opened_on=matter.raised.date,
        closed_on=progress.closed_on,
        reopened=progress.reopened,
        merged_into=progress.merged_into,
        parts=progress.parts,
        history=history,
        as_of=as_of,
    )


def _pending(progress: Progress, as_of: date) -> Handover | None:
    entry = progress.handed_over
    if entry is None or entry.to is None:
        return None
    due = progress.take_over_by(entry)
    late = days_late(due, as_of, progress.calendar)
    return Handover(entry.to, progress.handler, entry.date, due, late)
