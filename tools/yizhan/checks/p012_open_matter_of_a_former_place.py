"""P012: of an open matter in a place that is gone, it is recorded where it goes on."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Hinge, Problem
from yizhan.checks.shared.examples import NOISE_PATH, NOISE_RAISED
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.open_matters import open_state
from yizhan.facts.succession import gone, heirs, whose
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind

_NOWHERE = Text(
    "{place}在 {day} 已经撤销，后来成为哪里没有记录；{body}手上的这件事还没有了结。",
    "{place} was dissolved in {day}, and what became of it is not recorded; the matter that {body} has is still open.",
)
_SEVERAL = Text(
    "{place}在 {day} 已经撤销，后来成为{heirs}；{body}手上的这件事还没有了结，归哪一处没有记录。",
    "{place} was dissolved in {day} and became {heirs}; the matter that {body} has is still open, and to which of them it belongs is not recorded.",
)
_WHICH = Text(
    "在日志里交办（assign）给归它的那一处的组织；还由{body}办的，记一条会同（join），with 写那一处的组织。不再办的，写明理由了结。",
    "Assign it in the log to a body of the place to which it belongs; where {body} goes on with it, let a body of that place join (join, with). What is not pursued is closed with a reason.",
)


def _run(record: Matter, archive: Archive, context: Context) -> Iterator[Problem]:
    day, place = context.day_of(record), archive.place(record.place)
    if place is None or not gone(place, day):
        return
    now = heirs(archive, place, day)
    state = open_state(record, archive, context) if len(now) != 1 else None
    body = archive.body(state.handler) if state is not None else None
    if body is None or gone(body, day):
        return  # closed, or B010 asks who has it
    if now and state is not None and whose(archive, now, (state.handler, *state.joint)):
        return
    values = {"place": named(place), "day": place.dissolved, "body": named(body)}
    if now:
        names = commas([named(each) for each in now])
        yield Problem(
            record, ("place",), _SEVERAL.format(**values, heirs=names), _WHICH.format(**values)
        )
    else:
        unread = Hinge(kind=Kind.PLACE)  # any of them may name itself as the successor
        yield Problem(record, ("place",), _NOWHERE.format(**values), hinges_on=unread)


_PLACE_PATH = "records/places/shili-shed.yaml"
_PLACE = """\
id: shili-shed
title: 老晒场
example: true
level: site
parent: shili-cun
dissolved: 2026-03-20
"""
_MATTER = (
    NOISE_RAISED.replace("place: shili-cun-square", "place: shili-shed")
    + "handler: shili-committee\n"
)

CHECK = Check(
    code="P012",
    title=Text("地方撤销，事项有着落", "Open matters of a former place"),
    why=Text(
        "地方没有了，那里没有办完的事还在；不写明归到哪里，原来的居民就找不到它。",
        "A place goes, and what is open there does not; unless it is recorded where it goes on, its residents cannot find it.",
    ),
    fix=Text(
        "在撤销的地方写 successors（后来成为哪里）；不再办的事项，写明理由了结。",
        "Name the successors of the dissolved place; a matter that is not pursued is closed with a reason.",
    ),
    bad=Example({NOISE_PATH: _MATTER, _PLACE_PATH: _PLACE}),
    good=Example({NOISE_PATH: _MATTER, _PLACE_PATH: _PLACE + "successors: [shili-cun-square]\n"}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.DUE,
)
