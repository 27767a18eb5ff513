"""Whether a resolution settles an irregular act: by whom it is made decides (``facts/settling.py``).

What was never adopted is made good only by those who could adopt it, from their own day on: no text at
hand lets anybody else make law of what was rejected. Whoever the table does not name settles nothing;
so the records show that there was such a word, and not that it does anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from yizhan.facts.effects import ADOPTING, effect_of
from yizhan.facts.met_anew import (
    BY_REPRESENTATIVES,
    OF_SOME,
    met_on,
    rejected_by_all,
    same_organ,
    shows_who_was_there,
    subjects,
)
from yizhan.facts.organs import IS, did_it, line_of, own_meeting
from yizhan.facts.settling import OF_NO_ASSEMBLY, SETTLING, UNKNOWN, Organ
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.fields import Field, fields_of, leaves
from yizhan.model.finding import Effect
from yizhan.model.frozen import dataclass
from yizhan.model.meeting import AgendaItem, Meeting
from yizhan.model.record import Irregularity, Record
from yizhan.model.vocabulary import (
    BodyKind,
    MeetingKind,
    ResolutionResult,
)

A = TypeVar("A", bound=Irregularity)

_BY_LAW = frozenset(
    {
        *(MeetingKind.VILLAGERS_ASSEMBLY, MeetingKind.RESIDENTS_ASSEMBLY),
        *(MeetingKind.VILLAGERS_GROUP, MeetingKind.RESIDENTS_GROUP, MeetingKind.OWNERS_ASSEMBLY),
        *(MeetingKind.COMMITTEE_MEETING, MeetingKind.PARTY_MEETING, MeetingKind.ELECTION_MEETING),
        *BY_REPRESENTATIVES,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeGood(Irregularity):
    """An acknowledgment of what was not adopted, ratified since by those who could adopt it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled(Irregularity):
    """An acknowledgment whose resolution is by somebody who does not settle it: its mark stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotShown(Unsettled):
    """One whose resolution is by those who could, and no meeting shows that they did."""


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
    why = hindrance(said, record, archive)
    if why is not None:
        return recast(said, Unsettled if why is Hindrance.OTHERS else NotShown)
    made_good = said.code in ADOPTING and found.result is ResolutionResult.RATIFIED
    return recast(said, MadeGood) if made_good else said


def recast(said: Irregularity, model: type[A]) -> A:
    """The same acknowledgment, as one of which more is known."""
    return model(**{each.name: getattr(said, each.name) for each in fields_of(Irregularity)})


class Hindrance(StrEnum):
    """Why a resolution settles nothing."""

    OTHERS = "others"
    """It is for others to settle it so."""
    NO_MEETING = "no_meeting"
    """It is for that assembly, but no meeting is on record at which it did."""
    OVERRULED = "overruled"
    """Representatives kept what the assembly of all voted down."""


def settles(said: Irregularity, record: Record, archive: Archive) -> bool:
    """Whether the body that resolved an act is one of those who can, and is seen to have."""
    return hindrance(said, record, archive) is None


def hindrance(said: Irregularity, record: Record, archive: Archive) -> Hindrance | None:
    """Why a resolution settles nothing; None where it does.

    Args:
        said: an acknowledgment that says how it was resolved.
        record: in which it stands.
        archive: where bodies, places and meetings are.
    """
    found = said.resolution
    body = archive.body(found.by) if found is not None else None
    if found is None or body is None:
        return Hindrance.OTHERS
    allowed = settled_by(said.code, found.result, record)
    same = Organ.SAME in allowed and isinstance(record, Meeting) and same_organ(body, record)
    may = _may(body, record, said, allowed, archive)
    if not (same or may):
        return Hindrance.OTHERS
    ratified = found.result is ResolutionResult.RATIFIED
    if ratified and _overruled(body, record, said, archive):
        return Hindrance.OVERRULED
    if same and met_anew(body, record, said, archive):
        return None
    speaks_at_meetings = ratified and body.body_kind is BodyKind.ASSEMBLY
    shown = not speaks_at_meetings or any(_agreed(body, record, said, archive))
    return None if may and shown else Hindrance.NO_MEETING


def _may(
    body: Body, record: Record, said: Irregularity, allowed: frozenset[Organ], archive: Archive
) -> bool:
    """Whether a body is one of those who may settle something so, whatever they did."""
    if said.resolution is not None and did_it(body, record, said):
        if said.resolution.result is not ResolutionResult.ANNULLED:
            return False
        if not isinstance(record, Meeting) or own_meeting(body, record):
            return True  # whoever did it may well take it back
    return any(IS[each](body, record, said, archive) for each in allowed if each in IS)


def settled_by(code: str, result: ResolutionResult, record: Record) -> frozenset[Organ]:
    """Who settles so what a check finds in a record."""
    row = SETTLING.get(code, UNKNOWN)
    found = row.of(result)
    if not isinstance(record, Meeting):
        return found - {Organ.SAME}
    if record.meeting_kind not in _BY_LAW:
        return found | (OF_NO_ASSEMBLY if Organ.SAME in row.ratified else frozenset())
    return found - _NOT_OVER.get(record.meeting_kind, frozenset())


def met_anew(body: Body, record: Record, said: Irregularity, archive: Archive) -> bool:
    """Whether those who met met again: a later meeting of the kind that dealt with it and adopted it.

    Args:
        body: which is said to have settled it.
        record: a meeting, of which something is settled.
        said: what is settled there, and on which day.
        archive: of all meetings.
    """
    if not isinstance(record, Meeting) or not same_organ(body, record):
        return False
    return any(
        each.meeting_kind is record.meeting_kind for each in _agreed(body, record, said, archive)
    )


def _agreed(body: Body, record: Record, said: Irregularity, archive: Archive) -> Iterator[Meeting]:
    """The meetings of a body, of the day of a resolution, at which it dealt with what is settled.

    None of those is that has no effect itself, or may be without: what can be contested settles nothing.
    """
    found = said.resolution
    if found is None:
        return
    began = record.date if isinstance(record, Meeting) else None
    own = getattr(getattr(record, "adopted", None), "meeting", None)
    days = (
        each
        for each in archive.of(Meeting)
        if each.id not in (own, record.id)
        and not each.date.surely_before(found.date)
        and not found.date.surely_before(each.date)
        and (began is None or began.surely_before(each.date))
    )
    keeps = found.result is not ResolutionResult.ANNULLED
    for meeting, items in met_on(body, subjects(record, said, archive), days, keeps):
        if all(_is_clean(meeting, item, archive) for item in items):
            yield meeting


def _is_clean(meeting: Meeting, item: AgendaItem, archive: Archive) -> bool:
    """Whether nothing of a meeting and of one of its items is open that touches their effect."""
    around = (*meeting.irregular, *(each for _, each, _ in leaves(item, _is_irregularity)))
    return shows_who_was_there(meeting, item) and all(
        _stands(weighed(each, meeting, archive)) for each in around
    )


def _is_irregularity(field: Field) -> bool:
    return field.type is Irregularity


def _stands(said: Irregularity) -> bool:
    """Whether what is irregular keeps its effect: by its rule, or because somebody who can let it stand."""
    found = said.resolution
    if found is None or isinstance(said, Unsettled):
        return effect_of(said.code) is Effect.DUTY
    return found.result is not ResolutionResult.ANNULLED


def _overruled(body: Body, record: Record, said: Irregularity, archive: Archive) -> bool:
    """Whether representatives ratify what the assembly of all voted down before."""
    found = said.resolution
    if found is None or OF_SOME not in body.title:
        return False
    line = {each.id for each in line_of(record, archive)}
    before = (
        each
        for each in archive.of(Meeting)
        if each.place in line and not found.date.surely_before(each.date)
    )
    return rejected_by_all(subjects(record, said, archive), before)
