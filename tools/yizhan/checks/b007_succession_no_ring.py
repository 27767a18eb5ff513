"""B007: no body follows itself through others."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.place_examples import (
    LAMP_TEAM,
    LAMP_TEAM_PATH,
    WORKS_TEAM,
    WORKS_TEAM_PATH,
)
from yizhan.checks.shared.succession import ring
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Body, archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from ring(record, archive)


_ENDED = "dissolved: 2025-12-31\n"

CHECK = Check(
    code="B007",
    title=Text("组织的前后身不绕圈", "Successors form no ring"),
    why=Text(
        "你接我的、我接你的，撤销时手上的事就永远没有谁接。",
        "Where each is to go on with what the other had, nobody does.",
    ),
    fix=Text(
        "核对前身和后继，删掉写反的那一个。",
        "Check predecessors and successors, and delete the one that is the wrong way round.",
    ),
    bad=Example(
        {
            LAMP_TEAM_PATH: LAMP_TEAM + _ENDED + "successors: [shili-works-team]\n",
            WORKS_TEAM_PATH: WORKS_TEAM + _ENDED + "successors: [shili-lamp-team]\n",
        }
    ),
    good=Example(
        {
            LAMP_TEAM_PATH: LAMP_TEAM + _ENDED + "successors: [shili-works-team]\n",
            WORKS_TEAM_PATH: WORKS_TEAM,
        }
    ),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.ERROR,
)
