"""G020: the record of a committee's election shows how it was voted and announced, and how others acted for voters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.examples import BY_ASSEMBLY, VOTE_PATH, elect, vote
from yizhan.checks.shared.tallies import elections
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, VotingMethod
from yizhan.model.voting import Election
from yizhan.wording.law import cited

_COMMITTEE = re.compile(
    "^(?!.*选举委员会).*(?:村民?委员?会|居民?委员?会|[村居]委)(?!.*(?:小组|楼栋|代表))"
)
_OF_WHAT = Text(
    "题目像是选举村（居）民委员会，没有写选的是哪个组织（body），法律的要求没有对照。",
    "By its title it elects a villagers' or residents' committee; the body is not named (body), so that the law's demands are not looked at.",
)
_METHOD = Text("没有写怎样投票。", "The record does not say how it was voted.")
_BALLOTS = Text("没有写发出、收回的选票。", "The record does not say how many papers came back.")
_VOTES = Text(
    "没有写候选人 {key} 的得票。", "The record does not say how many votes {key} received."
)
_ANNOUNCED = Text(
    "结果写的是从 {start} 起公布，选举在 {date}；{law}要求当场公布，记录看不出当场有没有公布。",
    "The result is said to be public from {start}, of a vote on {date}; {law} has it announced on the spot, and the record does not show whether it was.",
)
_WRITTEN = Text(
    "没有写委托都是书面的。", "The record does not say that others acted under written mandates."
)
_LISTED = Text(
    "没有写委托人和受托人的名单已经公布。",
    "The record does not say that the list of those represented and their proxies was made public.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    for _, pointer, election in elections(record) if record.held else ():
        if election.body is None and _COMMITTEE.search(election.title):
            yield Problem(record, pointer, _OF_WHAT)
    found = list(committee_elections(record, archive, context))
    for _, pointer, election, law, rule in found:
        yield from _of_election(record, pointer, election)
        shown = election.published
        if shown is not None and all(day.surely_before(shown.start) for day in _days(record)):
            said = {"start": shown.start, "date": record.date, "law": cited(law, rule.secret)}
            yield Problem(record, (*pointer, "published", "start"), _ANNOUNCED.format(**said))
    proxies = record.attendance.proxies if found and record.attendance is not None else None
    if proxies is not None and proxies.number:
        where = ("attendance", "proxies")
        if proxies.written is None:
            yield Problem(record, (*where, "written"), _WRITTEN)
        if proxies.listed is None:
            yield Problem(record, (*where, "listed"), _LISTED)


def _days(meeting: Meeting) -> tuple[PartialDate, ...]:
    """The days on which a meeting was held."""
    return (meeting.date, *(each.date for each in meeting.sessions if each.date is not None))


def _of_election(record: Meeting, pointer: Pointer, election: Election) -> Iterator[Problem]:
    if election.method is None:
        yield Problem(record, (*pointer, "method"), _METHOD)
    if election.ballots is None and election.method in (None, VotingMethod.BALLOT):
        yield Problem(record, (*pointer, "ballots"), _BALLOTS)
    for position, each in enumerate(election.candidates):
        if each.votes is None and not each.withdrew:
            where = (*pointer, "candidates", position, "votes")
            yield Problem(record, where, _VOTES.format(key=each.key.upper()))


_MEETING = vote("选举村民委员会主任", BY_ASSEMBLY)
_ELECT = _MEETING + elect()

CHECK = Check(
    code="G020",
    title=Text("写明怎样投票、怎样委托", "The record says how it was voted"),
    why=Text(
        "委员会的选举要无记名投票、公开计票、当场公布结果，委托要书面、名单要公布（村民委员会组织法2025年修正第十八条，城市居民委员会组织法2025年修订第十九条）。"
        "没有写，不等于没有做，所以只是提醒。",
        "A committee is elected by secret ballot and open count, the result announced on the spot, proxies are in writing and listed (Organic Law of Villagers' Committees, 2025, "
        "article 18; of Urban Residents' Committees, 2025, article 19). A silent record does not mean that it was not so: a warning only.",
    ),
    fix=Text(
        "对照选举的文件补上 body、method、ballots、votes、written、listed，核对 published 的日期；来源没有说的，不要编，这条提醒可以留着。",
        "Add body, method, ballots, votes, written or listed from the papers of the election, and check the day of published; where no source says it, invent nothing and let this warning stand.",
    ),
    bad=Example({VOTE_PATH: _ELECT.replace("        method: ballot\n", "")}),
    good=Example({VOTE_PATH: _ELECT}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.WARNING,
)
