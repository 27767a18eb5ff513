"""H004: the count and date of an honour are those of its conferral."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.text import Text
from yizhan.model.vocabulary import HonourStage, Kind

_COUNT = Text(
    "最后命名的是 {conferred} 个，上面的 count 却写着 {count}。",
    "{conferred} {conferred:was|were} conferred in the end, but count says {count}.",
)
_DATE = Text(
    "命名的日期是 {conferred}，上面的 date 却写着 {date}。",
    "It was conferred on {conferred}, but date says {date}.",
)
_PLACES = Text(
    "列出了 {places} 个地方，数目却写着 {count}。",
    "{places} {places:place is|places are} named, but the count says {count}.",
)


def _run(record: Honour, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, station in enumerate(record.stages):
        places = len(set(station.places))
        if station.count is not None and places > station.count:
            message = _PLACES.format(places=places, count=station.count)
            yield Problem(record, ("stages", number, "count"), message)
        if station.stage is not HonourStage.CONFERRED:
            continue
        if None not in (station.count, record.count) and station.count != record.count:
            message = _COUNT.format(conferred=station.count, count=record.count)
            yield Problem(record, ("count",), message)
        if station.date.surely_before(record.date) or record.date.surely_before(station.date):
            message = _DATE.format(conferred=station.date, date=record.date)
            yield Problem(record, ("stages", number, "date"), message)


_PATH = "records/honours/2026/20260210-shili-lane.yaml"
_HONOUR = """\
id: 20260210-shili-lane
title: 整洁巷道
example: true
place: shili-cun
unit: team
date: 2026-02-10
count: {count}
stages:
  - stage: conferred
    date: 2026-02-10
    count: 4
"""

CHECK = Check(
    code="H004",
    title=Text("总数与命名一致", "Count and date are those of the conferral"),
    why=Text(
        "同一页上出现两个当选数，居民不知道该信哪一个。",
        "With two numbers on one page nobody knows which to believe.",
    ),
    fix=Text(
        "让 count、date 与“命名”那一步一致。",
        "Make count and date agree with the station of conferral.",
    ),
    bad=Example({_PATH: _HONOUR.format(count=5)}),
    good=Example({_PATH: _HONOUR.format(count=4)}),
    kinds=(Kind.HONOUR,),
    run=_run,
    level=Level.ERROR,
)
