"""Whether a resolution settles an irregular act: by whom it is made decides (``facts/settling.py``).

What was never adopted is made good only by those who could adopt it, from their own day on: no text at
hand lets anybody else make law of what was rejected. Whoever the table does not name settles nothing;
so the records show that there was such a word, and not that it does anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from yizhan.facts.effects import ADOPTING
from yizhan.facts.settling import OF_NO_ASSEMBLY, SETTLING, UNKNOWN, Organ
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.fields import fields_of, leaves
from yizhan.model.frozen import dataclass
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.record import Irregularity, Record
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import (
    BodyKind,
    DecisionResult,
    MeetingKind,
    PlaceLevel,
    ResolutionResult,
    RuleKind,
)

A = TypeVar("A", bound=Irregularity)

MADE_BY_ALL = frozenset(
    {
        *(RuleKind.CHARTER, RuleKind.VILLAGE_RULES),
        *(RuleKind.RESIDENTS_COVENANT, RuleKind.OWNERS_COVENANT),
    }
)
"""Kinds of rule whose maker a law names: the assembly of all (representatives where it empowers them)."""
OF_SOME = "代表"
"""In the title of an assembly that is one of representatives."""
OF_OWNERS = "业主"
"""In the title of an assembly that is one of owners."""
COURT = "法院"
"""In the title of a court, which no kind of body tells from a department."""
_HELD_BY: Mapping[MeetingKind, BodyKind] = {
    MeetingKind.VILLAGERS_ASSEMBLY: BodyKind.ASSEMBLY,
    MeetingKind.VILLAGERS_REPRESENTATIVES: BodyKind.ASSEMBLY,
    MeetingKind.VILLAGERS_GROUP: BodyKind.ASSEMBLY,
    MeetingKind.RESIDENTS_ASSEMBLY: BodyKind.ASSEMBLY,
    MeetingKind.RESIDENTS_REPRESENTATIVES: BodyKind.ASSEMBLY,
    MeetingKind.RESIDENTS_GROUP: BodyKind.ASSEMBLY,
    MeetingKind.OWNERS_ASSEMBLY: BodyKind.ASSEMBLY,
    MeetingKind.COUNCIL_MEETING: BodyKind.COUNCIL,
    MeetingKind.BUILDING_DELIBERATION: BodyKind.COUNCIL,
}
"""Kinds of meeting whose members may meet anew, and what sort of body they are; of a committee nobody does."""
_BY_REPRESENTATIVES = frozenset(
    {MeetingKind.VILLAGERS_REPRESENTATIVES, MeetingKind.RESIDENTS_REPRESENTATIVES}
)
_BY_LAW = frozenset(
    {
        *(MeetingKind.VILLAGERS_ASSEMBLY, MeetingKind.RESIDENTS_ASSEMBLY),
        *(MeetingKind.VILLAGERS_GROUP, MeetingKind.RESIDENTS_GROUP, MeetingKind.OWNERS_ASSEMBLY),
        *(MeetingKind.COMMITTEE_MEETING, MeetingKind.PARTY_MEETING, MeetingKind.ELECTION_MEETING),
        *_BY_REPRESENTATIVES,
    }
)
"""Kinds of meeting of which a law or a statute says who meets and what they decide."""
_OVER_NO_ASSEMBLY = frozenset({Organ.REPRESENTATIVES})
_OVER_NO_GROUP = frozenset({Organ.REPRESENTATIVES, Organ.ALL})
_NOT_OVER: Mapping[MeetingKind, frozenset[Organ]] = {
    MeetingKind.VILLAGERS_REPRESENTATIVES: _OVER_NO_ASSEMBLY,
    MeetingKind.RESIDENTS_REPRESENTATIVES: _OVER_NO_ASSEMBLY,
    MeetingKind.VILLAGERS_ASSEMBLY: _OVER_NO_GROUP,
    MeetingKind.RESIDENTS_ASSEMBLY: _OVER_NO_GROUP,
    MeetingKind.VILLAGERS_GROUP: _OVER_NO_GROUP,
    MeetingKind.RESIDENTS_GROUP: _OVER_NO_GROUP,
    MeetingKind.OWNERS_ASSEMBLY: _OVER_NO_GROUP,
    MeetingKind.COMMITTEE_MEETING: frozenset({Organ.SAME}),
}
"""To whom those do not answer who hold a kind of meeting; of an assembly only itself decides anew.

What is a group's own, its own meeting decides (村民委员会组织法, 2025: 第三十二条第二款).
"""
_COMMUNITY = frozenset({PlaceLevel.VILLAGE, PlaceLevel.COMMUNITY})
_ABOVE = frozenset({PlaceLevel.DISTRICT, PlaceLevel.STREET, PlaceLevel.TOWN})
_OWN = frozenset({BodyKind.ASSEMBLY, BodyKind.COUNCIL, BodyKind.COMMITTEE, BodyKind.OWNERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeGood(Irregularity):
    """An acknowledgment of what was not adopted, ratified since by those who could adopt it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled(Irregularity):
    """An acknowledgment whose resolution is by somebody who does not settle it: its mark stays."""


