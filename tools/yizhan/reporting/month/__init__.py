"""Forms of ``yizhan report --format``: a month for a supervising committee."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from yizhan.model.frozen import dataclass
from yizhan.reporting.formats import Format, formats_in

if TYPE_CHECKING:
    from yizhan.facts.matter_marks import MatterMark
    from yizhan.facts.monthly import Month
    from yizhan.model.archive import Archive


@dataclass(frozen=True, slots=True)
class MonthReport:
    """What a month's report is made of.

    Attributes:
        archive: for names.
        place: id of the place it is about; None for all.
        example: whether it is about example data.
        active: keys of the months in which something happened, newest first.
        instead: id and title of a place of example data, where only real data were asked for.
        marks: what is to be known of matters beside any value, by their ids.
        day: the day asked, of the data it is about.
        taken_over: titles of the places that are gone and whose matters it tells of as well.
        parted: titles of those that became several, of which it has some matters as well.
    """

    month: Month
    archive: Archive
    place: str | None
    example: bool
    active: tuple[str, ...]
    instead: tuple[str, str] | None
    marks: Mapping[str, tuple[MatterMark, ...]]
    day: date
    taken_over: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()


def formats() -> Mapping[str, Format[MonthReport]]:
    """The forms, by name."""
    return formats_in(sys.modules[__name__])
