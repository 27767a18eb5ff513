"""What the law says of a decision, fact by fact: the sentences that pages and checks share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yizhan.facts.ruling import Doubt, Shortcoming, Shortfall
from yizhan.model.decision_rule import DecisionRule, Share, Whole
from yizhan.model.text import Text
from yizhan.wording.law import cited_by_name, law_name
from yizhan.wording.lists import every

_FAULT: Mapping[Shortfall, Text] = {
    Shortfall.WRONG_BASIS: Text(
        "到会人数的计算口径不是规定的口径。", "Attendance is not counted in the way the law asks."
    ),
    Shortfall.EXCLUDED_WITHOUT_GROUND: Text(
        "没有依据把 {have:,} 人不计入应到，应到按 {whole:,} 计。",
        "There is no ground for leaving out {have:,}; {whole:,} {whole:was|were} due.",
    ),
    Shortfall.EXCLUSION_UNEXPLAINED: Text(
        "有 {have:,} 人不计入应到，没有写明理由；只可以不计入特定的人。",
        "{have:,} {have:was|were} left out of those due without a reason given; only certain persons may be.",
    ),
    Shortfall.UNKNOWN_RULE: Text(
        "所写的表决规则不存在。", "The decision rule named does not exist."
    ),
    Shortfall.RULE_NOT_IN_FORCE: Text(
        "所写的表决规则不适用于那天当地的这种会议。",
        "The decision rule named did not apply to such a meeting on that day and at that place.",
    ),
    Shortfall.REJECTED_DESPITE_MAJORITY: Text(
        "同意 {have:,}/{whole:,}，已达到通过的比例，记录却写未通过。",
        "{have:,} of {whole:,} {have:was|were} for it, enough to adopt it, yet the record says rejected.",
    ),
}
_DOUBT: Mapping[Doubt, Text] = {
    Doubt.DATE_SPANS_RULES: Text(
        "会议日期没有写到日，横跨新旧两个规定，无法判断。",
        "The date is not known to the day and spans two versions of the law: this cannot be judged.",
    ),
    Doubt.NO_ATTENDANCE: Text(
        "应到、实到人数没有记全，无法判断。",
        "How many were due and present is not wholly recorded: this cannot be judged.",
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
NOTICE_ASKED = Text("应提前 {n:,} 天通知", "notice must be given {n:,} {n:day|days} ahead")
NOTICE_GIVEN = Text("实际提前 {n:,} 天", "it was given {n:,} {n:day|days} ahead")
NOTICE_AT_MOST = Text("实际最多提前 {n:,} 天", "it was given {n:,} {n:day|days} ahead at most")
NOTICE_AT_LEAST = Text("实际至少提前 {n:,} 天", "it was given {n:,} {n:day|days} ahead at least")
_NOTICE_SHORT = Text("{asks}，{had}，不符合。", "{asks}; {had}: not met.")
QUORUM_ASKED = Text("应有{share}到会", "{share} must attend")
_VOTING_ASKED = Text("应有{share}参加表决", "{share} must vote")
_PRESENT = Text("实到 {have:,}/{whole:,}", "{have:,}/{whole:,} attended")
_VOTED = Text("参加表决 {have:,}/{whole:,}", "{have:,}/{whole:,} voted")
_AREA_ASKED = Text("专有部分面积应有{share}参加", "{share} of the floor area must take part")
_AREA_PRESENT = Text("参加的面积 {have:,}/{whole:,}", "{have:,}/{whole:,} m² took part")
_OF_PRESENT = Text("到会人员", "of those present, ")
_OF_VOTING = Text("参加表决的", "of those voting, ")
_OF_ALL = Text("全体人员", "of all, ")
_MAJORITY_ASKED = Text("{who}应有{share}同意", "{who}{share} must agree")
_AGREED = Text("同意 {have:,}/{whole:,}", "{have:,}/{whole:,} for it")
_AREA_MAJORITY_ASKED = Text("{who}面积应有{share}同意", "by floor area, {who}{share} must agree")
_AREA_AGREED = Text("同意面积 {have:,}/{whole:,}", "{have:,}/{whole:,} m² for it")
FITS = Text("符合", "met")
SHORT = Text("没有达到", "not reached")
SHORT_SO_REJECTED = Text("没有达到，所以没有通过", "not reached, so it was not adopted")
_LINE = Text("{needs}，{shows}，{verdict}。", "{needs}; {shows}: {verdict}.")
_COUNTED: Mapping[Shortfall, tuple[Text, Text]] = {
    Shortfall.QUORUM: (QUORUM_ASKED, _PRESENT),
    Shortfall.AREA_QUORUM: (_AREA_ASKED, _AREA_PRESENT),
    Shortfall.MAJORITY: (_MAJORITY_ASKED, _AGREED),
    Shortfall.AREA_MAJORITY: (_AREA_MAJORITY_ASKED, _AREA_AGREED),
}
"""What is asked and what there was, where a share is asked; met or not."""
_MORE = {
    "1/2": Text("过半数", "more than half"),
    "2/3": Text("超过三分之二", "more than two thirds"),
}
_LEAST = {
    "1/2": Text("半数以上", "at least half"),
    "1/10": Text("十分之一以上", "at least one tenth"),
    "1/5": Text("五分之一以上", "at least one fifth"),
    "1/3": Text("三分之一以上", "at least one third"),
    "2/3": Text("三分之二以上", "at least two thirds"),
    "3/4": Text("四分之三以上", "at least three quarters"),
    "4/5": Text("五分之四以上", "at least four fifths"),
}
_MORE_THAN = Text("超过{fraction}", "more than {fraction}")
_AT_LEAST = Text("{fraction}以上", "at least {fraction}")
_UNDER = Text("{law}：{says}", "{law}: {says}")


def fault(each: Shortcoming) -> Text:
    """What a meeting or decision falls short in; how long it was made public is T017's alone."""
    if each.key is Shortfall.SHORT_NOTICE:
        given = NOTICE_AT_MOST if each.vague else NOTICE_GIVEN
        asks, had = NOTICE_ASKED.format(n=each.need), given.format(n=each.have)
        return _NOTICE_SHORT.format(asks=asks, had=had)
    if each.key in _COUNTED and each.rule is not None and each.share is not None:
        return counted(each.key, each.rule, each.share, each.have, each.whole, SHORT)
    return _FAULT[each.key].format(have=each.have, whole=each.whole)


