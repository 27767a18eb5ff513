"""M023: bodies act only while they exist."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.words import DISSOLVED, named
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_BEFORE = Text(
    "{body}在 {day} 才成立，这里的日期是 {date}。",
    "{body} was established only in {day}; this is dated {date}.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from _judge(record, archive, ("handler",), record.handler, record.raised.date)
    for number, entry in enumerate(record.log):
        for field, identifier in (("by", entry.by), ("to", entry.to)):
            yield from _judge(record, archive, ("log", number, field), identifier, entry.date)
        for position, identifier in enumerate(entry.with_):
            pointer = ("log", number, "with", position)
            yield from _judge(record, archive, pointer, identifier, entry.date)


def _judge(
    record: Matter, archive: Archive, pointer: Pointer, identifier: str | None, day: PartialDate
) -> Iterator[Problem]:
    body = archive.body(identifier)
    if body is None:
        return
    if body.established is not None and day.surely_before(body.established):
        message = _BEFORE.format(body=named(body), day=body.established, date=day)
        yield Problem(record, pointer, message)
    elif body.dissolved is not None and body.dissolved.surely_before(day):
        message = DISSOLVED.format(name=named(body), day=body.dissolved, date=day)
        yield Problem(record, pointer, message)


_PATH = "records/matters/2026/20260210-shili-noise.yaml"
_MATTER = """\
id: 20260210-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
handler: shili-square-team
"""
_BODY_PATH = "records/bodies/shili-square-team.yaml"
_BODY = """\
id: shili-square-team
title: 广场管理小组
example: true
body_kind: team
place: shili-cun-square
dissolved: {dissolved}
"""

CHECK = Check(
    code="M023",
    title=Text("办事的组织当时存在", "The acting body existed"),
    why=Text(
        "事情记在已经撤销的组织名下，就没有人接着办。",
        "A matter that a dissolved body has is handled by nobody.",
    ),
    fix=Text(
        "改成当时存在的组织；组织的成立或撤销日期写错的，改那里。",
        "Name the body that existed then; if the body's own dates are wrong, mend them there.",
    ),
    bad=Example({_PATH: _MATTER, _BODY_PATH: _BODY.format(dissolved="2025-12-31")}),
    good=Example({_PATH: _MATTER, _BODY_PATH: _BODY.format(dissolved="2026-03-20")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
