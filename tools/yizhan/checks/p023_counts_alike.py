"""P023: counts of households, people and parts look as if they were made in one way."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.extents import larger_than_the_whole, near_days
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from larger_than_the_whole(record, archive, near_days)


_WHOLE_PATH = "records/places/shili-xinqu.yaml"
_WHOLE = """\
id: shili-xinqu
title: 示例新村
example: true
level: village
parent: shili-zhen
extent:
  households: 300
  date: 2025-12-31
"""
_PART_PATH = "records/places/shili-xinqu-1.yaml"
_PART = """\
id: shili-xinqu-1
title: 新村第一村民小组
example: true
level: group
parent: shili-xinqu
extent:
  households: {households}
  date: 2025-06-30
"""

CHECK = Check(
    code="P023",
    title=Text("隔了几个月的数对得上", "Counts of some months apart fit"),
    why=Text(
        "隔了几个月统计的部分多于全部，多半是写错了；也可能中间有人搬走，所以只是提醒。",
        "A part counted some months apart with more than the whole is mostly a slip; people may have moved away meanwhile: a warning only.",
    ),
    fix=Text(
        "核对两处的数和统计的日期（extent）。",
        "Check both numbers and the days on which they were counted (extent).",
    ),
    bad=Example({_WHOLE_PATH: _WHOLE, _PART_PATH: _PART.format(households=400)}),
    good=Example({_WHOLE_PATH: _WHOLE, _PART_PATH: _PART.format(households=90)}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.WARNING,
)
