"""How records point at one another: reference types, and the walk that collects them."""

from __future__ import annotations

from typing import Annotated

from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a string field as the id of a record of one of ``kinds``."""

    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One pointing from a record to another: where it is, what it names, what it may name."""

    pointer: Pointer
    target: str
    kinds: tuple[Kind, ...]


PlaceId = Annotated[str, Ref((Kind.PLACE,))]
BodyId = Annotated[str, Ref((Kind.BODY,))]
ProcedureId = Annotated[str, Ref((Kind.PROCEDURE,))]
MatterId = Annotated[str, Ref((Kind.MATTER,))]
MeetingId = Annotated[str, Ref((Kind.MEETING,))]
RoundId = Annotated[str, Ref((Kind.ROUND,))]
RuleId = Annotated[str, Ref((Kind.RULE,))]
AmendmentId = Annotated[str, Ref((Kind.AMENDMENT,))]
SchemeId = Annotated[str, Ref((Kind.SCHEME,))]
BatchId = Annotated[str, Ref((Kind.BATCH,))]
HonourId = Annotated[str, Ref((Kind.HONOUR,))]
AnyId = Annotated[str, Ref(tuple(Kind))]

UNKNOWN = "unknown"
"""In place of a body's id: the source does not say who acted. It names no record."""


def known(identifier: str | None) -> str | None:
    """The id of a body, or None where none is named or the source does not say which."""
    return None if identifier == UNKNOWN else identifier
