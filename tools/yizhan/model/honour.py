"""Honours: a round of selection from nomination to conferral."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Irregularity, Record
from yizhan.model.reference import BodyId, MeetingId, PlaceId
from yizhan.model.vocabulary import HonouredUnit, HonourStage, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One station of the round.

    Attributes:
        until: last day of a display.
        count: how many are in the round at this station.
        places: honoured buildings or communities (never households or persons).
        since: the day since which it is on record, where that is later than its date; not in the file.
    """

    stage: HonourStage
    date: PartialDate
    key: str | None = None
    until: PartialDate | None = None
    count: int | None = None
    meeting: MeetingId | None = None
    where: str | None = None
    objections_to: str | None = None
    places: tuple[PlaceId, ...] = ()
    note: str | None = None
    irregular: tuple[Irregularity, ...] = ()
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour(Record):
    """One honour in one round of selection.

    Attributes:
        unit: what is honoured.
        count: how many were honoured in the end, as recorded or reported.
        date: the day of conferral, or the period a report speaks of.
    """

    kind: ClassVar[Kind] = Kind.HONOUR

    place: PlaceId
    unit: HonouredUnit
    date: PartialDate
    body: BodyId | None = None
    count: int | None = None
    criteria: tuple[str, ...] = ()
    stages: tuple[Selection, ...] = ()
