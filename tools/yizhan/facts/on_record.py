"""Since when an entry of a log has been on record, which no date of its own makes earlier.

A log grows at its end. So what stands behind an entry of a later day was written down on that day at
the earliest, whatever day it gives itself; and what a correction made of an entry was not known before.
Lateness is reckoned by this: an entry dated back, or moved back later, erases none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter


def on_record(matter: Matter) -> tuple[PartialDate, ...]:
    """The first day on which each entry can have been on record, in the order of the file."""
    dates = [entry.date for entry in matter.log]
    for position, day in _moved(matter):
        dates[position] = _not_before(dates[position], day.earliest)
    behind = accumulate((day.earliest for day in dates), max)
    since = [_not_before(day, first) for day, first in zip(dates, behind, strict=True)]
    for position, day in _rewritten(matter):
        since[position] = _not_before(since[position], day.earliest)
    return tuple(since)


def _moved(matter: Matter) -> Iterator[tuple[int, PartialDate]]:
    """Entries whose date was corrected, with the day that stood there before."""
    for position, field, was, _day in _corrected(matter):
        if field == "date" and isinstance(was, str):
            yield position, PartialDate.parse(was)


def _rewritten(matter: Matter) -> Iterator[tuple[int, PartialDate]]:
    """Entries that say since a correction only which step was taken, with the day of it."""
    for position, field, _was, day in _corrected(matter):
        if field in ("step", None):
            yield position, day


def _corrected(matter: Matter) -> Iterator[tuple[int, str | None, object, PartialDate]]:
    for correction in matter.corrections:
        where = correction.target
        if correction.annul or len(where) < 2 or where[0] != "log":
            continue
        position, field = where[1], where[2] if len(where) > 2 else None
        if isinstance(position, int) and position < len(matter.log):
            yield position, None if field is None else str(field), correction.was, correction.date


def _not_before(day: PartialDate, first: date) -> PartialDate:
    """A day, less those of its readings that are before another."""
    if day.earliest >= first:
        return day
    latest = max(day.latest, first)
    return PartialDate(first, latest, f"{first}/{latest}")
