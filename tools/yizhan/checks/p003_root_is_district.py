"""P003: only a district is at the top of the tree of places, and it is nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, PlaceLevel

_NO_PARENT = Text(
    "这个地点没有写上级地点；只有区县可以没有上级。",
    "This place names no parent; only a district may stand without one.",
)
_PARENT = Text(
    "区县是最上一级，不能再写上级地点。",
    "A district is the highest level and names no parent.",
)

_LEAVE_OUT = Text(
    "删去 parent（上级地点），省市写在 region 里；不是区县的，改 level（级别）。",
    "Delete parent, province and city go into region; if it is no district, correct level.",
)


def _run(record: Place, _archive: Archive, _context: Context) -> Iterator[Problem]:
    if record.level is PlaceLevel.DISTRICT:
        if record.parent is not None:
            yield Problem(record, ("parent",), _PARENT, _LEAVE_OUT)
    elif record.parent is None:
        yield Problem(record, ("level",), _NO_PARENT)


_PATH = "records/places/shili-cun-2.yaml"
_PLACE = """\
id: shili-cun-2
title: 第二村民小组
example: true
level: group
"""

CHECK = Check(
    code="P003",
    title=Text("最上一级是区县", "Districts stand at the top"),
    why=Text(
        "每个地点都要能一直找到所属的区县，区县的页面才不会漏掉它。",
        "Every place must lead up to its district, or the district's pages leave it out.",
    ),
    fix=Text(
        "写上 parent（上级地点）；上级还没有记录的，先建好上级；省市写在区县的 region 里。",
        "Name the parent; make its record first if there is none; province and city go into the district's region.",
    ),
    bad=Example({_PATH: _PLACE}),
    good=Example({_PATH: _PLACE + "parent: shili-cun\n"}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
