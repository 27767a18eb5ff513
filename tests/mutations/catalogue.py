"""The whole catalogue, and what a run of it comes to.

``python tests/mutations/catalogue.py`` tries everything (some two minutes of work);
``… catalogue.py "who acted"`` what has those words in its name, ``… catalogue.py hand`` what is not
made from the schemas.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mutations.by_hand import written_by_hand
from mutations.mutation import Mutation
from mutations.neutral import neutral
from mutations.runner import Bench, Outcome
from mutations.structural import structural


def catalogue() -> list[Mutation]:
    """Every mutation there is."""
    return [*structural(), *written_by_hand(), *neutral()]


@dataclass
class Tally:
    """What became of some harmful mutations.

    Attributes:
        tried: how many there were.
        found: how many were found.
        blocking: of how many a check fails.
        right: of how many one finding is at a right line.
    """

    tried: int = 0
    found: int = 0
    blocking: int = 0
    right: int = 0

    def count(self, outcome: Outcome) -> None:
        """One more."""
        self.tried += 1
        self.found += outcome.found
        self.blocking += outcome.blocking
        self.right += outcome.right_line


@dataclass
class Report:
    """What a run came to.

    Attributes:
        total: of all harmful ones.
        by_hand: of those that are not made from the schemas.
        cells: by kind and family.
        harmless: how many harmless ones there were.
        passed: of how many nothing is said.
        misses: harmful ones that were not found.
        alarms: harmless ones that were.
        elsewhere: found, but nowhere near.
        mild: found, and nothing fails.
    """

    total: Tally = field(default_factory=Tally)
    by_hand: Tally = field(default_factory=Tally)
    cells: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    harmless: int = 0
    passed: int = 0
    misses: list[Outcome] = field(default_factory=list)
    alarms: list[Outcome] = field(default_factory=list)
    elsewhere: list[Outcome] = field(default_factory=list)
    mild: list[Outcome] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        """One more."""
        mutation = outcome.mutation
        if not mutation.harmful:
            self.harmless += 1
            self.passed += outcome.passed
            if not outcome.passed:
                self.alarms.append(outcome)
            return
        self.total.count(outcome)
        self.cells[mutation.kind, mutation.family].count(outcome)
        if mutation.family != "structure":
            self.by_hand.count(outcome)
        if not outcome.found:
            self.misses.append(outcome)
        elif not outcome.right_line:
            self.elsewhere.append(outcome)
        if outcome.found and not outcome.blocking:
            self.mild.append(outcome)

    def worst(self) -> tuple[tuple[str, str], float]:
        """The cell of kind × family with the smallest share found."""
        return min(
            ((cell, tally.found / tally.tried) for cell, tally in self.cells.items()),
            key=lambda pair: pair[1],
        )


def judged(mutations: Iterable[Mutation], folder: Path) -> Report:
    """Try them all.

    Args:
        mutations: which.
        folder: an empty folder to work in.
    """
    report = Report()
    for outcome in Bench(folder).all(mutations):
        report.count(outcome)
    return report


def unexpected(report: Report, known: Iterable[str]) -> list[str]:
    """What is missed and not known, and what is known and not missed, as sentences."""
    names, missed = set(known), {outcome.mutation.name for outcome in report.misses}
    return [
        *(f"not found, and not in known.yaml: {name}" for name in sorted(missed - names)),
        *(f"in known.yaml, and found or not tried: {name}" for name in sorted(names - missed)),
    ]


def share(part: int, whole: int) -> str:
    """A percentage with one decimal."""
    return f"{100 * part / whole:.1f} %" if whole else "none"


def table(report: Report) -> list[str]:
    """Kind × family: found of tried."""
    families = sorted({family for _, family in report.cells})
    rows = [f"{'':10} " + " ".join(f"{family:>12}" for family in families)]
    for kind in sorted({kind for kind, _ in report.cells}):
        cells = []
        for family in families:
            tally = report.cells.get((kind, family))
            cells.append(f"{tally.found}/{tally.tried}" if tally else "")
        rows.append(f"{kind:10} " + " ".join(f"{cell:>12}" for cell in cells))
    return rows


def lines(report: Report) -> list[str]:
    """The report as text."""
    found = [f"{'':14} {'tried':>7} {'found':>8} {'blocking':>9} {'right line':>11}"]
    for name, tally in (("all", report.total), ("by hand", report.by_hand)):
        found.append(
            f"{name:14} {tally.tried:7} {share(tally.found, tally.tried):>8}"
            f" {share(tally.blocking, tally.tried):>9} {share(tally.right, tally.found):>11}"
        )
    found.append(f"harmless: {report.harmless}, passed {share(report.passed, report.harmless)}")
    if report.cells:
        (kind, family), least = report.worst()
        found += [f"worst cell: {kind} × {family}, {100 * least:.1f} %", "", *table(report)]
    for title, outcomes in (
        ("not found", report.misses),
        ("harmless and found", report.alarms),
        ("found elsewhere", report.elsewhere),
        ("found and nothing fails", report.mild),
    ):
        found += ["", f"{title}: {len(outcomes)}"]
        found += [f"  {said(outcome)}" for outcome in outcomes]
    return found


def said(outcome: Outcome) -> str:
    """A mutation's name, and by which codes it was found where."""
    findings = sorted({(f.code, f.path.removeprefix("records/"), f.line) for f in outcome.findings})
    places = "; ".join(f"{code} {path}:{line}" for code, path, line in findings[:2])
    return outcome.mutation.name + (f"  [{places}]" if places else "")


def chosen(words: list[str]) -> list[Mutation]:
    """The mutations that have all these words in their names; ``hand`` for those made by hand."""
    every = [*written_by_hand()] if "hand" in words else catalogue()
    rest = [word for word in words if word != "hand"]
    return [mutation for mutation in every if all(word in mutation.name for word in rest)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as work:
        print("\n".join(lines(judged(chosen(sys.argv[1:]), Path(work)))))
