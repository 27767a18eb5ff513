"""What is to happen in every year, half-year or quarter, and did not, by what is on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.organic_law import Every
from yizhan.model.rule_making import InTime

_MONTHS = {Every.YEAR: 12, Every.HALF_YEAR: 6, Every.QUARTER: 3}


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar period.

    Attributes:
        number: of the period within its year, from 1.
    """

    every: Every
    year: int
    number: int

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * _MONTHS[self.every] + 1, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return self.next.start - timedelta(days=1)

    @property
    def next(self) -> Period:
        """The one after it."""
        if self.number * _MONTHS[self.every] == 12:
            return Period(self.every, self.year + 1, 1)
        return Period(self.every, self.year, self.number + 1)

    def as_date(self) -> PartialDate:
        """Its days as one imprecise date."""
        return PartialDate(self.start, self.end, "")


def period_of(day: date, every: Every) -> Period:
    """The period that a day is in."""
    return Period(every, day.year, (day.month - 1) // _MONTHS[every] + 1)


def last_over(day: date, every: Every, grace: int) -> Period:
    """The latest period that ended at least so many days before a day."""
    now = period_of(day - timedelta(days=grace), every)
    return period_of(now.start - timedelta(days=1), every)


def missing(
    dates: Sequence[PartialDate], every: Every, day: date, in_time: InTime
) -> Period | None:
    """The latest period over in which nothing is recorded, where something is to be expected.

    A place is asked only while it keeps such records: something of the periods just before is on
    record. What was recorded after the period makes it a thing of the past that no deed can change.

    Args:
        dates: of what is recorded, in any order.
        every: how often it is due.
        day: the day for which is asked.
        in_time: how long a record may be missing, and how long a place is asked.
    """
    asked = last_over(day, every, in_time.cadence)
    before = asked
    for _ in range(in_time.cadence_periods):
        before = period_of(before.start - timedelta(days=1), every)
    known = [each for each in dates if each.earliest <= day]
    begun = any(before.start <= each.earliest and each.latest < asked.start for each in known)
    there = any(each.latest >= asked.start for each in known)
    return asked if begun and not there else None
