"""B020: between a body or place that ended and the one that came of it there is no long gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.facts.succession import successors
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "这里在 {dissolved} 已经撤销，接着的{later}到 {established} 才成立，中间没有人接手。",
    "This ended ({dissolved}), and {later}, which goes on with it, was not established before {established}; nobody had "
    "what was open in between.",
)


def _run(record: Body | Place, archive: Archive, context: Context) -> Iterator[Problem]:
    ended = record.dissolved
    if ended is None:
        return
    later: tuple[Body | Place, ...]
    if isinstance(record, Body):
        later = tuple(successors(archive, record))
    else:
        later = tuple(successors(archive, record))
    begun = [(each.established, each) for each in later]
    if any(day is None for day, _ in begun):
        return  # one of them may have been there all along
    gaps = [(day.earliest - ended.latest, each) for day, each in begun if day is not None]
    gap, heir = min(gaps, key=lambda pair: pair[0], default=(timedelta(), record))
    if gap.days > context.presets.in_time.successor:
        values = {"dissolved": ended, "later": named(heir), "established": heir.established}
        yield Problem(record, ("dissolved",), _FOUND.format(**values))


_OLD_PATH = "records/bodies/shili-old-team.yaml"
_NEW_PATH = "records/bodies/shili-new-team.yaml"
_OLD = """\
id: shili-old-team
title: 老服务队
example: true
body_kind: team
place: shili-cun
dissolved: 2025-06-30
successors: [shili-new-team]
"""
_NEW = """\
id: shili-new-team
title: 新服务队
example: true
body_kind: team
place: shili-cun
established: {established}
"""

CHECK = Check(
    code="B020",
    title=Text("前后相接", "Followed without a long gap"),
    why=Text(
        "老的撤了，新的隔几个月才成立，这几个月里没办完的事找谁，居民看不出来；多半是日期写错了。",
        "With months between the old body's end and the new one's beginning, residents cannot see who had the open "
        "matters meanwhile; mostly a date is wrong.",
    ),
    fix=Text(
        "核对两个日期；中间另有组织代管的，把它写进 successors。",
        "Check both dates; if another body looked after things in between, name it in successors.",
    ),
    bad=Example({_OLD_PATH: _OLD, _NEW_PATH: _NEW.format(established="2026-01-10")}),
    good=Example({_OLD_PATH: _OLD, _NEW_PATH: _NEW.format(established="2025-07-01")}),
    kinds=(Kind.BODY, Kind.PLACE),
    run=_run,
    level=Level.WARNING,
)
