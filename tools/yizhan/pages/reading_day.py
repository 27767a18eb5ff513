"""Dates for the script that says on the day of reading what follows from them.

``docs/assets/javascripts/dates.js`` reads the attributes; without it the text that is there stands.
The example village's day stands still, so that none of its dates are handed to the script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from yizhan.model.dates import PartialDate
from yizhan.model.record import Record
from yizhan.pages.site import Site

NONE = Markup("")


def until(
    site: Site, record: Record, last: PartialDate | None, then: str, mark: str = ""
) -> Markup:
    """Attributes for words that hold up to a day.

    Args:
        site: says whether the record's day stands still.
        record: what the words are said of.
        last: the last day on which they hold; None for words that hold always.
        then: the words after it; empty where nothing is said then.
        mark: the class of colour and icon after it, where that changes.
    """
    if last is None or site.stands_still(record):
        return NONE
    form = Markup(' data-until="{}" data-then="{}"')
    marked = Markup(' data-mark="{}"').format(mark) if mark else NONE
    return form.format(last.latest.isoformat(), then) + marked


def late_of(days: Iterable[date]) -> str:
    """The last days of several things, for the script to count those that are past.

    Returns:
        ``2026-05-07*2 2026-05-11``: each day once, how often after a star.
    """
    counted = sorted(Counter(days).items())
    return " ".join(f"{day}*{number}" if number > 1 else str(day) for day, number in counted)
