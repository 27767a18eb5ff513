"""Who goes on with what a body had, and what became of a place: successors, on a day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import TypeVar

from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.matter import Matter
from yizhan.model.place import Place

R = TypeVar("R", Body, Place)


def gone(record: Body | Place, day: date) -> bool:
    """Whether a body or place surely exists no more on a day; ``dissolved`` is its last day."""
    return record.dissolved is not None and record.dissolved.latest < day


def ending(archive: Archive, place: str | None) -> Place | None:
    """A place, or the nearest one that it lies in, whose end is recorded; None where all go on."""
    line = reversed(archive.lineage(place)) if place is not None else ()
    return next((each for each in line if each.dissolved is not None), None)


def place_gone(archive: Archive, place: str | None, day: date) -> bool:
    """Whether a place, or one that it lies in, surely exists no more on a day."""
    found = ending(archive, place)
    return found is not None and gone(found, day)


def perhaps_gone(record: Body | Place, day: date) -> bool:
    """Whether the records leave it open if a body or place still exists on a day."""
    return (
        record.dissolved is not None and record.dissolved.earliest < day and not gone(record, day)
    )


def still_to_end(record: Body | Place, day: date) -> bool:
    """Whether the end of a body or place is recorded and still to come."""
    return record.dissolved is not None and record.dissolved.earliest >= day


def has_come(former: Body | Place, day: date) -> bool:
    """Whether what a body or place had has surely come to others by a day; part of it, where it goes on."""
    return former.dissolved is None or gone(former, day)


def successors(archive: Archive, record: R) -> tuple[R, ...]:
    """Those that go on with what a body or place had, as either side records it."""
    return _beside(archive, record, record.successors, "predecessors")


def predecessors(archive: Archive, record: R) -> tuple[R, ...]:
    """Those with whose affairs a body or place goes on, as either side records it."""
    return _beside(archive, record, record.predecessors, "successors")


def _beside(archive: Archive, record: R, named: tuple[str, ...], other_side: str) -> tuple[R, ...]:
    """Records that a record names, and those that name it in a list of theirs; each once."""
    model: type[R] = type(record)
    listed: list[R | None] = [archive.get(model, each) for each in named]
    listed.extend(
        each
        for each, reference in archive.referrers_of(model, record.id)
        if reference.pointer[:1] == (other_side,)
    )
    found = {each.id: each for each in listed if each is not None and each.id != record.id}
    return tuple(found.values())


def heirs(archive: Archive, record: R, day: date) -> tuple[R, ...]:
    """Those that exist on a day of a record, its successors, theirs, and so on.

    Returns:
        The record itself while it exists. Empty where nobody is recorded; more than one where a
        body or place was split, and nothing says which part has a given affair.
    """
    found: dict[str, R] = {}
    asked: set[str] = set()
    waiting: list[R] = [record]
    while waiting:
        each = waiting.pop(0)
        if each.id in asked:
            continue
        asked.add(each.id)
        if gone(each, day):
            waiting.extend(successors(archive, each))
        else:
            found[each.id] = each
    return tuple(found.values())


def whose(archive: Archive, several: Sequence[Place], bodies: Iterable[str | None]) -> str | None:
    """Which of those that a place became has a matter of it: the one whose bodies deal with it.

    Args:
        archive: every record.
        several: the places.
        bodies: ids of the matter's handler and of those that joined.

    Returns:
        The place's id; None where no record says, and where bodies of two do.
    """
    if len(several) == 1:
        return several[0].id
    those = {each.id for each in several}
    found = (archive.body(each) for each in bodies if each is not None)
    lines = (archive.lineage(each.place) for each in found if each is not None)
    named = {each.id for line in lines for each in line if each.id in those}
    return named.pop() if len(named) == 1 else None


def taken_over(
    archive: Archive, places: Collection[str], day_of: Callable[[Place], date]
) -> tuple[Place, ...]:
    """The places that are gone and of which all went to one of some places, with what lay in them.

    What is open of their matters is for those that go on with them; of a place that was split,
    nothing says to which of its heirs a matter went.

    Args:
        archive: every record.
        places: ids of the places that go on.
        day_of: the day on which a place is looked at.
    """
    found: dict[str, Place] = {}
    for place in archive.of(Place):
        if place.dissolved is None or place.id in places or not gone(place, day_of(place)):
            continue
        going_on = heirs(archive, place, day_of(place))
        if len(going_on) == 1 and going_on[0].id in places:
            within = archive.within(place.id)
            found.update({each.id: each for each in within if each.id not in places})
    return tuple(found.values())


def holder(archive: Archive, body: str | None, day: date) -> str | None:
    """The id of the body that has what was given to a body: itself, or its one heir.

    The body as named where it is gone and who goes on is not recorded, or not which of several.
    """
    found = archive.get(Body, body)
    if found is None or not gone(found, day):
        return body
    going_on = heirs(archive, found, day)
    return going_on[0].id if len(going_on) == 1 else body


def moved(archive: Archive, day_of: Callable[[Body], date]) -> dict[str, str]:
    """Dissolved bodies whose one heir is recorded: id → id of who has now what they had.

    Args:
        archive: every record.
        day_of: the day on which a body is looked at.
    """
    found = {}
    for body in archive.of(Body):
        day = day_of(body)
        if gone(body, day):
            now = holder(archive, body.id, day)
            if now is not None and now != body.id:
                found[body.id] = now
    return found


def going_on(archive: Archive, matter: Matter) -> dict[str, dict[str, date]]:
    """Of the dissolved bodies that a matter names: who goes on with what they had, and since when.

    Before the former one can have ended, who comes after it has nothing of it, though it was there.
    """
    found = {}
    for body in map(archive.body, _bodies_of(matter)):
        if body is not None and body.dissolved is not None:
            found[body.id] = _all_after(archive, body)
    return found


def _all_after(archive: Archive, body: Body) -> dict[str, date]:
    """The successors of a body, theirs, and so on: id → the first day on which it can have come after."""
    found: dict[str, date] = {}
    waiting = [(body, date.min)]
    while waiting:
        former, since = waiting.pop()
        ended = former.dissolved
        since = since if ended is None else max(since, ended.earliest)
        for each in successors(archive, former):
            if each.id != body.id and since < found.get(each.id, date.max):
                found[each.id] = since
                waiting.append((each, since))
    return found


def _bodies_of(matter: Matter) -> set[str]:
    """The ids of the bodies that have or had a part in a matter."""
    named = {matter.handler}
    for entry in matter.log:
        named.update((entry.by, entry.to, *entry.with_))
    return {each for each in named if each is not None}
