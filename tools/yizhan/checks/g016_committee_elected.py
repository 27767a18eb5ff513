"""G016: a committee is elected by those whom the law names, by enough of them, with enough votes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections, lacking
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, elect, vote
from yizhan.facts.committee_election import Lack, Lacking, conditions, may_elect, of_some
from yizhan.facts.presence import attendance_for, voters
from yizhan.model.archive import Archive
from yizhan.model.finding import Level
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, Subject

_MESSAGE: Mapping[Lack, Text] = {
    Lack.ELECTORATE: Text(
        "按这样的人数选的，不是{law}规定的选举人。",
        "Those counted here are not those who elect under {law}.",
    ),
    Lack.MEETING: Text(
        "这样的会选不了：按{law}，由当地有选举权的人选举。",
        "Such a meeting cannot elect it: under {law}, those there who may vote do.",
    ),
    Lack.TURNOUT: Text(
        "参加投票 {have:,}/{whole:,}，至少要 {need:,}，选举才有效（{law}）。",
        "{have:,} of {whole:,} voted; {need:,} at least {need:is|are} needed for a valid election ({law}).",
    ),
    Lack.VOTES: Text(
        "得 {have:,} 票，参加投票 {whole:,} 人，至少要 {need:,} 票才能当选（{law}）。",
        "{have:,} {have:vote|votes} of {whole:,} who voted; {need:,} at least {need:is|are} needed to be elected ({law}).",
    ),
}


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for number, pointer, election, law, rule in committee_elections(record, archive, context):
        body = archive.body(election.body)
        item, line = record.agenda[number], archive.lineage(record.place)
        vacancy = item.subject is Subject.BY_ELECTION
        if vacancy and of_some(record.meeting_kind):
            continue  # who fills a vacancy is G005's
        if body is not None and not may_elect(record, body.place, line):
            each = Lacking(Lack.MEETING, ("body",), rule.direct)
            yield lacking(record, (*pointer, *each.pointer), law, each, _MESSAGE)
            continue
        attendance = attendance_for(record, election)
        count = voters(record, number)
        for each in conditions(election, rule, attendance, count, by_election=vacancy):
            yield lacking(record, (*pointer, *each.pointer), law, each, _MESSAGE)


_MEETING = vote("选举村民委员会主任", BY_ASSEMBLY)

CHECK = Check(
    code="G016",
    title=Text("委员会的选举有效", "A committee's election stands"),
    why=Text(
        "选举村民委员会，有登记参加选举的村民过半数投票，选举有效，得参加投票的村民过半数的选票，始得当选，另行选举的不少于已投选票的三分之一"
        "（村民委员会组织法2025年修正第十八条第二款）；居民委员会见城市居民委员会组织法2025年修订第十九条第一款、第二款。",
        "A villagers' committee is validly elected where more than half of those registered vote; more than half of those voting elect, in a "
        "further vote one third of the votes cast (Organic Law of Villagers' Committees, 2025, article 18, paragraph 2); for residents' committees "
        "see article 19, paragraphs 1 and 2, of their law of 2025.",
    ),
    fix=Text(
        "对照选民登记和计票单核对 eligible（有权投票）、ballots（选票）和得票；补选的，议题写 subject: by_election；确实不够的，如实写进 irregular（不合规的说明）。",
        "Compare eligible, ballots and votes with the register and the counting sheet; the item of a by-election says subject: by_election; if they really fall short, acknowledge it under irregular.",
    ),
    bad=Example({VOTE_PATH: _MEETING + elect(returned=400, votes=300)}),
    good=Example({VOTE_PATH: _MEETING + elect(returned=500, votes=300)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
