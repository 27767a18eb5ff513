"""What an archive says of the bodies that act in a matter: who speaks for residents, who belongs to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import NamedTuple, Self

from yizhan.facts.succession import going_on
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.matter import Matter
from yizhan.model.place import Place
from yizhan.model.vocabulary import BodyKind, PlaceLevel

RESIDENT_BODIES = frozenset((BodyKind.ASSEMBLY, BodyKind.COUNCIL, BodyKind.OWNERS, BodyKind.TEAM))
"""Kinds of body that may speak for residents; every other is an office."""

_ON_THEIR_OWN = frozenset(
    (BodyKind.COMMITTEE, BodyKind.ASSEMBLY, BodyKind.OWNERS, BodyKind.SUPERVISION)
)
"""Kinds that are nobody's part, whatever body is written above them.

A committee is the villagers' own and answers to their assembly; so do the supervisors, of whom no member
of the committee is one (村民委员会组织法, 2025: 第二条, 第三十七条; 城市居民委员会组织法, 2025: 第三十六条);
owners elect their own.
"""

_NOT_BELOW = RESIDENT_BODIES | {BodyKind.SUPERVISION}
"""Kinds that may press any office, however small the place is for which they speak."""

_ORDER = (
    frozenset((BodyKind.PARTY, BodyKind.ASSEMBLY)),
    frozenset((BodyKind.GOVERNMENT,)),
    frozenset((BodyKind.DEPARTMENT,)),
    frozenset((BodyKind.COMMITTEE,)),
)
"""Kinds of body that may give others of their place, or of one within it, something to do.

Each goes before those after it and all that are not named: party organisations lead (村民委员会组织法, 2025:
第四条), a committee answers to its assembly (第二条), governments have departments. Supervisors supervise and
give nobody work (第三十七条).
"""

_COMMUNITIES = frozenset((PlaceLevel.VILLAGE, PlaceLevel.COMMUNITY))

Heirs = Mapping[str, frozenset[str]]
"""Id of a dissolved body → ids of those who go on with what it had (``facts/succession.py``)."""


def anybody(_body: str) -> bool:
    """What holds of every body where no archive says otherwise."""
    return True


def nobody(_body: str) -> bool:
    """What holds of no body where no archive says otherwise."""
    return False


class Bodies(NamedTuple):
    """What an archive says of bodies, asked by id; one that is not there is not judged.

    Attributes:
        there: whether it is there at all.
        speaks: whether it may speak for residents.
        serves: whether its place lies in the matter's, or the other way round.
        elsewhere: whether it serves another village or community than the matter's.
        abroad: whether it belongs to another district.
        far: the same of a place.
        place: where it serves; None where that cannot be seen.
        above: ids of the bodies that it is a part of, the nearest first.
        below: whether one is a part of another, or an office of a place within the other's.
        over: whether one may give another something to do.
        watches: whether it is a committee of supervisors.
        was_gone: whether it may have been dissolved before a day.
        basis: ids of the records that decide the above: it, those it is a part of, where it serves.
        heirs: dissolved bodies that the log names → who goes on with what they had, whenever.
        since: the same with the first day on which each can have come after.
    """

    there: Callable[[str], bool] = anybody
    speaks: Callable[[str], bool] = anybody
    serves: Callable[[str], bool] = anybody
    elsewhere: Callable[[str], bool] = nobody
    abroad: Callable[[str], bool] = nobody
    far: Callable[[str], bool] = nobody
    place: Callable[[str], Place | None] = lambda _body: None
    above: Callable[[str], tuple[str, ...]] = lambda _body: ()
    below: Callable[[str, str], bool] = lambda _body, _other: False
    over: Callable[[str, str], bool] = lambda _body, _other: True
    watches: Callable[[str], bool] = nobody
    was_gone: Callable[[str, PartialDate], bool] = lambda _body, _day: False
    basis: Callable[[str], tuple[str, ...]] = lambda body: (body,)
    heirs: Heirs = MappingProxyType({})
    since: Mapping[str, Mapping[str, date]] = MappingProxyType({})

    def on(self, day: date) -> Self:
        """The same on a day: who comes after a body has nothing of it before it can have ended."""
        if not self.since:
            return self
        return self._replace(
            heirs={
                former: frozenset(heir for heir, since in heirs.items() if since <= day)
                for former, heirs in self.since.items()
            }
        )


ANY = Bodies()
"""Where there is no archive to ask."""


def bodies_about(archive: Archive, matter: Matter) -> Bodies:
    """What an archive says of bodies that act in a matter."""
    place = matter.place

    place_of = partial(_place_of, archive)

    def there(holds: Callable[[str], bool], otherwise: bool) -> Callable[[str], bool]:
        """What holds of the place where a body serves; the other where that cannot be seen."""

        def of(identifier: str) -> bool:
            found = place_of(identifier)
            return otherwise if found is None else holds(found.id)

        return of

    def far(there: str) -> bool:
        districts = (_district(archive, place), _district(archive, there))
        return None not in districts and districts[0] != districts[1]

    found = Bodies(
        there=lambda each: archive.get(Body, each) is not None,
        speaks=partial(_speaks, archive),
        serves=there(lambda each: on_one_line(archive, each, place), True),
        elsewhere=there(lambda each: _apart(archive, each, place), False),
        abroad=there(far, False),
        far=far,
        place=place_of,
        above=partial(_above, archive),
        below=partial(_is_below, archive),
        over=partial(_is_over, archive),
        watches=partial(_watches, archive),
        was_gone=partial(_was_gone, archive),
        basis=partial(_basis, archive),
        since=going_on(archive, matter),
    )
    return found.on(date.max)


def _speaks(archive: Archive, identifier: str) -> bool:
    """Whether a body may speak for residents; true of one that is not there."""
    body = archive.get(Body, identifier)
    return body is None or body.body_kind in RESIDENT_BODIES


def _place_of(archive: Archive, identifier: str) -> Place | None:
    """Where a body serves; None where that cannot be seen."""
    body = archive.get(Body, identifier)
    return None if body is None else archive.place(body.place)


def _was_gone(archive: Archive, identifier: str, day: PartialDate) -> bool:
    """Whether a body may have been dissolved before a day."""
    body = archive.get(Body, identifier)
    last = None if body is None else body.dissolved
    return last is not None and last.earliest < day.latest


def on_one_line(archive: Archive, one: str, other: str) -> bool:
    """Whether one place lies in the other; true where the records do not show where they lie."""
    lines = [archive.lineage(place) for place in (one, other)]
    if not all(line and line[0].parent is None for line in lines):
        return True  # a place above is not there, or cannot be read
    return any(each.id == one for each in lines[1]) or any(each.id == other for each in lines[0])


def _apart(archive: Archive, one: str, other: str) -> bool:
    """Whether two places surely lie in different villages or communities."""
    if on_one_line(archive, one, other):
        return False
    within = [_community(archive, place) for place in (one, other)]
    return within != [None, None] and within[0] != within[1]


def _community(archive: Archive, place: str) -> str | None:
    """The village or community that a place is, or lies in."""
    found = [each.id for each in archive.lineage(place) if each.level in _COMMUNITIES]
    return found[-1] if found else None


def _district(archive: Archive, place: str) -> str | None:
    """The district that a place lies in; None where the records do not show it."""
    line = archive.lineage(place)
    return line[0].id if line and line[0].level is PlaceLevel.DISTRICT else None


def _is_below(archive: Archive, identifier: str, other: str) -> bool:
    """Whether a body is a part of another, or an office that serves a place within the other's."""
    if other in _above(archive, identifier):
        return True
    body, above = archive.get(Body, identifier), archive.get(Body, other)
    if body is None or above is None or body.body_kind in _NOT_BELOW or body.place == above.place:
        return False
    return above.place in {place.id for place in archive.lineage(body.place)}


