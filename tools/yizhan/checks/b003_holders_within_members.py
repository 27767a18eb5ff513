"""B003: a post has no more holders than the body has members."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.tallies import elections
from yizhan.facts.organic_law import holders_by_title, is_committee, seats_by_posts
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "“{post}”有 {holders} 人，超过了组织的总人数 {members} 人。",
    "“{post}” has {holders} {holders:holder|holders}, more than the body's {members} {members:member|members}.",
)


_TOGETHER = Text(
    "主任、副主任和委员合计 {holders} 人，超过了组织的总人数 {members} 人。",
    "Chair, deputies and members together are {holders}, more than the {members} of the body.",
)
_SEATS = Text(
    "应选 {seats} 名，“{body}”的“{post}”写的是 {holders} 人。",
    "{seats} are to be elected, while “{post}” of “{body}” has {holders} {holders:holder|holders}.",
)


def _run(record: Body | Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    if isinstance(record, Meeting):
        yield from _of_elections(record, archive)
        return
    parent = archive.body(record.parent)
    if is_committee(record, archive.place(record.place), parent, context.presets.organic):
        together = seats_by_posts(record)
        if together is not None and record.members is not None and together > record.members:
            message = _TOGETHER.format(holders=together, members=record.members)
            yield Problem(record, ("posts",), message)
            return
    for number, post in enumerate(record.posts):
        holders, members = post.holders, record.members
        if holders is not None and members is not None and holders > members:
            message = _FOUND.format(post=post.title, holders=holders, members=members)
            yield Problem(record, ("posts", number, "holders"), message)


def _of_elections(record: Meeting, archive: Archive) -> Iterator[Problem]:
    """Elections of more people than the post has, by the record of its body."""
    for _, pointer, election in elections(record):
        body = archive.body(election.body)
        holders = None if body is None else holders_by_title(body).get(election.post or "")
        if body is not None and holders is not None and election.seats > holders:
            message = _SEATS.format(
                seats=election.seats, body=body.title, post=election.post, holders=holders
            )
            yield Problem(record, (*pointer, "seats"), message)


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
        "核对 members（总人数）、holders（任职人数）和选举的 seats（应选名额）；岗位上的人不算组织成员的，不写 members。",
        "Check members, holders and, of an election, seats; leave members out if holders are not counted among them.",
    ),
    bad=Example({_PATH: _BODY.format(holders=11)}),
    good=Example({_PATH: _BODY.format(holders=2)}),
    kinds=(Kind.BODY, Kind.MEETING),
    run=_run,
    level=Level.WARNING,
)
