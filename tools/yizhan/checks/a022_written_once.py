"""A022: what happened is written down once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from typing import Any, cast

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.examples import ACCEPTED, NOISE, NOISE_PATH
from yizhan.checks.shared.naming import EVERY_KIND
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.fields import Field, fields_of, is_model
from yizhan.model.finding import Level, Pointer
from yizhan.model.points import Entry
from yizhan.model.record import Correction, Irregularity, Record
from yizhan.model.text import Text
from yizhan.model.voting import Actor

_FOUND = Text(
    "这一条和前面第 {first} 条一字不差，像是重复了。",
    "This is word for word item {first}, further up.",
)


def _run(record: Record, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for pointer, first in _repeated(record, ()):
        yield Problem(record, pointer, _FOUND.format(first=first + 1))


def _repeated(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, int]]:
    """Where an item is an earlier one of its list word for word, and the position of that."""
    for field in _lists(cast("Hashable", type(value))):
        inner = getattr(value, field.name)
        if not inner:
            continue
        here = (*pointer, field.key)
        if not field.many:
            yield from _repeated(inner, here)
            continue
        again = _again(inner, here) if len(inner) > 1 else {}
        for number, item in enumerate(inner):
            if number in again:  # what it holds is there again as well
                yield (*here, number), again[number]
            elif is_model(field.type):
                yield from _repeated(item, (*here, number))


_OTHERWISE = (PartialDate, Entry, Irregularity, Correction)
"""No lists; points, of which two people of one household may have the same; what R007 and A017 compare."""


@cache
def _lists(model: Hashable) -> tuple[Field, ...]:
    """The fields in which a list can be, and those that are one, but for ids, which the schema compares."""
    return tuple(
        each
        for each in fields_of(model)
        if each.type not in _OTHERWISE
        and (is_model(each.type) or (each.many and each.type is str and each.ref is None))
    )


def _again(items: Sequence[Any], pointer: Pointer) -> dict[int, int]:
    """The positions of what is there again, each with the first that it is like."""
    known: dict[Any, int] = {}
    found: dict[int, int] = {}
    for number, item in enumerate(items):
        first = known.setdefault(item, number)
        # after an objection the same may be reported again, on the same day
        apart = pointer == ("log",) and (items[number - 1] != item or _is_vague(item))
        of_a_post = isinstance(item, Actor) and item.post is not None  # two people may have one
        if first != number and not apart and not of_a_post:
            found[number] = first
    return found


def _is_vague(item: Any) -> bool:
    """Whether no day is known: of two visits in one month no more may be."""
    return bool(item.date.earliest != item.date.latest)


_VISIT = """\
  - date: 2026-02-12
    step: progress
    by: shili-committee
    note: {note}
"""
_FIRST = NOISE + ACCEPTED + _VISIT.format(note="上门看过，商家答应调低音量。")

CHECK = Check(
    code="A022",
    title=Text("一件事只记一次", "What happened is written once"),
    why=Text(
        "同一条贴了两遍，网站就会公布两遍，好像做了两次；表决、报结写了两遍，次数也会算错。",
        "An entry that was pasted twice is published twice, as if it had been done twice; of votes and reports the number is wrong as well.",
    ),
    fix=Text(
        "重复的删去一条；已经合并的，在 corrections 里作废一条。确实是两次的，各自写明不同的地方。",
        "Take one of the two out, or annul it in corrections once merged. If it was done twice, let each say in what it differs.",
    ),
    bad=Example({NOISE_PATH: _FIRST + _VISIT.format(note="上门看过，商家答应调低音量。")}),
    good=Example({NOISE_PATH: _FIRST + _VISIT.format(note="再次上门，音量已经调低。")}),
    kinds=EVERY_KIND,
    run=_run,
    level=Level.ERROR,
)
