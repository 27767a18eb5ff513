"""A003: an id is used once, whatever the kind of record."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "编号“{id}”已经用在 {path} 里，同一个编号只能用一次。",
    "The id “{id}” is already used in {path}; an id can be used only once.",
)


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    if not archive.duplicates:
        return
    first = archive.find(record.id)
    if first is not None and first.path != record.path:
        yield Problem(record, ("id",), _FOUND.format(id=record.id, path=first.path))


_BODY = """\
id: {id}
title: 示例村志愿服务队
example: true
body_kind: team
place: shili-cun
"""

CHECK = Check(
    code="A003",
    title=Text("编号不重复", "No id is used twice"),
    why=Text(
        "编号在所有记录里只指一样东西，不论它是地点、组织还是事项；重复了，引用它的记录就说不清指的是谁。",
        "An id means one thing among all records, be it a place, a body or a matter; "
        "used twice, nobody can tell which one another record means.",
    ),
    fix=Text(
        "给后来的那个文件另起一个没有用过的编号，文件名一起改。",
        "Give the later file an id that was never used, and name the file after it.",
    ),
    bad=Example(
        {
            "records/places/shili-team.yaml": """\
id: shili-team
title: 队部
example: true
level: site
parent: shili-cun
""",
            "records/bodies/shili-team.yaml": _BODY.format(id="shili-team"),
        }
    ),
    good=Example({"records/bodies/shili-volunteers.yaml": _BODY.format(id="shili-volunteers")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
