"""P008: what a place became part of was there when the place ended."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.place_examples import NEW_GRID, NEW_GRID_PATH, OLD_GRID, OLD_GRID_PATH
from yizhan.checks.shared.succession import misfits
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind


def _run(record: Place, archive: Archive, _context: Context) -> Iterator[Problem]:
    yield from misfits(record, archive)


CHECK = Check(
    code="P008",
    title=Text("地方并到哪里接得上", "Successors of a place"),
    why=Text(
        "老地方的事到新地方去查；写了并到哪里却没有撤销，或者并到一个早已撤销的地方，居民就找不到。",
        "What was open at the old place is looked for at the new one, which must have been there when the old one ended.",
    ),
    fix=Text(
        "写上 dissolved（撤销日期），核对 successors（后来成为）写的是不是当时还在的地点。",
        "Write dissolved, and check that successors names places that existed then.",
    ),
    bad=Example({OLD_GRID_PATH: OLD_GRID + "successors: [shili-new]\n", NEW_GRID_PATH: NEW_GRID}),
    good=Example(
        {
            OLD_GRID_PATH: OLD_GRID + "dissolved: 2025-12-31\nsuccessors: [shili-new]\n",
            NEW_GRID_PATH: NEW_GRID,
        }
    ),
    kinds=(Kind.PLACE,),
    run=_run,
    level=Level.ERROR,
)
