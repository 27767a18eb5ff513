"""Since when an entry of a log has been on record, which no date of its own makes earlier.

``loading/late_entries.py`` says of an entry that was written down behind later ones, or whose date was
corrected, since when it is on record. What a correction made of a step was not known before either.
Lateness is reckoned by this: an entry dated back, or made into another one later, erases none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yizhan.model.dates import PartialDate
from yizhan.model.matter import LogEntry, Matter


def on_record(matter: Matter) -> tuple[PartialDate, ...]:
    """The first day on which each entry can have been on record, in the order of the log."""
    since = [shown_since(entry) for entry in matter.log]
    for position, day in _rewritten(matter):
        since[position] = not_before(since[position], day.earliest)
    return tuple(since)


def _rewritten(matter: Matter) -> Iterator[tuple[int, PartialDate]]:
    """Entries that say since a correction only which step was taken, with the day of it."""
    for correction in matter.corrections:
        name, position, *field = (*correction.target, None, None)[:3]
        if correction.annul or name != "log" or field[0] not in ("step", None):
            continue
        if isinstance(position, int) and position < len(matter.log):
            yield position, correction.date


def shown_since(entry: LogEntry) -> PartialDate:
    """The day on which an entry can first have been read, as far as the order of the log shows it."""
    return entry.date if entry.since is None else not_before(entry.date, entry.since.earliest)


def not_before(day: PartialDate, first: date) -> PartialDate:
    """A day, less those of its readings that are before another."""
    if day.earliest >= first:
        return day
    latest = max(day.latest, first)
    return PartialDate(first, latest, f"{first}/{latest}")
