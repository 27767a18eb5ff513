"""A month for a supervising committee: what came in, what was closed, what hangs, what to press.

A month is looked back on with what is known on the day asked. What a record dates only to a year
belongs to no month: it is counted apart and never put into one. A matter that was merged or split
later was raised, late and handed over all the same: months tell of it until the day on which it went.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from yizhan.facts.deadlines import Due, WorkingDays, days_late
from yizhan.facts.events import Events, Handed, Move, Span
from yizhan.facts.follow_up import TaskProgress, TaskStatus, follow_up, followed
from yizhan.facts.irregular import Act, known_on, resolution_on
from yizhan.facts.month_entries import (
    Closing,
    Decided,
    Gone,
    Hanging,
    Moved,
    closed_once,
    moved_once,
)
from yizhan.facts.succession import holder
from yizhan.facts.summary import Summary
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.meeting import Meeting
from yizhan.model.vocabulary import Family

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """How many matters were raised and closed, and were late at the end, and how many meetings held."""

    key: str
    opened: int
    closed: int
    meetings: int
    late: int


@dataclass(slots=True)
class Month:
    """One month's events; lists by date, then by id. Matters are named by their ids.

    Attributes:
        key: ``2026-10``.
        end: the last day the report holds for: the month's last, or the day asked before it.
        reported, closed, reopened: each matter once, by the last time.
        open_count: matters open at the end.
        late_then: late at the end by what was on record then, and not by what is on record now.
        answered: handed over in an earlier month, and answered in it.
        pending: handed over and neither taken over nor sent back at the end, with the hand-over.
        irregular: what the records acknowledged in it as irregular, or somebody resolved in it.
        tasks: tasks of earlier or this month's meetings that were due in the month.
        press: matters that fall due from here to the end of the next month, and tasks likewise;
            what is late already is not repeated.
        gone: matters merged or split in it.
        undated: entries of this year that name no month.
    """

    key: str
    end: date
    opened: list[str] = field(default_factory=list)
    reported: list[Moved] = field(default_factory=list)
    closed: list[Closing] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    reopened: list[Moved] = field(default_factory=list)
    handed_over: list[tuple[str, Handed]] = field(default_factory=list)
    pending: list[tuple[str, Handed]] = field(default_factory=list)
    answered: list[tuple[str, Handed]] = field(default_factory=list)
    late: list[Hanging] = field(default_factory=list)
    late_then: list[Hanging] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    irregular: list[Act] = field(default_factory=list)
    tasks: list[TaskProgress] = field(default_factory=list)
    press: list[tuple[str, Due]] = field(default_factory=list)
    press_tasks: list[TaskProgress] = field(default_factory=list)
    open_count: int = 0
    undated: int = 0

    @property
    def handovers(self) -> dict[tuple[str, int], Handed]:
        """What it tells of hand-overs, each once, by matter and entry: those that wait at its end first."""
        found: dict[tuple[str, int], Handed] = {}
        for matter, each in (*self.pending, *self.answered, *self.handed_over):
            found.setdefault((matter, each.position), each)
        return found

    @property
    def active(self) -> bool:
        """Whether anything happened, or was late at its end, that the month's report has to tell.

        What is only late has its month once that is over: a site that is read the day after its build
        lists the same months.
        """
        over = self.end == last_day(self.key)
        return bool(
            self.opened
            or self.reported
            or self.closed
            or self.reopened
            or self.handed_over
            or self.answered
            or self.gone
            or (over and (self.late or self.late_then or self.pending))
            or self.meetings
            or self.irregular
        )

    @property
    def counts(self) -> MonthCounts:
        """What the list of months says of it."""
        return MonthCounts(
            self.key, len(self.opened), len(self.closed), len(self.meetings), len(self.late)
        )


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
    """Every month's events, from the summary of each matter.

    Args:
        archive: for later meetings of any place that follow tasks up.
        matters: those that the reports are about, in short, on ``as_of``.
        meetings: likewise.
        as_of: nothing later is told.
        working_days: the calendar that lateness is counted by.
        acts: what is acknowledged as irregular, of what the reports are about.
    """

    def __init__(
        self,
        archive: Archive,
        matters: Iterable[Summary],
        meetings: Iterable[Meeting],
        as_of: date,
        working_days: WorkingDays,
        acts: Iterable[Act] = (),
    ) -> None:
        self._archive = archive
        self._followed = followed(archive)
        self._as_of = as_of
        self._calendar = working_days
        self._months: dict[str, Month] = {}
        self._undated: dict[str, int] = defaultdict(int)
        self._opened: list[date] = []
        self._ended: list[date] = []
        for matter in sorted(matters, key=lambda each: (each.raised.earliest, each.id)):
            events = matter.events
            self._read_moves(matter, events)
            self._read_deadlines(matter, events)
            self._read_handovers(matter, events.handed)
            if matter.gone and matter.closed_on is not None:
                self._read_going(matter, matter.closed_on, events.moves)
        for meeting in sorted(meetings, key=lambda each: (each.date.earliest, each.id)):
            self._read_meeting(meeting)
        for act in acts:
            self._read_act(act)
        self._opened.sort()
        self._ended.sort()
        for key, month in self._months.items():
            month.undated = self._undated[key[:4]]
            month.open_count = self._open_on(month.end)
            month.press.sort(key=lambda each: (each[1].day, each[0]))
            for late in (month.late, month.late_then):
                late.sort(key=lambda each: (-each.late_days, each.matter))
            month.reported = moved_once(month.reported)
            month.reopened = moved_once(month.reopened)
            month.closed = closed_once(month.closed)

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

    def _read_moves(self, matter: Summary, events: Events) -> None:
        month = self._on(matter.raised)
        if month is not None:
            month.opened.append(matter.id)
        self._opened.append(matter.raised.latest)
        late_days = 0
        last = max((n for n, move in enumerate(events.moves) if move.how is not None), default=-1)
        for number, move in enumerate(events.moves):
            month = self._on(move.day)
            late_days = max(late_days, move.late_days, *_answered_late(events, move))
            if number == last and not matter.open:
                late_days = max(late_days, matter.left_late)  # by what was on record before, too
            if move.from_end:
                self._opened.append(move.day.latest)
            if move.how is not None:
                self._ended.append(move.day.latest)
                if month is not None:
                    month.closed.append(
                        Closing(
                            matter.id, move.day, move.how, late_days, move.since, matter.may_move
                        )
                    )
            elif month is not None and move.fell_back:
                month.reopened.append(Moved(matter.id, move))
            elif month is not None and move.family is Family.CLAIMED:
                month.reported.append(Moved(matter.id, move))
            elif month is not None and move.family is Family.REOPENED:
                month.reopened.append(Moved(matter.id, move))

    def _read_going(self, matter: Summary, day: PartialDate, moves: Sequence[Move]) -> None:
        """The day on which it was merged or split: from then on it is open in others."""
        if not moves or moves[-1].how is None:
            self._ended.append(day.latest)
        month = self._on(day)
        if month is not None:
            late, may_move = matter.left_late, matter.may_move
            month.gone.append(Gone(matter.id, day, matter.ending, late, may_move))

    def _read_deadlines(self, matter: Summary, events: Events) -> None:
        """Where it was late at the end of a month, with whom then, and when it was about to fall due."""
        told: set[str] = set()
        for span in sorted(events.spans, key=lambda each: each.until is not None):
            due, start = span.due, span.start
            end = self._as_of + _DAY if span.met is None else span.met
            for month in self._ends_between(due.day, end):
                late = days_late(due, month.end, self._calendar)
                if start <= month.end and late and month.key not in told:
                    told.add(month.key)
                    self._hang(month, matter, span, late)
            if span.until is not None:
                continue
            for key in (_before(month_of(due.day)), month_of(due.day)):
                last = min(last_day(key), self._as_of)
                if start <= last < min(end, due.day):
                    self._at(key).press.append((matter.id, due))

    def _hang(self, month: Month, matter: Summary, span: Span, late: int) -> None:
        """A matter late at the end of a month, with who had it then."""
        if span.until is not None:
            then = holder(self._archive, span.late_with, month.end)
            month.late_then.append(Hanging(matter.id, then, span.due, late, span.until))
            return
        now = month.end == self._as_of
        then = matter.events.handler_on(month.end)
        handler = matter.handler if now else holder(self._archive, then, month.end)
        month.late.append(Hanging(matter.id, handler, span.due, late))

    def _read_handovers(self, matter: Summary, handovers: Iterable[Handed]) -> None:
        for handed in handovers:
            month = self._on(handed.day)
            if month is not None:
                month.handed_over.append((matter.id, handed))
            end = self._as_of + _DAY if handed.answered is None else handed.answered
            if handed.answered is not None and handed.dated:
                then = self._at(month_of(handed.answered))
                then.answered += [(matter.id, handed)] if then is not month else []
            for each in self._ends_between(min(handed.day.latest, self._as_of), end):
                late = handed.due and days_late(handed.due, each.end, self._calendar)
                each.pending.append((matter.id, handed._replace(late_days=late or 0)))

    def _ends_between(self, start: date, end: date) -> Iterator[Month]:
        """Months whose last day reported on lies on or after ``start`` and before ``end``."""
        key = month_of(start)
        while key <= month_of(min(end, self._as_of)):
            month = self._at(key)
            if start <= month.end < end:
                yield month
            key = next_month(key)

    def _read_meeting(self, meeting: Meeting) -> None:
        if not meeting.held or meeting.date.surely_after(self._as_of):
            return
        month = self._on(meeting.date)
        if month is not None:
            month.meetings.append(meeting)
            for item in meeting.agenda:
                motions = (each for each in item.decisions if each.amends is None)
                month.decided += [Decided(meeting, item, each) for each in motions]
                month.decided += [Decided(meeting, item, each) for each in item.elections]
        later = self._followed.get(meeting.id, {})
        for progress in follow_up(meeting, later.values(), self._as_of):
            due = progress.task.due
            if due is not None and len(due.text) >= 7:
                self._at(due.text[:7]).tasks.append(progress)
                before = self._at(_before(due.text[:7]))
                if meeting.date.latest <= before.end and not _settled(progress, before.end):
                    before.press_tasks.append(progress)

    def _read_act(self, act: Act) -> None:
        """The months in which an irregular act was acknowledged and resolved, once where it is one."""
        resolution = resolution_on(act.said, self._as_of)
        days = [act.said.date] + ([resolution.date] if resolution is not None else [])
        told = (day for day in days if not day.surely_after(self._as_of))
        for month in dict.fromkeys(day.text[:7] for day in told if len(day.text) >= 7):
            found = self._at(month)
            known = known_on(act.said, found.end, self._as_of)
            found.irregular.append(act._replace(said=known))


def _answered_late(events: Events, move: Move) -> Iterator[int]:
    """By how many working days hand-overs were answered late up to an entry."""
    for handed in events.handed:
        yield handed.late_days if handed.position < move.position else 0


def _settled(progress: TaskProgress, day: date) -> bool:
    done = progress.status in (TaskStatus.DONE, TaskStatus.DROPPED)
    by = progress.reported_by
    return done and by is not None and by.date.latest <= day


@lru_cache(maxsize=4096)
def _before(key: str) -> str:
    """The month before."""
    return month_of(PartialDate.parse(key).earliest - _DAY)
