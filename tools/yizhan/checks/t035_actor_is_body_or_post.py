"""T035: who chairs, moves or counts is a body of the archive, a post in it, or a number of people."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.person_names import BY_ROLE
from yizhan.checks.shared.tallies import actors, elections
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import ChosenBy, Kind

_NOBODY = Text(
    "没有写是谁：要写 body（组织），或者 group（哪些人）和 number（人数）。",
    "It says nobody: name a body, or a group and a number of people.",
)
_NO_POST = Text(
    "“{body}”的记录里没有“{post}”这个岗位；有的是：{known}。",
    "The record of “{body}” has no post “{post}”; it has: {known}.",
)
_NO_POSTS = Text(
    "“{body}”的记录里没有“{post}”这个岗位，也没有别的岗位。",
    "The record of “{body}” has no post “{post}”, nor any other.",
)
_BOTH = Text(
    "同一条里又写了组织，又写了一群人，说不清是谁。",
    "It names a body and a group of people at once, so nobody can tell who it was.",
)
_ONE_EACH = Text(
    "分成两条：一条写 body，一条写 group 和 number；只有一个的，删去另一个。",
    "Make it two entries, one with body and one with group and number; if it was only one, take the other out.",
)
_NONE = Text("人数写的是 0。", "The number of people is 0.")
_SAY_WHO = Text(
    "写上 body；来源没有说是谁的，整条删去。",
    "Write the body; where the source does not say who, take the whole entry out.",
)


def _run(record: Meeting, archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, actor in actors(record):
        if actor.body is None and actor.group is None:
            yield Problem(record, pointer, _NOBODY, _SAY_WHO)
        if actor.body is not None and actor.group is not None:
            yield Problem(record, pointer, _BOTH, _ONE_EACH)
        if actor.number == 0:
            yield Problem(record, (*pointer, "number"), _NONE, _SAY_WHO)
        yield from _post(record, archive.body(actor.body), (*pointer, "post"), actor.post)
    for _, pointer, election in elections(record):
        body = archive.body(election.body)
        if body is not None and any(post.chosen_by is ChosenBy.ELECTED for post in body.posts):
            yield from _post(record, body, (*pointer, "post"), election.post)


def _post(
    record: Meeting, body: Body | None, pointer: Pointer, post: str | None
) -> Iterator[Problem]:
    """A problem where a body has no post of that title."""
    if post is None or body is None:
        return
    known = [each.title for each in body.posts]
    named = any(map(BY_ROLE.search, known))  # V008's to tell first; the names are not to be spread
    if post not in known and not named:
        said = _NO_POST if known else _NO_POSTS
        message = said.format(body=body.title, post=post, known=commas(known))
        yield Problem(record, pointer, message, about=f"{body.id}/posts")


_CHAIR = """\
chaired_by:
  - body: shili-committee
    post: {post}
"""

CHECK = Check(
    code="T035",
    title=Text("主持、提出、计票的是组织或者岗位", "Who acts is a body or a post"),
    why=Text(
        "会议记录公开的是哪个组织、哪个岗位做的，不是谁做的；写成岗位名称的人名也会被公开。",
        "Minutes show which body or post acted, never who; a name written as a post would be published.",
    ),
    fix=Text(
        "post 写组织记录里有的岗位；组织记录里漏了的，先在那里补上；说不出岗位的只写 body。",
        "Write a post that the body's record has; add it there if it is missing; without a post, name the body alone.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + _CHAIR.format(post="主任")}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + _CHAIR.format(post="网格员")}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
