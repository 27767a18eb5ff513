"""P002: no place is in itself, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.places import above
from yizhan.checks.shared.ring import way_back, written
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "顺着上级往上找，又回到了这里：{way}。",
    "Going up from parent to parent leads back here: {way}.",
)


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    ring = way_back(record, archive.place(record.parent), lambda place: archive.place(place.parent))
    if ring is None:
        return
    levels = [place.level for place in ring]
    if all(above(parent, child) for child, parent in pairwise((*levels, levels[0]))):
        yield Problem(record, ("parent",), _FOUND.format(way=written(ring)))
    # else P001 says whose parent does not stand above it, with which the ring is gone


_PLACE = """\
id: {id}
title: {title}
example: true
level: grid
parent: {parent}
"""
_EAST = "records/places/shili-east.yaml"
_WEST = "records/places/shili-west.yaml"

CHECK = Check(
    code="P002",
    title=Text("上下级不绕圈", "The tree of places has no ring"),
    why=Text(
        "甲在乙里、乙又在甲里，谁也说不清它们属于哪个村，数字也加不上去。",
        "If A lies in B and B in A, nobody knows to which village they belong, and no figure adds up.",
    ),
    fix=Text(
        "把其中一个的 parent 改成真正的上级地点。",
        "Let one of them name the place it really lies in.",
    ),
    bad=Example(
        {
            _EAST: _PLACE.format(id="shili-east", title="东网格", parent="shili-west"),
            _WEST: _PLACE.format(id="shili-west", title="西网格", parent="shili-east"),
        }
    ),
    good=Example(
        {
            _EAST: _PLACE.format(id="shili-east", title="东网格", parent="shili-cun"),
            _WEST: _PLACE.format(id="shili-west", title="西网格", parent="shili-east"),
        }
    ),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
