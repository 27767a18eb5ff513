"""A run of the whole catalogue as a page: ``benchmarks/MUTATIONS.md``.

``python tests/mutations/figures.py`` (``make mutations``) tries everything, writes the page, and fails
where a share is too small or a miss is not known.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import yaml

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mutations.catalogue import Report, Tally, catalogue, judged, share, unexpected
from mutations.village import HERE

PAGE = HERE.parents[1] / "benchmarks" / "MUTATIONS.md"

FOUND, BLOCKING, RIGHT, CELL, TRIED = 0.98, 0.97, 0.99, 0.9, 2_000
"""Least shares of the whole, and the least number of harmful mutations (issue 7, "Shown by")."""

HEAD = """\
# What the checks find

Made by `make mutations`: faults put one by one into a valid archive (`tests/mutations/archive`), from
the schemas (every property × every operator) and by hand, whose labels were written without looking at
the checks. Found: anything is said. Fails: `yizhan check` does. Right line: of what is found, one finding is
where a careful person would point. A label that the law or the records later showed to be wrong was put
right in a commit that says so.
"""

MILD = """\
What is found and fails nothing is, by the rules of the house, what the records do not show (a vote, a
notice, a filing, a display that nobody mentions), what only people can tell (a name, the content of a rule, an
office's own percentage), and an acknowledgment that has become stale. By check:
"""


def row(name: str, tally: Tally) -> str:
    """One line of the first table."""
    shares = (
        share(tally.found, tally.tried),
        share(tally.blocking, tally.tried),
        share(tally.right, tally.found),
    )
    return f"| {name} | {tally.tried:,} | {' | '.join(shares)} |"


def cells(report: Report) -> list[str]:
    """Kind × class: found of tried."""
    families = sorted({family for _, family in report.cells})
    rows = [f"| | {' | '.join(families)} |", "|---" * (len(families) + 1) + "|"]
    for kind in sorted({kind for kind, _ in report.cells}):
        found = (report.cells.get((kind, family)) for family in families)
        rows.append(
            f"| {kind} | "
            + " | ".join("" if each is None else f"{each.found}/{each.tried}" for each in found)
            + " |"
        )
    return rows


def page(report: Report, known: dict[str, str], seconds: float) -> str:
    """The whole page."""
    schemas = Tally(
        *(
            getattr(report.total, name) - getattr(report.by_hand, name)
            for name in ("tried", "found", "blocking", "right")
        )
    )
    (kind, family), least = report.worst()
    mild = Counter(min(each.code for each in outcome.findings) for outcome in report.mild)
    parts = [
        HEAD,
        "| | tried | found | fails | right line |\n|---|---|---|---|---|",
        row("all", report.total),
        row("from the schemas", schemas),
        row("by hand", report.by_hand),
        (
            f"\nHarmless: {report.harmless}, passed {share(report.passed, report.harmless)}. "
            f"Worst cell: {kind} × {family}, {100 * least:.1f} %. {seconds:.0f} s of processor time."
        ),
        "\n## Kind × class, found of tried\n",
        *cells(report),
        "\n## Found, and nothing fails\n",
        MILD,
        ", ".join(f"{code} {number}" for code, number in sorted(mild.items())) + ".",
        "\n## Not found, and why\n",
        *(f"- {name}. {' '.join(why.split())}" for name, why in sorted(known.items())),
    ]
    return "\n".join(parts) + "\n"


def failures(report: Report, known: dict[str, str]) -> list[str]:
    """What is not as it has to be."""
    total, (cell, least) = report.total, report.worst()
    wanted = (
        (total.tried >= TRIED, f"only {total.tried} were tried"),
        (total.found >= FOUND * total.tried, f"found: {share(total.found, total.tried)}"),
        (total.blocking >= BLOCKING * total.tried, f"fails: {share(total.blocking, total.tried)}"),
        (total.right >= RIGHT * total.found, f"right line: {share(total.right, total.found)}"),
        (least >= CELL, f"{' × '.join(cell)}: {100 * least:.1f} %"),
        (not report.alarms, f"{len(report.alarms)} harmless ones are found"),
    )
    return [*(why for fine, why in wanted if not fine), *unexpected(report, known)]


def main() -> int:
    """Try everything, write the page, and say what is wrong."""
    known = yaml.safe_load((HERE / "known.yaml").read_text(encoding="utf-8"))
    begun = time.process_time()
    with tempfile.TemporaryDirectory() as work:
        report = judged(catalogue(), Path(work))
    PAGE.write_text(page(report, known, time.process_time() - begun), encoding="utf-8")
    wrong = failures(report, known)
    print("\n".join(wrong) or f"as it has to be; see {PAGE.relative_to(HERE.parents[1])}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
