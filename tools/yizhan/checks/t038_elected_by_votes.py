"""T038: those with the most votes were elected, and no more than there are seats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.decided_examples import ELECTION
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.tallies import elections
from yizhan.facts.committee_election import Lack, conditions, elects, may_elect
from yizhan.facts.election import Fault, Outcome, contradictions, not_declared, taking_part
from yizhan.facts.presence import attendance_for, voters
from yizhan.model.archive import Archive
from yizhan.model.decision_rule import Share
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind, Subject

_FOUND: Mapping[Fault, Text] = {
    Fault.TOO_MANY: Text(
        "应选 {need} 名，却有 {have} 名当选。",
        "There {need:is|are} {need} {need:seat|seats}, yet {have} were elected.",
    ),
    Fault.OUTVOTED: Text(
        "候选人 {key} 得 {have} 票当选，得 {need} 票的候选人 {other} 却没有。",
        "Candidate {key} was elected with {have} {have:vote|votes}, while {other} with {need} was not.",
    ),
    Fault.TIED: Text(
        "候选人 {key} 和 {other} 都得 {have} 票，一人当选，一人没有，没有再投一次票。",
        "Candidates {key} and {other} both have {have} {have:vote|votes}; one was elected, one was not, and no further vote was held.",
    ),
    Fault.NO_VOTES: Text(
        "候选人 {key} 一票没有，却当选了。",
        "Candidate {key} was elected without a single vote.",
    ),
    Fault.SHORT: Text(
        "候选人 {key} 得 {have} 票，要 {need} 票才能当选。",
        "Candidate {key} was elected with {have} {have:vote|votes}; {need} are needed.",
    ),
    Fault.OPPOSED: Text(
        "候选人 {key} 得 {have} 票赞成，不比反对的多，却当选了。",
        "Candidate {key} was elected with {have} {have:vote|votes}, no more than there are against.",
    ),
    Fault.PASSED_OVER: Text(
        "候选人 {key} 得 {have} 票，够了当选的 {need} 票，名额也还有，却没有当选。",
        "Candidate {key} has {have} {have:vote|votes} where {need} are needed, and a seat is empty, yet was not elected.",
    ),
    Fault.MOST: Text(
        "候选人 {key} 得 {have} 票，没有当选的里面最多，名额也还有，却没有当选。",
        "Candidate {key} has {have} {have:vote|votes}, the most of those not elected, and a seat is empty, yet was not elected.",
    ),
}
_DECLARE = Text(
    "核对各人得票、elected（当选）和 result（结果）；要求更多票才当选的写 needs；宣布选举无效的，result 写 failed，原因写进 note。",
    "Check votes, elected and result; where more votes were asked for, say so in needs; where the vote was declared void, result is failed and note says why.",
)


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    laws = dict(_by_law(record, archive, context))
    for number, pointer, election in elections(record):
        attendance = attendance_for(record, election)
        due = attendance.due if attendance is not None else None
        count, law = voters(record, number), laws.get(pointer, _NO_LAW)
        found = [*contradictions(election, count, due)]
        passed = any(each.key in (Fault.OUTVOTED, Fault.TIED) for each in found)
        if law.stands and not passed:
            found += not_declared(election, count, due, law.share)
        for each in _first_of_each(found):
            where: Pointer = (*pointer, "candidates")
            if each.position is not None:
                where = (*where, each.position)
            if each.key in (Fault.SHORT, Fault.NO_VOTES) and where in law.said:
                continue
            fix = _DECLARE if each.key in (Fault.PASSED_OVER, Fault.MOST) else None
            yield Problem(record, where, _message(each), fix)


def _first_of_each(found: list[Outcome]) -> Iterator[Outcome]:
    """Of every candidate what is said first: who was outvoted is not told to be short as well."""
    told: set[int] = set()
    for each in sorted(found, key=lambda each: each.key is not Fault.OUTVOTED):
        if each.position is None or each.position not in told:
            yield each
        if each.position is not None:
            told.add(each.position)


def _message(found: Outcome) -> Text:
    return _FOUND[found.key].format(
        key="" if found.candidate is None else found.candidate.key.upper(),
        other="" if found.other is None else found.other.key.upper(),
        have=found.have,
        need=found.need,
    )


class _Law(NamedTuple):
    """What a law says of one election.

    Attributes:
        share: of those taking part, which elects; None where no law says.
        stands: whether the vote is one that can elect; it is not where G016 says so, nor where the
            records do not show that enough took part.
        said: the candidates of whom G016 says that the law asks more votes.
    """

    share: Share | None = None
    stands: bool = True
    said: frozenset[Pointer] = frozenset()


_NO_LAW = _Law()


def _by_law(record: Meeting, archive: Archive, context: Context) -> Iterator[tuple[Pointer, _Law]]:
    for number, pointer, election, _, rule in committee_elections(record, archive, context):
        attendance = attendance_for(record, election)
        count = voters(record, number)
        vacancy = record.agenda[number].subject is Subject.BY_ELECTION
        lacks = [*conditions(election, rule, attendance, count, by_election=vacancy)]
        body = archive.body(election.body)
        stands = (
            body is not None
            and may_elect(record, body.place, archive.lineage(record.place))
            and taking_part(election, count) is not None
            and (election.eligible or (attendance and attendance.due)) is not None
            and all(each.key is Lack.VOTES for each in lacks)
        )
        said = frozenset((*pointer, *each.pointer[:2]) for each in lacks if each.key is Lack.VOTES)
        yield pointer, _Law(elects(election, rule), stands, said)


CHECK = Check(
    code="T038",
    title=Text("得票多的当选", "Elected by the votes"),
    why=Text(
        "票少的当选、票多的落选，或者当选的比名额多，选举结果就可以争；票数相等要再投一次。",
        "Where fewer votes won, or more were elected than there are seats, the result can be contested; equal votes ask for another vote.",
    ),
    fix=Text(
        "核对各人得票和 elected（当选）；凭妇女等专门名额当选的写 reserved；票数相同、抽签决定的写 by_lot；会上确实那样宣布了的，如实写。",
        "Check votes and elected; give the reserved seat, such as a woman's, where that was the ground, and by_lot where a lot decided between equal votes; if it was in truth declared so, leave it.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + ELECTION.format(a=5, b=12)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + ELECTION.format(a=12, b=5)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.IRREGULAR,
)
