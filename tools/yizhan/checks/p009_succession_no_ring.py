"""P009: no place became part of itself through others."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.place_examples import NEW_GRID, NEW_GRID_PATH, OLD_GRID, OLD_GRID_PATH
from yizhan.checks.shared.succession import ring
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from ring(record, archive)


_ENDED = "dissolved: 2025-12-31\n"

CHECK = Check(
    code="P009",
    title=Text("地方的前后身不绕圈", "Places do not succeed one another in a ring"),
    why=Text(
        "甲并到乙、乙又并到甲，老地方没办完的事就查不到去了哪里。",
        "Where A became part of B and B of A, nobody finds where the open matters went.",
    ),
    fix=Text(
        "核对前身和 successors（后来成为），删掉写反的那一个。",
        "Check predecessors and successors, and delete the one that is the wrong way round.",
    ),
    bad=Example(
        {
            OLD_GRID_PATH: OLD_GRID + _ENDED + "successors: [shili-new]\n",
            NEW_GRID_PATH: NEW_GRID + _ENDED + "successors: [shili-old]\n",
        }
    ),
    good=Example(
        {
            OLD_GRID_PATH: OLD_GRID + _ENDED + "successors: [shili-new]\n",
            NEW_GRID_PATH: NEW_GRID,
        }
    ),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
