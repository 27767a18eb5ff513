"""H005: once its display is over, an honour is conferred or given up."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.text import Text
from yizhan.model.vocabulary import HonourStage, Kind

_FOUND = Text(
    "公示到 {until} 已经期满，过了 {days} 天，还没有记下命名。",
    "The display ended on {until}, {days} {days:day|days} ago, and no conferral is recorded.",
)


def _run(record: Honour, _archive: Archive, context: Context) -> Iterator[Problem]:
    if any(station.stage is HonourStage.CONFERRED for station in record.stages):
        return
    for number, station in enumerate(record.stages):
        if station.stage is HonourStage.DISPLAYED and station.until is not None:
            days = (context.day_of(record) - station.until.latest).days
            if days > 0:
                message = _FOUND.format(until=station.until, days=days)
                yield Problem(record, ("stages", number, "until"), message)


_PATH = "records/honours/2026/202603-shili-helpers.yaml"
_HONOUR = """\
id: 202603-shili-helpers
title: 热心村民
example: true
place: shili-cun
unit: household
date: 2026-03
stages:
  - stage: displayed
    date: 2026-03-10
    until: 2026-03-17
    count: 3
    where: 村务公开栏
    objections_to: 村务监督委员会
"""
_CONFERRED = """\
  - stage: conferred
    date: 2026-03-20
    count: 3
"""

CHECK = Check(
    code="H005",
    title=Text("公示期满写明结果", "The outcome of a display is recorded"),
    why=Text(
        "公示完了不写结果，大家不知道评上了没有，也不知道是不是有人提了异议。",
        "Unless the outcome is recorded, nobody knows whether the honour was given or somebody objected.",
    ),
    fix=Text(
        "命名的，在 stages 里加一条 conferred（命名）；没有评上的，也加一条 conferred，count 写 0，在它的 note（说明）里写明原因。",
        "Add a station conferred to stages; if nobody was honoured, add it with count 0, and say why in its note.",
    ),
    bad=Example({_PATH: _HONOUR}),
    good=Example({_PATH: _HONOUR + _CONFERRED}),
    kinds=(Kind.HONOUR,),
    run=_run,
    level=Level.DUE,
)
