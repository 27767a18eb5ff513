"""A011: a record does not refer to itself."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import references
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "这里填的是本记录自己的编号“{id}”。",
    "This is the record's own id, “{id}”.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for reference in references(record):
        if reference.target == record.id and not _says_who_wrote(reference.pointer):
            yield Problem(record, reference.pointer, _FOUND.format(id=record.id))


def _says_who_wrote(pointer: Pointer) -> bool:
    """Whether it is the body that wrote a correction or acknowledged something irregular.

    A body does so in its own record too.
    """
    return pointer[-1] == "by" and ("corrections" in pointer or "irregular" in pointer)


_PATH = "records/matters/2026/20260310-shili-noise.yaml"
_MATTER = """\
id: 20260310-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-03-10
  by: residents
  channel: counter
related: [{related}]
"""

CHECK = Check(
    code="A011",
    title=Text("不引用自己", "No record refers to itself"),
    why=Text(
        "自己引用自己没有意义，通常是复制别的文件后忘了改。",
        "A record that refers to itself says nothing; mostly a copied line was not changed.",
    ),
    fix=Text(
        "改成要引用的那条记录的编号，或者删去这一项。",
        "Put the id of the record that is meant, or delete the line.",
    ),
    bad=Example({_PATH: _MATTER.format(related="20260310-shili-noise")}),
    good=Example({_PATH: _MATTER.format(related="20260108-shili-lamps")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
