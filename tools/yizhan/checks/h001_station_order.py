"""H001: a round of selection runs from nomination to conferral, each station once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LANE, LANE_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.honour import Honour
from yizhan.model.text import Text
from yizhan.model.vocabulary import HonourStage, Kind
from yizhan.wording.terms import term

_AGAIN = Text(
    "“{stage}”已经写过一次。",
    "The station “{stage}” is already there.",
)
_ORDER = Text(
    "“{stage}”应当排在“{before}”之前。",
    "“{stage}” comes before “{before}”.",
)
_ORDERED = tuple(HonourStage)


def _run(record: Honour, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, (before, station) in enumerate(pairwise(record.stages), start=1):
        names = {"stage": term(station.stage), "before": term(before.stage)}
        step = _ORDERED.index(station.stage) - _ORDERED.index(before.stage)
        if step == 0:
            yield Problem(record, ("stages", number, "stage"), _AGAIN.format(**names))
        elif step < 0:
            yield Problem(record, ("stages", number, "stage"), _ORDER.format(**names))


_STAGES = """\
  - stage: nominated
    date: {date}
  - stage: conferred
    date: 2026-02-10
"""

CHECK = Check(
    code="H001",
    title=Text("评选按步骤走", "Selections go step by step"),
    why=Text(
        "先推荐、再评议、再公示、后命名；次序乱了，评选就没有公信力。",
        "Nomination, review, display, conferral: out of order, nobody believes in the selection.",
    ),
    fix=Text(
        "核对各步的日期：次序是按日期算的，补记的写在末尾就行；已经合并的写错了，在 corrections 里加一条更正。",
        "Check the dates: the order is theirs, and what was forgotten is simply added at the end. Once merged, put a mistake "
        "right by adding to corrections.",
    ),
    bad=Example({LANE_PATH: LANE + _STAGES.format(date="2026-02-20")}),
    good=Example({LANE_PATH: LANE + _STAGES.format(date="2026-02-01")}),
    kinds=(Kind.HONOUR,),
    run=_run,
    level=Level.IRREGULAR,
)
