"""Where a place is, for checks that ask whether one thing is near another."""

from __future__ import annotations

from yizhan.model.archive import Archive
from yizhan.model.vocabulary import PlaceLevel


def whole_line(archive: Archive, place: str) -> frozenset[str]:
    """Ids of a place and of all it is in; empty where the line does not reach a district.

    A broken line is reported at the place where it breaks, and not again for what is below it.
    """
    line = archive.lineage(place)
    if not line or line[0].level is not PlaceLevel.DISTRICT:
        return frozenset()
    return frozenset(each.id for each in line)


def lie_apart(archive: Archive, one: str, other: str) -> bool:
    """Whether surely neither of two places is in the other: a village and its town do not lie apart."""
    line, other_line = whole_line(archive, one), whole_line(archive, other)
    return bool(line and other_line) and one not in other_line and other not in line


_RANK = {
    PlaceLevel.DISTRICT: 0,
    PlaceLevel.STREET: 1,
    PlaceLevel.TOWN: 1,
    PlaceLevel.COMMUNITY: 2,
    PlaceLevel.VILLAGE: 2,
    PlaceLevel.COMPOUND: 3,
    PlaceLevel.GROUP: 3,
    PlaceLevel.GRID: 3,
    PlaceLevel.SITE: 4,
    PlaceLevel.BUILDING: 5,
    PlaceLevel.UNIT: 6,
}


def above(parent: PlaceLevel, child: PlaceLevel) -> bool:
    """Tell whether a place of one level may hold a place of the other.

    A section (片区) may gather streets, communities or buildings, so it has no rank of its own; grids,
    compounds and groups lie in one another as each place cut them.
    """
    if parent is PlaceLevel.SECTION:
        return child is not PlaceLevel.SECTION
    if child is PlaceLevel.SECTION:
        return _RANK[parent] < _RANK[PlaceLevel.BUILDING]
    if _RANK[parent] == _RANK[child] == _RANK[PlaceLevel.GRID]:
        return True
    return _RANK[parent] < _RANK[child]
