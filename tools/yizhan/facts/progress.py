"""Where a matter stands while its log is read, entry by entry.

This is the one place that knows what an action does and when it may not be taken; deriving a
status, finding what a log does wrong and offering the next steps all go through it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from yizhan.facts.corrections import effective_log
from yizhan.facts.deadlines import Due, DueSource, SurelyWorking, WorkingDays, due_after, due_on
from yizhan.facts.ending import Ending
from yizhan.facts.workflow import CLOSED, Workflow, limit_of, may_start
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import Share
from yizhan.model.matter import LogEntry, Matter, Outcome, Verdict
from yizhan.model.procedure import Stage, Step
from yizhan.model.reference import known
from yizhan.model.vocabulary import Action, Family, Side

VERDICTS = frozenset((Action.CONFIRM, Action.OBJECT, Action.LAPSE))
"""Actions that answer a report of completion."""

GIVES_HANDLER = frozenset((Action.ACCEPT, Action.ASSIGN, Action.TAKE_OVER))
"""Actions after which another body has the matter."""

SPOKEN = frozenset((Action.CONFIRM, Action.OBJECT))
"""Actions that are the residents' word, whatever side a procedure gives them."""

MAJORITY = Share(more_than="1/2")
"""How many of those asked must be satisfied where the procedure does not say."""

_KEEPS_DEADLINE = frozenset((Action.EXTEND, Action.PAUSE, Action.REPORT_DONE))


Heirs = Mapping[str, frozenset[str]]
"""Id of a dissolved body → ids of those who go on with what it had (``facts/succession.py``)."""


class Refusal(StrEnum):
    """Why a step cannot be taken where the matter stands."""

    AFTER_END = "after_end"
    WRONG_STAGE = "wrong_stage"
    VERDICT_BEFORE_REPORT = "verdict_before_report"
    WRONG_TIER = "wrong_tier"
    UNKNOWN_STAGE = "unknown_stage"
    NO_HANDOVER = "no_handover"
    WRONG_TAKER = "wrong_taker"
    HANDOVER_PENDING = "handover_pending"
    NOT_PAUSED = "not_paused"
    ALREADY_PAUSED = "already_paused"
    BELOW_SHARE = "below_share"
    SAME_BODY = "same_body"
    OFFICE_SPEAKS_FOR_RESIDENTS = "office_speaks_for_residents"
    NO_PERIOD = "no_period"
    LAPSE_TOO_EARLY = "lapse_too_early"


def anybody_speaks(_body: str) -> bool:
    """Where no archive says of what kind a body is."""
    return True


