"""M021: a matter that a round lists names the round."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_HEARD, NOISE_PATH, WALK, WALK_PATH
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.round import Round
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{matter}没有写明来自这次走访。",
    "{matter} does not mention this round.",
)


def _run(record: Round, archive: Archive, _context: Context) -> Iterator[Problem]:
    for position, identifier in enumerate(record.matters):
        matter = archive.get(Matter, identifier)
        if matter is None:
            continue
        mentioned = {matter.raised.round, *(entry.round for entry in matter.log)}
        if record.id not in mentioned:
            message, about = (
                _FOUND.format(matter=named(matter)),
                f"{matter.id}/log {matter.id}/raised",
            )
            yield Problem(record, ("matters", position), message, about=about)


_ROUND = WALK + "matters: [20260210-shili-noise]\n"

CHECK = Check(
    code="M021",
    title=Text("走访来的事项写明走访", "A matter names the round it resulted from"),
    why=Text(
        "事项从哪里来，居民和检查的人都要能查到那一次走访。",
        "Residents and supervisors must be able to find the round a matter resulted from.",
    ),
    fix=Text(
        "在事项的 raised 里写上 round（走访的编号）。",
        "Write the round's id under raised in the matter.",
    ),
    bad=Example({WALK_PATH: _ROUND, NOISE_PATH: NOISE_HEARD}),
    good=Example({WALK_PATH: _ROUND, NOISE_PATH: NOISE_HEARD + "  round: 20260210-shili-walk\n"}),
    kinds=(Kind.ROUND,),
    run=_run,
    level=Level.WARNING,
)
