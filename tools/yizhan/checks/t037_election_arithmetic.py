"""T037: the votes of an election fit its ballots, and its result those elected."""

from __future__ import annotations

from collections.abc import Iterator

from yizhan.checks.shared.check import Check, Context, Example, Problem
from yizhan.checks.shared.decided_examples import ELECTION
from yizhan.checks.shared.examples import ATTENDANCE, TALK, TALK_PATH
from yizhan.checks.shared.tallies import elections
from yizhan.checks.shared.twice import given_twice
from yizhan.facts.election import elected
from yizhan.facts.presence import voters
from yizhan.facts.tally import most_valid
from yizhan.model.archive import Archive
from yizhan.model.finding import Level, Pointer
from yizhan.model.meeting import Meeting
from yizhan.model.meeting_vocabulary import ElectionResult
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.model.voting import Election
from yizhan.wording.terms import term

_EACH = Text(
    "候选人 {key} 的票合计 {have} 张，超过了能算的 {most} 张。",
    "Candidate {key} has {have} {have:vote|votes} in all, more than the {most} ballots that can count.",
)
_ALL = Text(
    "各人得票合计 {have}，{most} 张选票最多选 {seats} 名，只能有 {total} 票。",
    "The votes add up to {have}; {most} {most:ballot|ballots} for {seats} {seats:seat|seats} can give {total} at most.",
)
_TWICE = Text("候选人的代号“{key}”写了两次。", "The candidate “{key}” is listed twice.")
_OTHER_KEY = Text(
    "给其中一位换一个代号；同一位写了两遍的，删去一处。",
    "Give one of the two another letter; if it is the same candidate twice, take one out.",
)
_WITHDREW = Text(
    "候选人 {key} 投票前退出，却当选了。",
    "Candidate {key} withdrew before the vote, yet was elected.",
)
_VOTES_FOR_WITHDRAWN = Text(
    "候选人 {key} 投票前退出，却写了 {have} 票。",
    "Candidate {key} withdrew before the vote, yet has {have} {have:vote|votes}.",
)
_WRITE_INS = Text(
    "投票前退出的候选人不写 votes（得票）；仍有人写了他的，算进 write_ins（另选他人的票）。",
    "A candidate who withdrew has no votes; those written in all the same are part of write_ins.",
)
_NO_LOT = Text(
    "候选人 {key} 写了抽签当选，却没有得票相同而没有当选的人。",
    "Candidate {key} was elected by lot, yet nobody with as many votes was not elected.",
)
_NOT_ELECTED = Text(
    "候选人 {key} 写了抽签当选，却没有当选。",
    "The lot fell on candidate {key}, who is not recorded as elected.",
)
_RESULT = Text(
    "结果写的是“{result}”，应选 {seats} 名，当选 {have} 名。",
    "The result is “{result}”, with {seats} {seats:seat|seats} and {have} elected.",
)
_NO_SEATS = Text("应选名额写的是 0。", "The number of seats is 0.")


def _run(record: Meeting, _archive: Archive, _context: Context) -> Iterator[Problem]:
    for number, pointer, election in elections(record):
        if election.seats == 0:
            yield Problem(record, (*pointer, "seats"), _NO_SEATS)
            continue
        most = most_valid(election.ballots)
        if most is None:
            most = voters(record, number)
        if most is not None:
            yield from _of_votes(record, pointer, election, max(most, 0))
        yield from _of_candidates(record, pointer, election)
        if not _fits(election):
            have = len(elected(election))
            said = {"result": term(election.result), "seats": election.seats, "have": have}
            yield Problem(record, (*pointer, "result"), _RESULT.format(**said))


def _of_votes(
    record: Meeting, pointer: Pointer, election: Election, most: int
) -> Iterator[Problem]:
    total = election.write_ins or 0
    for position, each in enumerate(election.candidates):
        have = (each.votes or 0) + (each.against or 0) + (each.abstained or 0)
        total += each.votes or 0
        if have > most:
            message = _EACH.format(key=each.key.upper(), have=have, most=most)
            yield Problem(record, (*pointer, "candidates", position, "votes"), message)
            return
    if total > most * election.seats:
        message = _ALL.format(
            have=total, most=most, seats=election.seats, total=most * election.seats
        )
        yield Problem(record, (*pointer, "candidates"), message)


def _of_candidates(record: Meeting, pointer: Pointer, election: Election) -> Iterator[Problem]:
    rows = [
        ((*pointer, "candidates", position, "key"), each.key, each)
        for position, each in enumerate(election.candidates)
    ]
    for where, key, _ in given_twice(rows):
        yield Problem(record, where, _TWICE.format(key=key), _OTHER_KEY)
    for position, each in enumerate(election.candidates):
        if each.withdrew and each.elected:
            where = (*pointer, "candidates", position, "withdrew")
            yield Problem(record, where, _WITHDREW.format(key=each.key.upper()))
        elif each.by_lot:
            yield from _of_lot(record, pointer, election, position)
        elif each.withdrew and each.votes:
            message = _VOTES_FOR_WITHDRAWN.format(key=each.key.upper(), have=each.votes)
            where = (*pointer, "candidates", position, "votes")
            yield Problem(record, where, message, _WRITE_INS)


def _of_lot(
    record: Meeting, pointer: Pointer, election: Election, position: int
) -> Iterator[Problem]:
    """A lot is drawn among those with as many votes, and falls on who is elected."""
    each, where = election.candidates[position], (*pointer, "candidates", position, "by_lot")
    level = any(
        other.votes == each.votes and not other.elected and not other.withdrew
        for other in election.candidates
    )
    if not each.elected:
        yield Problem(record, where, _NOT_ELECTED.format(key=each.key.upper()))
    elif each.votes is not None and not level:
        yield Problem(record, where, _NO_LOT.format(key=each.key.upper()))


def _fits(election: Election) -> bool:
    """Whether the result is one that so many elected can have."""
    have = len(elected(election))
    match election.result:
        case ElectionResult.ELECTED:
            return have >= election.seats
        case ElectionResult.PARTLY:
            return 0 < have < election.seats
        case ElectionResult.RUNOFF:
            return have < election.seats
        case ElectionResult.FAILED:
            return have == 0
        case _:
            return True  # not reported


CHECK = Check(
    code="T037",
    title=Text("选举的票数合得上", "The votes of an election add up"),
    why=Text(
        "一张选票对一名候选人只能有一票；合计多了，不是抄错就是多算。",
        "A paper holds one vote for each candidate; more than that is a mistake in copying or counting.",
    ),
    fix=Text(
        "对照计票单核对各人得票、选票、名额和结果。",
        "Compare votes, ballots, seats and result with the counting sheet.",
    ),
    bad=Example({TALK_PATH: TALK + ATTENDANCE + ELECTION.format(a=12, b=6)}),
    good=Example({TALK_PATH: TALK + ATTENDANCE + ELECTION.format(a=12, b=5)}),
    kinds=(Kind.MEETING,),
    run=_run,
    level=Level.ERROR,
)
