"""P021: the day of an example stands at its topmost place."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.place_examples import OLD_GRID_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "示例的日子（example_day）只写在示例最上面的地点，这个地点在“{parent}”里面。",
    "The day of an example (example_day) stands at its topmost place only; this one lies in “{parent}”.",
)


def _run(record: Place, _archive: Archive, _context: Context) -> Iterator[Problem]:
    if record.example_day is not None and record.parent is not None:
        yield Problem(record, ("example_day",), _FOUND.format(parent=record.parent))


_PLACE = """\
id: shili-old
title: 老县
example: true
level: {level}
{rest}example_day: 2026-02-28
"""

CHECK = Check(
    code="P021",
    title=Text("示例的日子写在最上面", "The day of an example stands at the top"),
    why=Text(
        "整个示例按一个日子看；写在下面的地点上，两个日子不一样，就说不清该按哪一个。",
        "A whole example is seen on one day; written further down, there may be two, and nobody can tell which counts.",
    ),
    fix=Text(
        "删去这里的 example_day；日子要改的，改最上面的地点。",
        "Take example_day out here; to change the day, change it at the topmost place.",
    ),
    bad=Example({OLD_GRID_PATH: _PLACE.format(level="village", rest="parent: shili-zhen\n")}),
    good=Example({OLD_GRID_PATH: _PLACE.format(level="district", rest="region: 示例省\n")}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
