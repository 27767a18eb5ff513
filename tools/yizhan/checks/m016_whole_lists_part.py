"""M016: a matter that is part of another was split from it."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import LITTER, LITTER_PATH, SQUARE, SQUARE_PATH
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.matter import Matter
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_FOUND = Text(
    "{whole}的日志里没有把它拆成本事项。",
    "The log of {whole} does not split it into this matter.",
)


def _run(record: Matter, archive: Archive, _context: Context) -> Iterator[Problem]:
    whole = archive.get(Matter, record.part_of)
    if whole is None or whole.id == record.id:
        return
    if not any(record.id in entry.into for entry in whole.log):
        message, about = _FOUND.format(whole=named(whole)), f"{whole.id}/log"
        yield Problem(record, ("part_of",), message, about=about)


_SPLIT = """\
log:
  - date: 2026-02-11
    step: split
    by: shili-committee
    into: [20260211-shili-litter]
"""
_PART = LITTER + "part_of: 20260210-shili-square\n"

CHECK = Check(
    code="M016",
    title=Text("拆出来的事项有出处", "A part was split from its whole"),
    why=Text(
        "说是从哪一件拆出来的，那一件的日志里就要有拆分，否则两件事会被重复计数。",
        "If a matter claims to be part of another, that one's log must say so, or both are counted.",
    ),
    fix=Text(
        "在原事项的日志里加一步拆分（split），into 写上本事项；没有拆分的，删去 part_of。",
        "Add a split entry to the whole's log that lists this matter; if it was not split, delete part_of.",
    ),
    bad=Example({SQUARE_PATH: SQUARE, LITTER_PATH: _PART}),
    good=Example({SQUARE_PATH: SQUARE + _SPLIT, LITTER_PATH: _PART}),
    kinds=(Kind.MATTER,),
    run=_run,
    level=Level.ERROR,
)
