"""G022: a committee is elected by the voters of its place, under an election committee of their own."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, elect, vote
from yizhan.checks.shared.naming import named
from yizhan.checks.shared.places import lie_apart
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, MeetingKind, Subject
from yizhan.wording.law import cited, in_chinese
from yizhan.wording.terms import one

_KIND = Text(
    "{kind}选不了{body}；{law}规定由选民选举。",
    "{body} is not elected by {kind}; under {law}, the voters elect it.",
)
_ELSEWHERE = Text(
    "{body}是“{other}”的，不由“{own}”的人选（{law}）。",
    "{body} is of “{other}”; those of “{own}” do not elect it ({law}).",
)
_CONVENED = Text(
    "召集的是要改选的{body}自己；{law}规定由选举委员会主持。",
    "It was called by {body}, which is up for election itself; under {law}, an election committee presides.",
)
_NO_VOTERS = frozenset(
    (
        *(MeetingKind.COUNCIL_MEETING, MeetingKind.COMMITTEE_MEETING, MeetingKind.PARTY_MEETING),
        *(MeetingKind.HEARING, MeetingKind.OWNERS_ASSEMBLY, MeetingKind.JOINT_SESSION),
        *(MeetingKind.ON_SITE_SESSION, MeetingKind.BUILDING_DELIBERATION),
    )
)
"""Meetings of others than those who elect a committee, whatever is chosen there."""


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    own = archive.place(record.place)
    for number, pointer, election, law, rule in committee_elections(record, archive, context):
        body = archive.body(election.body)
        other = archive.place(body.place) if body is not None else None
        if body is None or own is None or other is None:
            continue
        said: dict[str, object] = {"body": named(body), "kind": one(record.meeting_kind)}
        said |= {"other": other.title, "own": own.title}
        where = {"law": cited(law, rule.direct)}
        articles = (in_chinese(law, rule.direct),)
        if record.meeting_kind in _NO_VOTERS:
            message = _KIND.format(**said, **where)
            yield Problem(record, (*pointer, "body"), message, articles=articles)
        elif lie_apart(archive, own.id, other.id):
            message = _ELSEWHERE.format(**said, **where)
            yield Problem(record, (*pointer, "body"), message, articles=articles)
        elif (
            record.convener == body.id and record.agenda[number].subject is not Subject.BY_ELECTION
        ):
            message = _CONVENED.format(**said, law=cited(law, rule.conducted))
            articles = (in_chinese(law, rule.conducted),)
            yield Problem(record, ("convener",), message, articles=articles)


_MEETING = vote("选举村民委员会主任", BY_ASSEMBLY)

CHECK = Check(
    code="G022",
    title=Text("委员会由本地选民选举", "A committee is elected by its voters"),
    why=Text(
        "村民委员会由本村选民选举，由村民选举委员会主持（村民委员会组织法2025年修正第十四条第一款、第十五条第一款）；"
        "居民委员会见城市居民委员会组织法2025年修订第十四条第一款、第十五条第一款。要改选的委员会自己召集，或者换一个会来选，"
        "居民可以质疑。",
        "A villagers' committee is elected by the voters of the village, under an election committee (Organic Law of Villagers' Committees, 2025, "
        "articles 14 and 15); for residents' committees see articles 14 and 15 of their law of 2025. Called by the committee that is to be replaced, or "
        "held by another meeting, an election can be contested.",
    ),
    fix=Text(
        "核对 meeting_kind、convener 和选举的 body；补选的，议题写 subject: by_election；确实如此的，如实写进 irregular（不合规的说明）。",
        "Check meeting_kind, convener and the body elected; the item of a by-election says subject: by_election; if it was really so, acknowledge it under irregular.",
    ),
    bad=Example({VOTE_PATH: _MEETING + "convener: shili-committee\n" + elect()}),
    good=Example({VOTE_PATH: _MEETING + elect()}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
