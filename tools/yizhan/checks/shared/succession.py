"""What checks share of bodies and places that go on with what others had."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from yizhan.checks.shared.check import Problem
from yizhan.checks.shared.naming import named
from yizhan.facts.succession import successors
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.place import Place
from yizhan.model.text import Text

R = TypeVar("R", Body, Place)
_TO = " → "

_STILL_THERE = Text(
    "写了后来由谁接着，却没有写撤销日期（dissolved）。",
    "It names who goes on with it, but has no day of dissolution (dissolved).",
)
ANNULLED = Text(
    "撤销日期已经更正作废：没有撤销的，把前身、后继那一项也更正作废；另有撤销日期的，更正补上。",
    "The day of dissolution was annulled by a correction: if it was not dissolved, annul predecessors or successors "
    "too; if it was on another day, add that by a correction.",
)
_GONE_FIRST = Text(
    "{later}在 {ended} 已经撤销，接不了 {dissolved} 才撤销的{earlier}。",
    "{later} was dissolved ({ended}); it cannot go on with what {earlier} had until {dissolved}.",
)
_RING = Text(
    "顺着后继往下找，又回到了这里：{way}。",
    "Going on from successor to successor leads back here: {way}.",
)


def misfits(record: R, archive: Archive) -> Iterator[Problem]:
    """Yield a problem where a record names successors and is not dissolved, or one that was gone.

    Nothing of one in a ring, which is said by itself: which of its names is wrong, nobody knows.
    """
    model: type[R] = type(record)
    if way_round(record, archive):
        return
    if record.successors and record.dissolved is None:
        yield Problem(record, ("successors",), _STILL_THERE, fix=fix_of(record))
    for number, identifier in enumerate(record.successors):
        later = archive.get(model, identifier)
        if later is not None:
            yield from _order(record, ("successors", number), record, later)
    for number, identifier in enumerate(record.predecessors):
        earlier = archive.get(model, identifier)
        if earlier is not None:
            yield from _order(record, ("predecessors", number), earlier, record)


def fix_of(former: Body | Place) -> Text | None:
    """How to fix that a former body or place has no last day, where that was annulled; else None."""
    annulled = any(each.annul and each.target == ("dissolved",) for each in former.corrections)
    return ANNULLED if annulled else None


def _order(
    record: Body | Place, pointer: tuple[str, int], earlier: Body | Place, later: Body | Place
) -> Iterator[Problem]:
    ended, dissolved = later.dissolved, earlier.dissolved
    if earlier.id == later.id or ended is None or dissolved is None:
        return
    if ended.surely_before(dissolved):
        message = _GONE_FIRST.format(
            later=named(later), ended=ended, dissolved=dissolved, earlier=named(earlier)
        )
        yield Problem(record, pointer, message)


def ring(record: R, archive: Archive) -> Iterator[Problem]:
    """Yield a problem where a record comes back to itself from successor to successor.

    It is said once: of the first that is dissolved, which surely finds it, or of the ring's first.
    """
    way = way_round(record, archive)
    model: type[R] = type(record)
    ended = [each.id for each in _named(model, way, archive) if each.dissolved is not None]
    if way and record.id == min(ended or way):
        name = "successors" if record.successors else "predecessors"
        yield Problem(record, (name,), _RING.format(way=_TO.join(way)))


def way_round(record: R, archive: Archive) -> tuple[str, ...]:
    """From a record over its successors back to itself, as ids; empty where there is no such way.

    From one that is not dissolved only names are followed that records give themselves: a village
    would else be judged again after every change of a matter in it.
    """
    model: type[R] = type(record)
    if record.dissolved is not None:
        return _walk(record, lambda each: successors(archive, each))
    found = _walk(record, lambda each: _named(model, each.successors, archive))
    return found or _walk(record, lambda each: _named(model, each.predecessors, archive))[::-1]


def _named(model: type[R], names: Iterable[str], archive: Archive) -> Iterator[R]:
    for each in names:
        found = archive.get(model, each)
        if found is not None:
            yield found


def _walk(record: R, onward: Callable[[R], Iterable[R]]) -> tuple[str, ...]:
    """The way back to a record, by what ``onward`` says comes next; one that names itself is A011's."""
    waiting: list[R] = [record]
    ways: dict[str, tuple[str, ...]] = {record.id: (record.id,)}
    while waiting:
        last: R = waiting.pop(0)
        for each in onward(last):
            way = (*ways[last.id], each.id)
            if each.id == record.id and last.id != record.id:
                return way
            if each.id not in ways:
                ways[each.id] = way
                waiting.append(each)
    return ()
