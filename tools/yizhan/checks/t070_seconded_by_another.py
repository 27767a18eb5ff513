"""T070: who seconds a motion is another than who moved it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ADOPTED, ATTENDANCE, TALK, TALK_PATH
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.model.voting import Actor

_FOUND = Text(
    "“{body}”的“{post}”只有一个人，提出和附议写的都是这个岗位。",
    "“{post}” of “{body}” is one person, who is said both to move the motion and to second it.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, item in enumerate(record.agenda):
        for position, decision in enumerate(item.decisions):
            movers = {(each.body, each.post) for each in decision.moved_by}
            for index, actor in enumerate(decision.seconded_by):
                if (actor.body, actor.post) not in movers or not _is_one(actor, archive):
                    continue
                body = archive.body(actor.body)
                title = "" if body is None else body.title
                pointer = ("agenda", number, "decisions", position, "seconded_by", index)
                message = _FOUND.format(body=title, post=actor.post)
                yield Problem(record, pointer, message)


def _is_one(actor: Actor, archive: Archive) -> bool:
    """Whether a post is known to have one holder."""
    body = archive.body(actor.body)
    posts = () if body is None else body.posts
    return any(post.title == actor.post and post.holders == 1 for post in posts)


_BODY_PATH = "records/bodies/shili-council.yaml"
_BODY = """\
id: shili-council
title: 示例村议事会
example: true
body_kind: council
place: shili-cun
members: 9
posts:
  - title: 议事长
    holders: 1
  - title: 副议事长
    holders: 1
"""
_MOVED = """\
        moved_by:
          - body: shili-council
            post: 议事长
        seconded_by:
          - body: shili-council
            post: {post}
"""
_TALK = TALK + ATTENDANCE + ADOPTED

CHECK = Check(
    code="T070",
    title=Text("提出和附议的不是同一个", "Mover and seconder are two"),
    why=Text(
        "附议是另一个人也赞成拿出来议；同一个人又提又附议，等于没有人附议。",
        "To second is to have another want the motion heard; by the mover himself it is seconded by nobody.",
    ),
    fix=Text(
        "seconded_by 写真正附议的；没有人附议的，删去。",
        "Name in seconded_by whoever did second it; where nobody did, take it out.",
    ),
    bad=Example({TALK_PATH: _TALK + _MOVED.format(post="议事长"), _BODY_PATH: _BODY}),
    good=Example({TALK_PATH: _TALK + _MOVED.format(post="副议事长"), _BODY_PATH: _BODY}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
