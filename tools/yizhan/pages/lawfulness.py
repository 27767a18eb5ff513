"""The law's judgement of a meeting in sentences: by which article, what it asks, what there was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from yizhan.facts.decision import (
    Doubt,
    Ruling,
    Shortcoming,
    Shortfall,
    judge,
    judge_notice,
    local_rules,
    regions_of,
)
from yizhan.model.decision_rule import DecisionRule, Share, Whole
from yizhan.model.meeting import Attendance, Decision, Meeting
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import DecisionResult
from yizhan.pages.site import Site
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


def judged(site: Site, meeting: Meeting, decision: Decision | None = None) -> Lawfulness:
    """Judge a decision; without one, who was there, by the rules of the meeting's kind."""
    lineage = site.archive.lineage(meeting.place)
    rules = (*site.presets.decision_rules, *local_rules(site.archive.of(Rule), lineage))
    asked = decision or Decision(text="", result=DecisionResult.ADOPTED)
    ruling = judge(meeting, asked, rules, regions_of(lineage))
    quorum, majority = _doubts(site.words, ruling)
    quorum += _faults(site.words, ruling, _OF_PRESENCE)
    rejected = (Shortfall.REJECTED_DESPITE_MAJORITY,)
    if decision is not None and decision.result is not DecisionResult.DEFERRED:
        majority += _faults(site.words, ruling, rejected)
        for rule in ruling.rules:
            majority += _majority(site.words, meeting, decision, rule, ruling)
    for rule in ruling.rules:
        quorum += _quorum(site.words, meeting, rule, ruling)
    used = [rule for rule in ruling.rules if rule.quorums or rule.majority]
    return Lawfulness(tuple(dict.fromkeys(quorum)), tuple(dict.fromkeys(majority)), len(used))


def judged_notice(site: Site, meeting: Meeting) -> tuple[Line, ...]:
    """Judge whether a meeting was called early enough."""
    lineage = site.archive.lineage(meeting.place)
    rules = (*site.presets.decision_rules, *local_rules(site.archive.of(Rule), lineage))
    ruling = judge_notice(meeting, rules, regions_of(lineage))
    return tuple(_notice_lines(site.words, meeting, ruling))


def _notice_lines(words: Words, meeting: Meeting, ruling: Ruling) -> Iterator[Line]:
    short = {id(each.rule): each for each in ruling.shortcomings}
    doubted = {id(each.rule): each.key for each in ruling.unjudged}
    for rule in ruling.rules:
        if rule.call is None:
            continue
        law, asks = law_name(rule.law) + rule.call.article, ""
        asks = words.n_("应提前 {n} 天通知", rule.call.days)
        if id(rule) in short:
            had = words.n_("实际提前 {n} 天", short[id(rule)].have)
            yield Line(law, words._("{asks}，{had}，不符合。", asks=asks, had=had), "no")
        elif id(rule) in doubted:
            why = _doubt(words, doubted[id(rule)])
            yield Line(law, words._("{asks}；{why}", asks=asks, why=why), "unknown")
        elif meeting.notice is not None:
            days = (meeting.date.earliest - meeting.notice.date.latest).days
            if days < rule.call.days:
                had = words._("因特殊情况缩短，理由已写明")
            else:
                had = words.n_("实际提前 {n} 天", days)
            yield Line(law, words._("{asks}，{had}，符合。", asks=asks, had=had), "yes")


def _doubts(words: Words, ruling: Ruling) -> tuple[list[Line], list[Line]]:
    quorum: list[Line] = []
    majority: list[Line] = []
    for each in ruling.unjudged:
        line = Line(_cited(each.rule), _doubt(words, each.key), "unknown")
        (majority if each.key in _DOUBTS_OF_VOTE else quorum).append(line)
    return quorum, majority


def _doubt(words: Words, key: Doubt) -> str:
    _ = words._
    return {
        Doubt.DATE_SPANS_RULES: _("会议日期没有写到日，横跨新旧两个规定，无法判断。"),
        Doubt.NO_ATTENDANCE: _("没有记录应到、实到人数，无法判断。"),
        Doubt.NO_COUNT: _("没有记录计票，无法判断是否过了规定的比例。"),
        Doubt.NO_AREA: _("没有记录专有部分面积，无法判断。"),
        Doubt.NO_NOTICE: _("没有记录通知的日期，无法判断。"),
        Doubt.NOTICE_UNCERTAIN: _("日期没有写到日，无法判断。"),
    }[key]


