"""The state of a matter on a day: derived from its log and its procedure, never written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from yizhan.facts.annulled_end import ends, was_annulled
from yizhan.facts.deadlines import Due, WorkingDays, days_late
from yizhan.facts.ending import AGREED, GOES_ON, Ending
from yizhan.facts.irregular import is_void
from yizhan.facts.matter_marks import MatterMark, marks_of
from yizhan.facts.on_record import on_record
from yizhan.facts.parties import Standing
from yizhan.facts.progress import SPOKEN, Progress, known_entries
from yizhan.facts.speakers import ANY, Bodies
from yizhan.facts.workflow import workflow_of
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.matter import LogEntry, Matter, Outcome, Verdict
from yizhan.model.procedure import Procedure, Stage, Step, Tier
from yizhan.model.vocabulary import Family, Result

_Day = date
"""For classes that have a field of that name."""


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
        late_days: for an entry that leaves a stage or moves its last day: working days after that
            due date on which it was surely on record.
        in_time: whether it was surely in time; None where the dates do not show it.
        ending: what ended the matter as far as this entry; or that nothing had.
        result: what the office had reported by then.
        since: the day since which it is on record, as far as its date leaves that open.
        answered: for an entry that answers a hand-over within a limit: the last day to do so.
        answered_late: working days after that day on which the answer was surely on record.
        until: where it was late by what was on record then: the day of the correction that says
            otherwise.
        noted: for a verdict: whether only those who handled the matter say what residents answered.
    """

    index: int
    date: PartialDate
    step: Step
    before: Stage
    after: Stage
    due: Due | None
    late_days: int
    in_time: bool | None = True
    ending: Ending = Ending.OPEN
    result: Result | None = None
    noted: bool = False
    since: PartialDate | None = None
    answered: Due | None = None
    answered_late: int = 0
    until: _Day | None = None


