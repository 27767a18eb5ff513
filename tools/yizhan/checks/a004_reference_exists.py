"""A004: what a record refers to is there."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem, one_of
from yizhan.checks.shared.contents import references
from yizhan.checks.shared.examples import WALK_PATH
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
from yizhan.wording.there_are import there_are

_MANY = 200

_FOUND = Text(
    "这里写的“{target}”没有对应的{kinds}记录{also}。",
    "No {kinds} has the id “{target}”{also}.",
)
_ALSO = Text(
    "（另有 {n} 份档案也这样写）", " ({n} other {n:record writes|records write} so as well)"
)
_MAKE = Text("确实还没有这条记录的，先建好它。", "If the record does not exist yet, make it first.")


def _run(record: Record, archive: Archive, _context: Context) -> Iterator[Problem]:
    said: set[str] = set()
    for reference in references(record):
        target = reference.target
        if target in said or archive.find(target) is not None:
            continue
        said.add(target)
        others = sorted(each for _, each in archive.referring(target) if each != record.id)
        if others and others[0] < record.id:
            continue  # what is missing is said once, by the first that asks for it
        message = _FOUND.format(target=target, kinds=_kinds(reference), also=_also(len(others)))
        fix = there_are(target, _candidates(reference, archive), _MAKE)
        yield Problem(record, reference.pointer, message, fix, one_of(target))


def _also(count: int) -> Text:
    return _ALSO.format(n=count) if count else Text("", "")


def _kinds(reference: Reference) -> Text:
    if len(reference.kinds) == len(Kind):
        return Text("", "record")
    return either(term(kind) for kind in reference.kinds)


def _candidates(reference: Reference, archive: Archive) -> dict[str, str]:
    """The records of a fitting kind, by id; of many only those whose ids are about as long."""
    records = [each for kind in reference.kinds for each in archive.of(KINDS[kind].model)]
    length = len(reference.target)
    like = [each for each in records if abs(len(each.id) - length) <= 3]
    return {each.id: each.title for each in (like if len(records) > _MANY and like else records)}


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
    bad=Example({WALK_PATH: _ROUND.format(place="shili-cum")}),
    good=Example({WALK_PATH: _ROUND.format(place="shili-cun")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
