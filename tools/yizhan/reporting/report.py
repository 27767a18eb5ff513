"""What a writer gets: findings and what belongs beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from yizhan.model.finding import Finding, Level


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run of the checks.

    Attributes:
        findings: sorted.
        records: how many records were looked at.
        as_of: the day they were judged for.
        lines: the source line of a finding by (path, line), where it could be read.
        in_doubt: path of each file that could not be read → how many other records could not be
            judged in full without it.
    """

    findings: tuple[Finding, ...]
    records: int
    as_of: date
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    in_doubt: Mapping[str, int] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.level is Level.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors
