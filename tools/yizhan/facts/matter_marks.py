"""What is to be known of a matter beside any value of it: whether its record was corrected, and so on.

Reports, data files and lists use what holds now; a mark says that it did not always say so, that it
was written down later than it happened, that something in it is irregular, or that only the office
which handled it says what residents answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from yizhan.model.matter import Matter


class MatterMark(StrEnum):
    """One of the marks; the word is the name of a field in data files."""

    CORRECTED = "corrected"
    """Something in its record was corrected or annulled."""

    ENTERED_LATER = "entered_later"
    """An entry of its log was written down later than it happened."""

    IRREGULAR = "irregular"
    """Its record acknowledges something irregular."""

    NOTED_BY_OFFICE = "noted_by_office"
    """It ended with the agreement of residents of which only those who handled it say so."""


def marks_of(matter: Matter, as_of: date, *, noted: bool) -> tuple[MatterMark, ...]:
    """The marks of a matter on a day, in the order of ``MatterMark``.

    Args:
        matter: with its corrections applied.
        as_of: the day asked; entries after it are not looked at.
        noted: whether it ended with an agreement of which only those who handled it say so.
    """
    return tuple(_marks(matter, as_of, noted))


def _marks(matter: Matter, as_of: date, noted: bool) -> Iterator[MatterMark]:
    if any(each.fault is None for each in matter.corrections):
        yield MatterMark.CORRECTED
    log = [each for each in matter.log if not each.date.surely_after(as_of)]
    if any(each.since is not None for each in log):
        yield MatterMark.ENTERED_LATER
    if matter.irregular or any(each.irregular for each in log):
        yield MatterMark.IRREGULAR
    if noted:
        yield MatterMark.NOTED_BY_OFFICE
