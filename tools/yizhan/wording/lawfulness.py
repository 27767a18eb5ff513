"""The law's judgement of a meeting in sentences: by which article, what it asks, what there was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yizhan.facts.decision import (
    Doubt,
    Ruling,
    Shortfall,
    judge,
    judge_notice,
)
from yizhan.model.decision_rule import DecisionRule, Share, Whole
from yizhan.model.meeting import Attendance, Decision, Meeting
from yizhan.model.text import Text, commas
from yizhan.model.vocabulary import DecisionResult
from yizhan.wording.words import Words


class Line(NamedTuple):
    """One statement of the law about a meeting.

    Attributes:
        law: the law and the article, in Chinese; empty where no rule is meant.
        says: what it asks and what the record shows.
        mark: ``yes`` or ``no``; ``unknown`` where it cannot be judged; ``plain`` where a motion
            fell short, as its record says.
    """

    law: str
    says: str
    mark: str


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


_NOTICE_ASKED = Text("应提前 {n:,} 天通知", "notice must be given {n:,} {n:day|days} ahead")
_NOTICE_GIVEN = Text("实际提前 {n:,} 天", "it was given {n:,} {n:day|days} ahead")
_NOT_MET = Text("{asks}，{had}，不符合。", "{asks}; {had}: not met.")
_ASKS_BUT = Text("{asks}；{why}", "{asks}. {why}")
_SHORTENED = Text(
    "因特殊情况缩短，理由已写明",
    "it was shortened for special circumstances, with the reason given",
)
_MET = Text("{asks}，{had}，符合。", "{asks}; {had}: met.")
_FAULT = {
    Shortfall.WRONG_BASIS: Text(
        "到会人数的计算口径不是规定的口径。", "Attendance is not counted in the way the law asks."
    ),
    Shortfall.EXCLUDED_WITHOUT_GROUND: Text(
        "没有依据把 {have:,} 人不计入应到，应到按 {whole:,} 计。",
        "There is no ground for leaving out {have:,}; {whole:,} {whole:was|were} due.",
    ),
    Shortfall.EXCLUSION_UNEXPLAINED: Text(
        "有人不计入应到，没有写明理由。", "Some were left out of those due without a reason given."
    ),
    Shortfall.UNKNOWN_RULE: Text(
        "所写的表决规则不存在。", "The decision rule named does not exist."
    ),
    Shortfall.RULE_NOT_IN_FORCE: Text(
        "所写的表决规则当时没有施行。", "The decision rule named was not in force then."
    ),
    Shortfall.REJECTED_DESPITE_MAJORITY: Text(
        "同意 {have:,}/{whole:,}，已达到通过的比例，记录却写未通过。",
        "{have:,} of {whole:,} {have:was|were} for it, enough to adopt it, yet the record says rejected.",
    ),
}
_DOUBT = {
    Doubt.DATE_SPANS_RULES: Text(
        "会议日期没有写到日，横跨新旧两个规定，无法判断。",
        "The date is not known to the day and spans two versions of the law: this cannot be judged.",
    ),
    Doubt.NO_ATTENDANCE: Text(
        "没有记录应到、实到人数，无法判断。",
        "How many were due and present is not recorded: this cannot be judged.",
    ),
    Doubt.NO_COUNT: Text(
        "没有记录计票，无法判断是否过了规定的比例。",
        "No tally is recorded: whether the majority was reached cannot be judged.",
    ),
    Doubt.NO_AREA: Text(
        "没有记录专有部分面积，无法判断。", "No floor area is recorded: this cannot be judged."
    ),
    Doubt.NO_NOTICE: Text(
        "没有记录通知的日期，无法判断。",
        "The day of the notice is not recorded: this cannot be judged.",
    ),
    Doubt.NOTICE_UNCERTAIN: Text(
        "日期没有写到日，无法判断。",
        "The dates are not known to the day: this cannot be judged.",
    ),
}
_QUORUM_ASKED = Text("应有{share}到会", "{share} must attend")
_PRESENT = Text("实到 {have:,}/{whole:,}", "{have:,}/{whole:,} attended")
_AREA_ASKED = Text("专有部分面积应有{share}参加", "{share} of the floor area must take part")
_AREA_PRESENT = Text("实到面积 {have:,}/{whole:,}", "{have:,}/{whole:,} m² took part")
_OF_PRESENT = Text("到会人员", "of those present, ")
_OF_ALL = Text("全体人员", "of all, ")
_MAJORITY_ASKED = Text("{who}应有{share}同意", "{who}{share} must agree")
_AGREED = Text("同意 {have:,}/{whole:,}", "{have:,}/{whole:,} for it")
_AREA_MAJORITY_ASKED = Text("{who}面积应有{share}同意", "by floor area, {who}{share} must agree")
_AREA_AGREED = Text("同意面积 {have:,}/{whole:,}", "{have:,}/{whole:,} m² for it")
_FITS = Text("符合", "met")
_SHORT = Text("没有达到", "not reached")
_SHORT_SO_REJECTED = Text("没有达到，所以没有通过", "not reached, so it was not adopted")
_LINE = Text("{needs}，{shows}，{verdict}。", "{needs}; {shows}: {verdict}.")
_MORE = {"1/2": Text("过半数", "more than half")}
_LEAST = {
    "1/2": Text("半数以上", "at least half"),
    "2/3": Text("三分之二以上", "at least two thirds"),
    "3/4": Text("四分之三以上", "at least three quarters"),
    "4/5": Text("五分之四以上", "at least four fifths"),
}
_MORE_THAN = Text("超过{fraction}", "more than {fraction}")
_AT_LEAST = Text("{fraction}以上", "at least {fraction}")


def judged(
    words: Words,
    meeting: Meeting,
    rules: Sequence[DecisionRule],
    regions: frozenset[str],
    decision: Decision | None = None,
) -> Lawfulness:
    """Judge a decision; without one, who was there, by the rules of the meeting's kind.

    Args:
        words: the language.
        meeting: the meeting.
        rules: those of the law and of the places that the meeting is for.
        regions: codes of those places, for laws of a region.
        decision: one of the meeting's decisions.
    """
    asked = decision or Decision(text="", result=DecisionResult.ADOPTED)
    ruling = judge(meeting, asked, rules, regions)
    quorum, majority = _doubts(words, ruling)
    quorum += _faults(words, ruling, _OF_PRESENCE)
    rejected = (Shortfall.REJECTED_DESPITE_MAJORITY,)
    if decision is not None and decision.result is not DecisionResult.DEFERRED:
        majority += _faults(words, ruling, rejected)
        for rule in ruling.rules:
            majority += _majority(words, meeting, decision, rule, ruling)
    for rule in ruling.rules:
        quorum += _quorum(words, meeting, rule, ruling)
    used = [rule for rule in ruling.rules if rule.quorums or rule.majority]
    return Lawfulness(tuple(dict.fromkeys(quorum)), tuple(dict.fromkeys(majority)), len(used))


def judged_notice(
    words: Words, meeting: Meeting, rules: Sequence[DecisionRule], regions: frozenset[str]
) -> tuple[Line, ...]:
    """Judge whether a meeting was called early enough; see ``judged``."""
    return tuple(_notice_lines(words, meeting, judge_notice(meeting, rules, regions)))


def _notice_lines(words: Words, meeting: Meeting, ruling: Ruling) -> Iterator[Line]:
    short = {id(each.rule): each for each in ruling.shortcomings}
    doubted = {id(each.rule): each.key for each in ruling.unjudged}
    for rule in ruling.rules:
        if rule.call is None:
            continue
        law, asks = law_name(rule.law) + rule.call.article, ""
        asks = words.say(_NOTICE_ASKED, n=rule.call.days)
        if id(rule) in short:
            had = words.say(_NOTICE_GIVEN, n=short[id(rule)].have)
            yield Line(law, words.say(_NOT_MET, asks=asks, had=had), "no")
        elif id(rule) in doubted:
            why = words.say(_DOUBT[doubted[id(rule)]])
            yield Line(law, words.say(_ASKS_BUT, asks=asks, why=why), "unknown")
        elif meeting.notice is not None:
            days = (meeting.date.earliest - meeting.notice.date.latest).days
            if days < rule.call.days:
                had = words.say(_SHORTENED)
            else:
                had = words.say(_NOTICE_GIVEN, n=days)
            yield Line(law, words.say(_MET, asks=asks, had=had), "yes")


def _doubts(words: Words, ruling: Ruling) -> tuple[list[Line], list[Line]]:
    quorum: list[Line] = []
    majority: list[Line] = []
    for each in ruling.unjudged:
        line = Line(_cited(each.rule), words.say(_DOUBT[each.key]), "unknown")
        (majority if each.key in _DOUBTS_OF_VOTE else quorum).append(line)
    return quorum, majority


def _faults(words: Words, ruling: Ruling, keys: Iterable[Shortfall]) -> list[Line]:
    wanted = frozenset(keys)
    return [
        Line(_cited(each.rule), words.say(_FAULT[each.key], have=each.have, whole=each.whole), "no")
        for each in ruling.shortcomings
        if each.key in wanted
    ]


def _quorum(words: Words, meeting: Meeting, rule: DecisionRule, ruling: Ruling) -> list[Line]:
    attendance = meeting.attendance
    if attendance is None:
        return []
    asked = next((each for each in rule.quorums if each.basis is attendance.basis), None)
    if asked is None:
        return []
    lines = []
    whole = _whole(attendance, ruling)
    if whole is not None and attendance.present is not None:
        needs = words.say(_QUORUM_ASKED, share=share_words(words, asked.share))
        shows = words.say(_PRESENT, have=attendance.present, whole=whole)
        lines.append(_line(words, rule, needs, shows, asked.share.met(attendance.present, whole)))
    if asked.area is not None and attendance.area is not None:
        area = attendance.area
        needs = words.say(_AREA_ASKED, share=share_words(words, asked.area))
        shows = words.say(_AREA_PRESENT, have=area.present, whole=area.due)
        lines.append(_line(words, rule, needs, shows, asked.area.met(area.present, area.due)))
    return lines


def _majority(
    words: Words, meeting: Meeting, decision: Decision, rule: DecisionRule, ruling: Ruling
) -> list[Line]:
    attendance, vote, majority = meeting.attendance, decision.vote, rule.majority
    if attendance is None or vote is None or majority is None:
        return []
    lines = []
    present = majority.whole is Whole.PRESENT
    whole = attendance.present if present else _whole(attendance, ruling)
    who = words.say(_OF_PRESENT) if present else words.say(_OF_ALL)
    if whole is not None:
        needs = words.say(_MAJORITY_ASKED, who=who, share=share_words(words, majority.share))
        shows = words.say(_AGREED, have=vote.for_, whole=whole)
        met = majority.share.met(vote.for_, whole)
        lines.append(_line(words, rule, needs, shows, met, decision))
    if majority.area is not None and attendance.area is not None and vote.area is not None:
        area = attendance.area.present if present else attendance.area.due
        share = share_words(words, majority.area)
        needs = words.say(_AREA_MAJORITY_ASKED, who=who, share=share)
        shows = words.say(_AREA_AGREED, have=vote.area.for_, whole=area)
        met = majority.area.met(vote.area.for_, area)
        lines.append(_line(words, rule, needs, shows, met, decision))
    return lines


def _line(
    words: Words,
    rule: DecisionRule,
    needs: str,
    shows: str,
    met: bool,
    decision: Decision | None = None,
) -> Line:
    """What is asked and what there was; a rejected motion is to fall short, and says so."""
    verdict, mark = (words.say(_FITS), "yes") if met else (words.say(_SHORT), "no")
    if not met and decision is not None and decision.result is DecisionResult.REJECTED:
        verdict, mark = words.say(_SHORT_SO_REJECTED), "plain"
    says = words.say(_LINE, needs=needs, shows=shows, verdict=verdict)
    return Line(_cited(rule), says, mark)


def _whole(attendance: Attendance, ruling: Ruling) -> int | None:
    """How many were due: whoever was left out without a ground counts."""
    for each in ruling.shortcomings:
        if each.key is Shortfall.EXCLUDED_WITHOUT_GROUND:
            return each.whole
    return attendance.due


def _cited(rule: DecisionRule | None) -> str:
    return "" if rule is None else law_name(rule.law) + rule.article


def law_name(law: str) -> str:
    """A law in title marks, inner marks single, its version outside: 《…法》（2025年修订）."""
    name, mark, version = law.partition("（")
    inner = name.replace("《", "〈").replace("》", "〉")
    return f"《{inner}》{mark}{version}"


def share_words(words: Words, share: Share) -> str:
    """A share in words: 过半数, 三分之二以上."""
    if share.more_than is not None:
        known = _MORE.get(share.more_than)
        return words.say(known or _MORE_THAN, fraction=share.more_than)
    known = _LEAST.get(share.at_least or "")
    return words.say(known or _AT_LEAST, fraction=share.at_least or "")


class RuleOfDecision(NamedTuple):
    """What a decision rule of a place asks, in words."""

    title: str
    meetings: str
    article: str
    asks: tuple[str, ...]


def rule_of_decision(words: Words, rule: DecisionRule) -> RuleOfDecision:
    """Say what a rule of a place asks itself."""
    asks = [
        words.say(_QUORUM_ASKED, share=share_words(words, quorum.share)) for quorum in rule.quorums
    ]
    if rule.majority is not None:
        who = words.say(_OF_PRESENT if rule.majority.whole is Whole.PRESENT else _OF_ALL)
        share = share_words(words, rule.majority.share)
        asks.append(words.say(_MAJORITY_ASKED, who=who, share=share))
    if rule.call is not None:
        asks.append(words.say(_NOTICE_ASKED, n=rule.call.days))
    meetings = words.say(commas(words.title(each) for each in rule.meetings))
    return RuleOfDecision(rule.title, meetings, rule.article, tuple(asks))
