"""B008: no term begins before the body of the post is there, or after it has ended."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "本组织在 {dissolved} 撤销，“{post}”的任期却从 {start} 开始。",
    "The body was dissolved ({dissolved}), but the term of “{post}” begins ({start}).",
)


_EARLY = Text(
    "本组织在 {established} 才设立，“{post}”的任期却从 {start} 开始。",
    "The body was there later only ({established}), but the term of “{post}” begins ({start}).",
)


def _run(record: Body, _archive: Archive, _context: Context) -> Iterator[Problem]:
    begun, ended = record.established, record.dissolved
    for number, post in enumerate(record.posts):
        if post.start is None:
            continue
        values = {"post": post.title, "start": post.start}
        if ended is not None and ended.surely_before(post.start):
            message = _FOUND.format(dissolved=ended, **values)
            about = f"{record.id}/dissolved"
            yield Problem(record, ("posts", number, "start"), message, about=about)
        elif begun is not None and post.start.surely_before(begun):
            message = _EARLY.format(established=begun, **values)
            about = f"{record.id}/established"
            yield Problem(record, ("posts", number, "start"), message, about=about)


_PATH = "records/bodies/shili-lamp-keepers.yaml"
_BODY = """\
id: shili-lamp-keepers
title: 路灯管护队
example: true
body_kind: team
place: shili-cun
dissolved: 2026-02-28
posts:
  - title: 队长
    holders: 1
    start: {start}
"""

CHECK = Check(
    code="B008",
    title=Text("岗位随组织撤销", "Posts end with their body"),
    why=Text(
        "组织设立以前没有它的岗位，撤销了岗位也就到那天为止；前后的任期只能是别的组织的。",
        "A body has posts from its first day to its last; a term that begins before or later is another body's.",
    ),
    fix=Text(
        "核对 start（任职第一天）和 established、dissolved（设立、撤销日期）；后来的岗位记在后继的组织上。",
        "Check start, established and dissolved; record a later post on the body that came after.",
    ),
    bad=Example({_PATH: _BODY.format(start="2026-03-05")}),
    good=Example({_PATH: _BODY.format(start="2025-03-05")}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.IRREGULAR,
)
