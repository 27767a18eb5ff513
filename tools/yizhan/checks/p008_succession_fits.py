"""P008: what a place became part of was there when the place ended."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.succession import misfits
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from misfits(record, archive)


_OLD = "records/places/shili-old.yaml"
_NEW = "records/places/shili-new.yaml"
_OLD_PLACE = """\
id: shili-old
title: 老网格
example: true
level: grid
parent: shili-cun
"""
_NEW_PLACE = """\
id: shili-new
title: 新网格
example: true
level: grid
parent: shili-cun
"""

CHECK = Check(
    code="P008",
    title=Text("地方并到哪里接得上", "Successors of a place"),
    why=Text(
        "老地方的事到新地方去查；写了并到哪里却没有撤销，或者并到一个早已撤销的地方，居民就找不到。",
        "What was open at the old place is looked for at the new one, which must have been there when the old one ended.",
    ),
    fix=Text(
        "写上 dissolved（撤销日期），核对 successors（后来成为）写的是不是当时还在的地点。",
        "Write dissolved, and check that successors names places that existed then.",
    ),
    bad=Example({_OLD: _OLD_PLACE + "successors: [shili-new]\n", _NEW: _NEW_PLACE}),
    good=Example(
        {
            _OLD: _OLD_PLACE + "dissolved: 2025-12-31\nsuccessors: [shili-new]\n",
            _NEW: _NEW_PLACE,
        }
    ),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
