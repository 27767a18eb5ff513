"""B006: who goes on with what a body had was there when that body ended."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.place_examples import (
    LAMP_TEAM,
    LAMP_TEAM_PATH,
    WORKS_TEAM,
    WORKS_TEAM_PATH,
)
from yizhan.checks.shared.succession import fix_of, misfits, way_round
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_NOT_ENDED = Text(
    "本组织由{name}改组或合并而来，那个组织却没有写撤销日期。",
    "This body came from {name}, which has no day of dissolution.",
)


def _run(record: Body, archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from misfits(record, archive)
    if way_round(record, archive):
        return
    for number, identifier in enumerate(record.predecessors):
        before = archive.body(identifier)
        if before is None or before.dissolved is not None:
            continue
        if record.id not in (before.id, *before.successors):  # else it is said there
            pointer, message = ("predecessors", number), _NOT_ENDED.format(name=named(before))
            yield Problem(record, pointer, message, fix=fix_of(before))


CHECK = Check(
    code="B006",
    title=Text("组织前后衔接", "Bodies follow one another"),
    why=Text(
        "组织撤了，它手上的事由后继接着办；日期接不上，居民就不知道现在该找谁。",
        "What a dissolved body had goes on with its successor; where the days do not meet, residents cannot tell whom to ask.",
    ),
    fix=Text(
        "在原来的组织上写 dissolved（撤销日期），并核对前身、后继是不是写对了组织。",
        "Write dissolved on the former body, and check that predecessors and successors name the right ones.",
    ),
    bad=Example(
        {
            LAMP_TEAM_PATH: LAMP_TEAM,
            WORKS_TEAM_PATH: WORKS_TEAM + "predecessors: [shili-lamp-team]\n",
        }
    ),
    good=Example(
        {
            LAMP_TEAM_PATH: LAMP_TEAM + "dissolved: 2025-12-31\n",
            WORKS_TEAM_PATH: WORKS_TEAM + "predecessors: [shili-lamp-team]\n",
        }
    ),
    kinds=(Kind.BODY,),
    run=_run,
    level=Level.ERROR,
)
