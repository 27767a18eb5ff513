"""P006: places within the same place have different names."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "同一个上级里已经有一个叫“{title}”的地点（{other}）。",
    "The same parent already holds a place called “{title}” ({other}).",
)


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    if record.parent is None or record.dissolved is not None:
        return
    for other in archive.children(record.parent):
        if other.id == record.id:
            return  # each pair is reported once, on the later of the two
        if other.title == record.title and other.dissolved is None:
            message = _FOUND.format(title=record.title, other=other.id)
            yield Problem(record, ("title",), message)
            return


_PATH = "records/places/shili-cun-2.yaml"
_PLACE = """\
id: shili-cun-2
title: {title}
example: true
level: group
parent: shili-cun
"""

CHECK = Check(
    code="P006",
    title=Text("同级地点不重名", "Siblings have different names"),
    why=Text(
        "两个同名的网格并排出现，居民不知道该点哪一个，事项也容易记到别处。",
        "With two grids of one name side by side, residents do not know which is theirs, "
        "and matters end up in the wrong one.",
    ),
    fix=Text(
        "确实是两个地点的，把名称写得能分清；是同一个地点的，删去一个新建的文件。",
        "If they are two places, tell them apart by name; if they are one, delete the new file.",
    ),
    bad=Example({_PATH: _PLACE.format(title="第一村民小组")}),
    good=Example({_PATH: _PLACE.format(title="第二村民小组")}),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
