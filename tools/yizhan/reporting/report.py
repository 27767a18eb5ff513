"""What a writer gets: findings and what belongs beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date

from yizhan.checks.shared.personal_numbers import hidden
from yizhan.model.finding import Finding, Level
from yizhan.model.frozen import dataclass

_GRAVITY = {level: at for at, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run of the checks.

    Attributes:
        findings: sorted by file, line, column and code.
        records: how many records were looked at.
        as_of: the day they were judged for.
        lines: the source line of a finding by (path, line), where it could be read.
        in_doubt: path of each file that could not be read → how many other records could not be
            judged in full without it.
        written: the files that were just written, where of these alone is spoken.
    """

    findings: tuple[Finding, ...]
    records: int
    as_of: date
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    in_doubt: Mapping[str, int] = field(default_factory=dict)
    written: tuple[str, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether something is wrong; what is due and what asks for a second look is not."""
        return any(finding.fails for finding in self.findings)

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """What is to be looked at whatever the day: neither due nor acknowledged; the gravest first.

        So the error that somebody just made stands above what only asks for a second look in a file
        that comes before by its name. Of the same gravity they keep their order: by file and line.
        """
        found = (
            each for each in self.findings if each.level is not Level.DUE and not each.acknowledged
        )
        return tuple(sorted(found, key=lambda each: _GRAVITY[each.level]))

    @property
    def acknowledged(self) -> tuple[Finding, ...]:
        """What is irregular, and the record says so itself."""
        return tuple(each for each in self.findings if each.acknowledged)

    @property
    def due(self) -> tuple[Finding, ...]:
        """What the calendar alone brings."""
        return tuple(each for each in self.findings if each.level is Level.DUE)

    def count(self, level: Level) -> int:
        """How many findings there are of a kind, but for those that are acknowledged."""
        return sum(each.level is level and not each.acknowledged for each in self.findings)


def public(report: Report) -> Report:
    """A report whose paths and commands do not repeat a number that a file's name holds.

    What the findings say is without it already (``checking.privacy.discreet``).
    """
    names = {each.path: hidden(each.path) for each in report.findings}
    names |= {path: hidden(path) for path in (*report.in_doubt, *report.written)}
    if all(path == shown for path, shown in names.items()):
        return report
    return replace(
        report,
        findings=tuple(_public(each, names[each.path]) for each in report.findings),
        lines={(names[path], line): text for (path, line), text in report.lines.items()},
        in_doubt={names[path]: n for path, n in report.in_doubt.items()},
        written=tuple(names[path] for path in report.written),
    )


def _public(finding: Finding, path: str) -> Finding:
    how = finding.remedy
    quiet = None if how is None else replace(how, command=hidden(how.command))
    return replace(finding, path=path, remedy=quiet)
