"""P001: a place is in a place of a higher level."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import above
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, PlaceLevel
from yizhan.wording.terms import one

_FOUND = Text(
    "这里的级别是“{own}”，它的上级{parent}是“{other}”，级别不高于它。",
    "This place is {own}; its parent {parent} is {other}, which does not stand above it.",
)


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    parent = archive.place(record.parent)
    if parent is None or parent.id == record.id or record.level is PlaceLevel.DISTRICT:
        return  # a parent that is the place itself is A011's, one of a district is P003's
    if not above(parent.level, record.level):
        message = _FOUND.format(
            own=one(record.level), parent=named(parent), other=one(parent.level)
        )
        yield Problem(record, ("parent",), message)


_PATH = "records/places/shili-cun-2.yaml"
_PLACE = """\
id: shili-cun-2
title: 第二村民小组
example: true
level: group
parent: {parent}
"""

CHECK = Check(
    code="P001",
    title=Text("上级地点的级别更高", "A parent place stands above"),
    why=Text(
        "各级的数字是一层一层加上去的；级别颠倒，街道的数字里就会多出或者漏掉整个社区。",
        "Figures are added up level by level; with levels upside down, "
        "a whole community is missing from its street, or counted in the wrong one.",
    ),
    fix=Text(
        "核对 level（级别）和 parent（上级地点），改掉写错的那个。",
        "Check level and parent, and correct the one that is wrong.",
    ),
    bad=Example({_PATH: _PLACE.format(parent="shili-cun-square")}),
    good=Example({_PATH: _PLACE.format(parent="shili-cun")}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
