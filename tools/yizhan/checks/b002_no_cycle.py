"""B002: no body belongs to itself through others."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.ring import way_back, written
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "顺着上级组织往上找，又回到了这里：{way}。",
    "Going up from parent to parent leads back here: {way}.",
)


def _run(record: Body, archive: Archive, _context: Context) -> Iterator[Problem]:
    ring = way_back(record, archive.body(record.parent), lambda body: archive.body(body.parent))
    if ring is not None:
        yield Problem(record, ("parent",), _FOUND.format(way=written(ring)))


_BODY = """\
id: {id}
title: {title}
example: true
body_kind: team
place: shili-cun
parent: {parent}
"""
_TEAM = "records/bodies/shili-team.yaml"
_CREW = "records/bodies/shili-crew.yaml"

CHECK = Check(
    code="B002",
    title=Text("组织的上下级不绕圈", "Bodies form no ring"),
    why=Text(
        "上下级绕成一圈，事情就永远报不到头，也没有谁最终负责。",
        "In a ring of parents a matter never reaches the top, and nobody is answerable in the end.",
    ),
    fix=Text(
        "把其中一个的 parent 改成真正的上级组织。",
        "Let one of them name the body it really belongs to.",
    ),
    bad=Example(
        {
            _TEAM: _BODY.format(id="shili-team", title="服务队", parent="shili-crew"),
            _CREW: _BODY.format(id="shili-crew", title="小分队", parent="shili-team"),
        }
    ),
    good=Example(
        {
            _TEAM: _BODY.format(id="shili-team", title="服务队", parent="shili-committee"),
            _CREW: _BODY.format(id="shili-crew", title="小分队", parent="shili-team"),
        }
    ),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.ERROR,
)
