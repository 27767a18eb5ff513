"""H002: from station to station a round of selection never grows."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LANE, LANE_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "这一步有 {count} 个，比前面的 {before} 个还多。",
    "There {count:is|are} {count} at this station, more than the {before} before it.",
)


def _run(record: Honour, _archive: Archive, _context: Context) -> Iterator[Problem]:
    before: int | None = None
    for number, station in enumerate(record.stages):
        if station.count is None:
            continue
        if before is not None and station.count > before:
            message = _FOUND.format(count=station.count, before=before)
            yield Problem(record, ("stages", number, "count"), message)
        before = station.count


_STAGES = """\
  - stage: nominated
    date: 2026-02-01
    count: 6
  - stage: conferred
    date: 2026-02-10
    count: {count}
"""

CHECK = Check(
    code="H002",
    title=Text("评选人数只减不增", "A round of selection never grows"),
    why=Text(
        "没有被推荐的却当选了，居民会问是从哪里来的。",
        "If more are honoured than were nominated, residents will ask where they came from.",
    ),
    fix=Text(
        "核对各步的 count（数量）；中途补报的，补进推荐那一步。",
        "Check the counts; add late nominations to the station of nomination.",
    ),
    bad=Example({LANE_PATH: LANE + _STAGES.format(count=8)}),
    good=Example({LANE_PATH: LANE + _STAGES.format(count=4)}),
    kinds=(Kind.HONOUR,),
    run=_run,
    level=Level.IRREGULAR,
)
