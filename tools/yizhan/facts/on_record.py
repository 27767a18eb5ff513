"""Since when an entry of a log has been on record, which no date of its own makes earlier.

``loading/late_entries.py`` says of an entry that was written down behind later ones, or whose date was
corrected, since when it is on record. Lateness is reckoned by this: an entry dated back erases none.
What a correction made of anything else is ``late_before``'s.
"""

from __future__ import annotations

from datetime import date

from yizhan.model.dates import PartialDate
from yizhan.model.matter import LogEntry, Matter


def on_record(matter: Matter) -> tuple[PartialDate, ...]:
    """The first day on which each entry can have been on record, in the order of the log."""
    return tuple(shown_since(entry) for entry in matter.log)


def shown_since(entry: LogEntry) -> PartialDate:
    """The day on which an entry can first have been read, as far as the order of the log shows it."""
    return entry.date if entry.since is None else not_before(entry.date, entry.since.earliest)


def not_before(day: PartialDate, first: date) -> PartialDate:
    """A day, less those of its readings that are before another."""
    if day.earliest >= first:
        return day
    latest = max(day.latest, first)
    return PartialDate(first, latest, f"{first}/{latest}")
