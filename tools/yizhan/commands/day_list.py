"""What needs doing today: everything that the calendar has brought, the most urgent first."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path

from yizhan.checking.engine import inspect
from yizhan.checks import discover
from yizhan.model.finding import Finding, Level
from yizhan.reporting.day_list import DayList, Group, Item

URGENCY = ("M026", "T019", "T012", "M011", "H005", "N010", "B005", "T018", "N006", "L004")
"""The checks of what is due: first where residents wait for somebody, last what is filed."""


def day_list(root: Path, as_of: date) -> DayList:
    """List what is due on a day.

    Args:
        root: the folder that holds ``records/``.
        as_of: the day for which is asked.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
    """
    inspected = inspect(root, as_of)
    findings = inspected.result.findings
    records = {record.path: record for record in inspected.loaded.archive.records.values()}
    due = sorted((each for each in findings if each.level is Level.DUE), key=_urgency)
    checks = {check.code: check for check in discover()}
    groups = tuple(
        Group(
            checks[code].title,
            fix,
            tuple(Item(records[each.path], each) for each in group),
        )
        for (code, fix), group in groupby(due, key=lambda each: (each.code, each.fix))
    )
    return DayList(as_of, groups, tuple(each for each in findings if each.level.fails))


def _urgency(finding: Finding) -> tuple[object, ...]:
    return URGENCY.index(finding.code), finding.fix, finding
