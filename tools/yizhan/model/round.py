"""Rounds 走访: who went where, and which matters resulted from it."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Record
from yizhan.model.reference import BodyId, MatterId, PlaceId
from yizhan.model.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Record):
    """One round, or a series of rounds over a period.

    Attributes:
        date: the day, or the first day.
        end: the last day of a series.
        households: how many were visited; a total.
        buildings: how many were visited.
        visitors: how many went.
    """

    kind: ClassVar[Kind] = Kind.ROUND

    date: PartialDate
    place: PlaceId
    by: BodyId
    end: PartialDate | None = None
    visitors: int | None = None
    households: int | None = None
    buildings: int | None = None
    matters: tuple[MatterId, ...] = ()
