"""T038: those with the most votes were elected, and no more than there are seats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.committee_elections import committee_elections
from yizhan.checks.shared.decided_examples import ELECTION
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.tallies import elections
from yizhan.facts.committee_election import Lack, conditions
from yizhan.facts.election import Fault, contradictions
from yizhan.facts.presence import attendance_for, voters
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

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
}


def _run(record: Meeting, archive: Archive, context: Context) -> Iterator[Problem]:
    said = set(_said_by_law(record, archive, context))
    for number, pointer, election in elections(record):
        attendance = attendance_for(record, election)
        due = attendance.due if attendance is not None else None
        for found in contradictions(election, voters(record, number), due):
            message = _FOUND[found.key].format(
                key="" if found.candidate is None else found.candidate.key.upper(),
                other="" if found.other is None else found.other.key.upper(),
                have=found.have,
                need=found.need,
            )
            where: Pointer = (*pointer, "candidates")
            if found.position is not None:
                where = (*where, found.position)
            if found.key in (Fault.SHORT, Fault.NO_VOTES) and where in said:
                continue
            yield Problem(record, where, message)


def _said_by_law(record: Meeting, archive: Archive, context: Context) -> Iterator[Pointer]:
    """The candidates of whom G016 says that the law asks more votes."""
    for number, pointer, election, _, rule in committee_elections(record, archive, context):
        attendance = attendance_for(record, election)
        for each in conditions(election, rule, attendance, voters(record, number)):
            if each.key is Lack.VOTES:
                yield (*pointer, *each.pointer[:2])


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
