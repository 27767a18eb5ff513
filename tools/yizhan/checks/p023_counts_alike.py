"""P023: counts of households, people and parts look as if they were made in one way."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.extents import (
    larger_than_the_whole,
    more_households_than_people,
    near_days,
)
from yizhan.checks.shared.place_examples import (
    COUNTED_PART,
    COUNTED_PART_PATH,
    COUNTED_VILLAGE,
    COUNTED_VILLAGE_PATH,
)
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from more_households_than_people(record, noted=True)
    yield from larger_than_the_whole(record, archive, near_days)


_WHOLE = COUNTED_VILLAGE + "  date: 2025-12-31\n"
_PART = COUNTED_PART.replace("{date}", "2025-06-30")

CHECK = Check(
    code="P023",
    title=Text("口径不同的数对得上", "Counts of two kinds fit"),
    why=Text(
        "隔了几个月统计的部分多于全部，或者写了说明、户数仍然多于人数，多半是写错了；也可能中间有人搬走，或者是户籍户数配了常住人数，所以只是提醒。",
        "A part counted some months apart with more than the whole, or more households than people with a note beside, is mostly a slip; people may have moved away meanwhile, or registered households stand beside residents: a warning only.",
    ),
    fix=Text(
        "核对两处的数和统计的日期（extent）。",
        "Check both numbers and the days on which they were counted (extent).",
    ),
    bad=Example({COUNTED_VILLAGE_PATH: _WHOLE, COUNTED_PART_PATH: _PART.format(households=400)}),
    good=Example({COUNTED_VILLAGE_PATH: _WHOLE, COUNTED_PART_PATH: _PART.format(households=90)}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.WARNING,
)
