"""What a writer gets: findings and what belongs beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from yizhan.model.finding import Finding, Level
from yizhan.model.text import Lang


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run of the checks.

    Attributes:
        findings: sorted.
        records: how many records were looked at.
        as_of: the day they were judged for.
        lines: the source line of a finding by (path, line), where it could be read.
    """

    findings: tuple[Finding, ...]
    records: int
    as_of: date
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.level is Level.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors


class Writer(Protocol):
    """Turns a report into the text of one format; ends with a line end."""

    def __call__(self, report: Report, lang: Lang) -> str:
        """Write a report in a language."""
