"""J012: what was on display says where, and to whom objections went."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.honour import Honour, Selection
from yizhan.model.points import Batch
from yizhan.model.record import Display
from yizhan.model.text import Text
from yizhan.model.vocabulary import HonourStage, Kind

_WHERE = Text(
    "公示没有写在哪里（where）。",
    "The display does not say where it was (where).",
)
_TO_WHOM = Text(
    "公示没有写异议向谁提（objections_to）。",
    "The display does not say to whom objections went (objections_to).",
)


def _run(record: Batch | Honour, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, display in _displays(record):
        if display.where is None:
            yield Problem(record, (*pointer, "where"), _WHERE)
        if display.objections_to is None:
            yield Problem(record, (*pointer, "objections_to"), _TO_WHOM)


def _displays(record: Batch | Honour) -> Iterator[tuple[Pointer, Display | Selection]]:
    """What is told by the village itself; a report, which has sources, may be silent."""
    if record.sources:
        return
    if isinstance(record, Honour):
        for number, station in enumerate(record.stages):
            if station.stage is HonourStage.DISPLAYED:
                yield ("stages", number), station
    elif record.display is not None:
        yield ("display",), record.display


_PATH = "records/points/2026/20260225-shili-help.yaml"
_BATCH = """\
id: 20260225-shili-help
title: 二月积分
example: true
scheme: shili-scheme
date: 2026-02-25
display:
  start: 2026-02-25
  end: 2026-03-01
{where}  objections_to: 村务监督委员会
entries:
  - account: a-3f9k2m7q
    kind: award
    item: cleanup
    points: 10
"""

CHECK = Check(
    code="J012",
    title=Text("公示写明地方和异议向谁提", "Displays say where, and to whom to object"),
    why=Text(
        "不写贴在哪里、向谁提，公示就只剩下两个日期，谁也用不上。",
        "Without where it hung and whom to tell, a display is two dates that are of no use to anybody.",
    ),
    fix=Text(
        "写上 where（在哪里公示）和 objections_to（异议向谁提）。",
        "Give where it was on display and objections_to, whom to tell.",
    ),
    bad=Example({_PATH: _BATCH.format(where="")}),
    good=Example({_PATH: _BATCH.format(where="  where: 村务公开栏\n")}),
    kinds=(Kind.BATCH, Kind.HONOUR),
    run=_run,
    level=Level.WARNING,
)
