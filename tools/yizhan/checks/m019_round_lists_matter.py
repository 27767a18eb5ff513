"""M019: a round that a matter refers to lists the matter."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import NOISE_HEARD, NOISE_PATH, WALK, WALK_PATH
from yizhan.checks.shared.log import mentions
from yizhan.checks.shared.naming import all_there, named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.round import Round
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{round}里没有列出这件事项。",
    "{round} does not list this matter.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, identifier in mentions(record, "round"):
        visit = archive.get(Round, identifier)
        if (
            visit is not None
            and record.id not in visit.matters
            and all_there(archive, Matter, visit.matters)
        ):
            yield Problem(record, pointer, _FOUND.format(round=named(visit)))


_MATTER = NOISE_HEARD + "  round: 20260210-shili-walk\n"

CHECK = Check(
    code="M019",
    title=Text("走访记录列出这件事", "The round lists the matter"),
    why=Text(
        "走访有没有用，看它带回了多少事；两边对不上，数字就少了。",
        "What a round is worth is told by the matters that resulted from it; unless both sides agree, some are missing.",
    ),
    fix=Text(
        "在走访的 matters 里写上这件事项；不是走访来的，改 channel 并删去 round。",
        "List the matter in the round; if it did not result from it, correct channel and delete round.",
    ),
    bad=Example({NOISE_PATH: _MATTER, WALK_PATH: WALK}),
    good=Example({NOISE_PATH: _MATTER, WALK_PATH: WALK + "matters: [20260210-shili-noise]\n"}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
