"""P011: a place that goes on does not lie in one that is gone."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.place_examples import OLD_GRID_PATH
from yizhan.facts.succession import gone
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "所在的{parent}在 {day} 已经撤销，这个地点却还在。",
    "{parent}, in which it lies, was dissolved ({day}); this place goes on.",
)


def _run(record: Place, archive: Archive, context: Context) -> Iterator[Problem]:
    parent, day = archive.place(record.parent), context.day_of(record)
    if parent is not None and gone(parent, day) and not gone(record, day):
        message = _FOUND.format(parent=named(parent), day=parent.dissolved)
        yield Problem(record, ("parent",), message)


_OLD = """\
id: shili-old
title: 老村
example: true
level: village
parent: shili-zhen
dissolved: 2025-12-31
"""
_GRID_PATH = "records/places/shili-old-grid.yaml"
_GRID = """\
id: shili-old-grid
title: 河边网格
example: true
level: grid
parent: {parent}
"""

CHECK = Check(
    code="P011",
    title=Text("上级地点还在", "The place around it is still there"),
    why=Text(
        "村并了，组和网格归了新村；还挂在老村下面的，新村的页面上就看不到，也不知道该由谁管。",
        "When a village is merged its groups belong to the new one; left in the old one they are missing from the new "
        "village's page, and nobody can see who has to do with them.",
    ),
    fix=Text(
        "跟着撤销的，也写上 dissolved 和 successors，在新的地方另建一条地点记录作后继；parent 当初就写错了的，改成它真正所在的地点。",
        "Where it ended as well, write its dissolved and its successors, and another record for what goes on in the "
        "new place; where parent was wrong from the start, let it name the place in which it really lies.",
    ),
    bad=Example({OLD_GRID_PATH: _OLD, _GRID_PATH: _GRID.format(parent="shili-old")}),
    good=Example({OLD_GRID_PATH: _OLD, _GRID_PATH: _GRID.format(parent="shili-cun")}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.DUE,
)
