"""What became of a matter, who has it and until when, on a day; ``derivation`` derives it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yizhan.facts.deadlines import Due
from yizhan.facts.ending import GOES_ON, Ending
from yizhan.facts.matter_marks import MatterMark
from yizhan.facts.parties import Standing
from yizhan.facts.speakers import Bodies
from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.matter import Outcome, Verdict
from yizhan.model.procedure import Stage, Step, Tier
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
        annulled: whether that is the day of an annulment.
        late_with: id of the body that had the matter on the last day, by what was on record then.
        holders: ids of the bodies that have the matter before it and after it.
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
    annulled: bool = False
    late_with: str | None = None
    holders: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class FellBack:
    """That a matter went back to a stage because what had led on from it was annulled.

    Attributes:
        position: in the log, of the last entry before it.
        before: the stage until then.
        after: the stage since.
        handler: id of the body that has the matter after it.
    """

    position: int
    day: PartialDate
    before: Stage
    after: Stage
    handler: str | None


@dataclass(frozen=True, slots=True)
class LateBefore:
    """A stage that was late by what was on record until it was corrected, or until its end was annulled.

    Attributes:
        before: the stage.
        due: its last day, by what was on record then.
        late_days: working days after it.
        since: since when it was on record that the stage was left, or that it was not.
        until: the day of the correction or annulment.
        annulled: whether it is that of an annulment.
        late_with: id of the body that had the matter on its last day, by what was on record then.
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
    annulled: bool = False
    late_with: str | None = None


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
        cut_short: whether it was only as long as holidays published since are not counted.
        objection_corrected: whether an objection to what lapsed had been on record, and was corrected.
        as_of: the day it holds for.
        closed_on: when it was confirmed, given up, split or merged; None while open.
        reopened: how many times it was taken up again.
        history: the entries that took effect, in order.
        ending: what ended it, or that nothing has.
        why: the reason given by the entry that ended it.
        noted: whether only those who handle it say what residents answered.
        rests_on: ids of the bodies that speak in it, and of what decides what these are.
        parties: ids of the bodies that its log names.
        left: ids of those of them that handed it on or sent it back, and have it no more.
        giver: id of the body that gave it to its present handler to do.
        handling: ids of the bodies that handle it or reported it done, and of those that go on with
            what these had.
        late_before: stages that were late by what was on record before a correction, and that no
            entry of ``history`` leaves now.
        stood: what entries did that had an effect until they, or what they rested on, were annulled.
        fell_back: what came of that.
        late_now_with: id of the body that had it on the last day of what is late, by what was on record
            then; None where no correction says otherwise.
        late_unclear: whether it was late by what was on record only if a correction, whose day is
            not known, was made late enough.
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
    cut_short: bool
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
    left: frozenset[str]
    giver: str | None
    handling: frozenset[str]
    told_by: str | None
    withdrawn_by: str | None
    marks: tuple[MatterMark, ...]
    late_before: tuple[LateBefore, ...] = ()
    late_now_with: str | None = None
    late_unclear: bool = False
    stood: tuple[Passage, ...] = ()
    fell_back: tuple[FellBack, ...] = ()
    objection_corrected: bool = False

    @property
    def told(self) -> tuple[Passage, ...]:
        """All that entries ever did, in the order of the log, whatever was annulled afterwards."""
        if not self.stood:
            return self.history
        return tuple(sorted((*self.history, *self.stood), key=lambda each: each.index))

    def holder_on(self, day: date) -> str | None:
        """The id of the body that had the matter at the end of a day; None where nobody did."""
        told = self.told
        before = (each for each in reversed(told) if each.date.latest <= day)
        last = next(before, None)
        if last is not None:
            return last.holders[1]
        return told[0].holders[0] if told else self.handler

    def late_with(self, late: Passage | LateBefore) -> str | None:
        """The id of the body that had the matter on a last day that was exceeded; None where nobody did.

        That is who had it by what was on record then, whatever was corrected since.
        """
        if late.until is not None or late.late_with is not None:
            return late.late_with
        return None if late.due is None else self.holder_on(late.due.day)

    def standing(self, bodies: Bodies) -> Standing:
        """What decides who may take the next step.

        Args:
            bodies: what the archive says of them.
        """
        to = None if self.pending is None else self.pending.to
        about = bodies.on(self.as_of)
        return Standing(self.handler, self.joint, self.left, self.giver, to, about)

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
    def late_may_move(self) -> bool:
        """Whether it was late only by last days that holidays not published yet may still move."""
        dues = [due for each in self.left_late for due in _exceeded(each)]
        return bool(dues) and all(due.provisional for due in dues)

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


def _exceeded(late: Passage | LateBefore) -> Iterator[Due]:
    """The last days after which it came."""
    if late.due is not None and late.late_days:
        yield late.due
    if late.answered is not None and late.answered_late:
        yield late.answered


def on_record_then(late: Passage | LateBefore) -> tuple[date | None, str | None]:
    """Until when a lateness was only on record, and with whom; until an annulment it really was."""
    really = late.annulled or late.until is None
    return (None, None) if really else (late.until, late.late_with)
