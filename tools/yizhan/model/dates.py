"""Partial dates: EDTF level 0 (ISO 8601-2:2019), as ``2021``, ``2021-05`` or ``2021-05-07``.

A report that says only "in May" is recorded as a month; no day is ever made up.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from yizhan.model.frozen import dataclass

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date known to the year, the month or the day.

    Attributes:
        earliest: first day it can mean.
        latest: last day it can mean; equal to ``earliest`` when the day is known.
        text: what the clerk wrote, in EDTF level 0.
    """

    earliest: date
    latest: date
    text: str

    @staticmethod
    @lru_cache(maxsize=65_536)
    def parse(text: str) -> PartialDate:
        """Read EDTF level 0.

        Raises:
            ValueError: not of the form, or no such day in the calendar.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"not an EDTF level 0 date: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if month is None:
            return PartialDate(date(year, 1, 1), date(year, 12, 31), text)
        if day is None:
            first = date(year, month, 1)
            return PartialDate(first, first.replace(day=calendar.monthrange(year, month)[1]), text)
        exact = date(year, month, day)
        return PartialDate(exact, exact, text)

    @staticmethod
    def of(day: date) -> PartialDate:
        """Return the partial date that means exactly ``day``."""
        return PartialDate(day, day, day.isoformat())

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def year(self) -> int:
        """The calendar year."""
        return self.earliest.year

    def surely_before(self, other: PartialDate) -> bool:
        """Whether every reading of this date is before every reading of ``other``."""
        return self.latest < other.earliest

    def surely_after(self, day: date) -> bool:
        """Whether every reading of this date is after ``day``."""
        return self.earliest > day

    def __str__(self) -> str:
        return self.text


def days_known(*dates: PartialDate) -> bool:
    """Whether each of them is known to the day, so that the days between them can be counted."""
    return all(each.day is not None for each in dates)
