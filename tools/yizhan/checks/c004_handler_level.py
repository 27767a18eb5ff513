"""C004: a matter is handled at the level that its tier asks for."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.log import progress_at_start, titles_of
from yizhan.facts.progress import GIVES_HANDLER, readings
from yizhan.facts.workflow import Workflow, handled_at
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.matter import Matter
from yizhan.model.procedure import Procedure, Tier
from yizhan.model.text import Text
from yizhan.model.vocabulary import Action, Kind

_FOUND = Text(
    "“{tier}”谁来办：{handled_by}；“{body}”在“{place}”这一级，不对。",
    "“{tier}” is handled by {handled_by}; “{body}”, of “{place}”, is not of that level.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    procedure = archive.get(Procedure, record.procedure)
    if procedure is None or not any(tier.levels for tier in procedure.tiers):
        return
    progress = progress_at_start(record, archive, context)
    if progress is None or _all_fit(record, archive, progress.workflow):
        return
    tiers = progress.workflow.tiers
    yield from _judge(record, archive, ("handler",), tiers.get(record.tier or ""), record.handler)
    for reading in readings(progress, record):
        step, entry = reading.taken, reading.entry
        if step is None or step.action not in GIVES_HANDLER:
            continue
        field, body = "by", entry.by
        if step.action is Action.ASSIGN and entry.to is not None:
            field, body = "to", entry.to
        if progress.handed_over is not None and step.action is Action.TAKE_OVER:
            body = progress.handed_over.to
        tier = tiers.get(entry.tier or progress.tier or "")
        yield from _judge(record, archive, ("log", reading.index, field), tier, body)


def _all_fit(record: Matter, archive: Archive, workflow: Workflow) -> bool:
    """Whether whoever is named handles all tiers that are named: most logs need no second look."""
    tiers = {record.tier, *(entry.tier for entry in record.log)}
    named = {record.handler, *(each for entry in record.log for each in (entry.by, entry.to))}
    bodies = [body for each in named if (body := archive.body(each)) is not None]
    return all(
        handled_at(workflow.tiers.get(tier or ""), archive.place(body.place))
        for body in bodies
        for tier in tiers
    )


def _judge(
    record: Matter, archive: Archive, pointer: Pointer, tier: Tier | None, identifier: str | None
) -> Iterator[Problem]:
    body = archive.body(identifier)
    place = archive.place(body.place) if body is not None else None
    if tier is None or body is None or place is None or handled_at(tier, place):
        return
    message = _FOUND.format(
        tier=tier.title, handled_by=tier.handled_by, body=body.title, place=place.title
    )
    articles = titles_of(archive.get(Procedure, record.procedure))
    yield Problem(record, pointer, message, articles=articles, about=f"{body.id}/place")


_GIVEN = """\
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
    bad=Example({NOISE_PATH: NOISE_RAISED + _GIVEN.format(handler="shili-committee")}),
    good=Example({NOISE_PATH: NOISE_RAISED + _GIVEN.format(handler="shili-office")}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.IRREGULAR,
)
