"""A month for a supervising committee: what came in, what was closed, what hangs, what to press.

A month is looked back on with what is known on the day asked. What a record dates only to a year
belongs to no month: it is counted apart and never put into one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from yizhan.facts.deadlines import Due, WorkingDays, days_late
from yizhan.facts.follow_up import TaskProgress, TaskStatus, follow_up, followed
from yizhan.facts.matter_state import MatterState, Passage
from yizhan.facts.metric_definitions import ENDS, left_out, solved
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.meeting import Decision, Meeting
from yizhan.model.vocabulary import Action, Family, Result

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hanging:
    """A matter late at the end of the month.

    Attributes:
        handler: who has it, as far as is known today.
        late_days: working days late on that day.
    """

    matter: Matter
    handler: str | None
    due: Due
    late_days: int


class How(StrEnum):
    """What a closing amounts to."""

    SOLVED = "solved"  # residents agree that it is solved
    SILENCE = "silence"  # called solved by the office, and nobody answered in time
    NOT_SOLVED = "not_solved"


@dataclass(frozen=True, slots=True)
class Closing:
    """A matter confirmed or given up in the month."""

    matter: Matter
    passage: Passage
    how: How


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of one of the month's meetings."""

    meeting: Meeting
    decision: Decision


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """How many matters were raised and closed, and how many meetings held."""

    key: str
    opened: int
    closed: int
    meetings: int


@dataclass(slots=True)
class Month:
    """One month's events; lists by date, then by id.

    Attributes:
        key: ``2026-10``.
        end: the last day the report holds for: the month's last, or the day asked before it.
        open_count: matters open at the end.
        pending: handed over and neither taken over nor sent back at the end, with the hand-over.
        tasks: tasks of earlier or this month's meetings that were due in the month.
        press: matters that fall due from here to the end of the next month, and tasks likewise;
            what is late already is not repeated.
        undated: entries of this year that name no month.
    """

    key: str
    end: date
    opened: list[Matter] = field(default_factory=list)
    reported: list[tuple[Matter, Passage]] = field(default_factory=list)
    closed: list[Closing] = field(default_factory=list)
    reopened: list[tuple[Matter, Passage]] = field(default_factory=list)
    handed_over: list[tuple[Matter, Passage]] = field(default_factory=list)
    pending: list[tuple[Matter, Passage]] = field(default_factory=list)
    late: list[Hanging] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    tasks: list[TaskProgress] = field(default_factory=list)
    press: list[tuple[Matter, Due]] = field(default_factory=list)
    press_tasks: list[TaskProgress] = field(default_factory=list)
    open_count: int = 0
    undated: int = 0

    @property
    def active(self) -> bool:
        """Whether anything happened that the month's report has to tell."""
        return bool(
            self.opened
            or self.reported
            or self.closed
            or self.reopened
            or self.handed_over
            or self.meetings
        )

    @property
    def counts(self) -> MonthCounts:
        """What the list of months says of it."""
        return MonthCounts(self.key, len(self.opened), len(self.closed), len(self.meetings))


def month_of(day: date) -> str:
    """The key of a day's month."""
    return f"{day.year:04}-{day.month:02}"


@lru_cache(maxsize=4096)
def next_month(key: str) -> str:
    """The month after."""
    return month_of(last_day(key) + _DAY)


@lru_cache(maxsize=4096)
def last_day(key: str) -> date:
    """The last day of a month.

    Raises:
        ValueError: not of the form ``2026-10``, or no such month.
    """
    day = PartialDate.parse(key).latest
    if len(key) != 7:
        raise ValueError(f"not a month: {key!r}")
    return day


