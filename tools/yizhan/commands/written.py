"""What became of an entry that a command was to write into a record."""

from __future__ import annotations

from yizhan.model.frozen import dataclass
from yizhan.reporting.report import Report


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a plan.

    Attributes:
        written: whether it is in the file now.
        report: what the checks say of the file afterwards, and what broke elsewhere.
    """

    path: str
    written: bool
    report: Report
