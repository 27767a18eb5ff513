"""A006: example records and real records do not refer to one another."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import references
from yizhan.checks.shared.naming import EVERY_KIND, named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text

_FOUND = Text(
    "这是{this}，却引用了{other}{name}{more}；示例与真实记录不能互相引用。",
    "This is {this}, but it refers to {other} {name}{more}; the two must not refer to one another.",
)
_MORE = Text("，还有 {count} 处也是", ", as it does in {count} more {count:place|places}")
_EXAMPLE = Text("示例记录", "an example record")
_REAL = Text("真实记录", "a real record")


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    apart = [
        (reference.pointer, target)
        for reference in references(record)
        if (target := archive.find(reference.target)) is not None
        and target.example != record.example
        and not _shared(record, target)
    ]
    if not apart:
        return
    (pointer, target), *others = apart
    this, other = (_EXAMPLE, _REAL) if record.example else (_REAL, _EXAMPLE)
    more = _MORE.format(count=len(others)) if others else Text("", "")
    yield Problem(
        record, pointer, _FOUND.format(this=this, other=other, name=named(target), more=more)
    )


def _shared(record: Record, target: Record) -> bool:
    """Tell whether one of the two ships with the tool, for everybody's use."""
    return record.path.startswith("presets/") or target.path.startswith("presets/")


_PATH = "records/bodies/real-team.yaml"
_BODY = """\
id: real-team
title: 志愿服务队
{nature}
body_kind: team
place: shili-cun
"""

CHECK = Check(
    code="A006",
    title=Text("示例与真实记录分开", "Example and real records stay apart"),
    why=Text(
        "示例是虚构的，用来演示；一旦与真实记录互相引用，居民看到的数字里就混进了编造的内容。",
        "Examples are made up, for showing; once real records refer to them, "
        "what residents read is mixed with fiction.",
    ),
    fix=Text(
        "真实记录只引用真实记录；确实是示例的，加上 example: true。",
        "Let real records refer to real ones only; if this one is an example, add example: true.",
    ),
    bad=Example({_PATH: _BODY.format(nature="sources:\n  - title: 志愿服务队花名册（汇总）")}),
    good=Example({_PATH: _BODY.format(nature="example: true")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
