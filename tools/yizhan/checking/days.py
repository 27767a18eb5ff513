"""The days that a run is about."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Asked(NamedTuple):
    """For which day is asked, and on which.

    Attributes:
        as_of: the day for which is asked.
        today: the day on which is asked, by which what is dated in the future is judged.
    """

    as_of: date
    today: date

    @property
    def past(self) -> bool:
        """Whether the records are to be seen as they stood then: without what is dated later."""
        return self.as_of < self.today


def asked(as_of: date, today: date | None) -> Asked:
    """What is asked; where nobody says what day it is, it is the day asked for."""
    return Asked(as_of, today or as_of)


class Days(NamedTuple):
    """By which days records are judged.

    Attributes:
        example: that of examples; None where it is ``as_of``.
    """

    as_of: date
    example: date | None
    today: date

    def text(self) -> str:
        """All of them, to be compared with those of another run."""
        return f"{self.as_of} {self.example} {self.today}"
