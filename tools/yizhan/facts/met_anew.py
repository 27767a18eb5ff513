"""Whether those who settle something met on it: a meeting on record that dealt with the same and adopted it.

An assembly decides at its meetings, with a quorum (村民委员会组织法, 2025: 第二十六条, 第三十条; 城市居民委员会组织法,
2025: 第二十九条): that it agreed is shown by the meeting at which it did. A meeting on something else
says nothing of it, and one that can itself be contested settles nothing that can be contested.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from yizhan.facts.adoption import adopted_by, is_procedure, motions_on
from yizhan.facts.presence import attendance_at
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.fields import Field, leaves
from yizhan.model.meeting import AgendaItem, Decision, Meeting
from yizhan.model.meeting_vocabulary import ElectionResult
from yizhan.model.record import Irregularity, Record
from yizhan.model.vocabulary import BodyKind, DecisionResult, MeetingKind

OF_SOME = "代表"
"""In the title of an assembly that is one of representatives."""
OF_OWNERS = "业主"
"""In the title of an assembly that is one of owners."""
HELD_BY: Mapping[MeetingKind, BodyKind] = {
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
BY_REPRESENTATIVES = frozenset(
    {MeetingKind.VILLAGERS_REPRESENTATIVES, MeetingKind.RESIDENTS_REPRESENTATIVES}
)
_BY_ALL = frozenset({MeetingKind.VILLAGERS_ASSEMBLY, MeetingKind.RESIDENTS_ASSEMBLY})
_NAMES = ("matters", "rules", "amendments", "schemes", "batches", "honours")
"""Fields of an item that name what it is about."""
_FILLED = frozenset({ElectionResult.ELECTED, ElectionResult.PARTLY})
_REFUSES = re.compile("不(?:予|再|能|同意|批准|通过|追认|认可|采纳)|撤销|撤消|废止|否决")
"""In a motion that, carried, keeps nothing of what was done."""
_CLAUSES = re.compile("[；;。]")
_SETTLES = re.compile("追认|确认|认可|维持|重新|再次|撤销|撤消|废止")
"""In a motion on what an earlier meeting decided, which it names by its title or its day."""
_LONG = 4
"""Characters of a title that is looked for inside a sentence; a shorter one is all of it or nothing."""


class Subject(NamedTuple):
    """One thing that a meeting deals with.

    Attributes:
        id: of the record that it is; None of what is no record.
        titles: what it is called.
        meeting: at which it was decided; None of what is not a meeting's.
    """

    id: str | None
    titles: tuple[str, ...]
    meeting: Meeting | None = None


def subjects(record: Record, said: Irregularity, archive: Archive) -> tuple[Subject, ...]:
    """What something irregular is about: the record, or what a meeting decided there.

    Args:
        record: in which it is acknowledged.
        said: the acknowledgment; of a meeting as a whole it is about all that was adopted there.
        archive: where the things are that a meeting names.
    """
    if not isinstance(record, Meeting):
        return (Subject(record.id, (record.title,)),)
    found = [each for each in record.agenda if _holds(each, said)]
    if not found:
        found = [each for each in record.agenda if _carries(each)] or list(record.agenda)
    each_one = (each for item in found for each in _of_item(item, said, archive))
    return tuple(each._replace(meeting=record) for each in dict.fromkeys(each_one))


def _is_irregularity(field: Field) -> bool:
    return field.type is Irregularity


def _holds(value: AgendaItem | Decision, said: Irregularity) -> bool:
    return any(each is said or each == said for _, each, _ in leaves(value, _is_irregularity))


def _carries(item: AgendaItem) -> bool:
    motions = (each.result is DecisionResult.ADOPTED for each in item.decisions)
    return any(motions) or any(each.result in _FILLED for each in item.elections)


def _of_item(item: AgendaItem, said: Irregularity, archive: Archive) -> Iterator[Subject]:
    """The records that an item names; where it names none, itself, or the motion that is meant."""
    named = tuple(_named(item))
    for each in named:
        record = archive.find(each)
        yield Subject(each, (record.title,) if record is not None else ())
    if named:
        return
    motions = tuple(each.text for each in item.decisions if _holds(each, said))
    yield Subject(None, motions if motions and len(item.decisions) > 1 else (item.title, *motions))


def _named(item: AgendaItem) -> Iterator[str]:
    for name in _NAMES:
        yield from getattr(item, name)
    yield from (each.body for each in item.elections if each.body is not None)


def met_on(
    body: Body, about: Iterable[Subject], meetings: Iterable[Meeting], keeps: bool
) -> Iterator[tuple[Meeting, tuple[AgendaItem, ...]]]:
    """The meetings of a body that adopted each of some things, and by which items.

    Args:
        body: whose meetings count.
        about: what they are to have dealt with.
        meetings: among which they are.
        keeps: whether they are to have kept it; else any motion on it that was carried.
    """
    wanted = tuple(about)
    for meeting in meetings:
        if not meeting.held or not same_organ(body, meeting):
            continue
        items = [
            next((item for item in meeting.agenda if _adopts(item, each, keeps)), None)
            for each in wanted
        ]
        found = tuple(item for item in items if item is not None)
        if wanted and len(found) == len(wanted):
            yield meeting, found


def _adopts(item: AgendaItem, about: Subject, keeps: bool) -> bool:
    carried = [each for each in item.decisions if each.result is DecisionResult.ADOPTED]
    if not _deals_with(item, about):
        clauses = (part for each in carried for part in _CLAUSES.split(each.text))
        return any(
            _SETTLES.search(each) and not (keeps and _REFUSES.search(each))
            for each in clauses
            if about.meeting is not None and _names(each, about.meeting)
        )
    if any(each.body == about.id and each.result in _FILLED for each in item.elections):
        return about.id is not None
    named = adopted_by(item, about.titles[0] if about.titles else item.title)
    return any(
        not keeps or any(not _REFUSES.search(part) for part in _CLAUSES.split(each.text) if part)
        for each in named
        if each in carried and not is_procedure(each)
    )


def _names(text: str, meeting: Meeting) -> bool:
    """Whether a sentence names a meeting, by its title or the day it was held."""
    day = meeting.date.earliest
    on = f"(?<![0-9]){day.month}月{day.day}日"
    exact = meeting.date.latest == day
    return _speaks_of(text, meeting.title) or (exact and re.search(on, text) is not None)


def _deals_with(item: AgendaItem, about: Subject) -> bool:
    """Whether an item names the thing, or speaks of it by its title."""
    if about.id is not None and about.id in _named(item):
        return True
    texts = (item.title, *(each.text for each in item.decisions))
    return any(_speaks_of(text, title) for title in about.titles for text in texts)


def _speaks_of(text: str, title: str) -> bool:
    return text == title or (len(title) >= _LONG and title in text)


def rejected_by_all(about: Iterable[Subject], meetings: Iterable[Meeting]) -> bool:
    """Whether an assembly of all voted one of some things down; representatives do not overrule it.

    They decide what it authorised (村民委员会组织法, 2025: 第二十九条), and it may change what they decided
    (城市居民委员会组织法, 2025: 第三十条第三款), not they what it did.
    """
    wanted = tuple(about)
    return any(
        _rejects(item, each)
        for meeting in meetings
        if meeting.meeting_kind in _BY_ALL and meeting.held
        for item in meeting.agenda
        for each in wanted
    )


def _rejects(item: AgendaItem, about: Subject) -> bool:
    if not _deals_with(item, about):
        return False
    motions = motions_on(item, about.titles[0] if about.titles else item.title)
    results = {each.result for each in motions}
    return DecisionResult.REJECTED in results and DecisionResult.ADOPTED not in results


def shows_who_was_there(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether it is on record how many there were and should have been; of a council no law asks."""
    if HELD_BY.get(meeting.meeting_kind) is not BodyKind.ASSEMBLY:
        return True
    number = next(n for n, each in enumerate(meeting.agenda) if each is item)
    found = attendance_at(meeting, number)
    return found is not None and found.due is not None and found.present is not None


def same_organ(body: Body, meeting: Meeting) -> bool:
    """Whether a body is made up of those who held a meeting; of a committee none is."""
    return (
        HELD_BY.get(meeting.meeting_kind) is body.body_kind
        and body.place == meeting.place
        and (OF_SOME in body.title) is (meeting.meeting_kind in BY_REPRESENTATIVES)
        and (OF_OWNERS in body.title) is (meeting.meeting_kind is MeetingKind.OWNERS_ASSEMBLY)
    )
