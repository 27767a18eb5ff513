"""Whether a meeting could decide and did decide, by the law in force where and when it met.

Nothing is guessed: what a record does not say is reported as not to be judged, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yizhan.facts.applicable_rules import applicable
from yizhan.facts.jurisdiction import Where
from yizhan.facts.presence import attendance_for, represented, taking_part
from yizhan.facts.ruling import Doubt, Ruling, Shortcoming, Shortfall, Unjudged
from yizhan.facts.tally import reached
from yizhan.model.dates import days_known
from yizhan.model.decision_rule import (
    Call,
    DecisionRule,
    Majority,
    Posting,
    Share,
    Whole,
)
from yizhan.model.meeting import Attendance, Decision, Meeting, Notice
from yizhan.model.record import Display
from yizhan.model.vocabulary import DecisionResult
from yizhan.model.voting import Election

_Finding = Shortcoming | Unjudged

DECIDED = frozenset({DecisionResult.ADOPTED, DecisionResult.REJECTED})
"""Results that say how a vote went; the others ask neither quorum nor majority."""
_NO_QUORUM = frozenset({Shortfall.QUORUM, Shortfall.AREA_QUORUM})
_OF_VOTES = frozenset({Doubt.NO_COUNT})
"""What says nothing of who was there."""


def judge(
    meeting: Meeting,
    decision: Decision,
    rules: Iterable[DecisionRule],
    where: Where,
) -> Ruling:
    """Judge one decision: quorum and majority.

    A motion that was neither adopted nor rejected asks neither. Who was there is counted when the
    item was voted on, after whoever came or left. Every rule in force at the place is applied, so that a local
    one can add to the law and never take from it.

    Args:
        meeting: the meeting that took it.
        decision: one of the meeting's decisions.
        rules: the presets' rules and those of the place.
        where: it is about, as ``where_of`` gives it.
    """
    applied, found = applicable(meeting, decision.rule, tuple(rules), where)
    if decision.result not in DECIDED:
        return _ruling(applied, found)
    counted: list[_Finding] = []
    for rule in applied:
        attendance = counted_by(rule, meeting, decision)
        whole, there = _of_presence(attendance, rule, applied)
        found += there
        if rule.majority is not None and attendance is not None:
            counted += _of_majority(attendance, whole, decision, rule, rule.majority)
    if decision.result is DecisionResult.REJECTED:
        lacked = any(isinstance(one, Shortcoming) and one.key in _NO_QUORUM for one in found)
        counted = _of_rejection(meeting, decision, applied, counted, lacked)
    return _ruling(applied, [*found, *counted])


def counted_by(
    rule: DecisionRule, meeting: Meeting, voted: Decision | Election
) -> Attendance | None:
    """The attendance by which a rule measures a vote: who was there, or who voted."""
    attendance = attendance_for(meeting, voted)
    if not rule.voting:
        return attendance
    if isinstance(voted, Election):
        return taking_part(attendance, voted.ballots)
    return taking_part(attendance, voted.vote.ballots if voted.vote is not None else None)


def agreeing_of(attendance: Attendance, whole: Whole, due: int | None) -> int | None:
    """Of how many a majority is one: of those there and represented, whose votes count, or of all.

    Args:
        attendance: as ``counted_by`` gives it.
        whole: what the majority is a share of.
        due: how many were due by law.
    """
    if whole is Whole.ALL:
        return due
    return None if attendance.present is None else attendance.present + represented(attendance)


def quorum_reached(
    meeting: Meeting, rules: Iterable[DecisionRule], where: Where
) -> DecisionRule | None:
    """A rule whose quorum the meeting's own attendance shows, where no rule's is short.

    None where one is short, where nothing asks for a quorum, and where it cannot be seen; arguments as
    in ``judge``.
    """
    ruling = judge(meeting, Decision(text="", result=DecisionResult.ADOPTED), rules, where)
    if ruling.shortcomings or any(each.key not in _OF_VOTES for each in ruling.unjudged):
        return None
    return next((rule for rule in ruling.rules if rule.quorums), None)


def judge_elected(
    meeting: Meeting, election: Election, rules: Iterable[DecisionRule], where: Where
) -> Ruling:
    """Judge whether those were there whom a meeting needs, when it elected; arguments as in ``judge``."""
    applied, found = applicable(meeting, election.rule, tuple(rules), where)
    for rule in applied:
        found += _of_presence(counted_by(rule, meeting, election), rule, applied)[1]
    return _ruling(applied, found)


def judge_notice(meeting: Meeting, rules: Iterable[DecisionRule], where: Where) -> Ruling:
    """Judge whether a meeting was called early enough; arguments as in ``judge``.

    One that goes on with another was called with it; one that was called off leaves nothing to contest.
    """
    if meeting.resumes is not None or meeting.not_held is not None:
        return Ruling((), (), ())
    applied, found = applicable(meeting, None, tuple(rules), where)
    with_call = [(rule, rule.call) for rule in applied if rule.call is not None]
    for rule, call in with_call:
        found.extend(_of_call(meeting, rule, call))
    return _ruling(tuple(rule for rule, _ in with_call), found)


def judge_posting(
    meeting: Meeting,
    decision: Decision,
    rules: Iterable[DecisionRule],
    where: Where,
) -> Ruling:
    """Judge whether an adopted decision was made public long enough; arguments as in ``judge``."""
    applied, found = applicable(meeting, decision.rule, tuple(rules), where)
    asked = [(rule, rule.posting) for rule in applied if rule.posting is not None]
    if decision.result is DecisionResult.ADOPTED:
        for rule, posting in asked:
            found.extend(_of_posting(decision.published, rule, posting))
    return _ruling(tuple(rule for rule, _ in asked), found)


def _ruling(rules: tuple[DecisionRule, ...], found: Iterable[_Finding]) -> Ruling:
    each = tuple(found)
    return Ruling(
        rules,
        tuple(one for one in each if isinstance(one, Shortcoming)),
        tuple(one for one in each if isinstance(one, Unjudged)),
    )


def _of_presence(
    attendance: Attendance | None, rule: DecisionRule, applied: tuple[DecisionRule, ...]
) -> tuple[int | None, list[_Finding]]:
    """How many were due by a rule, and what is said of those who were there."""
    if not rule.quorums and rule.majority is None and rule.exclusion is None:
        return None, []
    if attendance is None:
        return None, [Unjudged(Doubt.NO_ATTENDANCE, rule)]
    whole, found = _denominator(attendance, rule, applied)
    if rule.quorums:
        found += _of_quorum(attendance, whole, rule)
    return whole, found


def _denominator(
    attendance: Attendance, rule: DecisionRule, applied: tuple[DecisionRule, ...]
) -> tuple[int | None, list[_Finding]]:
    """How many were due by law: whoever is left out without a ground counts."""
    excluded = attendance.excluded or 0
    if attendance.due is None or excluded == 0:
        return attendance.due, []
    grounds = [
        each.exclusion
        for each in applied
        if each.exclusion is not None and each.exclusion.basis is attendance.basis
    ]
    if not grounds:
        whole = attendance.due + excluded
        key = Shortfall.EXCLUDED_WITHOUT_GROUND
        return whole, [Shortcoming(key, rule, rule.article, excluded, whole)]
    own = rule.exclusion
    if own is not None and attendance.excluded_reason is None:
        key = Shortfall.EXCLUSION_UNEXPLAINED
        return attendance.due, [Shortcoming(key, rule, own.article, excluded, attendance.due)]
    return attendance.due, []


def _of_quorum(attendance: Attendance, whole: int | None, rule: DecisionRule) -> Iterator[_Finding]:
    quorum = next((each for each in rule.quorums if each.basis is attendance.basis), None)
    if quorum is None:
        yield Shortcoming(Shortfall.WRONG_BASIS, rule, rule.article)
        return
    if whole is None or attendance.present is None:
        yield Unjudged(Doubt.NO_ATTENDANCE, rule)
    else:
        yield from _short_of(quorum.share, attendance.present, whole, rule, Shortfall.QUORUM)
    if quorum.area is None:
        return
    area = attendance.area
    if area is None:
        yield Unjudged(Doubt.NO_AREA, rule)
    else:
        yield from _short_of(quorum.area, area.present, area.due, rule, Shortfall.AREA_QUORUM)


def _of_majority(
    attendance: Attendance,
    whole: int | None,
    decision: Decision,
    rule: DecisionRule,
    majority: Majority,
) -> Iterator[_Finding]:
    """What keeps the votes in favour from being the majority asked."""
    vote = decision.vote
    if vote is None:
        yield Unjudged(Doubt.NO_COUNT, rule)
        return
    of_present = majority.whole is Whole.PRESENT
    of = agreeing_of(attendance, majority.whole, whole)
    if of is None:
        yield Unjudged(Doubt.NO_ATTENDANCE, rule)
    else:
        yield from _short_of(majority.share, vote.for_, of, rule, Shortfall.MAJORITY)
    if majority.area is None:
        return
    area = attendance.area
    if area is None or vote.area is None:
        yield Unjudged(Doubt.NO_AREA, rule)
    else:
        square = area.present if of_present else area.due
        yield from _short_of(majority.area, vote.area.for_, square, rule, Shortfall.AREA_MAJORITY)


def _of_rejection(
    meeting: Meeting,
    decision: Decision,
    applied: tuple[DecisionRule, ...],
    counted: list[_Finding],
    lacked: bool,
) -> list[_Finding]:
    """A motion that every rule's majority was for cannot be recorded as rejected.

    It can where the quorum lacked, or where the meeting itself asked for more votes than there were.
    """
    vote = decision.vote
    rule = next((each for each in applied if each.majority is not None), None)
    attendance = counted_by(rule, meeting, decision) if rule is not None else None
    if counted or rule is None or attendance is None or vote is None or lacked:
        return [one for one in counted if isinstance(one, Unjudged)]
    voted = agreeing_of(attendance, Whole.PRESENT, None)
    if decision.needs and not reached(decision.needs, vote, voted, attendance.due):
        return []
    of = rule.majority.whole if rule.majority is not None else Whole.PRESENT
    whole = agreeing_of(attendance, of, attendance.due) or 0
    key = Shortfall.REJECTED_DESPITE_MAJORITY
    return [Shortcoming(key, rule, rule.article, vote.for_, whole)]


def _short_of(
    share: Share, have: int, whole: int, rule: DecisionRule, key: Shortfall
) -> Iterator[Shortcoming]:
    if not share.met(have, whole):
        yield Shortcoming(key, rule, rule.article, have, whole, share.least(whole), share)


def _of_call(meeting: Meeting, rule: DecisionRule, call: Call) -> Iterator[_Finding]:
    notice = meeting.notice
    if notice is None:
        yield Unjudged(Doubt.NO_NOTICE, rule)
        return
    if call.excusable and notice.reason is not None:
        return
    most = (meeting.date.latest - notice.date.earliest).days
    if most < call.days:
        key = Shortfall.SHORT_NOTICE
        vague = not days_known(meeting.date, notice.date)
        yield Shortcoming(key, rule, call.article, most, need=call.days, vague=vague)
    elif _least_days(meeting, notice) < call.days:
        yield Unjudged(Doubt.NOTICE_UNCERTAIN, rule)


def _of_posting(
    published: Display | None, rule: DecisionRule, posting: Posting
) -> Iterator[_Finding]:
    if published is None:
        yield Unjudged(Doubt.NO_POSTING, rule)
        return
    most = (published.end.latest - published.start.earliest).days + 1
    least = (published.end.earliest - published.start.latest).days + 1
    if most < posting.days:
        key = Shortfall.SHORT_POSTING
        yield Shortcoming(key, rule, posting.article, most, need=posting.days)
    elif least < posting.days:
        yield Unjudged(Doubt.POSTING_UNCERTAIN, rule)


def _least_days(meeting: Meeting, notice: Notice) -> int:
    return (meeting.date.earliest - notice.date.latest).days
