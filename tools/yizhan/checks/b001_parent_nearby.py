"""B001: a body's parent serves the same place, or one above it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import whole_line
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "本组织在“{own}”，上级组织{name}在“{other}”，两处互不相属。",
    "This body serves “{own}”; its parent {name} serves “{other}”, and neither lies in the other.",
)


_BELOW = Text(
    "本组织在“{own}”，上级组织{name}却在它下面的“{other}”。",
    "This body serves “{own}”; its parent {name} serves “{other}”, which lies below.",
)


def _run(record: Body, archive: Archive, _context: Context) -> Iterator[Problem]:
    parent, place = archive.body(record.parent), archive.place(record.place)
    if parent is None or place is None:
        return
    other = archive.place(parent.place)
    if other is None:
        return
    own_line, other_line = whole_line(archive, place.id), whole_line(archive, other.id)
    if own_line and other_line and other.id not in own_line and place.id not in other_line:
        message = _FOUND.format(own=place.title, name=named(parent), other=other.title)
        yield Problem(record, ("parent",), message, about=f"{parent.id}/place")
    elif other.id != place.id and place.id in other_line:
        message = _BELOW.format(own=place.title, name=named(parent), other=other.title)
        yield Problem(record, ("parent",), message, about=f"{parent.id}/place")


_PATH = "records/bodies/shili-team.yaml"
_BODY = """\
id: shili-team
title: 广场志愿服务队
example: true
body_kind: team
place: shili-cun-square
parent: {parent}
"""
_GROUP = """\
id: shili-group-team
title: 一组志愿服务队
example: true
body_kind: team
place: shili-cun-1
parent: shili-committee
"""
_GROUP_PATH = "records/bodies/shili-group-team.yaml"

CHECK = Check(
    code="B001",
    title=Text("上级组织在同一条线上", "A body's parent is on the same line"),
    why=Text(
        "事项要沿着组织逐级上报；上级组织管的是别处，移交就会交错地方。",
        "Matters go up from body to body; with a parent that serves another place, they are handed to the wrong one.",
    ),
    fix=Text(
        "核对 parent（上级组织）和 place（所在地点）。",
        "Check parent and place.",
    ),
    bad=Example({_PATH: _BODY.format(parent="shili-group-team"), _GROUP_PATH: _GROUP}),
    good=Example({_PATH: _BODY.format(parent="shili-committee"), _GROUP_PATH: _GROUP}),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.WARNING,
)
