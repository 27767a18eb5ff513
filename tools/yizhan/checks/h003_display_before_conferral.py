"""H003: an honour is conferred after its display is over."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LANE, LANE_PATH
from yizhan.checks.shared.waiting import too_early
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.text import Text
from yizhan.model.vocabulary import HonourStage, Kind

_OPEN = Text(
    "公示没有写到哪一天为止。",
    "The display has no last day.",
)
_EARLY = Text(
    "公示到 {until} 才结束，{date} 就已经命名。",
    "The display ends only on {until}, but the honour was conferred on {date}.",
)


def _run(record: Honour, _archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from too_early(record, HonourStage.DISPLAYED, HonourStage.CONFERRED, _OPEN, _EARLY)


_STAGES = """\
  - stage: displayed
    date: 2026-02-01
    until: {until}
    where: 村务公开栏
    objections_to: 村务监督委员会
  - stage: conferred
    date: 2026-02-10
"""

CHECK = Check(
    code="H003",
    title=Text("公示期满再命名", "Display first, then the honour"),
    why=Text(
        "公示期就是提异议的时间，还没到期就命名，异议就落空了。",
        "The display is the time to object; conferred before it ends, the honour makes objections void.",
    ),
    fix=Text(
        "写明公示的 until（截止日），并核对命名的日期。",
        "Give the display its last day in until, and check the day of conferral.",
    ),
    bad=Example({LANE_PATH: LANE + _STAGES.format(until="2026-02-14")}),
    good=Example({LANE_PATH: LANE + _STAGES.format(until="2026-02-08")}),
    kinds=(Kind.HONOUR,),
    run=_run,
    level=Level.IRREGULAR,
)
