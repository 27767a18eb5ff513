"""P023: counts of households, people and parts look as if they were made in one way."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.extents import larger_than_the_whole, near_days
from yizhan.checks.shared.place_examples import COUNTED_VILLAGE, COUNTED_VILLAGE_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_EMPTY = Text(
    "户数 {households:,} 比人数 {persons:,} 还多。",
    "{households:,} {households:household|households} are more than {persons:,} {persons:person|people}.",
)


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    extent = record.extent
    if extent is None:
        return
    households, persons = extent.households, extent.persons
    if households is not None and persons is not None and households > persons:
        message = _EMPTY.format(households=households, persons=persons)
        yield Problem(record, ("extent", "persons"), message)
    yield from larger_than_the_whole(record, archive, near_days)


_WHOLE = (
    COUNTED_VILLAGE
    + """\
  persons: {persons}
  date: 2025-12-31
"""
)

CHECK = Check(
    code="P023",
    title=Text("户数和人数口径一致", "Counts are made alike"),
    why=Text(
        "户数多于人数，或者隔了几个月统计的部分多于全部，多半是写反了、写错了；也可能是户籍户数配了常住人数，"
        "所以只是提醒。",
        "More households than people, or a part counted some months apart with more than the whole, is mostly a slip; it may also be registered "
        "households beside residents: a warning only.",
    ),
    fix=Text(
        "核对两个数；口径不同的，在 extent 的 note 里写明。",
        "Check both numbers; where they were counted differently, say so in the note of extent.",
    ),
    bad=Example({COUNTED_VILLAGE_PATH: _WHOLE.format(persons=200)}),
    good=Example({COUNTED_VILLAGE_PATH: _WHOLE.format(persons=1000)}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.WARNING,
)
