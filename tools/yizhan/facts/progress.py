"""Where a matter stands while its log is read, entry by entry.

This is the one place that knows what an action does and when it may not be taken; deriving a
status, finding what a log does wrong and offering the next steps all go through it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yizhan.facts.deadlines import DueSource, WorkingDays
from yizhan.facts.ending import Ending
from yizhan.facts.irregular import annulled_on, is_void
from yizhan.facts.log_so_far import LogSoFar, Undone
from yizhan.facts.on_record import shown_since
from yizhan.facts.parties import GIVEN_TO, RIGHTS, asks_others
from yizhan.facts.speakers import Bodies
from yizhan.facts.step_effects import EFFECTS
from yizhan.facts.workflow import CLOSED, Workflow, may_start
from yizhan.model.dates import PartialDate
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.procedure import Stage, Step
from yizhan.model.reference import known
from yizhan.model.vocabulary import Action, Family, Side

VERDICTS = frozenset((Action.CONFIRM, Action.OBJECT, Action.LAPSE))
"""Actions that answer a report of completion."""

GIVES_HANDLER = frozenset((Action.ACCEPT, Action.ASSIGN, Action.TAKE_OVER))
"""Actions after which another body has the matter."""

_SHOWS_WHO_HAS_IT = frozenset(
    (
        Action.ACCEPT,
        Action.PROGRESS,
        Action.HANDOVER,
        Action.EXTEND,
        Action.PAUSE,
        Action.RESUME,
        Action.REPORT_DONE,
        Action.LAPSE,
        Action.REFUSE,
        Action.REOPEN,
    )
)
"""What a body does in a matter that it has: of several that came after one, it is the one."""

SPOKEN = frozenset((Action.CONFIRM, Action.OBJECT))
"""Actions that are the residents' word, whatever side a procedure gives them."""

_SAYS_WHY = frozenset((Action.OBJECT, Action.WITHDRAW))
"""Whose reason is that of the step, and says nothing of why residents of elsewhere take it."""

_KEEPS_DEADLINE = frozenset((Action.EXTEND, Action.PAUSE, Action.REPORT_DONE))


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
    NOBODY_SATISFIED = "nobody_satisfied"
    SAME_BODY = "same_body"
    OFFICE_SPEAKS_FOR_RESIDENTS = "office_speaks_for_residents"
    RESIDENTS_OF_ELSEWHERE = "residents_of_elsewhere"
    RESIDENTS_WITHOUT_PART = "residents_without_part"
    HANDLER_WITHDRAWS = "handler_withdraws"
    HANDED_TO_HOLDER = "handed_to_holder"
    RESIDENTS_ANSWERED = "residents_answered"
    NO_PERIOD = "no_period"
    LAPSE_TOO_EARLY = "lapse_too_early"


FIELD_OF = {
    Refusal.WRONG_TAKER: "by",
    Refusal.WRONG_TIER: "tier",
    Refusal.BELOW_SHARE: "verdict",
    Refusal.NOBODY_SATISFIED: "verdict",
    Refusal.SAME_BODY: "by",
    Refusal.HANDED_TO_HOLDER: "to",
    Refusal.OFFICE_SPEAKS_FOR_RESIDENTS: "by",
    Refusal.RESIDENTS_OF_ELSEWHERE: "by",
    Refusal.RESIDENTS_WITHOUT_PART: "by",
    Refusal.HANDLER_WITHDRAWS: "by",
    Refusal.LAPSE_TOO_EARLY: "date",
}
"""The field that a refusal is about, where it is not the step."""
TOO_FEW = frozenset((Refusal.BELOW_SHARE, Refusal.NOBODY_SATISFIED))
"""Of a confirmation that is none: residents were asked, and what they said stays said."""