def _faults(words: Words, ruling: Ruling, keys: Iterable[Shortfall]) -> list[Line]:
    wanted = frozenset(keys)
    return [
        Line(_cited(each.rule), _fault(words, each), "no")
        for each in ruling.shortcomings
        if each.key in wanted
    ]


def _fault(words: Words, found: Shortcoming) -> str:
    _ = words._
    number = words.number
    match found.key:
        case Shortfall.WRONG_BASIS:
            return _("到会人数的计算口径不是规定的口径。")
        case Shortfall.EXCLUDED_WITHOUT_GROUND:
            have, whole = number(found.have), number(found.whole)
            return _("没有依据把 {have} 人不计入应到，应到按 {whole} 计。", have=have, whole=whole)
        case Shortfall.EXCLUSION_UNEXPLAINED:
            return _("有人不计入应到，没有写明理由。")
        case Shortfall.UNKNOWN_RULE:
            return _("所写的表决规则不存在。")
        case Shortfall.RULE_NOT_IN_FORCE:
            return _("所写的表决规则当时没有施行。")
        case _unused:
            have, whole = number(found.have), number(found.whole)
            return _(
                "同意 {have}/{whole}，已达到通过的比例，记录却写未通过。", have=have, whole=whole
            )


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
        needs = words._("应有{share}到会", share=share_words(words, asked.share))
        shows = words._("实到 {have}/{whole}", **_count(words, attendance.present, whole))
        lines.append(_line(words, rule, needs, shows, asked.share.met(attendance.present, whole)))
    if asked.area is not None and attendance.area is not None:
        area = attendance.area
        needs = words._("专有部分面积应有{share}参加", share=share_words(words, asked.area))
        shows = words._("实到面积 {have}/{whole}", **_count(words, area.present, area.due))
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
    who = words._("到会人员") if present else words._("全体人员")
    if whole is not None:
        needs = words._("{who}应有{share}同意", who=who, share=share_words(words, majority.share))
        shows = words._("同意 {have}/{whole}", **_count(words, vote.for_, whole))
        met = majority.share.met(vote.for_, whole)
        lines.append(_line(words, rule, needs, shows, met, decision))
    if majority.area is not None and attendance.area is not None and vote.area is not None:
        area = attendance.area.present if present else attendance.area.due
        share = share_words(words, majority.area)
        needs = words._("{who}面积应有{share}同意", who=who, share=share)
        shows = words._("同意面积 {have}/{whole}", **_count(words, vote.area.for_, area))
        met = majority.area.met(vote.area.for_, area)
        lines.append(_line(words, rule, needs, shows, met, decision))
    return lines


def _count(words: Words, have: int, whole: int) -> dict[str, str]:
    return {"have": words.number(have), "whole": words.number(whole)}


def _line(
    words: Words,
    rule: DecisionRule,
    needs: str,
    shows: str,
    met: bool,
    decision: Decision | None = None,
) -> Line:
    """What is asked and what there was; a rejected motion is to fall short, and says so."""
    _ = words._
    verdict, mark = (_("符合"), "yes") if met else (_("没有达到"), "no")
    if not met and decision is not None and decision.result is DecisionResult.REJECTED:
        verdict, mark = _("没有达到，所以没有通过"), "plain"
    says = _("{needs}，{shows}，{verdict}。", needs=needs, shows=shows, verdict=verdict)
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
    _ = words._
    known = {
        ("more", "1/2"): _("过半数"),
        ("least", "1/2"): _("半数以上"),
        ("least", "2/3"): _("三分之二以上"),
        ("least", "3/4"): _("四分之三以上"),
        ("least", "4/5"): _("五分之四以上"),
    }
    if share.more_than is not None:
        more = _("超过{fraction}", fraction=share.more_than)
        return known.get(("more", share.more_than), more)
    least = share.at_least or ""
    return known.get(("least", least), _("{fraction}以上", fraction=least))
