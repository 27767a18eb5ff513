"""A009: a record corrects an earlier record of its own kind."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import when
from yizhan.checks.shared.naming import EVERY_KIND, named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.record import Record
from yizhan.model.text import Text
from yizhan.wording.terms import one

_KIND = Text(
    "这是{this}，要更正的{name}却是{found}；更正只能针对同一种记录。",
    "This is {this}, but {name}, which it corrects, is {found}; only the same kind can be corrected.",
)
_LATER = Text(
    "要更正的{name}日期是 {later}，比本记录的 {own} 还晚。",
    "{name}, which it corrects, is dated {later}, later than this record's {own}.",
)


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    target = archive.find(record.corrects) if record.corrects is not None else None
    if target is None:
        return
    if target.kind is not record.kind:
        message = _KIND.format(this=one(record.kind), name=named(target), found=one(target.kind))
        yield Problem(record, ("corrects",), message)
        return
    own, other = when(record), when(target)
    if own is not None and other is not None and own[1].surely_before(other[1]):
        message = _LATER.format(name=named(target), later=other[1], own=own[1])
        yield Problem(record, ("corrects",), message)


_PATH = "records/claims/2026/20260331-shili-corrected.yaml"
_CLAIMS = """\
id: 20260331-shili-corrected
title: 一季度工作数字（更正）
example: true
corrects: {corrects}
place: shili-cun
end: 2026-03-31
claims:
  - key: matters
    title: 收到村民反映
    value: 3
    unit: 件
"""

CHECK = Check(
    code="A009",
    title=Text("更正的是较早的同类记录", "A correction names an earlier record of its kind"),
    why=Text(
        "公开过的记录不改不删，错了就另写一条来更正；更正要能让人对上原来那一条。",
        "What was published is never changed: a mistake is set right by a new record, "
        "which must lead the reader to the old one.",
    ),
    fix=Text(
        "corrects 填被更正的那条同类记录的编号；日期写错的，改日期。",
        "Let corrects name the record of the same kind that is set right; correct a wrong date.",
    ),
    bad=Example({_PATH: _CLAIMS.format(corrects="20260308-shili-drain")}),
    good=Example({_PATH: _CLAIMS.format(corrects="20260331-shili-quarter")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