@dataclass(slots=True)
class Progress:
    """What the entries read so far add up to.

    Attributes:
        handed_over: the entry of a hand-over that is neither taken over nor sent back.
        deadline: a day set by an entry or an extension, which goes before the stage's limit.
        answer_until: the day up to which residents may answer, where the report sets one.
        ended: split or merged: what follows stands in other matters.
        ending: what ended it, or that nothing has.
        why: the reason given by the entry that ended it.
        reported_by: the body that made the last report of completion.
        parties: bodies that have, or had, a part in the matter.
        speaks: whether the body with this id may speak for residents.
        rests_on: the bodies of which that was asked.
        noted: whether only those who handle the matter say what residents answered.
        heirs: dissolved bodies that the log names → who goes on with what they had.
    """

    workflow: Workflow
    calendar: WorkingDays
    stage: Stage
    entered: PartialDate
    tier: str | None
    handler: str | None
    joint: tuple[str, ...] = ()
    handed_over: LogEntry | None = None
    deadline: PartialDate | None = None
    deadline_source: DueSource = DueSource.ENTRY
    answer_until: PartialDate | None = None
    paused: bool = False
    supervised: bool = False
    supervisor: str | None = None
    outcome: Outcome | None = None
    verdict: Verdict | None = None
    lapsed: bool = False
    closed_on: PartialDate | None = None
    reopened: int = 0
    merged_into: str | None = None
    parts: tuple[str, ...] = ()
    ended: bool = False
    ending: Ending = Ending.OPEN
    why: str | None = None
    reported_by: str | None = None
    noted: bool = False
    parties: tuple[str, ...] = ()
    speaks: Callable[[str], bool] = anybody_speaks
    rests_on: tuple[str, ...] = ()
    heirs: Heirs = field(default_factory=dict)

    @classmethod
    def at_start(
        cls,
        matter: Matter,
        workflow: Workflow,
        calendar: WorkingDays,
        heirs: Heirs | None = None,
        speaks: Callable[[str], bool] = anybody_speaks,
    ) -> Progress:
        """The progress of a matter with an empty log.

        Args:
            matter: whose log is read.
            workflow: its procedure.
            calendar: by which limits are counted.
            heirs: who goes on with what dissolved bodies of the log had.
            speaks: whether the body with this id may speak for residents.
        """
        return cls(
            workflow=workflow,
            calendar=calendar,
            stage=workflow.start,
            entered=matter.raised.date,
            tier=matter.tier,
            handler=matter.handler,
            parties=() if matter.handler is None else (matter.handler,),
            speaks=speaks,
            heirs=heirs or {},
        )

    def refusal(self, step: Step, entry: LogEntry | None = None) -> Refusal | None:
        """Why a step cannot be taken now, or None where it can.

        Args:
            step: a step of the procedure.
            entry: the entry that records it; None to ask about the step alone.
        """
        if step.action is Action.CORRECT:
            return None
        if self.ended:
            return Refusal.AFTER_END
        if not may_start(step, self.stage):
            early = step.action in VERDICTS and self.stage.family not in CLOSED
            return Refusal.VERDICT_BEFORE_REPORT if early else Refusal.WRONG_STAGE
        if step.tiers and self._tier_with(entry) not in step.tiers:
            return Refusal.WRONG_TIER
        if step.to is not None and step.to not in self.workflow.stages:
            return Refusal.UNKNOWN_STAGE
        return self._refusal_of_contract(step.action, entry) or self._refusal_of_answer(step, entry)

    def _refusal_of_answer(self, step: Step, entry: LogEntry | None) -> Refusal | None:
        """Why an answer to a report of completion is none."""
        if step.action is Action.LAPSE:
            return self._refusal_of_lapse(entry)
        if entry is None or not (step.side is Side.RESIDENTS or step.action in SPOKEN):
            return None
        by = known(entry.by)
        if by is not None:
            self.rests_on = tuple(dict.fromkeys((*self.rests_on, by)))
            if not self.speaks(by):
                return Refusal.OFFICE_SPEAKS_FOR_RESIDENTS
            if by == self.reported_by and step.action in SPOKEN:
                return Refusal.SAME_BODY
        below = step.action is Action.CONFIRM and self.agrees(entry.verdict) is False
        return Refusal.BELOW_SHARE if below else None

    @property
    def share(self) -> Share:
        """How many of those asked must be satisfied for a confirmation."""
        return self.workflow.procedure.confirm_share or MAJORITY

    def agrees(self, verdict: Verdict | None) -> bool | None:
        """Whether as many as are needed are satisfied; None where there are no numbers of it."""
        if verdict is None or verdict.asked is None or verdict.satisfied is None:
            return None
        return verdict.asked > 0 and self.share.met(verdict.satisfied, verdict.asked)

    def _refusal_of_lapse(self, entry: LogEntry | None) -> Refusal | None:
        """Silence is an answer only where there was a time to answer, and it is over.

        Days are compared by the calendar that can only spare an entry (``SurelyWorking``), so that
        holidays published later change nothing.
        """
        if self.answer_until is None and self.workflow.procedure.answer_days is None:
            return Refusal.NO_PERIOD
        if entry is None:
            return None
        sure = self.answer_by(self.surely(entry))
        early = sure is not None and entry.date.latest <= sure.first
        return Refusal.LAPSE_TOO_EARLY if early else None

    def _refusal_of_contract(self, action: Action, entry: LogEntry | None) -> Refusal | None:
        if action in (Action.TAKE_OVER, Action.SEND_BACK):
            if self.handed_over is None:
                return Refusal.NO_HANDOVER
            to = self.handed_over.to
            takers = {None, to, *self.heirs.get(to or "", ())}
            stranger = entry is not None and known(entry.by) not in takers
            return Refusal.WRONG_TAKER if stranger else None
        if action is Action.HANDOVER and self.handed_over is not None:
            return Refusal.HANDOVER_PENDING
        if action is Action.RESUME and not self.paused:
            return Refusal.NOT_PAUSED
        if action is Action.PAUSE and self.paused:
            return Refusal.ALREADY_PAUSED
        return None

    def _tier_with(self, entry: LogEntry | None) -> str | None:
        return entry.tier if entry is not None and entry.tier is not None else self.tier

    def take(self, step: Step, entry: LogEntry) -> None:
        """Add an entry whose step is not refused."""
        self.tier = self._tier_with(entry)
        if step.to is not None:
            self._move(self.workflow.stages[step.to], entry.date)
        effect = _EFFECTS.get(step.action)
        if effect is not None:
            effect(self, entry)
        self._join(known(entry.by), known(entry.to), *entry.with_)
        if entry.with_:
            self.joint = (*self.joint, *(each for each in entry.with_ if each not in self.joint))
        if entry.until is not None and step.action not in _KEEPS_DEADLINE:
            self.deadline, self.deadline_source = entry.until, DueSource.ENTRY

    def _join(self, *bodies: str | None) -> None:
        """Bodies get a part in the matter."""
        new = [each for each in bodies if each is not None and each not in self.parties]
        if new:
            self.parties = (*self.parties, *new)

    def has_part(self, body: str) -> bool:
        """Whether a body has a part in the matter, or goes on with what one had that is gone."""
        return body in self.parties or any(
            body in self.heirs.get(each, ()) for each in self.parties
        )

    def _move(self, stage: Stage, day: PartialDate) -> None:
        """Enter a stage; staying in the same one does not start its clock again."""
        if stage.key == self.stage.key:
            return
        self.stage, self.entered = stage, day
        self.deadline, self.answer_until, self.paused = None, None, False
        self.closed_on = day if stage.family in CLOSED else None
        self.ending = Ending.UNRECORDED if stage.family in CLOSED else Ending.OPEN
        self.why = None
        if stage.family in CLOSED or stage.family is Family.CLAIMED:
            self.handed_over = None
        if stage.family is Family.REOPENED:
            self.reopened += 1
            self.outcome, self.lapsed = None, False

    def due(self, calendar: WorkingDays | None = None) -> Due | None:
        """The last day in time for the present stage; None where none is set or can be told.

        Args:
            calendar: counts the days; None for that of today.
        """
        if self.closed_on is not None:
            return None
        if self.deadline is not None:
            return due_on(self.deadline, self.deadline_source)
        limit = limit_of(self.stage, self.tier)
        return None if limit is None else self._after(self.entered, limit.days, calendar)

    def answer_by(self, calendar: WorkingDays | None = None) -> Due | None:
        """The last day on which residents may answer a report of completion.

        Args:
            calendar: counts the days; None for that of today.
        """
        if self.stage.family is not Family.CLAIMED or self.closed_on is not None:
            return None
        if self.answer_until is not None:
            return due_on(self.answer_until, DueSource.ENTRY)
        return self._after(self.entered, self.workflow.procedure.answer_days, calendar)

    def is_noted_by_office(self, entry: LogEntry) -> bool:
        """Whether nobody but those who handle the matter says what residents answered.

        A verdict stands on its own where a body of residents gives it, or where it says how they were
        asked and which other body took it down.
        """
        handling = {self.handler, self.reported_by, *self.joint}
        if known(entry.by) is not None:
            return entry.by in handling
        verdict = entry.verdict
        recorder = None if verdict is None else known(verdict.recorded_by)
        if verdict is None or verdict.how is None or recorder is None:
            return True
        return recorder in handling

    def surely(self, entry: LogEntry) -> SurelyWorking:
        """The calendar by which an entry is judged: no later arrangement changes what it says."""
        return SurelyWorking(self.calendar, entry.date.year)

    def take_over_by(self, handover: LogEntry) -> Due | None:
        """The last day on which a hand-over is to be taken over or sent back."""
        return self._after(handover.date, self.workflow.procedure.handover_days)

    def _after(
        self, start: PartialDate, days: int | None, calendar: WorkingDays | None = None
    ) -> Due | None:
        return None if days is None else due_after(start, days, calendar or self.calendar)


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry of a log, as it is reached.

    Attributes:
        index: position of the entry, from 0.
        entry: with the corrections of it worked in.
        step: None where the procedure does not know it.
        refusal: why the step cannot be taken; None for corrections and for steps nobody knows too.
    """

    index: int
    entry: LogEntry
    step: Step | None
    refusal: Refusal | None

    @property
    def taken(self) -> Step | None:
        """The step, where the entry has an effect of its own."""
        step = self.step
        effective = step is not None and self.refusal is None and step.action is not Action.CORRECT
        return step if effective else None


def readings(progress: Progress, matter: Matter, as_of: date = date.max) -> Iterator[Reading]:
    """Read a matter's log entry by entry: what a check or page asks of an entry it asks here.

    Args:
        progress: that of the matter at its start. It stands before the entry when a reading is
            yielded, and the entry is added to it once the next one is asked for.
        matter: whose log is read.
        as_of: entries after this day are left out.
    """
    workflow = progress.workflow
    for index, entry in effective_log(matter.log, workflow, as_of):
        step = workflow.steps.get(entry.step)
        refusal = None if step is None else progress.refusal(step, entry)
        yield Reading(index, entry, step, refusal)
        if step is not None and refusal is None and step.action is not Action.CORRECT:
            progress.take(step, entry)


def _accept(at: Progress, entry: LogEntry) -> None:
    at.handler = known(entry.by) or at.handler


def _assign(at: Progress, entry: LogEntry) -> None:
    at.handler = known(entry.to) or known(entry.by) or at.handler
    at.joint, at.handed_over = (), None


def _handover(at: Progress, entry: LogEntry) -> None:
    at.handed_over = entry if known(entry.to) is not None else None


def _take_over(at: Progress, entry: LogEntry) -> None:
    assert at.handed_over is not None
    at.handler, at.handed_over = known(entry.by) or at.handed_over.to, None
    at.joint = tuple(each for each in at.joint if each != at.handler)


def _send_back(at: Progress, _entry: LogEntry) -> None:
    at.handed_over = None


def _supervise(at: Progress, entry: LogEntry) -> None:
    at.supervised, at.supervisor = True, known(entry.by)


def _extend(at: Progress, entry: LogEntry) -> None:
    if entry.until is not None:
        at.deadline, at.deadline_source = entry.until, DueSource.EXTENSION


def _pause(at: Progress, _entry: LogEntry) -> None:
    at.paused = True


def _resume(at: Progress, _entry: LogEntry) -> None:
    at.paused = False


def _report_done(at: Progress, entry: LogEntry) -> None:
    at.outcome, at.verdict, at.lapsed = entry.outcome, None, False
    at.answer_until, at.reported_by = entry.until, known(entry.by) or at.handler


def _object(at: Progress, entry: LogEntry) -> None:
    at.verdict = entry.verdict or Verdict()
    at.noted = at.is_noted_by_office(entry)


def _confirm(at: Progress, entry: LogEntry) -> None:
    _object(at, entry)
    _conclude(at, Family.CONFIRMED, Ending.CONFIRMED)


def _lapse(at: Progress, _entry: LogEntry) -> None:
    at.lapsed = True
    _conclude(at, Family.CONFIRMED, Ending.LAPSED)


def _refuse(at: Progress, entry: LogEntry) -> None:
    at.outcome = entry.outcome
    _conclude(at, Family.UNSOLVED, Ending.REFUSED, entry.reason or entry.note)


def _withdraw(at: Progress, entry: LogEntry) -> None:
    at.outcome = entry.outcome or at.outcome
    _conclude(at, Family.UNSOLVED, Ending.WITHDRAWN, entry.reason or entry.note)


def _conclude(at: Progress, family: Family, ending: Ending, why: str | None = None) -> None:
    """Say how it ended, if the step led to where such an end leads: a procedure may be unsound."""
    if at.stage.family is family:
        at.ending, at.why = ending, why


def _split(at: Progress, entry: LogEntry) -> None:
    at.parts = entry.into
    _end(at, entry, Ending.SPLIT)


def _merge(at: Progress, entry: LogEntry) -> None:
    at.merged_into = entry.merged_into
    _end(at, entry, Ending.MERGED)


def _end(at: Progress, entry: LogEntry, ending: Ending) -> None:
    at.ended, at.closed_on, at.handed_over, at.paused = True, entry.date, None, False
    at.ending, at.why = ending, entry.reason


_EFFECTS: dict[Action, Callable[[Progress, LogEntry], None]] = {
    Action.ACCEPT: _accept,
    Action.ASSIGN: _assign,
    Action.HANDOVER: _handover,
    Action.TAKE_OVER: _take_over,
    Action.SEND_BACK: _send_back,
    Action.SUPERVISE: _supervise,
    Action.EXTEND: _extend,
    Action.PAUSE: _pause,
    Action.RESUME: _resume,
    Action.REPORT_DONE: _report_done,
    Action.CONFIRM: _confirm,
    Action.OBJECT: _object,
    Action.LAPSE: _lapse,
    Action.REFUSE: _refuse,
    Action.WITHDRAW: _withdraw,
    Action.SPLIT: _split,
    Action.MERGE: _merge,
}
