"""Who somebody is who settles something: a maker of a rule, an assembly, a government or a court there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from yizhan.facts.met_anew import OF_OWNERS, OF_SOME
from yizhan.facts.settling import Organ
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.fields import leaves
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.record import Irregularity, Record
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import BodyKind, MeetingKind, PlaceLevel, ResolutionResult, RuleKind

MADE_BY_ALL = frozenset(
    {
        *(RuleKind.CHARTER, RuleKind.VILLAGE_RULES),
        *(RuleKind.RESIDENTS_COVENANT, RuleKind.OWNERS_COVENANT),
    }
)
"""Kinds of rule whose maker a law names: the assembly of all (representatives where it empowers them)."""
COURT = "法院"
"""In the title of a court, which no kind of body tells from a department."""
_COMMUNITY = frozenset({PlaceLevel.VILLAGE, PlaceLevel.COMMUNITY})
_ABOVE = frozenset({PlaceLevel.DISTRICT, PlaceLevel.STREET, PlaceLevel.TOWN})
_OWN = frozenset({BodyKind.ASSEMBLY, BodyKind.COUNCIL, BodyKind.COMMITTEE, BodyKind.OWNERS})


def did_it(body: Body, record: Record, said: Irregularity) -> bool:
    """Whether what is judged is a body's own act; an assembly may well make a rule anew.

    A committee's meeting is its own, whoever convened it.
    """
    if isinstance(record, Rule | Amendment) and body.body_kind is BodyKind.ASSEMBLY:
        return False
    own = isinstance(record, Meeting) and own_meeting(body, record)
    return own or body.id in doers(record, said)


def own_meeting(body: Body, meeting: Meeting) -> bool:
    """Whether a meeting is a committee's own, whoever convened it."""
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


def line_of(record: Record, archive: Archive) -> tuple[Place, ...]:
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
    return any(each.id == body.place and each.level in levels for each in line_of(record, archive))


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
    here = {each.id for each in line_of(record, archive) if each.level not in _ABOVE}
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


IS: Mapping[Organ, Callable[[Body, Record, Irregularity, Archive], bool]] = {
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
