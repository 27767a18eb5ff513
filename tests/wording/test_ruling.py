"""What the law says of a decision has one sentence a fact, for the page and for the checks."""

from __future__ import annotations

import re

import pytest

from yizhan.facts.ruling import Doubt, Shortcoming, Shortfall
from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import DecisionRule, Majority, Share, Whole
from yizhan.model.record import Validity
from yizhan.model.text import Text
from yizhan.model.vocabulary import MeetingKind
from yizhan.wording.law import named_law
from yizhan.wording.ruling import cited, doubt, fault, share_of, under

POSTINGS = {Shortfall.SHORT_POSTING, Doubt.NO_POSTING, Doubt.POSTING_UNCERTAIN}
"""How long a decision was made public: T017 alone says it, of one day and place."""
HALF = Share(more_than="1/2")


def rule(whole: Whole = Whole.PRESENT) -> DecisionRule:
    return DecisionRule(
        key="x",
        title="示例",
        law="某省实施《某法》办法（2013年修订）",
        article="第七条",
        valid=Validity(from_=PartialDate.parse("2013")),
        meetings=(MeetingKind.VILLAGERS_ASSEMBLY,),
        majority=Majority(share=HALF, whole=whole),
    )


@pytest.mark.parametrize("key", sorted(set(Shortfall) - POSTINGS))
def test_every_fault_has_a_sentence(key: Shortfall) -> None:
    said = fault(Shortcoming(key, rule(), "第七条", 3, 8, 5, HALF))
    assert said.zh.endswith("。")
    assert said.en.endswith(".")
    assert "{" not in said.zh + said.en


@pytest.mark.parametrize("key", sorted(set(Doubt) - POSTINGS))
def test_every_doubt_has_a_sentence(key: Doubt) -> None:
    assert doubt(key).zh.endswith("无法判断。") or key is Doubt.NO_COUNT
    assert doubt(key).en.endswith("cannot be judged.")


@pytest.mark.parametrize(
    ("key", "whole", "zh", "en"),
    [
        (
            Shortfall.QUORUM,
            Whole.PRESENT,
            "应有过半数到会，实到 3/8，没有达到。",
            "more than half must attend; 3/8 attended: not reached.",
        ),
        (
            Shortfall.AREA_MAJORITY,
            Whole.ALL,
            "全体人员面积应有过半数同意，同意面积 3/8，没有达到。",
            "by floor area, of all, more than half must agree; 3/8 m² for it: not reached.",
        ),
        (
            Shortfall.MAJORITY,
            Whole.PRESENT,
            "到会人员应有过半数同意，同意 3/8，没有达到。",
            "of those present, more than half must agree; 3/8 for it: not reached.",
        ),
        (
            Shortfall.SHORT_NOTICE,
            Whole.PRESENT,
            "应提前 5 天通知，实际提前 3 天，不符合。",
            "notice must be given 5 days ahead; it was given 3 days ahead: not met.",
        ),
        (
            Shortfall.EXCLUSION_UNEXPLAINED,
            Whole.PRESENT,
            "有 3 人不计入应到，没有写明理由；只可以不计入特定的人。",
            "3 were left out of those due without a reason given; only certain persons may be.",
        ),
        (
            Shortfall.RULE_NOT_IN_FORCE,
            Whole.PRESENT,
            "所写的表决规则不适用于那天当地的这种会议。",
            "The decision rule named did not apply to such a meeting on that day and at that place.",
        ),
    ],
)
def test_a_fault_in_both_languages(key: Shortfall, whole: Whole, zh: str, en: str) -> None:
    assert fault(Shortcoming(key, rule(whole), "第七条", 3, 8, 5, HALF)) == (zh, en)


def test_the_article_goes_before_it() -> None:
    said = fault(Shortcoming(Shortfall.UNKNOWN_RULE))
    assert (
        under(None, said)
        == said
        == ("所写的表决规则不存在。", "The decision rule named does not exist.")
    )
    assert under(rule(), said).en == "《某省实施〈某法〉办法》（2013年修订）, article 7: " + said.en
    assert cited(rule(), "第九条") == "《某省实施〈某法〉办法》（2013年修订）第九条"


def test_a_share_that_has_no_word_of_its_own() -> None:
    assert share_of(Share(more_than="2/3")) == ("超过三分之二", "more than two thirds")
    assert share_of(Share(more_than="3/5")) == ("超过3/5", "more than 3/5")
    assert share_of(Share(at_least="5/6")) == ("5/6以上", "at least 5/6")


@pytest.mark.parametrize(
    ("law", "english"),
    [
        (
            "中华人民共和国村民委员会组织法（2025年修正）",
            "the Organic Law of Villagers' Committees (as amended in 2025)",
        ),
        (
            "《城市居民委员会组织法》（1989年）",
            "the Organic Law of Urban Residents' Committees (1989)",
        ),
        ("村民委员会组织法", "the Organic Law of Villagers' Committees"),
        (
            "重庆市实施《中华人民共和国村民委员会组织法》办法（2013年修订）",
            "the Chongqing Measures on the Organic Law of Villagers' Committees (as revised in 2013)",
        ),
        ("中华人民共和国民法典", "the Civil Code"),
        ("示例村村规民约", "《示例村村规民约》"),
        ("《示例村村规民约》", "《示例村村规民约》"),
    ],
)
def test_a_law_is_named_in_english(law: str, english: str) -> None:
    assert named_law(law) == (law, english)


def test_every_law_that_ships_has_one_english_name() -> None:
    presets = load_presets()
    for each in (*presets.decision_rules, *presets.chains):
        assert not re.search("[一-鿿]", named_law(each.law).en)
    for titles in (
        *(law.title for law in presets.organic.laws),
        *(law.law for law in presets.rule_making),
    ):
        assert named_law(titles.zh).en == titles.en


def test_a_sentence_begins_with_a_capital_where_its_law_does() -> None:
    law = load_presets().decision_rules[0]
    assert under(law, Text("某。", "some.")).en.startswith("The ")
