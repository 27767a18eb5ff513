"""A005: what a record refers to is of the kind that belongs there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.contents import references
from yizhan.checks.shared.examples import WALK_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level
from yizhan.model.place import Place
from yizhan.model.record import Record
from yizhan.model.reference import Reference
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import Kind
from yizhan.wording.lists import either
from yizhan.wording.terms import one as term_of

_FOUND = Text(
    "这里要填{expected}的编号，“{target}”却是{found}。",
    "This must be the id of {expected}; “{target}” is {found}.",
)

_FEW = 5
_LIKELY = Text("多半要写：{near}。", "Most likely it is to be: {near}.")
_KIND = Text(
    "换成所要求种类的记录的编号。",
    "Put the id of a record of the kind that is asked for.",
)


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    wrong = [
        (reference, target)
        for reference in references(record)
        if (target := archive.find(reference.target)) is not None
        and target.kind not in reference.kinds
    ]
    exchanged = _exchanged(wrong)
    if exchanged is not None:
        # reading what was typed takes longer to import than a sound matter to check
        from yizhan.loading.schema_swapped import exchanged_values

        one, other = exchanged
        message, remedy = exchanged_values(
            record.kind, (one.pointer, one.target), (other.pointer, other.target)
        )
        yield Problem(record, one.pointer, message, remedy)
    for reference, target in wrong:
        if exchanged is None or reference not in exchanged:
            message = _FOUND.format(
                expected=either(term_of(kind) for kind in reference.kinds),
                target=reference.target,
                found=term_of(target.kind),
            )
            near = _near(record, target, reference, archive)
            fix = _LIKELY.format(near=commas(near)) if near else None
            yield Problem(record, reference.pointer, message, fix)


def _exchanged(wrong: list[tuple[Reference, Record]]) -> tuple[Reference, Reference] | None:
    """Two of one group of fields of which each is what the other is to be."""
    for (one, first), (other, second) in combinations(wrong, 2):
        beside = one.pointer[:-1] == other.pointer[:-1]
        if beside and first.kind in other.kinds and second.kind in one.kinds:
            return one, other
    return None


def _near(record: Record, target: Record, reference: Reference, archive: Archive) -> list[Text]:
    """What was most likely meant: the place that a body serves or is called by, or the bodies of a place."""
    found: list[Record | None] = []
    if isinstance(target, Body) and Kind.PLACE in reference.kinds:
        called = [
            each
            for each in archive.of(Place)
            if isinstance(record, Body) and each.title in record.title
        ]
        longest = max(called, key=lambda each: len(each.title), default=None)
        found = [longest or archive.place(target.place)]
    elif isinstance(target, Place) and Kind.BODY in reference.kinds:
        bodies = {
            body.id: body
            for body, _ in archive.referrers_of(Body, target.id)
            if body.place == target.id and body.id != record.id
        }
        found = [*bodies.values()]
    return [
        Text(f"{each.id}（{each.title}）", f"{each.id} ({each.title})")
        for each in found
        if each is not None
    ][:_FEW]


_ROUND = """\
id: 20260210-shili-walk
title: 二月走访
example: true
date: 2026-02-10
place: shili-cun
by: {by}
"""

CHECK = Check(
    code="A005",
    title=Text("引用的记录种类正确", "What is referred to is of the right kind"),
    why=Text(
        "该填组织的地方填了地点，页面就不知道是谁做的，责任也就落不到人。",
        "With a place where a body belongs, the page cannot say who acted, and nobody is responsible.",
    ),
    fix=_KIND,
    bad=Example({WALK_PATH: _ROUND.format(by="shili-cun")}),
    good=Example({WALK_PATH: _ROUND.format(by="shili-committee")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
