"""Which version of the organic laws holds at a place on a day, and what it asks there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from yizhan.facts.jurisdiction import nature_of, of_wrong_level, regions_of
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import in_force
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.meeting import AgendaItem, Attendance, Meeting, Request
from yizhan.model.organic_law import Asking, Assembly, Law, OrganicLaw, Part, Power
from yizhan.model.place import Place
from yizhan.model.vocabulary import BodyKind, DecisionResult, MeetingKind, PlaceLevel, Subject


def laws_at(organic: OrganicLaw, date: PartialDate, line: Sequence[Place]) -> Mapping[str, Law]:
    """The laws in force at a place on a date, by key.

    Args:
        organic: every version of every law.
        date: one known to the year only, in the year of a change, has none.
        line: the place and what it is in, from the root down; none hold where it breaks off.
    """
    where, regions = nature_of(line), regions_of(line)
    return {
        law.key: law
        for law in organic.laws
        if where is not None and law.places in (None, where)
        if law.region is None or any(each.startswith(law.region) for each in regions)
        if in_force(law.valid, date) is True
    }


def misplaced(
    organic: OrganicLaw, kind: MeetingKind, date: PartialDate, line: Sequence[Place]
) -> tuple[Law, Assembly] | None:
    """The law whose assembly a kind of meeting is, where the place is none of its places.

    村民会议 is of the villagers of a village (村民委员会组织法, 2025: 第二十五条第一款), 居民会议 of the
    residents of a community (城市居民委员会组织法, 2025: 第二十六条第一款). None where the place may be
    one, and where no law in force on the day knows the kind.
    """
    where = nature_of(line)
    if where is None:
        return None
    laws = {law.key: law for law in organic.laws if in_force(law.valid, date) is True}
    for assembly in organic.assemblies:
        law = laws.get(assembly.law)
        if law is not None and assembly.meeting is kind and law.places not in (None, where):
            return law, assembly
    return None


def at_wrong_level(
    kind: MeetingKind, laws: Mapping[str, Law], place: Place, organic: OrganicLaw
) -> tuple[Law, Assembly] | None:
    """The law of an assembly that is held for a place of a level that has none.

    None where the level may have one, and where no law in force knows the kind.
    """
    if not of_wrong_level(kind, place.level):
        return None
    return next(assemblies_at(organic, kind, laws), None)


def assemblies_at(
    organic: OrganicLaw, kind: MeetingKind, laws: Mapping[str, Law]
) -> Iterator[tuple[Law, Assembly]]:
    """What the laws in force say of one kind of assembly."""
    for assembly in organic.assemblies:
        if assembly.meeting is kind and assembly.law in laws:
            yield laws[assembly.law], assembly


def demanded(request: Request, asking: Iterable[Asking]) -> bool | None:
    """Whether enough people demanded something for it to have to be done.

    Args:
        request: how many, of how many.
        asking: who may demand it, one of which is enough.

    Returns:
        None where the record does not show of how many, or counts in a way the law does not know.
    """
    shares = [each.share for each in asking if each.basis is request.basis]
    if request.of is None or not shares:
        return None
    return any(share.met(request.count, request.of) for share in shares)


@dataclass(frozen=True, slots=True)
class Decided:
    """An item by which a meeting decided on what the law reserves.

    Attributes:
        number: of the item on the agenda, from 0.
        pointer: where the record says on what it decided.
    """

    number: int
    item: AgendaItem
    law: Law
    power: Power
    pointer: Pointer


_OF_A_GROUP = frozenset(
    {
        *(Subject.SUBSIDIES, Subject.PUBLIC_WORKS),
        *(Subject.COLLECTIVE_INCOME, Subject.COLLECTIVE_ASSETS),
    }
)
"""What a villagers' group decides of its own (村民委员会组织法, 2018: 第二十八条第三款; 2025: 第三十二条第一款,
第四款; 重庆市实施办法, 2013: 第二十四条)."""


def reserved_items(
    meeting: Meeting,
    organic: OrganicLaw,
    laws: Mapping[str, Law],
    supervisors: Collection[str] = (),
) -> Iterator[Decided]:
    """The items by which a meeting decided on a subject that a law in force gives to somebody.

    Args:
        meeting: which decided or elected.
        organic: every version of every law.
        laws: those in force, by key.
        supervisors: ids of the bodies that watch over a committee (村民委员会组织法, 2025: 第三十七条第一款;
            城市居民委员会组织法, 2025: 第三十六条第一款); to elect them is the subject itself.
    """
    of_group = meeting.meeting_kind is MeetingKind.VILLAGERS_GROUP
    for number, item in enumerate(meeting.agenda):
        at: Pointer = ("agenda", number, "subject")
        subject = item.subject
        if of_group and subject in _OF_A_GROUP:
            continue
        if not any(each.result is DecisionResult.ADOPTED for each in item.decisions):
            chosen = _chosen(meeting, item, supervisors)
            if chosen is None:
                continue
            position, subject = chosen
            at = at if item.subject else ("agenda", number, "elections", position, "body")
        given = [
            power for power in organic.powers if power.subject is subject and power.law in laws
        ]
        of_country = [power for power in given if laws[power.law].region is None]
        for power in of_country or given:  # local measures fill what the law leaves open
            yield Decided(number, item, laws[power.law], power, at)


def _chosen(
    meeting: Meeting, item: AgendaItem, supervisors: Collection[str]
) -> tuple[int, Subject] | None:
    """The first election of an item that chose members of a body that the law has chosen by somebody.

    An election meeting is one of all who may vote, as the assembly is.
    """
    if meeting.meeting_kind is MeetingKind.ELECTION_MEETING:
        return None
    for position, election in enumerate(item.elections):
        subject = item.subject
        if subject is None and election.body in supervisors:
            subject = Subject.SUPERVISORS
        if subject in _CHOSEN and any(each.elected for each in election.candidates):
            return position, subject
    return None


_CHOSEN = (Subject.BY_ELECTION, Subject.SUPERVISORS)
"""Subjects on which an election decides."""


@dataclass(frozen=True, slots=True)
class TooFew:
    """A part that is smaller than the law asks.

    Attributes:
        title: what the record calls it.
        have: how many there are, ``whole`` of how many, ``need`` the least that would do.
    """

    part: Part
    title: str
    have: int
    whole: int
    need: int


_ASIDE = re.compile("^其中[:：，]?|[（(][^（）()]*[）)]$")
"""What a title says beside who is meant: 其中妇女, 村民代表（含妇女）."""


def too_few(
    parts: Iterable[Part], whole: int | None, counts: Mapping[str, int]
) -> Iterator[TooFew]:
    """Which parts of a representative assembly are too small.

    Args:
        parts: what the law asks.
        whole: of how many the assembly is made up; nothing is judged where that is not recorded.
        counts: how many bear each title; a part that none of the titles names is not judged.
    """
    if whole is None:
        return
    plain = {_ASIDE.sub("", title): title for title in reversed(list(counts))}
    for part in parts:
        title = next((plain[title] for title in part.titles if title in plain), None)
        if title is not None and not part.share.met(counts[title], whole):
            yield TooFew(part, title, counts[title], whole, part.share.least(whole))


def due_by_title(attendance: Attendance) -> Mapping[str, int]:
    """How many of each category of an attendance there are in all, where that is recorded."""
    return {each.title: each.due for each in attendance.categories if each.due is not None}


def holders_by_title(body: Body) -> Mapping[str, int]:
    """How many hold each post of a body; a post that is filled again counts as it is now."""
    return {each.title: each.holders for each in body.posts if each.holders is not None}


SEATS = frozenset({"主任", "副主任", "委员"})
"""Of whom a committee is made up (村民委员会组织法, 2025: 第八条第一款; 城市居民委员会组织法, 2025: 第八条第一款)."""


def seats_by_posts(committee: Body) -> int | None:
    """How many chair, deputies and members are together; None where that is not recorded of each."""
    there = {each.title for each in committee.posts} & SEATS
    holders = holders_by_title(committee)
    if not {"主任", "委员"} <= there or any(title not in holders for title in there):
        return None
    return sum(holders[title] for title in there)


def assembly_of(kind: MeetingKind) -> MeetingKind | None:
    """The assembly whose representatives meet; None where they are nobody's."""
    return _ASSEMBLY_OF.get(kind)


_ASSEMBLY_OF = {
    MeetingKind.VILLAGERS_REPRESENTATIVES: MeetingKind.VILLAGERS_ASSEMBLY,
    MeetingKind.RESIDENTS_REPRESENTATIVES: MeetingKind.RESIDENTS_ASSEMBLY,
}


def is_committee(body: Body, place: Place | None, parent: Body | None, organic: OrganicLaw) -> bool:
    """Whether a body is the villagers' or residents' committee itself, by what is recorded.

    A committee below another is one of its sub-committees (村民委员会组织法, 2025: 第九条), and a title
    such as “两委” is of more than the committee, “选举委员会” of another body.
    """
    return (
        body.body_kind is BodyKind.COMMITTEE
        and place is not None
        and place.level in (PlaceLevel.VILLAGE, PlaceLevel.COMMUNITY)
        and (parent is None or parent.body_kind is not BodyKind.COMMITTEE)
        and not any(word in body.title for word in organic.other_titles)
    )


def years_after(day: date, years: int) -> date:
    """The same day some years later; of the 29th of February the 1st of March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
