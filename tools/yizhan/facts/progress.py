"""Where a matter stands while its log is read, entry by entry.

This is the one place that knows what an action does and when it may not be taken; deriving a
status, finding what a log does wrong and offering the next steps all go through it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from yizhan.facts.deadlines import Due, DueSource, SurelyWorking, WorkingDays, add_working_days
from yizhan.facts.irregular import is_void
from yizhan.facts.workflow import CLOSED, Workflow, limit_of, may_start
from yizhan.model.dates import PartialDate
from yizhan.model.matter import LogEntry, Matter, Outcome, Verdict
from yizhan.model.procedure import Stage, Step
from yizhan.model.vocabulary import Action, Family, Result

VERDICTS = frozenset((Action.CONFIRM, Action.OBJECT, Action.LAPSE))
"""Actions that answer a report of completion."""

GIVES_HANDLER = frozenset((Action.ACCEPT, Action.ASSIGN, Action.TAKE_OVER))
"""Actions after which another body has the matter."""

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


@dataclass(slots=True)
class Progress:
    """What the entries read so far add up to.

    Attributes:
        handed_over: the entry of a hand-over that is neither taken over nor sent back.
        deadline: a day set by an entry or an extension, which goes before the stage's limit.
        answer_until: the day up to which residents may answer, where the report sets one.
        ended: split or merged: what follows stands in other matters.
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
    heirs: Heirs = field(default_factory=dict)

    @classmethod
    def at_start(
        cls, matter: Matter, workflow: Workflow, calendar: WorkingDays, heirs: Heirs | None = None
    ) -> Progress:
        """The progress of a matter with an empty log."""
        return cls(
            workflow=workflow,
            calendar=calendar,
            stage=workflow.start,
            entered=matter.raised.date,
            tier=matter.tier,
            handler=matter.handler,
            heirs=heirs or {},
        )

    def refusal(self, step: Step, entry: LogEntry | None = None) -> Refusal | None:
        """Why a step cannot be taken now, or None where it can.

        Args:
            step: a step of the procedure.
            entry: the entry that records it; None to ask about the step alone.
        """
        if self.ended:
            return Refusal.AFTER_END
        if not may_start(step, self.stage):
            early = step.action in VERDICTS and self.stage.family not in CLOSED
            return Refusal.VERDICT_BEFORE_REPORT if early else Refusal.WRONG_STAGE
        if step.tiers and self._tier_with(entry) not in step.tiers:
            return Refusal.WRONG_TIER
        if step.to is not None and step.to not in self.workflow.stages:
            return Refusal.UNKNOWN_STAGE
        return self._refusal_of_contract(step.action, entry)

    def _refusal_of_contract(self, action: Action, entry: LogEntry | None) -> Refusal | None:
        if action in (Action.TAKE_OVER, Action.SEND_BACK):
            if self.handed_over is None:
                return Refusal.NO_HANDOVER
            to = self.handed_over.to
            takers = {None, to, *self.heirs.get(to or "", ())}
            stranger = entry is not None and entry.by not in takers
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
        if entry.with_:
            self.joint = (*self.joint, *(each for each in entry.with_ if each not in self.joint))
        if entry.until is not None and step.action not in _KEEPS_DEADLINE:
            self.deadline, self.deadline_source = entry.until, DueSource.ENTRY

    def _move(self, stage: Stage, day: PartialDate) -> None:
        """Enter a stage; staying in the same one does not start its clock again."""
        if stage.key == self.stage.key:
            return
        self.stage, self.entered = stage, day
        self.deadline, self.answer_until, self.paused = None, None, False
        self.closed_on = day if stage.family in CLOSED else None
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
            return Due(self.deadline.latest, provisional=False, source=self.deadline_source)
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
            return Due(self.answer_until.latest, provisional=False, source=DueSource.ENTRY)
        return self._after(self.entered, self.workflow.procedure.answer_days, calendar)

    def surely(self, entry: LogEntry) -> SurelyWorking:
        """The calendar by which an entry is judged: no later arrangement changes what it says."""
        return SurelyWorking(self.calendar, entry.date.year)

    def take_over_by(self, handover: LogEntry) -> Due | None:
        """The last day on which a hand-over is to be taken over or sent back."""
        return self._after(handover.date, self.workflow.procedure.handover_days)

    def _after(
        self, start: PartialDate, days: int | None, calendar: WorkingDays | None = None
    ) -> Due | None:
        if start.day is None or days is None:
            return None
        return add_working_days(start.day, days, calendar or self.calendar)


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry of a log, as it is reached.

    Attributes:
        index: position of the entry, from 0.
        step: None where the procedure does not know it.
        refusal: why the step cannot be taken; None for steps nobody knows too.
        void: it is irregular, and nothing follows from it: a verdict that an office gave for
            residents, or what was annulled by the day asked.
    """

    index: int
    entry: LogEntry
    step: Step | None
    refusal: Refusal | None
    void: bool = False

    @property
    def taken(self) -> Step | None:
        """The step, where the entry has an effect of its own."""
        return None if self.refusal is not None or self.void else self.step


def known_entries(log: Sequence[LogEntry], as_of: date) -> Iterator[tuple[int, LogEntry]]:
    """The entries known on a day, in the order of effect, with their positions from 0."""
    for index, entry in enumerate(log):
        if not entry.date.surely_after(as_of):
            yield index, entry


def readings(progress: Progress, matter: Matter, as_of: date = date.max) -> Iterator[Reading]:
    """Read a matter's log entry by entry: what a check or page asks of an entry it asks here.

    Args:
        progress: that of the matter at its start. It stands before the entry when a reading is
            yielded, and the entry is added to it once the next one is asked for.
        matter: whose log is read.
        as_of: entries after this day are left out.
    """
    workflow = progress.workflow
    for index, entry in known_entries(matter.log, as_of):
        step = workflow.steps.get(entry.step)
        refusal = None if step is None else progress.refusal(step, entry)
        void = bool(entry.irregular) and is_void(entry.irregular, as_of)
        reading = Reading(index, entry, step, refusal, void)
        yield reading
        if reading.taken is not None:
            progress.take(reading.taken, entry)


def _unsolved(result: Result, entry: LogEntry) -> Outcome:
    return Outcome(result=result, text=entry.note or entry.reason or "", reason=entry.reason)


def _accept(at: Progress, entry: LogEntry) -> None:
    at.handler = entry.by or at.handler


def _assign(at: Progress, entry: LogEntry) -> None:
    at.handler = entry.to or entry.by or at.handler
    at.joint, at.handed_over = (), None


def _handover(at: Progress, entry: LogEntry) -> None:
    at.handed_over = entry if entry.to is not None else None


def _take_over(at: Progress, entry: LogEntry) -> None:
    assert at.handed_over is not None
    at.handler, at.handed_over = entry.by or at.handed_over.to, None
    at.joint = tuple(each for each in at.joint if each != at.handler)


def _send_back(at: Progress, _entry: LogEntry) -> None:
    at.handed_over = None


def _supervise(at: Progress, entry: LogEntry) -> None:
    at.supervised, at.supervisor = True, entry.by


def _extend(at: Progress, entry: LogEntry) -> None:
    if entry.until is not None:
        at.deadline, at.deadline_source = entry.until, DueSource.EXTENSION


def _pause(at: Progress, _entry: LogEntry) -> None:
    at.paused = True


def _resume(at: Progress, _entry: LogEntry) -> None:
    at.paused = False


def _report_done(at: Progress, entry: LogEntry) -> None:
    at.outcome, at.verdict, at.lapsed = entry.outcome, None, False
    at.answer_until = entry.until


def _answer(at: Progress, entry: LogEntry) -> None:
    at.verdict = entry.verdict or Verdict()


def _lapse(at: Progress, _entry: LogEntry) -> None:
    at.lapsed = True


def _refuse(at: Progress, entry: LogEntry) -> None:
    at.outcome = entry.outcome or _unsolved(Result.NOT_FEASIBLE, entry)


def _withdraw(at: Progress, entry: LogEntry) -> None:
    at.outcome = entry.outcome or _unsolved(Result.WITHDRAWN, entry)


def _split(at: Progress, entry: LogEntry) -> None:
    at.parts = entry.into
    _end(at, entry.date)


def _merge(at: Progress, entry: LogEntry) -> None:
    at.merged_into = entry.merged_into
    _end(at, entry.date)


def _end(at: Progress, day: PartialDate) -> None:
    at.ended, at.closed_on, at.handed_over, at.paused = True, day, None, False


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
    Action.CONFIRM: _answer,
    Action.OBJECT: _answer,
    Action.LAPSE: _lapse,
    Action.REFUSE: _refuse,
    Action.WITHDRAW: _withdraw,
    Action.SPLIT: _split,
    Action.MERGE: _merge,
}
