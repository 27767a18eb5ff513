"""B009: of a place that is gone, what became of its bodies is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.place_examples import OLD_GRID
from yizhan.facts.succession import gone
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{place}在 {day} 已经撤销，本组织还没有写撤销日期，也没有写后来怎样。",
    "{place} was dissolved ({day}); what became of this body is not recorded.",
)


def _run(record: Body, archive: Archive, context: Context) -> Iterator[Problem]:
    place = archive.place(record.place)
    if place is not None and record.dissolved is None and gone(place, context.day_of(record)):
        yield Problem(record, ("place",), _FOUND.format(place=named(place), day=place.dissolved))


_PLACE = OLD_GRID + "dissolved: 2025-12-31\n"
_BODY = """\
id: shili-old-team
title: 老网格服务队
example: true
body_kind: team
place: shili-old
"""
_PATHS = ("records/places/shili-old.yaml", "records/bodies/shili-old-team.yaml")

CHECK = Check(
    code="B009",
    title=Text("地方撤销，组织有下文", "Bodies of a former place"),
    why=Text(
        "村并了，老村的组织是撤了还是接着办事，不写明，居民就不知道找谁。",
        "When a village is merged, residents must be able to see whether its bodies ended, and whom to ask now.",
    ),
    fix=Text(
        "写上 dissolved（撤销日期）和 successors（后继）；换到新地方接着办事的，另建一条组织记录作后继。",
        "Write dissolved and successors; where it goes on at the new place, record that body and name it as the successor.",
    ),
    bad=Example(dict(zip(_PATHS, (_PLACE, _BODY), strict=True))),
    good=Example(dict(zip(_PATHS, (_PLACE, _BODY + "dissolved: 2025-12-31\n"), strict=True))),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.DUE,
)
