"""C004: a matter is handled at the level that its tier asks for."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.facts.workflow import workflow_of
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.matter import Matter
from yizhan.model.procedure import Procedure, Tier
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Kind

_FOUND = Text(
    "“{tier}”由{handled_by}办理，“{body}”在“{place}”这一级，不对。",
    "“{tier}” is handled by {handled_by}; “{body}”, of “{place}”, is not of that level.",
)
_TAKES = frozenset({Action.ACCEPT, Action.ASSIGN, Action.TAKE_OVER})
"""Actions after which another body has the matter."""


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    procedure = archive.get(Procedure, record.procedure)
    if procedure is None or not any(tier.levels for tier in procedure.tiers):
        return
    workflow = workflow_of(procedure, context.presets.common_steps)
    tier = record.tier
    yield from _judge(record, archive, ("handler",), workflow.tiers.get(tier or ""), record.handler)
    for number, entry in enumerate(record.log):
        tier = entry.tier or tier
        step = workflow.steps.get(entry.step)
        if step is None or step.action not in _TAKES:
            continue
        field = "to" if step.action is Action.ASSIGN and entry.to is not None else "by"
        body = entry.to if field == "to" else entry.by
        pointer = ("log", number, field)
        yield from _judge(record, archive, pointer, workflow.tiers.get(tier or ""), body)


def _judge(
    record: Matter, archive: Archive, pointer: Pointer, tier: Tier | None, identifier: str | None
) -> Iterator[Problem]:
    body = archive.body(identifier)
    place = archive.place(body.place) if body is not None else None
    if tier is None or body is None or place is None or not tier.levels:
        return
    if place.level not in tier.levels:
        message = _FOUND.format(
            tier=tier.title, handled_by=tier.handled_by, body=body.title, place=place.title
        )
        yield Problem(record, pointer, message)


_PATH = "records/matters/2026/20260210-shili-noise.yaml"
_MATTER = """\
id: 20260210-shili-noise
title: 广场音响太吵
example: true
place: shili-cun-square
procedure: shili-local
category: noise
raised:
  date: 2026-02-10
  by: residents
  channel: counter
tier: big
handler: {handler}
"""

CHECK = Check(
    code="C004",
    title=Text("由该办的一级办", "The right level handles it"),
    why=Text(
        "分类办理就是说清哪一级负责；大事压给村里，小事推到镇上，都会拖着办不了。",
        "Tiers say which level is answerable; big matters pressed on the village and small ones pushed up to the town both drag on.",
    ),
    fix=Text(
        "核对 tier（类别）和承办的组织；需要上报的，走移交。",
        "Check the tier and the body; hand the matter over where it must go up.",
    ),
    bad=Example({_PATH: _MATTER.format(handler="shili-committee")}),
    good=Example({_PATH: _MATTER.format(handler="shili-office")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
