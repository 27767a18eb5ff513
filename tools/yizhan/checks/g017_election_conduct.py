"""G017: candidates, proxies and the list of voters are as the law of the election asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections, first_vote, lacking
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, elect, vote
from yizhan.facts.committee_election import Lack, duties
from yizhan.facts.presence import attendance_for
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import BodyKind, Kind, Subject
from yizhan.model.voting import Election

_MESSAGE: Mapping[Lack, Text] = {
    Lack.CONTEST: Text(
        "候选人 {have} 名，不多于应选名额；{law}要求至少 {need} 名。",
        "{have} {have:candidate is|candidates are} no more than the seats; {law} asks for {need} at least.",
    ),
    Lack.NOMINATOR: Text(
        "这名候选人的提名人不在{law}写明的范围里：有选举权的人可以提名，2025年的两部法律里本村、本社区的党组织也可以。",
        "Who nominated this candidate is not named in {law}: voters nominate, and under the two laws of 2025 the party organisation of the place.",
    ),
    Lack.FEW_NOMINATORS: Text(
        "提名的一共 {have} 人，{law}要求 {need} 人以上联合提名。",
        "{have} nominated together; {law} asks for {need}.",
    ),
    Lack.PROXIES: Text(
        "有人受托 {have} 人，{law}规定不得超过 {need} 人。",
        "Somebody voted for {have}; {law} allows {need}.",
    ),
    Lack.NO_PROXIES: Text(
        "这样的选举不实行委托投票（{law}），却有 {have} 人委托。",
        "This way of electing knows no proxies ({law}), yet there were {have}.",
    ),
    Lack.NOT_WRITTEN: Text(
        "委托不都是书面的，{law}说的是书面委托。",
        "Not all who acted for others had written mandates, of which {law} speaks.",
    ),
    Lack.NOT_LISTED: Text(
        "委托人和受托人的名单没有公布，{law}要求公布。",
        "The list of those represented and their proxies was not made public, as {law} asks.",
    ),
    Lack.OPEN_VOTE: Text(
        "没有用无记名投票，{law}要求无记名投票。",
        "It was not by secret ballot, as {law} asks.",
    ),
    Lack.LIST_LATE: Text(
        "名单在选举日以前 {have} 天公布，{law}要求 {need} 天。",
        "The list of voters was made public {have} {have:day|days} before the election; {law} asks for {need}.",
    ),
    Lack.LIST_LATE_AT_BEST: Text(
        "名单最多在选举日以前 {have} 天公布，{law}要求 {need} 天。",
        "The list of voters was made public {have} {have:day|days} before the election at most; {law} asks for {need}.",
    ),
    Lack.LIST_AFTER: Text(
        "名单在选举以后才公布，{law}要求在选举日以前 {need} 天。",
        "The list of voters was made public after the election; {law} asks for {need} {need:day|days} before it.",
    ),
    Lack.DECIDED_LATE: Text(
        "异议过了 {have} 天才处理，{law}要求 {need} 天以内。",
        "The objection was decided after {have} {have:day|days}; {law} asks for {need}.",
    ),
    Lack.DECIDED_LATE_AT_BEST: Text(
        "异议至少过了 {have} 天才处理，{law}要求 {need} 天以内。",
        "The objection was decided after {have} {have:day|days} at least; {law} asks for {need}.",
    ),
    Lack.PASSED_OVER: Text(
        "第一次投票得 {need} 票、没有当选的人不在候选人里，得 {have} 票的却在；{law}规定另行选举由得票多的作候选人。",
        "Somebody with {need} {need:vote|votes} in the first vote, and not elected, does not stand, while one with {have} does; under {law}, those with the most votes stand in a further vote.",
    ),
}
_OF_PROXIES = (Lack.PROXIES, Lack.NO_PROXIES, Lack.NOT_WRITTEN, Lack.NOT_LISTED)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for number, pointer, election, law, rule in committee_elections(record, archive, context):
        attendance = attendance_for(record, election)
        first = first_vote(record, election, archive)
        party = _party_of(election, archive)
        # 补选程序参照 what asks candidates and the vote, and not the list (村民委员会组织法, 2025: 第二十三条;
        # 城市居民委员会组织法, 2025: 第二十四条第二款)
        vacancy = record.agenda[number].subject is Subject.BY_ELECTION
        for each in duties(election, rule, attendance, record.date, first, party=party):
            if vacancy and each.pointer[:1] == ("voter_list",):
                continue
            where = (*pointer, *each.pointer)
            if each.key in _OF_PROXIES:
                own = record.agenda[number].attendance is not None
                of_item: Pointer = ("agenda", number) if own else ()
                where = (*of_item, "attendance", "proxies", *each.pointer)
            yield lacking(record, where, law, each, _MESSAGE)


def _party_of(election: Election, archive: Archive) -> frozenset[str]:
    """The party organisations of the committee's place among those who nominated."""
    committee = archive.body(election.body)
    named = {by.body for each in election.candidates for by in each.nominated_by}
    bodies = [body for each in named if (body := archive.body(each)) is not None]
    return frozenset(
        body.id
        for body in bodies
        if committee is not None
        and body.body_kind is BodyKind.PARTY
        and body.place == committee.place
    )


_MEETING = vote("选举村民委员会主任", BY_ASSEMBLY)
_LIST = """\
        voter_list:
          published: {date}
"""

CHECK = Check(
    code="G017",
    title=Text("候选人、委托和选民名单合法", "Candidates, proxies and voter list as the law asks"),
    why=Text(
        "选民名单在选举日的二十日前公布，异议三日内处理；候选人由党组织或者有选举权的人提名，名额多于应选名额；一人接受委托不得超过三人"
        "（村民委员会组织法2025年修正第十七条、第十八条第一款和第四款，城市居民委员会组织法2025年修订第十七条、第十八条、第十九条第四款）。",
        "The list of voters is made public twenty days before the election and objections are decided within three; the party organisation or voters nominate, and more than there are "
        "seats; nobody votes for more than three others (Organic Law of Villagers' Committees, 2025, articles 17 and 18; of Urban Residents' "
        "Committees, 2025, articles 17 to 19).",
    ),
    fix=Text(
        "对照公告、委托书核对；确实如此的，如实写进 irregular（不合规的说明）。",
        "Compare with the announcement and the mandates; if it was really so, acknowledge it under irregular.",
    ),
    bad=Example({VOTE_PATH: _MEETING + elect(more=_LIST.format(date="2026-03-10"))}),
    good=Example({VOTE_PATH: _MEETING + elect(more=_LIST.format(date="2026-03-02"))}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