def _is_over(archive: Archive, identifier: str, other: str) -> bool:
    """Whether a body may give another something to do; true where one of them cannot be seen."""
    if identifier in _above(archive, other):
        return True
    body, under = archive.get(Body, identifier), archive.get(Body, other)
    if body is None or under is None:
        return True
    ranks = _rank(body), _rank(under)
    if ranks[0] == len(_ORDER):
        return False
    if body.place == under.place:
        return ranks[0] < ranks[1]
    return body.place in {place.id for place in archive.lineage(under.place)}


def _rank(body: Body) -> int:
    return next((at for at, kinds in enumerate(_ORDER) if body.body_kind in kinds), len(_ORDER))


def _watches(archive: Archive, identifier: str) -> bool:
    """Whether a body is a committee of supervisors; false of one that is not there."""
    body = archive.get(Body, identifier)
    return body is not None and body.body_kind is BodyKind.SUPERVISION


def _basis(archive: Archive, identifier: str) -> tuple[str, ...]:
    """Ids of the records that decide what a body is, belongs to and serves."""
    where = _place_of(archive, identifier)
    line = () if where is None else archive.lineage(where.id)
    return (identifier, *_above(archive, identifier), *(each.id for each in line))


def _above(archive: Archive, identifier: str) -> tuple[str, ...]:
    """The bodies that one is a part of, the nearest first; each once, should they lead in a ring."""
    found: list[str] = []
    body = archive.get(Body, identifier)
    while body is not None and body.body_kind not in _ON_THEIR_OWN:
        if body.parent is None or body.parent in (identifier, *found):
            break
        found.append(body.parent)
        body = archive.get(Body, body.parent)
    return tuple(found)
