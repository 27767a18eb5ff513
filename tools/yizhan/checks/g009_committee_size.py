"""G009: a villagers' or residents' committee has as many members as the law says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.organic import laws_for, laws_of_body
from yizhan.checks.shared.place_examples import NEXT_COMMITTEE, NEXT_COMMITTEE_PATH
from yizhan.facts.organic_law import is_committee, seats_by_posts
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.organic_law import Law
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind
from yizhan.wording.law import cited, in_chinese

_FOUND = Text(
    "写的是 {members} 人；{law}规定由主任、副主任和委员共 {least} 至 {most} 人组成。",
    "It has {members} {members:member|members}; under {law}, it has {least} to {most}, chair, deputies and members together.",
)


_SEATS = Text(
    "一次选 {members} 人；{law}规定由主任、副主任和委员共 {least} 至 {most} 人组成。",
    "{members} are elected at once; under {law}, it has {least} to {most}, chair, deputies and members together.",
)


def _run(record: Body | Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    organic = context.presets.organic
    if isinstance(record, Meeting):
        yield from _of_elections(record, archive, context)
        return
    if not is_committee(record, archive.place(record.place), archive.body(record.parent), organic):
        return
    have, where = record.members, "members"
    if have is None:
        have, where = seats_by_posts(record), "posts"
    laws = laws_of_body(record, archive, context)
    if have is not None:
        yield from _judged(record, (where,), have, laws, context, _FOUND)


def _of_elections(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    """More seats filled at one meeting than a committee has."""
    seats: dict[str, int] = {}
    first: dict[str, tuple[str, Pointer]] = {}
    for _, pointer, election, _, _ in committee_elections(record, archive, context):
        body = archive.body(election.body)
        if body is not None and election.runoff_of is None:
            first.setdefault(body.id, (body.place, (*pointer, "seats")))
            seats[body.id] = seats.get(body.id, 0) + election.seats
    for identifier, (place, where) in first.items():
        laws = laws_for(place, record.date, archive, context)
        yield from _judged(record, where, seats[identifier], laws, context, _SEATS)


def _judged(
    record: Body | Meeting,
    pointer: Pointer,
    have: int,
    laws: Mapping[str, Law],
    context: Context,
    says: Text,
) -> Iterator[Problem]:
    """Yield a problem where a committee would have too many members; of one recorded, too few as well."""
    for seats in context.presets.organic.seats:
        size, law = seats.size, laws.get(seats.law)
        if seats.body is not BodyKind.COMMITTEE or law is None or size is None:
            continue
        few = have < size.least and pointer == ("members",)
        if few or have > size.most:
            ground = cited(law, size.article)
            message = says.format(members=have, law=ground, least=size.least, most=size.most)
            articles = (in_chinese(law, size.article),)
            yield Problem(record, pointer, message, articles=articles)


_BODY = NEXT_COMMITTEE + "members: {members}\n"

CHECK = Check(
    code="G009",
    title=Text("委员会的人数合法", "A committee's size as the law says"),
    why=Text(
        "村民委员会由主任、副主任和委员共三至七人组成（村民委员会组织法2025年修正第八条第一款），居民委员会五至九人"
        "（城市居民委员会组织法2025年修订第八条第一款）。",
        "A villagers' committee has three to seven members (Organic Law of Villagers' Committees, 2025, article 8, paragraph 1), "
        "a residents' committee five to nine (Organic Law of Urban Residents' Committees, 2025, article 8, paragraph 1).",
    ),
    fix=Text(
        "核对 members（成员数），工作人员不算；下属委员会写上 parent（上级组织）。",
        "Check members, staff not counted; a sub-committee names the committee as its parent.",
    ),
    bad=Example({NEXT_COMMITTEE_PATH: _BODY.format(members=8)}),
    good=Example({NEXT_COMMITTEE_PATH: _BODY.format(members=7)}),
    kinds=(Kind.BODY, Kind.MEETING),
    run=_run,
    level=Level.IRREGULAR,
)
