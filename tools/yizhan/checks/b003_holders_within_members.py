"""B003: a post has no more holders than the body has members."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{post}”有 {holders} 人，超过了组织的总人数 {members} 人。",
    "“{post}” has {holders} {holders:holder|holders}, more than the body's {members} {members:member|members}.",
)


def _run(record: Body, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, post in enumerate(record.posts):
        holders, members = post.holders, record.members
        if holders is not None and members is not None and holders > members:
            message = _FOUND.format(post=post.title, holders=holders, members=members)
            yield Problem(record, ("posts", number, "holders"), message)


_PATH = "records/bodies/shili-team.yaml"
_BODY = """\
id: shili-team
title: 志愿服务队
example: true
body_kind: team
place: shili-cun
members: 8
posts:
  - title: 组长
    holders: {holders}
"""

CHECK = Check(
    code="B003",
    title=Text("岗位人数不超过总人数", "No post has more holders than members"),
    why=Text(
        "岗位上的人比组织的人还多，两个数字必有一个过时或者写错。",
        "If a post has more holders than the body has members, one of the figures is old or wrong.",
    ),
    fix=Text(
        "核对 members（总人数）和 holders（任职人数）；岗位上的人不算组织成员的，不写 members。",
        "Check members and holders; leave members out if holders are not counted among them.",
    ),
    bad=Example({_PATH: _BODY.format(holders=11)}),
    good=Example({_PATH: _BODY.format(holders=2)}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.WARNING,
)
