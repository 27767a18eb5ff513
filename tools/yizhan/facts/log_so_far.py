"""What the entries of a log read so far add up to: who has the matter, until when, who has a part in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, Self

from yizhan.facts.deadlines import Due, DueSource, SurelyWorking, WorkingDays, due_after, due_on
from yizhan.facts.ending import Ending
from yizhan.facts.on_record import shown_since
from yizhan.facts.parties import Standing
from yizhan.facts.speakers import ANY, Bodies
from yizhan.facts.who_worked import NO_WORK, Work, disowned, one_with
from yizhan.facts.workflow import Workflow, limit_of
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import Share
from yizhan.model.matter import LogEntry, Matter, Outcome, Verdict
from yizhan.model.procedure import Stage
from yizhan.model.reference import known
from yizhan.model.vocabulary import Action, Family, Result

MAJORITY = Share(more_than="1/2")
"""How many of those asked must be satisfied where the procedure does not say."""


def taken_back(matter: Matter, workflow: Workflow) -> Iterator[tuple[PartialDate, PartialDate]]:
    """The day of each objection that a correction took out of a log, and the day of that correction.

    Until then the matter was to be done again, and nobody could answer.
    """
    for each in matter.corrections:
        match each.was, each.target:
            case {"date": day, "step": str(step)}, ("log", int()) if each.annul:
                said, gone = PartialDate.parse(str(day)), True
            case str(step), ("log", int(index), "step"):
                said, gone = matter.log[index].date, matter.log[index].step != step
            case _:
                continue
        taken = workflow.steps.get(step)
        if gone and taken is not None and taken.action is Action.OBJECT:
            yield said, each.date


class Undone(NamedTuple):
    """An entry that was annulled on a day, and had its effect until then.

    Attributes:
        stage: key of the stage before it.
        moved: whether it took the matter to another stage, or ended it.
    """

    day: PartialDate
    stage: str
    moved: bool


@dataclass(slots=True)
class LogSoFar:
    """What the entries read so far add up to.

    Attributes:
        handed_over: the entry of a hand-over that is neither taken over nor sent back.
        deadline: a day set by an entry or an extension, which goes before the stage's limit.
        answer_until: the day up to which residents may answer, where the report sets one.
        answer_from: the day since which the entry that led to the present stage is on record, or since
            which an objection to it is annulled.
        taken_back: day of each objection that was annulled by a correction, and day of that.
        period_over: whether the time to answer was surely over when the matter lapsed.
        cut_short: whether it was only as long as holidays published since are not counted.
        paused_until: the day up to which it is said to be paused.
        ended: split or merged: what follows stands in other matters.
        ending: what ended it, or that nothing has.
        why: the reason given by the entry that ended it.
        reported_by: the body that made the last report of completion.
        told_by: the body whose word the result is; None where the records do not say whose.
        done_by: the body that had the matter when it was last reported done.
        withdrawn_by: the body of residents that withdrew it; None where nobody is named.
        parties: bodies that the log has named so far.
        left: those of them that handed it to one that took it over, or sent it back.
        kept: those from whom an acceptance by another body took nothing.
        giver: the body that gave the matter to its present handler to do.
        did: those that reported it done before, or gave it to another to do.
        once: who did the work by what was on record until its own correction.
        bodies: what the archive says of those that act.
        rests_on: ids of the records of those of which something was asked, and of where they serve.
        noted: whether only those who handle the matter say what residents answered.
        undone: entries that had an effect until a day on which they were annulled, that day not
            reached yet.
        not_before: the day on which what had moved the last day later was annulled: nothing was late
            before.
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
    answer_from: PartialDate | None = None
    taken_back: tuple[tuple[PartialDate, PartialDate], ...] = ()
    paused: bool = False
    paused_until: PartialDate | None = None
    supervised: bool = False
    supervisor: str | None = None
    outcome: Outcome | None = None
    verdict: Verdict | None = None
    lapsed: bool = False
    period_over: bool = True
    cut_short: bool = False
    closed_on: PartialDate | None = None
    reopened: int = 0
    merged_into: str | None = None
    parts: tuple[str, ...] = ()
    ended: bool = False
    ending: Ending = Ending.OPEN
    why: str | None = None
    reported_by: str | None = None
    told_by: str | None = None
    done_by: str | None = None
    withdrawn_by: str | None = None
    noted: bool = False
    parties: tuple[str, ...] = ()
    left: frozenset[str] = frozenset()
    kept: tuple[str, ...] = ()
    giver: str | None = None
    did: frozenset[str] = frozenset()
    once: Work = NO_WORK
    bodies: Bodies = ANY
    rests_on: tuple[str, ...] = ()
    undone: tuple[Undone, ...] = ()
    not_before: date | None = None

    @classmethod
    def at_start(
        cls,
        matter: Matter,
        workflow: Workflow,
        calendar: WorkingDays,
        bodies: Bodies = ANY,
    ) -> Self:
        """The progress of a matter with an empty log.

        Args:
            matter: whose log is read.
            workflow: its procedure.
            calendar: by which limits are counted.
            bodies: what the archive says of those that act.
        """
        return cls(
            workflow=workflow,
            calendar=calendar,
            stage=workflow.start,
            entered=matter.raised.date,
            tier=matter.tier,
            handler=matter.handler,
            parties=() if matter.handler is None else (matter.handler,),
            bodies=bodies,
            once=disowned(matter, workflow, bodies) if matter.corrections else NO_WORK,
            taken_back=tuple(taken_back(matter, workflow)) if matter.corrections else (),
        )

    @property
    def result(self) -> Result | None:
        """What the office has reported; None where nothing is reported."""
        return None if self.outcome is None else self.outcome.result

    @property
    def share(self) -> Share:
        """How many of those asked must be satisfied for a confirmation."""
        return self.workflow.procedure.confirm_share or MAJORITY

    def agrees(self, verdict: Verdict | None) -> bool | None:
        """Whether as many as are needed are satisfied; None where there are no numbers of it.

        Nobody is too few of however many were asked.
        """
        if verdict is None or verdict.satisfied is None:
            return None
        if verdict.asked is None:
            return None if verdict.satisfied else False
        return verdict.asked > 0 and self.share.met(verdict.satisfied, verdict.asked)

    def join(self, *bodies: str | None) -> None:
        """Bodies get a part in the matter."""
        new = [each for each in bodies if each is not None and each not in self.parties]
        if new:
            self.parties = (*self.parties, *new)

    def leave(self, *bodies: str | None) -> None:
        """Bodies have no part in the matter any more, unless they have it or were asked to join."""
        self.left |= {each for each in bodies if each is not None} - {self.handler, *self.joint}

    @property
    def standing(self) -> Standing:
        """What decides who may take the next step."""
        to = None if self.handed_over is None else known(self.handed_over.to)
        return Standing(
            self.handler, (*self.joint, *self.kept), self.left, self.giver, to, self.bodies
        )

    def is_named(self, body: str) -> bool:
        """Whether the log has named a body so far, or it goes on with what one had that is gone."""
        return body in self.parties or any(
            body in self.bodies.heirs.get(each, ()) for each in self.parties
        )

    def due(self, calendar: WorkingDays | None = None) -> Due | None:
        """The last day in time for the present stage; None where none is set or can be told.

        What residents answer is not recorded before the last day on which they may.

        Args:
            calendar: counts the days; None for that of today.
        """
        if self.closed_on is not None:
            return None
        found = self._due(calendar)
        if found is None or self.not_before is None or found.day >= self.not_before:
            return found
        return replace(found, day=self.not_before, earliest=None, named=None)

    def _due(self, calendar: WorkingDays | None) -> Due | None:
        if self.deadline is not None:
            return due_on(self.deadline, self.deadline_source)
        limit = limit_of(self.stage, self.tier)
        if limit is None:
            return None
        found, answer = self._after(self._runs_from, limit.days, calendar), self.answer_by(calendar)
        return answer if found and answer and answer.first > found.day else found

    def reach(self, day: PartialDate) -> None:
        """Come to a day: who came after whom by then, and what was annulled has no effect any more.

        An annulment ends the effect on its own day (ADR 0030). The stage before goes on from then: its
        time starts anew, and nothing was late while what was annulled stood.
        """
        self.bodies = self.bodies.on(day.latest)
        for each in self.undone:
            if not day.surely_before(each.day):
                self._go_back(each)
        self.undone = tuple(each for each in self.undone if day.surely_before(each.day))

    def _go_back(self, undone: Undone) -> None:
        if undone.stage != self.stage.key or self.closed_on is not None:
            return
        if undone.moved:
            self.entered = self.answer_from = undone.day
            limited = limit_of(self.stage, self.tier) is not None
            if self.deadline is not None and limited and self.deadline.surely_before(undone.day):
                self.deadline = None
            if self.answer_until is not None and self.answer_until.surely_before(undone.day):
                self.answer_until = None
        self.not_before = undone.day.latest

    def due_day(self) -> date | None:
        """The last day in time as far as there is one."""
        found = self.due()
        return None if found is None else found.day

    @property
    def _runs_from(self) -> PartialDate:
        """Since when the stage's time runs: of a report that was entered later, since it can be read."""
        claimed = self.stage.family is Family.CLAIMED and self.answer_from is not None
        return self.answer_from if claimed and self.answer_from is not None else self.entered

    def answer_by(self, calendar: WorkingDays | None = None) -> Due | None:
        """The last day on which residents may answer a report of completion.

        The report may give them more time than the procedure does, and not less.

        Args:
            calendar: counts the days; None for that of today.
        """
        if self.stage.family is not Family.CLAIMED or self.closed_on is not None:
            return None
        given = self._after(self._runs_from, self.workflow.procedure.answer_days, calendar)
        if self.answer_until is None:
            return given
        named = due_on(self.answer_until, DueSource.ENTRY)
        return named if given is None or given.first <= named.day else given

    def is_noted_by_office(self, entry: LogEntry) -> bool:
        """Whether nobody but those who handle the matter says what residents answered.

        A verdict stands on its own where a body of residents gives it, or where it says how they were
        asked and which other body took it down.
        """
        by, verdict = known(entry.by), entry.verdict
        if by is not None and not self.handles(by):
            return False
        recorder = None if verdict is None else known(verdict.recorded_by)
        if verdict is None or verdict.how is None or recorder is None:
            return True
        return self.handles(recorder)

    def handles(self, body: str) -> bool:
        """Whether a body handles the matter, goes on with what one that did had, or is one with it."""
        self.ask(body)
        return body in self.handling or one_with(body, self.handling, self.bodies) is not None

    @property
    def handling(self) -> frozenset[str]:
        """Those who handle the matter or ever reported it done, and those who go on with what these had."""
        found = {self.handler, self.reported_by, *self.joint, *self.did, *self.once.did}
        if self.bodies.heirs:
            found.update(*(self.bodies.heirs.get(each or "", ()) for each in tuple(found)))
        return frozenset(each for each in found if each is not None)

    def ask(self, body: str) -> None:
        """Remember that what a body is, belongs to and serves decides something here."""
        self.rests_on = tuple(dict.fromkeys((*self.rests_on, *self.bodies.basis(body))))

    def surely(self, entry: LogEntry) -> SurelyWorking:
        """The calendar by which an entry is judged: no later arrangement changes what it says."""
        return SurelyWorking(self.calendar, entry.date.year)

    def take_over_by(self, handover: LogEntry) -> Due | None:
        """The last day on which a hand-over is to be taken over or sent back.

        Nobody can answer it before it is on record, whatever date it bears.
        """
        return self._after(shown_since(handover), self.workflow.procedure.handover_days)

    def _after(
        self, start: PartialDate, days: int | None, calendar: WorkingDays | None = None
    ) -> Due | None:
        return None if days is None else due_after(start, days, calendar or self.calendar)
