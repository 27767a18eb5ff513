"""The law's judgement of a meeting in sentences: by which article, what it asks, what there was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yizhan.facts.decision import DECIDED, agreeing_of, counted_by, judge, judge_notice
from yizhan.facts.jurisdiction import Where, nature_of, of_wrong_level
from yizhan.facts.presence import attendance_for
from yizhan.facts.ruling import Doubt, Ruling, Shortfall
from yizhan.model.dates import days_known
from yizhan.model.decision_rule import DecisionRule, Share, Whole
from yizhan.model.meeting import Attendance, Decision, Meeting
from yizhan.model.place import Place
from yizhan.model.rule_making import Places
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import DecisionResult, MeetingKind
from yizhan.wording.ruling import (
    FITS,
    NOTICE_ASKED,
    NOTICE_AT_LEAST,
    NOTICE_GIVEN,
    QUORUM_ASKED,
    SHORT,
    SHORT_SO_REJECTED,
    cited,
    counted,
    doubt,
    fault,
    majority_asked,
    named,
    share_of,
)
from yizhan.wording.terms import one
from yizhan.wording.words import Words


class Line(NamedTuple):
    """One statement of the law about a meeting.

    Attributes:
        law: the law and the article; empty where no rule is meant.
        says: what it asks and what the record shows.
        mark: ``yes`` or ``no``; ``unknown`` where it cannot be judged; ``plain`` where a motion
            fell short, as its record says.
        original: the law and the article in Chinese, where ``law`` is in another language.
    """

    law: str
    says: str
    mark: str
    original: str = ""


class Lawfulness(NamedTuple):
    """What the law says of a decision.

    Attributes:
        quorum: lines about who was there.
        majority: lines about who agreed.
        rules: how many rules were applied; none where the law asks nothing.
    """

    quorum: tuple[Line, ...]
    majority: tuple[Line, ...]
    rules: int


_OF_PRESENCE = frozenset(
    {
        Shortfall.WRONG_BASIS,
        Shortfall.EXCLUDED_WITHOUT_GROUND,
        Shortfall.EXCLUSION_UNEXPLAINED,
        Shortfall.UNKNOWN_RULE,
        Shortfall.RULE_NOT_IN_FORCE,
    }
)
_DOUBTS_OF_VOTE = frozenset({Doubt.NO_COUNT})


IN_VILLAGE = Text(
    "“{place}”在村里，{kind}是城市社区的会议",
    "“{place}” is in a village; {kind} is a meeting of an urban community",
)
IN_NO_VILLAGE = Text(
    "“{place}”不在哪个村里，{kind}是村的会议",
    "“{place}” is in no village; {kind} is a meeting of a village",
)
OF_ANOTHER_LEVEL = Text(
    "“{place}”不是开{kind}的那一级",
    "“{place}” is not of the level that {kind} is of",
)
_NOT_JUDGED = Text(
    "{elsewhere}；到会、票数和通知都不按那部法判断。",
    "{elsewhere}: attendance, votes and notice are not judged by the law of such meetings.",
)

NOT_ON_HAND = Text(
    "会议那天的法律文本不在手边，到会和票数这里不作判断。",
    "The text of the law of that day is not on hand; attendance and votes are not judged here.",
)


def no_law_of_here(kind: MeetingKind, line: Sequence[Place]) -> Text:
    """Why a meeting is not judged by the law of its kind: it is none of this place.

    Args:
        kind: of the meeting, of which the law knows none at such a place.
        line: the place and what it lies in, from the root down.
    """
    says = OF_ANOTHER_LEVEL
    if not of_wrong_level(kind, line[-1].level):
        says = IN_VILLAGE if nature_of(line) is Places.RURAL else IN_NO_VILLAGE
    return _NOT_JUDGED.format(elsewhere=says.format(place=line[-1].title, kind=one(kind)))


_ASKS_BUT = Text("{asks}；{why}", "{asks}. {why}")
_SHORTENED = Text(
    "因特殊情况缩短，理由已写明",
    "it was shortened for special circumstances, with the reason given",
)
_LEFT_OUT = Text(
    "允许把特定的人不计入应到，没有计入 {n:,} 人；应到按其余的人算。",
    "it allows certain persons to be left out of those due; {n:,} {n:was|were}, and those due are the rest.",
)
_MET = Text("{asks}，{had}，符合。", "{asks}; {had}: met.")


def judged(
    words: Words,
    meeting: Meeting,
    rules: Sequence[DecisionRule],
    where: Where,
    decision: Decision | None = None,
) -> Lawfulness:
    """Judge a decision; without one, who was there, by the rules of the meeting's kind.

    Args:
        words: the language.
        meeting: the meeting.
        rules: those of the law and of the places that the meeting is for.
        where: it is about.
        decision: one of the meeting's decisions.
    """
    asked = decision or Decision(text="", result=DecisionResult.ADOPTED)
    ruling = judge(meeting, asked, rules, where)
    quorum, majority = _doubts(words, ruling)
    quorum += _faults(words, ruling, _OF_PRESENCE)
    quorum += _left_out(words, attendance_for(meeting, asked), ruling)
    rejected = (Shortfall.REJECTED_DESPITE_MAJORITY,)
    if decision is not None and decision.result in DECIDED:
        majority += _faults(words, ruling, rejected)
        for rule in ruling.rules:
            majority += _majority(words, meeting, decision, rule, ruling)
    for rule in ruling.rules:
        quorum += _quorum(words, meeting, asked, rule, ruling)
    used = [rule for rule in ruling.rules if rule.quorums or rule.majority]
    return Lawfulness(tuple(dict.fromkeys(quorum)), tuple(dict.fromkeys(majority)), len(used))


def judged_notice(
    words: Words, meeting: Meeting, rules: Sequence[DecisionRule], where: Where
) -> tuple[Line, ...]:
    """Judge whether a meeting was called early enough; see ``judged``."""
    return tuple(_notice_lines(words, meeting, judge_notice(meeting, rules, where)))


def _notice_lines(words: Words, meeting: Meeting, ruling: Ruling) -> Iterator[Line]:
    short = {id(each.rule): each for each in ruling.shortcomings}
    doubted = {id(each.rule): each.key for each in ruling.unjudged}
    for rule in ruling.rules:
        if rule.call is None:
            continue
        article = rule.call.article
        asks = NOTICE_ASKED.format(n=rule.call.days)
        if id(rule) in short:
            yield _under(words, rule, words.say(fault(short[id(rule)])), "no", article)
        elif id(rule) in doubted:
            why = doubt(doubted[id(rule)])
            yield _under(words, rule, words.say(_ASKS_BUT, asks=asks, why=why), "unknown", article)
        elif meeting.notice is not None:
            days = (meeting.date.earliest - meeting.notice.date.latest).days
            known = days_known(meeting.date, meeting.notice.date)
            given = NOTICE_GIVEN if known else NOTICE_AT_LEAST
            had = _SHORTENED if days < rule.call.days else given.format(n=days)
            yield _under(words, rule, words.say(_MET, asks=asks, had=had), "yes", article)


def _left_out(words: Words, attendance: Attendance | None, ruling: Ruling) -> list[Line]:
    """By which article people are not counted among those due, where one allows it."""
    if attendance is None or not attendance.excluded or attendance.excluded_reason is None:
        return []
    says = words.say(_LEFT_OUT, n=attendance.excluded)
    return [
        _under(words, rule, says, "yes", rule.exclusion.article)
        for rule in ruling.rules
        if rule.exclusion is not None and rule.exclusion.basis is attendance.basis
    ]


def _under(
    words: Words, rule: DecisionRule | None, says: str, mark: str, article: str | None = None
) -> Line:
    """A statement with what it rests on; ``article`` where it is not that of quorum and majority."""
    if rule is None:
        return Line("", says, mark)
    law, original = words.say(named(rule, article)), cited(rule, article)
    return Line(law, says, mark, "" if law == original else original)


def _doubts(words: Words, ruling: Ruling) -> tuple[list[Line], list[Line]]:
    quorum: list[Line] = []
    majority: list[Line] = []
    for each in ruling.unjudged:
        line = _under(words, each.rule, words.say(doubt(each.key)), "unknown")
        (majority if each.key in _DOUBTS_OF_VOTE else quorum).append(line)
    return quorum, majority


def _faults(words: Words, ruling: Ruling, keys: Iterable[Shortfall]) -> list[Line]:
    wanted = frozenset(keys)
    return [
        _under(words, each.rule, words.say(fault(each)), "no")
        for each in ruling.shortcomings
        if each.key in wanted
    ]


def _quorum(
    words: Words, meeting: Meeting, asked_of: Decision, rule: DecisionRule, ruling: Ruling
) -> list[Line]:
    attendance = counted_by(rule, meeting, asked_of)
    if attendance is None:
        return []
    asked = next((each for each in rule.quorums if each.basis is attendance.basis), None)
    if asked is None:
        return []
    lines = []
    whole = _whole(attendance, ruling)
    if whole is not None and attendance.present is not None:
        count = (asked.share, attendance.present, whole)
        lines.append(_line(words, rule, Shortfall.QUORUM, *count))
    if asked.area is not None and attendance.area is not None:
        area = (asked.area, attendance.area.present, attendance.area.due)
        lines.append(_line(words, rule, Shortfall.AREA_QUORUM, *area))
    return lines


def _majority(
    words: Words, meeting: Meeting, decision: Decision, rule: DecisionRule, ruling: Ruling
) -> list[Line]:
    attendance = counted_by(rule, meeting, decision)
    vote, majority = decision.vote, rule.majority
    if attendance is None or vote is None or majority is None:
        return []
    lines = []
    present = majority.whole is Whole.PRESENT
    whole = agreeing_of(attendance, majority.whole, _whole(attendance, ruling))
    if whole is not None:
        count = (majority.share, vote.for_, whole)
        lines.append(_line(words, rule, Shortfall.MAJORITY, *count, decision))
    if majority.area is not None and attendance.area is not None and vote.area is not None:
        of = attendance.area.present if present else attendance.area.due
        area = (majority.area, vote.area.for_, of)
        lines.append(_line(words, rule, Shortfall.AREA_MAJORITY, *area, decision))
    return lines


def _line(
    words: Words,
    rule: DecisionRule,
    key: Shortfall,
    share: Share,
    have: int,
    whole: int,
    decision: Decision | None = None,
) -> Line:
    """What is asked and what there was; a rejected motion is to fall short, and says so."""
    met = share.met(have, whole)
    verdict, mark = (FITS, "yes") if met else (SHORT, "no")
    if not met and decision is not None and decision.result is DecisionResult.REJECTED:
        verdict, mark = SHORT_SO_REJECTED, "plain"
    says = words.say(counted(key, rule, share, have, whole, verdict))
    return _under(words, rule, says, mark)


def _whole(attendance: Attendance, ruling: Ruling) -> int | None:
    """How many were due: whoever was left out without a ground counts."""
    for each in ruling.shortcomings:
        if each.key is Shortfall.EXCLUDED_WITHOUT_GROUND:
            return each.whole
    return attendance.due


class RuleOfDecision(NamedTuple):
    """What a decision rule of a place asks, in words."""

    title: str
    meetings: str
    article: str
    asks: tuple[str, ...]


def rule_of_decision(words: Words, rule: DecisionRule) -> RuleOfDecision:
    """Say what a rule of a place asks itself."""
    asks = [QUORUM_ASKED.format(share=share_of(quorum.share)) for quorum in rule.quorums]
    if rule.majority is not None:
        asks.append(majority_asked(rule, rule.majority.share))
    if rule.call is not None:
        asks.append(NOTICE_ASKED.format(n=rule.call.days))
    meetings = words.say(commas(words.title(each) for each in rule.meetings))
    return RuleOfDecision(rule.title, meetings, rule.article, tuple(map(words.say, asks)))