class Months:
    """Every month's events, each matter's log read once.

    Args:
        archive: for later meetings of any place that follow tasks up.
        matters: those that the reports are about.
        meetings: likewise.
        states: derived on ``as_of``.
        as_of: nothing later is told.
        working_days: the calendar that lateness is counted by.
    """

    def __init__(
        self,
        archive: Archive,
        matters: Iterable[Matter],
        meetings: Iterable[Meeting],
        states: Mapping[str, MatterState],
        as_of: date,
        working_days: WorkingDays,
    ) -> None:
        self._followed = followed(archive)
        self._as_of = as_of
        self._calendar = working_days
        self._states = states
        self._months: dict[str, Month] = {}
        self._undated: dict[str, int] = defaultdict(int)
        self._opened: list[date] = []
        self._ended: list[date] = []
        for matter in sorted(matters, key=lambda each: (each.raised.date.earliest, each.id)):
            state = states.get(matter.id)
            if state is not None and left_out(state) is None:
                self._read_moves(matter, state)
                self._read_deadlines(matter, state)
                self._read_handovers(matter, state)
        for meeting in sorted(meetings, key=lambda each: (each.date.earliest, each.id)):
            self._read_meeting(meeting)
        self._opened.sort()
        self._ended.sort()
        for key, month in self._months.items():
            month.undated = self._undated[key[:4]]
            month.open_count = self._open_on(month.end)
            month.press.sort(key=lambda each: (each[1].day, each[0].id))
            month.late.sort(key=lambda each: (-each.late_days, each.matter.id))

    def of(self, key: str) -> Month:
        """A month, empty where nothing happened in it."""
        month = self._months.get(key)
        if month is None:
            month = Month(key, min(last_day(key), self._as_of))
            month.open_count = self._open_on(month.end)
            month.undated = self._undated[key[:4]]
        return month

    @property
    def active(self) -> tuple[Month, ...]:
        """Months in which something happened, newest first."""
        found = (month for _, month in sorted(self._months.items(), reverse=True))
        return tuple(month for month in found if month.active)

    @property
    def counts(self) -> tuple[MonthCounts, ...]:
        """What the list of active months says of each, newest first."""
        return tuple(each.counts for each in self.active)

    def _at(self, key: str) -> Month:
        month = self._months.get(key)
        if month is None:
            month = self._months[key] = Month(key, min(last_day(key), self._as_of))
        return month

    def _on(self, day: PartialDate) -> Month | None:
        """The month of an event; None where the year alone is known, which is counted."""
        if len(day.text) < 7:
            self._undated[day.text] += 1
            return None
        return self._at(day.text[:7])

    def _open_on(self, day: date) -> int:
        """Matters open at the end of a day; vague dates count from their last possible day."""
        return bisect_right(self._opened, day) - bisect_right(self._ended, day)

    def _read_moves(self, matter: Matter, state: MatterState) -> None:
        month = self._on(matter.raised.date)
        if month is not None:
            month.opened.append(matter)
        self._opened.append(matter.raised.date.latest)
        ends = [each for each in state.history if _closes(each)]
        for passage in state.history:
            if passage.before.key == passage.after.key:
                continue
            month = self._on(passage.date)
            if passage.before.family in ENDS:
                self._opened.append(passage.date.latest)
            if passage.after.family in ENDS:
                self._ended.append(passage.date.latest)
                if month is not None:
                    last = passage is ends[-1]
                    month.closed.append(
                        Closing(matter, passage, _how(matter, state, passage, last))
                    )
            elif month is not None and passage.after.family is Family.CLAIMED:
                month.reported.append((matter, passage))
            elif month is not None and passage.after.family is Family.REOPENED:
                month.reopened.append((matter, passage))

    def _read_deadlines(self, matter: Matter, state: MatterState) -> None:
        """Where it was late at the end of a month, and when it was about to fall due."""
        for due, start, end in _segments(matter, state, self._as_of):
            for month in self._ends_between(due.day, end):
                late = days_late(due, month.end, self._calendar)
                if start <= month.end and late:
                    month.late.append(Hanging(matter, state.handler, due, late))
            for key in (_before(month_of(due.day)), month_of(due.day)):
                last = min(last_day(key), self._as_of)
                if start <= last < min(end, due.day):
                    self._at(key).press.append((matter, due))

    def _read_handovers(self, matter: Matter, state: MatterState) -> None:
        for position, passage in enumerate(state.history):
            if passage.step.action is not Action.HANDOVER:
                continue
            month = self._on(passage.date)
            if month is not None:
                month.handed_over.append((matter, passage))
            answers = (each.date for each in state.history[position + 1 :] if _settles(each))
            answered = next(answers, None)
            end = self._as_of + _DAY if answered is None else answered.earliest
            for each in self._ends_between(passage.date.latest, end):
                each.pending.append((matter, passage))

    def _ends_between(self, start: date, end: date) -> Iterator[Month]:
        """Months whose last day reported on lies on or after ``start`` and before ``end``."""
        key = month_of(start)
        while key <= month_of(min(end, self._as_of)):
            month = self._at(key)
            if start <= month.end < end:
                yield month
            key = next_month(key)

    def _read_meeting(self, meeting: Meeting) -> None:
        if meeting.planned or meeting.date.surely_after(self._as_of):
            return
        month = self._on(meeting.date)
        if month is not None:
            month.meetings.append(meeting)
            month.decided += [
                Decided(meeting, decision) for item in meeting.agenda for decision in item.decisions
            ]
        later = self._followed.get(meeting.id, {})
        for progress in follow_up(meeting, later.values(), self._as_of):
            due = progress.task.due
            if due is not None and len(due.text) >= 7:
                self._at(due.text[:7]).tasks.append(progress)
                before = self._at(_before(due.text[:7]))
                if meeting.date.latest <= before.end and not _settled(progress, before.end):
                    before.press_tasks.append(progress)


def _closes(passage: Passage) -> bool:
    return passage.after.family in ENDS and passage.before.key != passage.after.key


def _how(matter: Matter, state: MatterState, passage: Passage, last: bool) -> How:
    """What a closing amounts to; the last one is read with the log's corrections."""
    if passage.after.family is Family.UNSOLVED:
        return How.NOT_SOLVED
    if last and state.family is Family.CONFIRMED:
        done = solved(state)
    else:
        reports = [
            matter.log[each.index].outcome for each in state.history if each.index < passage.index
        ]
        outcome = next((each for each in reversed(reports) if each is not None), None)
        done = outcome is not None and outcome.result is Result.SOLVED
    if not done:
        return How.NOT_SOLVED
    return How.SILENCE if passage.step.action is Action.LAPSE else How.SOLVED


def _segments(matter: Matter, state: MatterState, as_of: date) -> Iterator[tuple[Due, date, date]]:
    """Due dates that stood, each from the first day it surely stood to the day it was met."""
    start = matter.raised.date.latest
    for passage in state.history:
        if passage.due is not None:
            yield passage.due, start, passage.date.earliest
        start = passage.date.latest
    if state.due is not None:
        yield state.due, start, as_of + _DAY


def _settles(passage: Passage) -> bool:
    """Whether a hand-over waits no longer after this entry."""
    actions = (Action.TAKE_OVER, Action.SEND_BACK, Action.ASSIGN)
    return passage.step.action in actions or passage.after.family in ENDS | {Family.CLAIMED}


def _settled(progress: TaskProgress, day: date) -> bool:
    done = progress.status in (TaskStatus.DONE, TaskStatus.DROPPED)
    by = progress.reported_by
    return done and by is not None and by.date.latest <= day


@lru_cache(maxsize=4096)
def _before(key: str) -> str:
    """The month before."""
    return month_of(PartialDate.parse(key).earliest - _DAY)
