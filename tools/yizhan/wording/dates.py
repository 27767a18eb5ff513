"""Periods in words; the dates themselves are written by ``words``, or as a file has them."""

from __future__ import annotations

from yizhan.model.record import Validity
from yizhan.model.text import Text

SINCE = Text("{start} 起", "from {start}")
UNTIL = Text("至 {end}", "until {end}")
FROM_TO = Text("{start}至{end}", "{start} to {end}")


def valid(period: Validity) -> Text:
    """When something is in force, with dates as the file has them."""
    if period.to is None:
        return SINCE.format(start=period.from_)
    if period.from_ is None:
        return UNTIL.format(end=period.to)
    return FROM_TO.format(start=period.from_, end=period.to)