def doubt(key: Doubt) -> Text:
    """Why something cannot be judged; what was made public is T017's alone."""
    return _DOUBT[key]


def counted(
    key: Shortfall, rule: DecisionRule, share: Share, have: int, whole: int, verdict: Text
) -> Text:
    """What share is asked, what there was, and whether that is enough.

    Args:
        key: of what: people or area, attending or agreeing.
        rule: what asks for it.
        share: the share asked.
        have: how many there were.
        whole: of how many.
        verdict: ``FITS``, ``SHORT`` or ``SHORT_SO_REJECTED``.
    """
    asked, had = _COUNTED[key]
    if key is Shortfall.QUORUM and rule.voting:
        asked, had = _VOTING_ASKED, _VOTED
    needs = asked.format(who=of_whom(rule), share=share_of(share))
    return _LINE.format(needs=needs, shows=had.format(have=have, whole=whole), verdict=verdict)


def majority_asked(rule: DecisionRule, share: Share) -> Text:
    """The majority that a rule asks for."""
    return _MAJORITY_ASKED.format(who=of_whom(rule), share=share_of(share))


def of_whom(rule: DecisionRule) -> Text:
    """Whose majority a rule asks for."""
    if rule.majority is None or rule.majority.whole is Whole.ALL:
        return _OF_ALL
    return _OF_VOTING if rule.voting else _OF_PRESENT


def share_of(share: Share) -> Text:
    """A share in words: 过半数, 三分之二以上."""
    if share.more_than is not None:
        return _MORE.get(share.more_than, _MORE_THAN).format(fraction=share.more_than)
    least = share.at_least or ""
    return _LEAST.get(least, _AT_LEAST).format(fraction=least)


def under(rule: DecisionRule | None, says: Text, article: str | None = None) -> Text:
    """A sentence with the article it rests on before it.

    Args:
        rule: None where none is meant.
        says: the sentence.
        article: where it is not the one of quorum and majority.
    """
    if rule is None:
        return says
    said = _UNDER.format(law=named(rule, article), says=says)
    return Text(said.zh, said.en[:1].upper() + said.en[1:])


def under_each(
    rules: Iterable[tuple[DecisionRule, str | None]], says: Text
) -> tuple[Text, tuple[str, ...]]:
    """A sentence with all the articles before it that ask for it, and the articles as they are cited.

    Args:
        rules: each rule, with its article where that is not the one of quorum and majority.
        says: the sentence.
    """
    each = sorted(dict.fromkeys(rules), key=lambda one: one[0].region is not None)  # the law first
    law = every(dict.fromkeys(named(rule, article) for rule, article in each))
    said = _UNDER.format(law=law, says=says)
    cites = tuple(dict.fromkeys(cited(rule, article) for rule, article in each))
    return Text(said.zh, said.en[:1].upper() + said.en[1:]), cites


def named(rule: DecisionRule, article: str | None = None) -> Text:
    """A rule's law and article, as sentences name them."""
    return cited_by_name(rule.law, article or rule.article)


def cited(rule: DecisionRule, article: str | None = None) -> str:
    """A rule's law and article in Chinese, as an acknowledgment names them."""
    return law_name(rule.law) + (article or rule.article)
