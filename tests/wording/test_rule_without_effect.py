"""What is said of a rule that was never adopted or was annulled, its amendments, schemes and marks."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.facts.rule_end import Ended, RuleEnd
from yizhan.facts.settled import MadeGood, recast
from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.dates import PartialDate
from yizhan.model.points import Scheme
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule
from yizhan.wording.rule import amendment_status, rule_status
from yizhan.wording.scheme import scheme_ended
from yizhan.wording.words import words_in

ZH, EN = words_in("zh"), words_in("en")
DAY = date(2026, 11, 30)
RULE = build(
    Rule,
    {
        "id": "r",
        "title": "村规民约",
        "rule_kind": "village_rules",
        "place": "p",
        "wording": "unknown",
        "effective": "2026-03-10",
    },
)
AMENDMENT = build(
    Amendment,
    {
        "id": "a",
        "title": "修订",
        "rule": "r",
        "dossier": [{"stage": "effect", "date": "2026-06-10"}],
        "changes": [{"operation": "repeal", "article": "x"}],
    },
)


def end(why, day):
    return RuleEnd(why, PartialDate.parse(day))


@pytest.mark.parametrize(
    ("found", "word", "sentence"),
    [
        (None, "已施行", "2026年6月10日起施行。"),
        (end(Ended.ANNULLED, "2026-12-31"), "已施行", "2026年6月10日起施行。"),
        (end(Ended.REPEALED, "2026-04-30"), "已施行", "2026年6月10日起施行。"),
        (
            end(Ended.NEVER, "2026-03-09"),
            "没有生效",
            "记录写的是2026年6月10日起施行；规约本身没有通过、没有效力，没有可以修改的。",
        ),
        (
            end(Ended.UNSETTLED, "2026-03-09"),
            "有没有效力没有定论",
            "记录写的是2026年6月10日起施行；规约本身没有通过，后来的处理算不算数没有定论。",
        ),
        (
            end(Ended.ANNULLED, "2026-04-30"),
            "未施行",
            "规约已经撤销，效力只到2026年4月30日，这项修正案没有施行。",
        ),
        (
            end(Ended.ANNULLED, "2026-07-31"),
            "已随规约失效",
            "2026年6月10日起施行；规约后来撤销，效力只到2026年7月31日。",
        ),
    ],
)
def test_an_amendment_of_a_rule_without_effect(found, word, sentence) -> None:
    status = amendment_status(ZH, RULE, AMENDMENT, DAY, end=found)
    assert (status.word, status.sentence) == (word, sentence)
    assert amendment_status(EN, RULE, AMENDMENT, DAY, end=found).word.isascii()


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (end(Ended.REPEALED, "2026-04-30"), ""),
        (end(Ended.ANNULLED, "2026-12-31"), ""),
        (end(Ended.ANNULLED, "2026-04-30"), "已经撤销；那以后"),
        (end(Ended.VOID, "2026-03-09"), "已经撤销，自始没有效力；"),
        (end(Ended.NEVER, "2026-03-09"), "没有通过，没有效力；"),
        (end(Ended.UNSETTLED, "2026-03-09"), "没有定论；"),
    ],
)
def test_a_scheme_of_a_rule_without_effect(found, says) -> None:
    data = {"id": "s", "title": "积分办法", "place": "p", "rule": "r", "items": []}
    word, sentence = scheme_ended(ZH, build(Scheme, data), None, RULE, DAY, found)
    assert says in sentence
    assert word == ("依据没有效力" if says else "")
    over = build(Scheme, data | {"valid": {"to": "2026-03-01"}})
    assert scheme_ended(ZH, over, None, RULE, DAY, found) == ("", "")


def said(result=None):
    data = {"code": "L007", "reason": "如此。", "by": "committee", "date": "2026-03-12"}
    if result is not None:
        data["resolution"] = {"result": result, "by": "party", "date": "2026-06-01"}
    return build(Irregularity, data)


@pytest.mark.parametrize(
    ("acknowledged", "word", "sentence"),
    [
        (said(), "没有生效", "记录写的是2026年3月10日起施行，但照规定不算数。"),
        (
            said("ratified"),
            "有没有效力没有定论",
            "会上没有通过；记录里有后来的追认或者维持，作出的不是有权通过的一方，算不算数，没有定论。",
        ),
        (
            recast(said("ratified"), MadeGood),
            "施行中",
            "记录写的是2026年3月10日起施行；会上没有通过，有权通过的一方2026年6月1日追认，从那以后算数。",
        ),
    ],
)
def test_a_rule_that_was_not_adopted(acknowledged, word, sentence) -> None:
    status = rule_status(ZH, RULE, DAY, (acknowledged,))
    assert (status.word, status.sentence) == (word, sentence)
