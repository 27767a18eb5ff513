"""Places: district → street → community → compound → grid → building → unit."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Record
from yizhan.model.reference import PlaceId
from yizhan.model.vocabulary import Kind, PlaceLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How large a place is, on a day; only totals, never lists of people."""

    households: int | None = None
    persons: int | None = None
    buildings: int | None = None
    grids: int | None = None
    date: PartialDate | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """One place of the tree.

    Attributes:
        parent: the place it is in; absent for a root.
        region: the province or city above a root, as text.
        code: the official 12-digit code of the division, where there is one.
        predecessors: the places it came from by a split or a merger.
        successors: the places it became part of; one that was there before is named here.
        example_day: at the topmost place of an example: the day as of which the whole example is
            judged and shown, once that day is over.
    """

    kind: ClassVar[Kind] = Kind.PLACE

    level: PlaceLevel
    parent: PlaceId | None = None
    region: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()
    extent: Extent | None = None
    established: PartialDate | None = None
    dissolved: PartialDate | None = None
    predecessors: tuple[PlaceId, ...] = ()
    successors: tuple[PlaceId, ...] = ()
    example_day: PartialDate | None = None
