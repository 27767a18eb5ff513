"""J013: points are entered while a body keeps their scheme."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Hinge, Problem
from yizhan.checks.shared.naming import named
from yizhan.facts.succession import heirs
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.points import Batch, Scheme
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{scheme}由{body}管，它在 {gone} 已经撤销，谁接着管没有记录；这一批的日期是 {day}。",
    "{body}, which keeps {scheme}, was dissolved on {gone}, and who goes on with it is not recorded; this batch is of {day}.",
)


def _run(record: Batch, archive: Archive, _context: Context) -> Iterator[Problem]:
    scheme = archive.get(Scheme, record.scheme)
    body = archive.body(scheme.body) if scheme is not None else None
    if scheme is None or body is None or body.dissolved is None:
        return
    if body.dissolved.surely_before(record.date) and not heirs(archive, body, record.date.earliest):
        values = {"scheme": named(scheme), "body": named(body), "gone": body.dissolved}
        message = _FOUND.format(**values, day=record.date)
        # any body may name itself as the successor
        yield Problem(record, ("date",), message, hinges_on=Hinge(kind=Kind.BODY))


_PATHS = (
    "records/bodies/shili-points-team.yaml",
    "records/points/schemes/shili-tidy.yaml",
    "records/points/2026/20260310-shili-tidy.yaml",
)
_BODY = """\
id: shili-points-team
title: 积分管理小组
example: true
body_kind: team
place: shili-cun
dissolved: 2026-02-28
"""
_SCHEME = """\
id: shili-tidy
title: 庭院整洁积分办法
example: true
place: shili-cun
body: shili-points-team
valid:
  from: 2026-01-01
display_days: 3
items:
  - key: tidy
    title: 庭院整洁
    points: 5
"""
_BATCH = """\
id: 20260310-shili-tidy
title: 三月庭院整洁
example: true
scheme: shili-tidy
date: 2026-03-10
display:
  start: 2026-03-10
  end: 2026-03-14
  where: 村务公开栏
  objections_to: 村务监督委员会
entries:
  - account: a-3f9k2m7q
    kind: award
    item: tidy
    points: 5
"""

CHECK = Check(
    code="J013",
    title=Text("积分有人管", "Somebody keeps the points"),
    why=Text(
        "管积分的组织撤了还在加减分，记错了、有异议，居民就不知道找谁。",
        "Where points go on after the body that kept them is gone, nobody answers for mistakes and objections.",
    ),
    fix=Text(
        "在撤销的组织上写 successors（后继）；换了别的组织来管的，另建一个积分办法。",
        "Name the successors of the dissolved body; where another body keeps the points now, record that scheme of its own.",
    ),
    bad=Example(dict(zip(_PATHS, (_BODY, _SCHEME, _BATCH), strict=True))),
    good=Example(
        dict(
            zip(
                _PATHS,
                (_BODY + "successors: [shili-committee]\n", _SCHEME, _BATCH),
                strict=True,
            )
        )
    ),
    kinds=(Kind.BATCH,),
    run=_run,
    level=Level.WARNING,
)
