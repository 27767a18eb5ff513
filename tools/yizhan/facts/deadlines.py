"""Deadlines in working days: adding, counting, and saying when an answer is provisional."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass

_DAY = timedelta(days=1)
_SATURDAY = 5


class WorkingDays(Protocol):
    """The official calendar of working days, make-up days 调休 included."""

    def is_working(self, day: date) -> bool:
        """Whether people work on ``day``; in a year that is not known, Monday to Friday."""

    def known(self, day: date) -> bool:
        """Whether the official arrangement of the day's year is known."""

    def __hash__(self) -> int:
        """Calendars are keys of the caches below."""


class DueSource(StrEnum):
    """Where a due date comes from."""

    LIMIT = "limit"  # the procedure's limit in working days
    ENTRY = "entry"  # a day set by hand in a log entry (限期)
    EXTENSION = "extension"  # 延期


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which something is in time.

    Attributes:
        day: the last of all readings where the start is known to a month or year only: whoever is
            later than it is surely late.
        provisional: counted through days that an arrangement not published yet may still move.
        earliest: the first of those readings; None where there is one only.
        named: the month or year that was set by hand, which ends with the day.
    """

    day: date
    provisional: bool
    source: DueSource
    earliest: date | None = None
    named: PartialDate | None = None

    @property
    def shown(self) -> date | PartialDate:
        """The last day, no more precise than it was set."""
        return self.day if self.named is None else self.named

    @property
    def vague(self) -> bool:
        """Whether it is not known since when the time runs."""
        return self.earliest is not None

    @property
    def first(self) -> date:
        """The day up to which somebody is surely in time."""
        return self.day if self.earliest is None else self.earliest


SETTLED = 2026
"""The last year whose arrangement every calendar has that this version works with.

It goes up with the least ``chinesecalendar`` in ``pyproject.toml``, once a year.
"""


@dataclass(frozen=True, slots=True)
class SurelyWorking:
    """A calendar that counts no day as a holiday unless it surely is one.

    What fails must not depend on which holidays are published by now, nor on whether the installed
    calendar has them yet: else an archive turns red with no commit, since a holiday or a make-up
    day 调休 moves a due date, and either way. A year's arrangement is published in the late autumn
    before it, so that who acts in a year knows that year's holidays and not the next one's. Days
    after the year of the deed, and after ``SETTLED``, count as working days here, weekends
    included: no arrangement can make the last day in time come earlier than so counted, and an
    entry that is too early even so is too early for good.

    Attributes:
        calendar: what is known today.
        year: the year in which somebody acts.
    """

    calendar: WorkingDays
    year: int

    def is_working(self, day: date) -> bool:
        """Whether ``day`` may turn out to be a working day."""
        return not self.known(day) or self.calendar.is_working(day)

    def known(self, day: date) -> bool:
        """Whether the day's holidays were published for whoever acted, and for every calendar."""
        return day.year <= min(self.year, SETTLED) and self.calendar.known(day)


@lru_cache(maxsize=65_536)  # an archive asks for the same few thousand spans again and again
def add_working_days(start: date, days: int, calendar: WorkingDays) -> Due:
    """The day that is ``days`` working days after ``start``.

    The day of the event itself is not counted (民法典第二百零一条第一款).

    Args:
        start: the day of the event.
        days: working days, 1 or more.
        calendar: which days are working days.
    """
    day, left, provisional = start, days, False
    while left > 0:
        day += _DAY
        provisional = provisional or not calendar.known(day)
        if calendar.is_working(day):
            left -= 1
    return Due(day, provisional, DueSource.LIMIT)


def due_after(start: PartialDate, days: int, calendar: WorkingDays) -> Due:
    """The last day in time where the time runs from a day that may be known to the month only."""
    last = add_working_days(start.latest, days, calendar)
    if start.day is not None:
        return last
    return replace(last, earliest=add_working_days(start.earliest, days, calendar).day)


def due_on(day: PartialDate, source: DueSource) -> Due:
    """A last day that was set by hand; a month that is set ends with its last day."""
    named = None if day.day is not None else day
    return Due(day.latest, provisional=False, source=source, named=named)


@lru_cache(maxsize=65_536)
def working_days_between(start: date, end: date, calendar: WorkingDays) -> int:
    """Working days after ``start`` up to and including ``end``; 0 where ``end`` is not later."""
    count, day = 0, start
    while day < end:
        day += _DAY
        count += calendar.is_working(day)
    return count


def exceptions(year: int, calendar: WorkingDays) -> tuple[date, ...]:
    """The days of a year that Monday to Friday would get wrong: holidays and make-up days.

    With them the days between two dates are counted where the calendar itself is not at hand.
    """
    first, number = date(year, 1, 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days
    days = (first + timedelta(days=each) for each in range(number))
    return tuple(day for day in days if calendar.is_working(day) != (day.weekday() < _SATURDAY))


def days_late(due: Due | None, day: date, calendar: WorkingDays) -> int:
    """By how many working days ``day`` lies after the due date.

    A matter due on a Friday is one day late on Monday, and not yet on the Sunday between.
    """
    return 0 if due is None else working_days_between(due.day, day, calendar)
