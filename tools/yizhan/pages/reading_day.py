"""Dates for the script that says on the day of reading what follows from them.

``docs/assets/javascripts/dates.js`` reads the attributes; without it the text that is there stands.
The example village's day stands still, so that none of its dates are handed to the script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import TypeVar

from markupsafe import Markup

from yizhan.model.dates import PartialDate
from yizhan.model.record import Record
from yizhan.pages.site import Site

NONE = Markup("")
ONE_DAY = timedelta(days=1)

T = TypeVar("T")


def until(
    site: Site, record: Record, last: PartialDate | date | None, then: str, mark: str = ""
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
    day = last.latest if isinstance(last, PartialDate) else last
    return form.format(day.isoformat(), then) + marked


def turn(
    site: Site, record: Record, days: Iterable[date], said: Callable[[date], T]
) -> tuple[date, T] | None:
    """When what is said of a record turns into something else, without anything being recorded.

    Args:
        site: says on which day the record is shown, and whether that day stands still.
        record: what something is said of.
        days: the days from which on something else may be said.
        said: what is said on a day.

    Returns:
        The last day on which it holds, and what is said after it; None where that never comes.
    """
    if site.stands_still(record):
        return None
    today = site.day_of(record)
    now = said(today)
    turns = (
        (day - ONE_DAY, then) for day in sorted(days) if day > today and (then := said(day)) != now
    )
    return next(turns, None)


def adding(site: Site, record: Record, points: Mapping[date, int]) -> Markup:
    """Attributes for a number to which the script adds each day's points once that day is over."""
    if not points or site.stands_still(record):
        return NONE
    days = " ".join(f"{day}*{number}" for day, number in sorted(points.items()))
    return Markup(' data-plus="{}"').format(days)


def counted(site: Site, records: Iterable[tuple[Record, date]]) -> Markup:
    """Attributes for a list that goes on up to a day for each of its records, and for its number."""
    days = late_of(day for record, day in records if not site.stands_still(record))
    return Markup(' data-while="{}"').format(days) if days else NONE


def late_of(days: Iterable[date]) -> str:
    """The last days of several things, for the script to count those that are past.

    Returns:
        ``2026-05-07*2 2026-05-11``: each day once, how often after a star.
    """
    counted = sorted(Counter(days).items())
    return " ".join(f"{day}*{number}" if number > 1 else str(day) for day, number in counted)
