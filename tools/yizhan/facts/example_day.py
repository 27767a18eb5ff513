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


def example_day(places: Iterable[Place], as_of: date) -> date | None:
    """The day on which the example is shown when a day is asked.

    Args:
        places: every place; those of the example may name its day, and the latest counts.
        as_of: the day asked; before the example's day the example is shown as of the day asked.

    Returns:
        None where no place of an example names a day: the example then ages like the rest.
    """
    named = [place.example_day for place in places if place.example]
    days = [day.latest for day in named if day is not None]
    return min(as_of, max(days)) if days else None


def day_of(record: Record, as_of: date, fixed: date | None) -> date:
    """The day on which a record is to be judged and shown.

    Args:
        record: any record.
        as_of: the day asked.
        fixed: the day on which the example is shown, as ``example_day`` gives it.
    """
    return day_of_data(as_of, fixed, example=record.example)


def day_of_data(as_of: date, fixed: date | None, *, example: bool) -> date:
    """The day for all that is example data, or all that is real; arguments as in ``day_of``."""
    return fixed if example and fixed is not None else as_of
