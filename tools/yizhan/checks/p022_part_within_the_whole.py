"""P022: on one day, no part of a place has more than the whole, and nothing is counted before it is there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.extents import (
    larger_than_the_whole,
    more_households_than_people,
    same_day,
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

_BEFORE = Text(
    "{date} 统计的时候，这里还没有设立（{established}）。",
    "Counted on {date}, before it was there ({established}).",
)


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    day = None if record.extent is None else record.extent.date
    if day is not None and record.established is not None and day.surely_before(record.established):
        message = _BEFORE.format(date=day, established=record.established)
        about = f"{record.id}/established"
        yield Problem(record, ("extent", "date"), message, about=about)
    yield from more_households_than_people(record, noted=False)
    yield from larger_than_the_whole(record, archive, same_day)


_WHOLE = (
    COUNTED_VILLAGE
    + """\
  persons: 1000
  date: 2025-12-31
"""
)
_PART = COUNTED_PART.replace("{date}", "2025-12-31")

CHECK = Check(
    code="P022",
    title=Text("部分不超过全部", "A part is within the whole"),
    why=Text(
        "一个组的户数比全村还多，或者户数比人数还多，总有一个数写错了，要么就不是同一种口径；规模用来算比例、看覆盖了多少，错一个数全错。",
        "A group with more households than its village, or more households than people: one of the two is wrong, or they are of different kinds, and shares and coverage are reckoned from them.",
    ),
    fix=Text(
        "核对两处的数和统计的日期（extent）；户数按户籍、人数按常住这样口径不同的，在 extent 的 note 里写明。",
        "Check both numbers and the day on which they were counted (extent); where households are registered ones and people are residents, say so in its note.",
    ),
    bad=Example({COUNTED_VILLAGE_PATH: _WHOLE, COUNTED_PART_PATH: _PART.format(households=400)}),
    good=Example({COUNTED_VILLAGE_PATH: _WHOLE, COUNTED_PART_PATH: _PART.format(households=90)}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
