"""How much of what is put into valid records by hand the checks find (issue 7, "Shown by").

The mutations that are made from the schemas take minutes: ``python -m benchmarks.mutations`` tries the
whole catalogue by the same measures, and ``benchmarks/MUTATIONS.md`` has the figures.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mutations.by_hand import written_by_hand
from mutations.catalogue import Report, judged, lines, unexpected
from mutations.village import HERE

pytestmark = pytest.mark.xdist_group("mutations")  # two thousand of them, tried once
KNOWN = yaml.safe_load((HERE / "known.yaml").read_text(encoding="utf-8"))
"""By name: why a fault is not found."""

FOUND, BLOCKING, RIGHT, CELL = 0.98, 0.93, 0.99, 0.9
"""Least shares of the part written by hand. What the records do not show is a warning by the house's
rules (a notice, a vote or a filing that nobody mentions, a rule's content, a stale acknowledgment), so that
one in fifteen of what is found does not fail a check."""


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Report:
    return judged(written_by_hand(), tmp_path_factory.mktemp("mutations"))


def test_nearly_all_is_found(report):
    assert report.total.found >= FOUND * report.total.tried, "\n".join(lines(report))


def test_nearly_all_fails_a_check(report):
    assert report.total.blocking >= BLOCKING * report.total.tried, "\n".join(lines(report))


def test_nearly_all_is_found_where_it_is(report):
    assert report.total.right >= RIGHT * report.total.found, "\n".join(lines(report))


def test_no_kind_is_weak_in_any_class(report):
    cell, least = report.worst()
    assert least >= CELL, f"{' × '.join(cell)}: {least:.1%}"


def test_every_cell_has_enough_cases(report):
    assert {cell: tally.tried for cell, tally in report.cells.items() if tally.tried < 10} == {}


def test_what_is_not_found_is_known_with_its_reason(report):
    assert unexpected(report, KNOWN) == []


def test_every_reason_is_a_sentence():
    for name, reason in KNOWN.items():
        assert reason.endswith("."), name
        assert len(reason) > 40, name


def test_what_is_harmless_passes(report):
    assert [outcome.mutation.name for outcome in report.alarms] == []


def test_a_miss_that_is_not_known_and_a_known_one_that_is_found_are_both_told(report):
    name = report.misses[0].mutation.name
    without = {other: why for other, why in KNOWN.items() if other != name}
    more = {**KNOWN, "matter law: of no case": "Nobody wrote it."}
    assert unexpected(report, without) == [f"not found, and not in known.yaml: {name}"]
    assert unexpected(report, more) == [
        "in known.yaml, and found or not tried: matter law: of no case"
    ]