def weighed(said: Irregularity, record: Record, archive: Archive) -> Irregularity:
    """An acknowledgment as its resolution counts: made good, not settled, or as it is.

    Args:
        said: one of the record's acknowledgments.
        record: of any kind.
        archive: where bodies, rules and places are.
    """
    found = said.resolution
    if found is None or type(said) is not Irregularity:
        return said
    if not settles(said, record, archive):
        return recast(said, Unsettled)
    made_good = said.code in ADOPTING and found.result is ResolutionResult.RATIFIED
    return recast(said, MadeGood) if made_good else said


def recast(said: Irregularity, model: type[A]) -> A:
    """The same acknowledgment, as one of which more is known."""
    return model(**{each.name: getattr(said, each.name) for each in fields_of(Irregularity)})


def settles(said: Irregularity, record: Record, archive: Archive) -> bool:
    """Whether the body that resolved an act is one of those who can."""
    found = said.resolution
    body = archive.body(found.by) if found is not None else None
    if found is None or body is None:
        return False
    allowed = settled_by(said.code, found.result, record)
    if Organ.SAME in allowed and met_anew(body, record, found.date, archive):
        return True
    if did_it(body, record, said):
        if found.result is not ResolutionResult.ANNULLED:
            return False
        if not isinstance(record, Meeting) or _own_meeting(body, record):
            return True  # whoever did it may well take it back
    return any(_IS[each](body, record, said, archive) for each in allowed if each in _IS)


def settled_by(code: str, result: ResolutionResult, record: Record) -> frozenset[Organ]:
    """Who settles so what a check finds in a record."""
    row = SETTLING.get(code, UNKNOWN)
    found = row.of(result)
    if not isinstance(record, Meeting):
        return found - {Organ.SAME}
    if record.meeting_kind not in _BY_LAW:
        return found | (OF_NO_ASSEMBLY if Organ.SAME in row.ratified else frozenset())
    return found - _NOT_OVER.get(record.meeting_kind, frozenset())


def did_it(body: Body, record: Record, said: Irregularity) -> bool:
    """Whether what is judged is a body's own act; an assembly may well make a rule anew.

    A committee's meeting is its own, whoever convened it.
    """
    if isinstance(record, Rule | Amendment) and body.body_kind is BodyKind.ASSEMBLY:
        return False
    own = isinstance(record, Meeting) and _own_meeting(body, record)
    return own or body.id in doers(record, said)


def _own_meeting(body: Body, meeting: Meeting) -> bool:
    return (
        meeting.meeting_kind is MeetingKind.COMMITTEE_MEETING
        and body.body_kind is BodyKind.COMMITTEE
        and body.place == meeting.place
    )


def doers(record: Record, said: Irregularity) -> frozenset[str]:
    """The bodies whose own act it is: who took the step, convened the meeting, adopted or gave."""
    found: list[str | None] = [record.id]
    if isinstance(record, Rule) and record.adopted is not None:
        found.append(record.adopted.body)
    if said.code == _BY_GOVERNMENT:
        found += _annulled_by(record)
    for each in _holders(record, said):
        found += (getattr(each, name, None) for name in ACTS_BY)
    return frozenset(each for each in found if each is not None)


ACTS_BY = ("by", "body", "convener")
"""Fields of a record, or of an entry of it, that name whose act it is."""
_BY_GOVERNMENT = "R012"


def _annulled_by(record: Record) -> Iterator[str]:
    """Who declared something of a record annulled."""
    for _, said, _ in leaves(record, lambda field: field.type is Irregularity):
        if said.resolution is not None and said.resolution.result is ResolutionResult.ANNULLED:
            yield said.resolution.by


def _holders(record: Record, said: Irregularity) -> Iterator[object]:
    """The record, and those of its entries, in which an acknowledgment stands."""
    yield record
    for name in ("log", "dossier", "stages"):
        for each in getattr(record, name, ()):
            if said in getattr(each, "irregular", ()):  # a procedure's stages have none
                yield each


def met_anew(body: Body, record: Record, day: PartialDate, archive: Archive) -> bool:
    """Whether those who met met again: a later meeting of the kind that adopted something that day.

    Args:
        body: which is said to have settled it.
        record: what it settled.
        day: on which.
        archive: of all meetings.
    """
    return (
        isinstance(record, Meeting)
        and same_organ(body, record)
        and any(
            each.meeting_kind is record.meeting_kind
            and each.place == record.place
            and each.held
            and record.date.surely_before(each.date)
            and not each.date.surely_before(day)
            and not day.surely_before(each.date)
            and any(_adopted(each))
            for each in archive.of(Meeting)
        )
    )


