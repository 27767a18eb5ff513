"""B004: a post's publicity period ends before the term begins."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "公示到 {end} 才结束，任职却从 {start} 开始。",
    "The display ends only on {end}, but the term begins on {start}.",
)


def _run(record: Body, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, post in enumerate(record.posts):
        if post.display is None or post.start is None:
            continue
        if post.start.surely_before(post.display.end):
            message = _FOUND.format(end=post.display.end, start=post.start)
            yield Problem(record, ("posts", number, "start"), message)


_PATH = "records/bodies/shili-team.yaml"
_BODY = """\
id: shili-team
title: 楼栋长队伍
example: true
body_kind: team
place: shili-cun
posts:
  - title: 楼栋长
    holders: 6
    start: {start}
    display:
      start: 2026-02-01
      end: 2026-02-07
      where: 村务公开栏
"""

CHECK = Check(
    code="B004",
    title=Text("先公示后上岗", "Display first, then the post"),
    why=Text(
        "“公示上岗”是给居民提异议的时间；公示没完就上岗，公示就成了走形式。",
        "The display before taking up a post gives residents time to object; "
        "a term that starts before it ends makes it a formality.",
    ),
    fix=Text(
        "核对公示期和任职开始的日期，改掉写错的那个。",
        "Check the display and the day the term begins, and correct the one that is wrong.",
    ),
    bad=Example({_PATH: _BODY.format(start="2026-02-03")}),
    good=Example({_PATH: _BODY.format(start="2026-02-08")}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.IRREGULAR,
)
