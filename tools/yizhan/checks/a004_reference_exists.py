"""A004: what a record refers to is there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, one_of
from yizhan.checks.shared.contents import references
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.kinds import KINDS
from yizhan.model.record import Record
from yizhan.model.reference import Reference
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.lists import either
from yizhan.wording.terms import term

_FOUND = Text(
    "这里写的“{target}”没有对应的{kinds}记录。",
    "No {kinds} has the id “{target}”.",
)
_NEAREST = Text(
    "核对编号；最接近的现有编号是“{nearest}”。",
    "Check the id; the nearest one that exists is “{nearest}”.",
)


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    for reference in references(record):
        if archive.find(reference.target) is None:
            kinds = _kinds(reference)
            message = _FOUND.format(target=reference.target, kinds=kinds)
            nearest = _nearest(reference, archive)
            fix = None if nearest is None else _NEAREST.format(nearest=nearest)
            yield Problem(record, reference.pointer, message, fix, one_of(reference.target))


def _kinds(reference: Reference) -> Text:
    if len(reference.kinds) == len(Kind):
        return Text("", "record")
    return either(term(kind) for kind in reference.kinds)


def _nearest(reference: Reference, archive: Archive) -> str | None:
    """Find the id most like the missing one among records of a fitting kind."""
    candidates = [
        record.id
        for kind in reference.kinds
        for record in archive.of(KINDS[kind].model)
        if abs(len(record.id) - len(reference.target)) <= 3
    ]
    from difflib import get_close_matches

    found = get_close_matches(reference.target, candidates, n=1, cutoff=0.8)
    return found[0] if found else None


_PATH = "records/rounds/2026/20260210-shili-walk.yaml"
_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: {place}
by: shili-committee
"""

CHECK = Check(
    code="A004",
    title=Text("引用的记录存在", "What is referred to exists"),
    why=Text(
        "引用一个不存在的编号，公开页面上就是一条断了的线索，多半是打错了字。",
        "A reference to an id that does not exist is a dead end on the site, and mostly a typo.",
    ),
    fix=Text(
        "核对编号；确实还没有这条记录的，先建好它。",
        "Check the id; if the record does not exist yet, make it first.",
    ),
    bad=Example({_PATH: _ROUND.format(place="shili-cum")}),
    good=Example({_PATH: _ROUND.format(place="shili-cun")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
