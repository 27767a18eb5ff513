"""Deadlines in working days: adding, counting, and saying when an answer is provisional."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

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
        provisional: counted through a year whose holidays are not published yet.
    """

    day: date
    provisional: bool
    source: DueSource


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
