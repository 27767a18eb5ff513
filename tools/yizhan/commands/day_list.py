"""What needs doing today: everything that the calendar has brought, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from yizhan.checking.engine import inspect
from yizhan.checks import discover
from yizhan.facts.example_day import example_day
from yizhan.model.finding import Finding, Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.reporting.day_list import DayList, Group, Item, Remedy
from yizhan.wording.due import HEADINGS


def day_list(root: Path, as_of: date, today: date | None = None) -> DayList:
    """List what is due on a day.

    Args:
        root: the folder that holds ``records/``.
        as_of: the day for which is asked.
        today: as for ``checking.engine.inspect``.

    Raises:
        NoProjectError: there is no ``records/`` in ``root``.
    """
    inspected = inspect(root, as_of, today=today)
    findings = inspected.result.findings
    records = {record.path: record for record in inspected.loaded.archive.records.values()}
    due = [Item(records[each.path], each) for each in findings if each.level is Level.DUE]
    usual = {check.code: check.fix for check in discover()}
    groups = tuple(
        Group(heading, tuple(_remedies(items, usual[code])))
        for code, heading in HEADINGS.items()
        if (items := [each for each in due if each.finding.code == code])
    )
    fixed = example_day(inspected.loaded.archive.of(Place), as_of)
    shown = fixed if fixed != as_of else None
    return DayList(as_of, shown, groups, tuple(each for each in findings if each.fails))


def _remedies(items: Iterable[Item], usual: Text) -> Iterator[Remedy]:
    """What to do, and to which: the check's own remedy first, examples after real records."""

    def order(item: Item) -> tuple[bool, Text, bool, Finding]:
        fix = item.finding.fix
        return fix != usual, fix, item.record.example, item.finding

    for fix, group in groupby(sorted(items, key=order), key=lambda each: each.finding.fix):
        yield Remedy(fix, tuple(group))
