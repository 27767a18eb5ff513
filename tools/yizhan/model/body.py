"""Bodies: who acts, and their posts."""

from __future__ import annotations

from typing import ClassVar

from yizhan.model.dates import PartialDate
from yizhan.model.frozen import dataclass
from yizhan.model.record import Display, Irregularity, Record
from yizhan.model.reference import BodyId, PlaceId
from yizhan.model.vocabulary import BodyKind, ChosenBy, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post such as 楼栋长; its holders are counted, never named.

    Attributes:
        chosen_by: the way of choosing; ``procedure`` says it in the place's own words.
        start: first day of the term.
        end: last day of the term.
    """

    title: str
    holders: int | None = None
    chosen_by: ChosenBy | None = None
    procedure: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    display: Display | None = None
    note: str | None = None
    irregular: tuple[Irregularity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Record):
    """A party branch, committee, street office, department, owners' committee or team.

    Attributes:
        body_kind: what sort of body.
        place: the place it serves.
        parent: the body it belongs to.
        members: how many; a total.
        duties: what it does, a line each.
        predecessors: the bodies it came from; what they had is its own to go on with.
        successors: who goes on with what it had; a body that was there before is named here, since
            it cannot have come from this one. Either side suffices: ``facts/succession.py``.
    """

    kind: ClassVar[Kind] = Kind.BODY

    body_kind: BodyKind
    place: PlaceId
    parent: BodyId | None = None
    members: int | None = None
    duties: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    established: PartialDate | None = None
    dissolved: PartialDate | None = None
    predecessors: tuple[BodyId, ...] = ()
    successors: tuple[BodyId, ...] = ()