@dataclass(slots=True)
class Progress(LogSoFar):
    """A log as far as it is read, and what may come next."""

    def refusal(self, step: Step, entry: LogEntry | None = None) -> Refusal | None:
        """Why a step cannot be taken now, or None where it can.

        Args:
            step: a step of the procedure.
            entry: the entry that records it; None to ask about the step alone.
        """
        if self.ended:
            return Refusal.AFTER_END
        if not may_start(step, self.stage) and not self._is_return_visit(step, entry):
            waits = self.stage.family not in CLOSED | {Family.REOPENED}
            early = step.action in VERDICTS and waits
            return Refusal.VERDICT_BEFORE_REPORT if early else Refusal.WRONG_STAGE
        if step.tiers and self._tier_with(entry) not in step.tiers:
            return Refusal.WRONG_TIER
        if step.to is not None and step.to not in self.workflow.stages:
            return Refusal.UNKNOWN_STAGE
        return self._refusal_of_contract(step.action, entry) or self._refusal_of_answer(step, entry)

    def _is_return_visit(self, step: Step, entry: LogEntry | None) -> bool:
        """Whether an entry notes what a round found of a matter that is closed; it moves nothing."""
        noted = step.action is Action.PROGRESS and entry is not None and entry.round is not None
        return noted and self.stage.family in CLOSED

    def _refusal_of_answer(self, step: Step, entry: LogEntry | None) -> Refusal | None:
        """Why an answer to a report of completion is none."""
        if step.action is Action.LAPSE:
            return self._refusal_of_lapse(entry)
        if entry is None or not (step.side is Side.RESIDENTS or step.action in SPOKEN):
            return None
        by = known(entry.by)
        if by is not None:
            refusal = self._refusal_of_speaker(by, step, entry)
            if refusal is not None:
                return refusal
        if step.action is Action.CONFIRM and self.agrees(entry.verdict) is False:
            counted = entry.verdict is not None and entry.verdict.asked is not None
            return Refusal.BELOW_SHARE if counted else Refusal.NOBODY_SATISFIED
        return None

    def _refusal_of_speaker(self, by: str, step: Step, entry: LogEntry) -> Refusal | None:
        """Why a body does not speak for the residents of the matter."""
        self.ask(by)
        if not self.bodies.speaks(by):
            return Refusal.OFFICE_SPEAKS_FOR_RESIDENTS
        if by in (self.reported_by, *self.once.reported) and step.action in SPOKEN:
            return Refusal.SAME_BODY
        if step.action is Action.WITHDRAW and by == self.handler:
            return Refusal.HANDLER_WITHDRAWS
        if self.is_named(by) or not self.bodies.elsewhere(by):
            return None
        if step.action in _SAYS_WHY:
            return Refusal.RESIDENTS_WITHOUT_PART
        return Refusal.RESIDENTS_OF_ELSEWHERE if entry.reason is None else None

    def _refusal_of_lapse(self, entry: LogEntry | None) -> Refusal | None:
        """Silence is an answer only where there was a time to answer, it is over, and nobody answered.

        Days are compared by the calendar that can only spare an entry (``SurelyWorking``), so that
        holidays published later change nothing.
        """
        if self.verdict is not None:
            return Refusal.RESIDENTS_ANSWERED
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
            takers = {None, to, *self.bodies.heirs.get(to or "", ())}
            stranger = entry is not None and known(entry.by) not in takers
            return Refusal.WRONG_TAKER if stranger else None
        if action is Action.HANDOVER:
            return self._refusal_of_handover(entry)
        if action is Action.RESUME and not self.paused:
            return Refusal.NOT_PAUSED
        if action is Action.PAUSE and self.paused:
            return Refusal.ALREADY_PAUSED
        return None

    def _refusal_of_handover(self, entry: LogEntry | None) -> Refusal | None:
        if self.handed_over is not None:
            return Refusal.HANDOVER_PENDING
        to = None if entry is None else known(entry.to)
        return Refusal.HANDED_TO_HOLDER if to is not None and to == self.handler else None

    def _tier_with(self, entry: LogEntry | None) -> str | None:
        return entry.tier if entry is not None and entry.tier is not None else self.tier

    def _end_period(self, step: Step, entry: LogEntry) -> None:
        """Say whether the residents' time to answer was over, if the matter lapses."""
        lapses = step.action is Action.LAPSE
        sure = self.answer_by(self.surely(entry)) if lapses else None
        now = self.answer_by() if lapses else None
        self.period_over = sure is None or entry.date.earliest > sure.day
        self.cut_short = self.period_over and now is not None and entry.date.latest <= now.day

    def take(self, step: Step, entry: LogEntry) -> None:
        """Add an entry whose step is not refused."""
        self.tier = self._tier_with(entry)
        joins = entry.with_ and asks_others(known(entry.by), step.action, self.standing)
        put_off = self.puts_off(step, entry)
        self._end_period(step, entry)
        if step.to is not None:
            self._move(self.workflow.stages[step.to], entry)
        if step.action in _SHOWS_WHO_HAS_IT and self._came_after(known(entry.by), entry.date):
            self.handler = known(entry.by)
        effect = EFFECTS.get(step.action)
        if effect is not None:
            effect(self, entry)
        if self.supervisor is not None and self.supervisor == self.handler:
            self.supervised, self.supervisor = False, None  # nobody supervises itself
        self.join(known(entry.by), known(entry.to), *entry.with_)
        joined = entry.with_ if joins else ()
        to = entry.to if RIGHTS[step.action].gives & GIVEN_TO else None
        self.left -= {self.handler, to, *joined}
        if joined:
            self.joint = (*self.joint, *(each for each in joined if each not in self.joint))
        if entry.until is not None and step.action not in _KEEPS_DEADLINE and not put_off:
            self.deadline, self.deadline_source = entry.until, DueSource.ENTRY

    def puts_off(self, step: Step, entry: LogEntry) -> bool:
        """Whether an entry would move the last day of the present stage later without being an extension.

        Giving the matter to a body sets that body its own day; so does a step to another stage. A day
        that an arrangement published after the entry can move makes no entry wrong (``SurelyWorking``).
        """
        stays = step.to is None or step.to == self.stage.key
        if entry.until is None or step.action in _KEEPS_DEADLINE or not stays:
            return False
        due = self.due()
        if due is None or step.action in GIVES_HANDLER or not self.surely(entry).known(due.day):
            return False
        return entry.until.earliest > due.day

    def _came_after(self, by: str | None, day: PartialDate) -> bool:
        """Whether a body goes on with what the handler had, which was gone by then."""
        former = self.handler
        going_on = self.bodies.heirs.get(former or "", ())
        return former is not None and by in going_on and self.bodies.was_gone(former, day)

    def pass_over(self, refusal: Refusal, entry: LogEntry) -> None:
        """Go on after an entry whose step is refused: nothing follows but what residents were heard to say."""
        if refusal in TOO_FEW:
            self.verdict, self.noted = entry.verdict, self.is_noted_by_office(entry)

    def undo(self, step: Step, entry: LogEntry, as_of: date) -> None:
        """Go on after an entry from which nothing follows by a day; until it was annulled it had effect."""
        day = annulled_on(entry.irregular, as_of)
        ends = step.action in (Action.SPLIT, Action.MERGE)
        moved = ends or step.to not in (None, self.stage.key)
        if day is not None and (moved or entry.until is not None):
            self.undone = (*self.undone, Undone(day, self.stage.key, moved))

    def _answerable(self, stage: Stage, entry: LogEntry) -> PartialDate:
        """Since when residents could answer: a report is on record, and no objection to it stands."""
        since = shown_since(entry)
        if stage.family is not Family.CLAIMED:
            return since
        again = [day for said, day in self.taken_back if not said.surely_before(entry.date)]
        return max((since, *again), key=lambda day: day.earliest)

    def _move(self, stage: Stage, entry: LogEntry) -> None:
        """Enter a stage; staying in the same one does not start its clock again.

        Residents cannot answer a report before it is on record, whatever date it bears.
        """
        if stage.key == self.stage.key:
            return
        day = entry.date
        self.stage, self.entered, self.answer_from = stage, day, self._answerable(stage, entry)
        self.deadline, self.answer_until, self.paused = None, None, False
        self.not_before = None
        self.closed_on = day if stage.family in CLOSED else None
        self.ending = Ending.UNRECORDED if stage.family in CLOSED else Ending.OPEN
        self.why = None
        if stage.family in CLOSED or stage.family is Family.CLAIMED:
            self.handed_over = None
        if stage.family is Family.REOPENED:
            self.reopened += 1
            self.outcome, self.lapsed = None, False


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry of a log, as it is reached.

    Attributes:
        index: position of the entry, from 0.
        step: None where the procedure does not know it.
        refusal: why the step cannot be taken; None for steps nobody knows too.
        void: it is irregular, and nothing follows from it: a verdict that an office gave for
            residents, or what was annulled by the day asked.
        undone: nothing follows from it any more, since what it rested on was annulled afterwards.
    """

    index: int
    entry: LogEntry
    step: Step | None
    refusal: Refusal | None
    void: bool = False
    undone: bool = False

    @property
    def taken(self) -> Step | None:
        """The step, where the entry has an effect of its own."""
        return None if self.refusal is not None or self.void or self.undone else self.step


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
    workflow, at_start = progress.workflow, (progress.workflow, progress.calendar, progress.bodies)
    for index, entry in known_entries(matter.log, as_of):
        step = workflow.steps.get(entry.step)
        progress.reach(entry.date)
        refusal = None if step is None else progress.refusal(step, entry)
        undone = refusal is not None and _stood(at_start, matter, index, as_of)
        refusal = None if undone else refusal
        void = bool(entry.irregular) and is_void(entry.irregular, as_of)
        reading = Reading(index, entry, step, refusal, void, undone)
        yield reading
        if reading.taken is not None:
            progress.take(reading.taken, entry)
        elif refusal is not None:
            progress.pass_over(refusal, entry)
        elif void and step is not None:
            progress.undo(step, entry, as_of)


def _stood(
    at_start: tuple[Workflow, WorkingDays, Bodies], matter: Matter, index: int, as_of: date
) -> bool:
    """Whether an entry that is refused now was not on its own day: what it rests on was annulled later.

    An annulment ends the effect on its own day, and does not make wrong what was done before.
    """
    day = matter.log[index].date.latest
    before = matter.log[:index]
    if not any(
        is_void(each.irregular, as_of) and not is_void(each.irregular, day) for each in before
    ):
        return False
    then = readings(Progress.at_start(matter, *at_start), matter, day)
    return any(each.index == index and each.refusal is None for each in then)