@dataclass(frozen=True, slots=True)
class LateBefore:
    """A stage that was late by what was on record until it was corrected.

    Attributes:
        before: the stage.
        due: its last day, by what was on record then.
        late_days: working days after it.
        since: since when it was on record that the stage was left, or that it was not.
        until: the day of the correction.
        answered: with ``answered_late`` and ``step`` as of a ``Passage``, for a hand-over.
    """

    before: Stage
    due: Due | None
    late_days: int
    since: PartialDate
    until: date
    answered: Due | None = None
    answered_late: int = 0
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class MatterState:
    """What became of a matter, who has it and until when.

    Attributes:
        handler: id of the body that has it; once it is closed, that had it when it was reported done.
        joint: ids of the bodies that work on it with the handler in the lead.
        pending: a hand-over not yet taken over.
        entered: when the present stage was entered.
        due: the last day in time for the present stage.
        late_days: working days late on the day asked.
        answer_by: the last day for residents to answer a report of completion.
        paused: shown only; the public clock goes on.
        paused_until: the day up to which it is said to be; None where no day is named.
        lapsed: closed because nobody answered in time.
        period_over: whether that time was surely over; true where nothing lapsed.
        as_of: the day it holds for.
        closed_on: when it was confirmed, given up, split or merged; None while open.
        reopened: how many times it was taken up again.
        history: the entries that took effect, in order.
        ending: what ended it, or that nothing has.
        why: the reason given by the entry that ended it.
        noted: whether only those who handle it say what residents answered.
        rests_on: ids of the bodies that speak in it, and of what decides what these are.
        parties: ids of the bodies that have, or had, a part in it.
        handling: ids of the bodies that handle it or reported it done, and of those that go on with
            what these had.
        late_before: stages that were late by what was on record before a correction, and that no
            entry of ``history`` leaves now.
        told_by: id of the body whose word the result is; None where the records do not say whose.
        withdrawn_by: id of the body of residents that withdrew it; None where nobody is named.
        marks: what is to be known beside any value of it.
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
    paused_until: PartialDate | None
    supervised: bool
    supervisor: str | None
    outcome: Outcome | None
    verdict: Verdict | None
    lapsed: bool
    period_over: bool
    opened_on: PartialDate
    closed_on: PartialDate | None
    reopened: int
    merged_into: str | None
    parts: tuple[str, ...]
    history: tuple[Passage, ...]
    as_of: date
    ending: Ending
    why: str | None
    noted: bool
    rests_on: tuple[str, ...]
    parties: tuple[str, ...]
    handling: frozenset[str]
    told_by: str | None
    withdrawn_by: str | None
    marks: tuple[MatterMark, ...]
    late_before: tuple[LateBefore, ...] = ()

    def standing(self, bodies: Bodies) -> Standing:
        """What decides who may take the next step.

        Args:
            bodies: what the archive says of them.
        """
        to = None if self.pending is None else self.pending.to
        return Standing(self.handler, self.parties, self.handling, to, bodies)

    @property
    def result(self) -> Result | None:
        """What the office reports; None where nothing is reported."""
        return None if self.outcome is None else self.outcome.result

    @property
    def goes_on(self) -> bool:
        """Whether it was merged or split: it goes on in others and is counted there."""
        return self.ending in GOES_ON

    @property
    def left_late(self) -> tuple[Passage | LateBefore, ...]:
        """The entries that came after the last day of their stage or hand-over; closing undoes none.

        Nor does a correction: what was late by what was on record then stays so.
        """
        late = (each for each in self.history if each.late_days or each.answered_late)
        return (*late, *self.late_before)

    @property
    def most_late(self) -> int:
        """By how many working days it was latest: in any stage or hand-over, the present ones as well."""
        pending = self.pending.late_days if self.pending is not None else 0
        return max(self.late_days, pending, self.was_late)

    @property
    def was_late(self) -> int:
        """By how many working days a limit was exceeded that is over: of a stage, or to take it over."""
        left = (max(each.late_days, each.answered_late) for each in self.left_late)
        return max(left, default=0)

    @property
    def heard(self) -> bool:
        """Whether residents answered the report of completion without agreeing to it: too few did."""
        return self.verdict is not None and self.family is Family.CLAIMED

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
    bodies: Bodies = ANY,
) -> MatterState:
    """Derive the state of a matter on a day by what holds now; ``late_before`` adds what held then.

    Entries after ``as_of``, entries with an unknown step and steps the procedure forbids have no
    effect; ``matter_log.violations`` says what is wrong with the latter.

    Args:
        matter: the matter with its whole log.
        procedure: the one the matter names.
        common_steps: the steps that every procedure shares.
        as_of: the day asked.
        working_days: the calendar that limits are counted by.
        bodies: what the archive says of those that act.
    """
    workflow = workflow_of(procedure, common_steps)
    progress = Progress.at_start(matter, workflow, working_days, bodies)
    since = on_record(matter)
    history: list[Passage] = []
    annulled = False
    for index, entry in known_entries(matter.log, as_of):
        step = workflow.steps.get(entry.step)
        refusal = None if step is None else progress.refusal(step, entry)
        if step is None or refusal is not None:
            if refusal is not None:
                progress.pass_over(refusal, entry)
            continue
        if entry.irregular and is_void(entry.irregular, as_of):
            annulled = annulled or ends(step, workflow)
            continue
        annulled, former = False, (progress.stage, progress.due())
        handed = progress.handed_over
        progress.take(step, entry)
        passage = _passage(index, entry, step, former, progress, since[index], as_of)
        history.append(_answering(passage, handed, progress, as_of))
    if progress.ending is Ending.OPEN and (
        annulled or was_annulled(matter, workflow, [each.date for each in history], as_of)
    ):
        progress.ending = Ending.ANNULLED
    return _state(matter, progress, tuple(history), as_of)


def _passage(
    index: int,
    entry: LogEntry,
    step: Step,
    former: tuple[Stage, Due | None],
    progress: Progress,
    since: PartialDate,
    as_of: date,
) -> Passage:
    """What an entry did, and whether it came in time.

    On a day before it was on record, it is as late as that day: how late it was to become, only those
    who came after know.

    Args:
        index: position of the entry in the log, from 0.
        entry: it has taken effect.
        step: which it takes.
        former: the stage and its last day before it.
        progress: after it.
        since: the day on which it was on record, which no date of its own makes earlier.
        as_of: the day asked.
    """
    before, due = former
    moves = progress.stage is not before or progress.ended or progress.due() != due
    late, in_time = 0, None if due is None else True
    if moves and due is not None:
        late = days_late(due, min(since.earliest, as_of), progress.calendar)
        surely_in_time = since.earliest <= as_of and not days_late(
            replace(due, day=due.first), since.latest, progress.calendar
        )
        in_time = surely_in_time or (False if late else None)
    result = progress.outcome.result if progress.outcome is not None else None
    return Passage(
        index=index,
        date=entry.date,
        step=step,
        before=before,
        after=progress.stage,
        due=due,
        late_days=late,
        in_time=in_time,
        ending=progress.ending,
        result=result,
        noted=progress.noted and step.action in SPOKEN,
        since=since,
    )


def _answering(
    passage: Passage, handed: LogEntry | None, progress: Progress, as_of: date
) -> Passage:
    """An entry with what it was late to answer.

    Args:
        passage: it has taken effect.
        handed: the hand-over that waited before it.
        progress: after it.
        as_of: the day asked, as of ``_passage``.
    """
    due = progress.take_over_by(handed) if handed is not None else None
    if due is None or progress.handed_over is handed:
        return passage
    assert passage.since is not None
    late = days_late(due, min(passage.since.earliest, as_of), progress.calendar)
    return replace(passage, answered=due, answered_late=late)


def _state(
    matter: Matter, progress: Progress, history: tuple[Passage, ...], as_of: date
) -> MatterState:
    due = progress.due()
    return MatterState(
        stage=progress.stage,
        family=progress.stage.family,
        tier=progress.workflow.tiers.get(progress.tier) if progress.tier is not None else None,
        handler=_had_by(progress),
        joint=tuple(each for each in progress.joint if each != progress.handler),
        pending=_pending(progress, as_of),
        entered=progress.entered,
        due=due,
        late_days=days_late(due, as_of, progress.calendar),
        answer_by=progress.answer_by(),
        paused=progress.paused,
        paused_until=progress.paused_until if progress.paused else None,
        supervised=progress.supervised,
        supervisor=progress.supervisor,
        outcome=progress.outcome,
        verdict=progress.verdict,
        lapsed=progress.lapsed,
        period_over=progress.period_over,
        opened_on=matter.raised.date,
        closed_on=progress.closed_on,
        reopened=progress.reopened,
        merged_into=progress.merged_into,
        parts=progress.parts,
        history=history,
        as_of=as_of,
        ending=progress.ending,
        why=progress.why,
        noted=progress.noted,
        rests_on=progress.rests_on,
        parties=progress.parties,
        handling=progress.handling,
        told_by=progress.told_by,
        withdrawn_by=progress.withdrawn_by,
        marks=marks_of(matter, as_of, noted=progress.noted),
    )


def _had_by(progress: Progress) -> str | None:
    """Who has a matter; of one that was closed on a report, who had it then, whoever took it over since."""
    answered = progress.ending in AGREED | {Ending.LAPSED}
    return progress.done_by if answered else progress.handler


def _pending(progress: Progress, as_of: date) -> Handover | None:
    entry = progress.handed_over
    if entry is None or entry.to is None:
        return None
    due = progress.take_over_by(entry)
    late = days_late(due, as_of, progress.calendar)
    return Handover(entry.to, progress.handler, entry.date, due, late)
