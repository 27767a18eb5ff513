"""P004: a place that resulted from a split or merger follows places that were dissolved by then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.place_examples import NEW_GRID, NEW_GRID_PATH, OLD_GRID, OLD_GRID_PATH
from yizhan.checks.shared.succession import fix_of, way_round
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_PROGRESS = Text(
    "本地点由{name}拆分或合并而来，那个地点却没有写撤销日期。",
    "This place came from {name}, which has no day of dissolution.",
)
_OVERLAP = Text(
    "{name}在 {dissolved} 才撤销，本地点在 {established} 就已经设立。",
    "{name} was not dissolved before {dissolved}; this place was established ({established}) already.",
)


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    if way_round(record, archive):
        return  # P009 says it
    for number, identifier in enumerate(record.predecessors):
        before = archive.place(identifier)
        if before is None or before.id == record.id:
            continue
        if before.dissolved is None and record.id in before.successors:
            continue  # said there
        if before.dissolved is None:
            message = _PROGRESS.format(name=named(before))
            yield Problem(record, ("predecessors", number), message, fix=fix_of(before))
        elif record.established is not None and record.established.surely_before(before.dissolved):
            message = _OVERLAP.format(
                name=named(before), dissolved=before.dissolved, established=record.established
            )
            if not _adjacent(record.established, before.dissolved):
                yield Problem(record, ("predecessors", number), message)


def _adjacent(established: PartialDate, dissolved: PartialDate) -> bool:
    """Tell whether the old place's last day is the day before or after the new one's first."""
    return dissolved.earliest - established.latest <= timedelta(days=1)


_NEW_PLACE = (
    NEW_GRID
    + """\
established: 2026-01-01
predecessors: [shili-old]
"""
)

CHECK = Check(
    code="P004",
    title=Text("拆分合并前后衔接", "Predecessors were dissolved in time"),
    why=Text(
        "网格、小组拆了又并，旧的不写撤销日期，同一栋楼就会同时属于两处。",
        "Grids and groups are split and merged; if the old one has no end, a building lies in two at once.",
    ),
    fix=Text(
        "在原来的地点上写 dissolved（撤销日期），并核对本地点的 established（设立日期）；并入早已设立的地点的，"
        "不写前身，在原来的地点上写 successors（后来成为）。",
        "Write dissolved on the former place, and check established on this one; where it became part of a place that "
        "was there before, name that under successors of the former place and leave predecessors out.",
    ),
    bad=Example({OLD_GRID_PATH: OLD_GRID, NEW_GRID_PATH: _NEW_PLACE}),
    good=Example({OLD_GRID_PATH: OLD_GRID + "dissolved: 2025-12-31\n", NEW_GRID_PATH: _NEW_PLACE}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
