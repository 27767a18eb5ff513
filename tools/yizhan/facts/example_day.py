"""The day on which the example is shown: made-up records do not grow older with the calendar.

The example's topmost place says it (``example_day``). From that day on, whatever day is asked, what
is an example is judged and shown as it was then: its planned meetings stay ahead, its displays stay
on, and what is late in it is late by as much as was meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yizhan.model.place import Place
from yizhan.model.record import Record


def example_day(places: Iterable[Place]) -> date | None:
    """The day that an example place names, the latest of several; None where none does."""
    days = [place.example_day for place in places if place.example]
    return max((day.latest for day in days if day is not None), default=None)


def day_of(record: Record, as_of: date, fixed: date | None) -> date:
    """The day on which a record is to be judged and shown.

    Args:
        record: any record.
        as_of: the day asked.
        fixed: the example's day, as ``example_day`` gives it.

    Returns:
        The day asked; for an example the example's day, once that is over.
    """
    return min(as_of, fixed) if record.example and fixed is not None else as_of
