"""Which bodies may speak for residents, and which have to do with a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from yizhan.facts.log_so_far import anybody_speaks
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.place import Place
from yizhan.model.vocabulary import BodyKind, PlaceLevel

RESIDENT_BODIES = frozenset((BodyKind.ASSEMBLY, BodyKind.COUNCIL, BodyKind.OWNERS, BodyKind.TEAM))
"""Kinds of body that may speak for residents; every other is an office."""


class Bodies(NamedTuple):
    """What an archive says of bodies, asked by id; one that is not there is not judged.

    Attributes:
        speaks: whether it may speak for residents.
        serves: whether its place lies in the matter's, or the other way round.
        abroad: whether it belongs to another district.
        place: where it serves; None where that cannot be seen.
    """

    speaks: Callable[[str], bool] = anybody_speaks
    serves: Callable[[str], bool] = anybody_speaks
    abroad: Callable[[str], bool] = lambda _body: False
    place: Callable[[str], Place | None] = lambda _body: None


ANY = Bodies()
"""Where there is no archive to ask."""


def speakers(archive: Archive) -> Callable[[str], bool]:
    """Whether a body may take a residents' step, by its id."""

    def speaks(identifier: str) -> bool:
        body = archive.get(Body, identifier)
        return body is None or body.body_kind in RESIDENT_BODIES

    return speaks


def bodies_about(archive: Archive, place: str) -> Bodies:
    """What an archive says of bodies that act in a matter of a place."""
    line = [each.id for each in archive.lineage(place)]

    def serves(identifier: str) -> bool:
        body = archive.get(Body, identifier)
        if body is None or not line:
            return True
        own = [each.id for each in archive.lineage(body.place)]
        return not own or body.place in line or place in own

    def abroad(identifier: str) -> bool:
        body = archive.get(Body, identifier)
        here, there = _district(archive, place), None
        if body is not None:
            there = _district(archive, body.place)
        return None not in (here, there) and here != there

    def place_of(identifier: str) -> Place | None:
        body = archive.get(Body, identifier)
        return None if body is None else archive.place(body.place)

    return Bodies(speakers(archive), serves, abroad, place_of)


def _district(archive: Archive, place: str) -> str | None:
    """The district that a place lies in; None where the records do not show it."""
    line = archive.lineage(place)
    return line[0].id if line and line[0].level is PlaceLevel.DISTRICT else None
