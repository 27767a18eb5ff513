"""What is counted of a place beside what is counted of the places in it and around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from yizhan.checks.shared.check import Problem
from yizhan.checks.shared.naming import named
from yizhan.model.archive import Archive
from yizhan.model.place import Extent, Place
from yizhan.model.text import Text
from yizhan.model.vocabulary import PlaceLevel

Fits = Callable[[Extent, Extent], bool]
"""Whether two counts can be held against each other."""

_COUNTED = {
    "households": Text("户数", "Households"),
    "persons": Text("人口数", "People"),
    "buildings": Text("楼栋数", "Buildings"),
}
_YEAR = 366
_MORE = Text(
    "这里的{what}是 {own:,}，上级的{whole}总共只有 {all:,}。",
    "{what}: {own:,} here, and {all:,} in the whole of {whole}.",
)
_EMPTY = Text(
    "户数 {households:,} 比人数 {persons:,} 还多。",
    "{households:,} {households:household|households} are more than {persons:,} {persons:person|people}.",
)
_SUM = Text(
    "下面各处的{what}加起来是 {own:,}，这里总共只有 {all:,}。",
    "{what}: {own:,} in its parts together, and {all:,} here in all.",
)


def same_day(one: Extent, other: Extent) -> bool:
    """Whether both say that they were counted on one and the same day, or month, or year."""
    return one.date is not None and one.date == other.date


def near_days(one: Extent, other: Extent) -> bool:
    """Whether both were counted within a year, and not on the same day."""
    if one.date is None or other.date is None or one.date == other.date:
        return False
    first = min(one.date.earliest, other.date.earliest)
    return (max(one.date.latest, other.date.latest) - first).days <= _YEAR


def more_households_than_people(record: Place, *, noted: bool) -> Iterator[Problem]:
    """A place with more households than people, which cannot be of one kind of count.

    Args:
        record: the place.
        noted: whether those are asked for whose count has a note, which may say that it is of two kinds.
    """
    own = record.extent
    if own is None or (own.note is not None) is not noted:
        return
    if own.households is not None and own.persons is not None and own.households > own.persons:
        message = _EMPTY.format(households=own.households, persons=own.persons)
        yield Problem(record, ("extent", "persons"), message)


def larger_than_the_whole(record: Place, archive: Archive, fits: Fits) -> Iterator[Problem]:
    """Where a place has more than the one around it, or its parts together more than it has.

    Args:
        record: the place.
        archive: where the others are.
        fits: which counts are held against each other.
    """
    own = record.extent
    if own is None:
        return
    for field, what in _COUNTED.items():
        here = getattr(own, field)
        if here is None:
            continue
        whole = _whole(record, archive, field, fits)
        if whole is not None and here > getattr(whole.extent, field):
            values = {"own": here, "all": getattr(whole.extent, field), "whole": named(whole)}
            message = _MORE.format(what=what, **values)
            yield Problem(record, ("extent", field), message)
        together = _together(record, archive, field, fits)
        told = fits is not same_day and _together(record, archive, field, same_day) > here
        if together > here and not told:
            message = _SUM.format(what=what, own=together, all=here)
            yield Problem(record, ("extent", field), message)


def _whole(record: Place, archive: Archive, field: str, fits: Fits) -> Place | None:
    """The nearest place around one that has such a count, where it fits."""
    for place in reversed(archive.lineage(record.id)[:-1]):
        other = place.extent
        if other is not None and getattr(other, field) is not None:
            return place if record.extent is not None and fits(record.extent, other) else None
    return None


def _together(record: Place, archive: Archive, field: str, fits: Fits) -> int:
    """What the places in one come to, at the level at which it is most; those of two levels overlap.

    Counts of the very same day are added to those that fit, not told by themselves.
    """
    parts: dict[PlaceLevel, list[int]] = defaultdict(list)
    fitting: set[PlaceLevel] = set()
    for child in archive.children(record.id):
        value = None if child.extent is None else getattr(child.extent, field)
        if child.extent is None or value is None or record.extent is None:
            continue
        fit = fits(child.extent, record.extent)
        if fit or same_day(child.extent, record.extent):
            parts[child.level].append(value)
        if fit:
            fitting.add(child.level)
    return max((sum(parts[level]) for level in fitting if len(parts[level]) > 1), default=0)