def _adopted(meeting: Meeting) -> Iterator[bool]:
    for item in meeting.agenda:
        yield from (each.result is DecisionResult.ADOPTED for each in item.decisions)


def same_organ(body: Body, meeting: Meeting) -> bool:
    """Whether a body is made up of those who held a meeting; of a committee none is."""
    return (
        _HELD_BY.get(meeting.meeting_kind) is body.body_kind
        and body.place == meeting.place
        and (OF_SOME in body.title) is (meeting.meeting_kind in _BY_REPRESENTATIVES)
        and (OF_OWNERS in body.title) is (meeting.meeting_kind is MeetingKind.OWNERS_ASSEMBLY)
    )


def _line(record: Record, archive: Archive) -> tuple[Place, ...]:
    """The place that a record is of and those around it, from the root down."""
    place: str | None = getattr(record, "place", None)
    if isinstance(record, Place):
        place = record.id
    if isinstance(record, Amendment):
        rule = archive.get(Rule, record.rule)
        place = rule.place if rule is not None else None
    if isinstance(record, Batch):
        scheme = archive.get(Scheme, record.scheme)
        place = scheme.place if scheme is not None else None
    return archive.lineage(place) if place is not None else ()


def _at(body: Body, record: Record, archive: Archive, levels: frozenset[PlaceLevel]) -> bool:
    """Whether a body is of a place of some level that the record's place is in, or is."""
    return any(each.id == body.place and each.level in levels for each in _line(record, archive))


def _makes(body: Body, record: Record, _said: Irregularity, archive: Archive) -> bool:
    """Whether a body could have adopted a rule or amendment."""
    rule = archive.get(Rule, record.rule) if isinstance(record, Amendment) else record
    if not isinstance(rule, Rule) or body.place != rule.place:
        return False
    if rule.rule_kind in MADE_BY_ALL:
        owners = (OF_OWNERS in body.title) is (rule.rule_kind is RuleKind.OWNERS_COVENANT)
        return body.body_kind is BodyKind.ASSEMBLY and OF_SOME not in body.title and owners
    return body.body_kind in (BodyKind.ASSEMBLY, BodyKind.COUNCIL)


def _is_of_all(body: Body, record: Record, _said: Irregularity, archive: Archive) -> bool:
    """Whether a body is the assembly of all of a village or community."""
    none = OF_SOME in body.title or OF_OWNERS in body.title
    return (
        body.body_kind is BodyKind.ASSEMBLY and not none and _at(body, record, archive, _COMMUNITY)
    )


def _represents(body: Body, record: Record, _said: Irregularity, archive: Archive) -> bool:
    """Whether a body is the assembly of representatives of a village or community."""
    some = body.body_kind is BodyKind.ASSEMBLY and OF_SOME in body.title
    return some and _at(body, record, archive, _COMMUNITY)


def _of_kinds(*kinds: BodyKind) -> Callable[[Body, Record, Irregularity, Archive], bool]:
    """Whether a body of some kinds is of a township, street or district around the place; a court is none."""

    def found(body: Body, record: Record, _said: Irregularity, archive: Archive) -> bool:
        return (
            body.body_kind in kinds
            and COURT not in body.title
            and _at(body, record, archive, _ABOVE)
        )

    return found


def _is_own(body: Body, record: Record, _said: Irregularity, archive: Archive) -> bool:
    """Whether it is a body of the place itself, or of the village or community that it is in."""
    here = {each.id for each in _line(record, archive) if each.level not in _ABOVE}
    return body.body_kind in _OWN and body.place in here


def _supervises(body: Body, record: Record, _said: Irregularity, archive: Archive) -> bool:
    return body.body_kind is BodyKind.SUPERVISION and _at(body, record, archive, _COMMUNITY)


def _is_parent(body: Body, record: Record, said: Irregularity, archive: Archive) -> bool:
    """Whether the body that did it belongs to this one; a party organisation is no such authority."""
    acted = (archive.body(each) for each in doers(record, said))
    above = {each.parent for each in acted if each is not None}
    return body.id in above and body.body_kind is not BodyKind.PARTY


def _is_court(body: Body, record: Record, _said: Irregularity, archive: Archive) -> bool:
    return COURT in body.title and _at(body, record, archive, _ABOVE)


_IS: Mapping[Organ, Callable[[Body, Record, Irregularity, Archive], bool]] = {
    Organ.MAKER: _makes,
    Organ.ALL: _is_of_all,
    Organ.REPRESENTATIVES: _represents,
    Organ.OWN: _is_own,
    Organ.SUPERVISION: _supervises,
    Organ.GOVERNMENT: _of_kinds(BodyKind.GOVERNMENT),
    Organ.DEPARTMENT: _of_kinds(BodyKind.DEPARTMENT),
    Organ.PARENT: _is_parent,
    Organ.COURT: _is_court,
}
"""How an organ is told; that of the same meeting is told by ``met_anew``."""
