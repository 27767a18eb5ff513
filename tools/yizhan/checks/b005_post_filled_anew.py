"""B005: a post is filled once its display is over, and filled anew once its term is."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.model.archive import Archive
from yizhan.model.body import Body, Post
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_DISPLAYED = Text(
    "“{post}”的公示到 {end} 已经期满，过了 {days} 天，还没有记下从哪天任职。",
    "The display for “{post}” ended on {end}, {days} {days:day|days} ago, and no first day of the term is recorded.",
)
_EXPIRED = Text(
    "“{post}”的任期到 {end} 已经届满，过了 {days} 天，还没有记下换届的结果。",
    "The term of “{post}” ended on {end}, {days} {days:day|days} ago, and nobody is recorded for the next.",
)
_START = Text(
    "任职的写上 start（任职第一天）；因为有异议没有任职的，在 display 里写 objections（收到几条），经过写进 note（说明）。",
    "Write the first day of the term under start; if objections stood in the way, say in the display's objections how many "
    "there were, and in note what became of them.",
)


def _run(record: Body, _archive: Archive, context: Context) -> Iterator[Problem]:
    day = context.day_of(record)
    if record.dissolved is not None and not record.dissolved.surely_after(day):
        return
    for number, post in enumerate(record.posts):
        if post.display is not None and post.display.end.latest < day and not _decided(post):
            days = (day - post.display.end.latest).days
            message = _DISPLAYED.format(post=post.title, end=post.display.end, days=days)
            yield Problem(record, ("posts", number, "display"), message, _START)
        if post.end is not None and post.end.latest < day and not _filled_anew(record, post):
            days = (day - post.end.latest).days
            message = _EXPIRED.format(post=post.title, end=post.end, days=days)
            yield Problem(record, ("posts", number, "end"), message)


def _decided(post: Post) -> bool:
    """Whether a post was taken up after its display, or objections stood in the way."""
    objected = post.display is not None and bool(post.display.objections)
    return post.start is not None or objected


def _filled_anew(record: Body, post: Post) -> bool:
    """Whether the body has the same post for another, later term."""
    return any(
        each.title == post.title and (each.end is None or each.end.latest > post.end.latest)
        for each in record.posts
        if each is not post and post.end is not None
    )


_PATH = "records/bodies/shili-lamp-keepers.yaml"
_BODY = """\
id: shili-lamp-keepers
title: 路灯管护队
example: true
body_kind: team
place: shili-cun
posts:
  - title: 队长
    holders: 1
    start: 2023-03-01
    end: 2026-02-28
"""
_NEXT = """\
  - title: 队长
    holders: 1
    start: 2026-03-01
    end: 2029-02-28
"""

CHECK = Check(
    code="B005",
    title=Text("公示期满任职，任期届满换届", "Posts are filled in time"),
    why=Text(
        "任期过了没有换届，居民不知道现在谁管这件事，该找谁。",
        "After a term has ended residents cannot tell who answers for its tasks, and whom to call.",
    ),
    fix=Text(
        "换届以后，在 posts 里加一条新的任期；原来那一条不动。",
        "After the new choice add the new term to posts; leave the old one as it is.",
    ),
    bad=Example({_PATH: _BODY}),
    good=Example({_PATH: _BODY + _NEXT}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.DUE,
)
