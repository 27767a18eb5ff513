"""A rule's page shows the text in force on the day asked, and owns up to what is not known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yizhan.pages import rule
from yizhan.wording.numerals import chinese

ROOT = Path(__file__).parents[2]
RULE = "rules/shili-rules/rule.yaml"


def page_of(site, identifier="shili-rules"):
    return next(page for page in rule.pages(site) if page.url.endswith(f"rules/{identifier}/"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_page(village, expect, lang):
    expect(f"shili-rules.{lang}.html", page_of(village.in_(lang)).content)


def test_the_text_is_that_of_the_day(village_with):
    before = page_of(village_with({}, as_of=date(2026, 3, 19))).content
    assert "晚上十点以后不开音响。" in before
    assert "现行文字来自：" not in before
    after = page_of(village_with({}, as_of=date(2026, 3, 20))).content
    assert "晚上九点以后不开音响。" in after
    assert 'href="../../amendments/shili-rules-quiet/#change-quiet"' in after


def test_articles_keep_their_anchor_and_are_numbered(village):
    content = page_of(village).content
    assert "<h3>第一章　环境</h3>" in content
    assert 'id="quiet"' in content
    assert '<a href="#quiet">第二条</a>' in content


@pytest.mark.parametrize(
    ("change", "word", "sentence"),
    [
        ({}, "施行中", "2026年2月1日起施行。"),
        ({"effective: 2026-02-01": "effective: 2026-05-01"}, "尚未施行", "2026年5月1日起施行。"),
        (
            {"effective: 2026-02-01": "effective: 2026-02-01\nrepealed: 2026-03-31"},
            "已废止",
            "施行到2026年3月31日，已经废止。",
        ),
        (
            {"effective: 2026-02-01\n": ""},
            "已通过",
            "已经通过，来源没有写明从哪天起施行。",
        ),
    ],
)
def test_whether_it_is_in_force(village_with, change, word, sentence):
    site = village_with({RULE: change})
    found = rule.status(site, site.archive.get(rule.Rule, "shili-rules"))
    assert (found.word, found.sentence) == (word, sentence)


@pytest.mark.parametrize(
    ("change", "day", "last", "then", "mark", "sentence"),
    [
        (
            "effective: 2026-05-01",
            date(2026, 4, 3),
            "2026-04-30",
            "施行中",
            "yz-f-confirmed",
            "",  # “2026年5月1日起施行。” holds before and after
        ),
        (
            "effective: 2026-02-01\nrepealed: 2026-04-05",
            date(2026, 4, 3),
            "2026-04-05",
            "已废止",
            "yz-f-unsolved",
            "施行到2026年4月5日，已经废止。",
        ),
    ],
)
def test_a_day_that_brings_it_into_force_or_ends_it_is_known_to_the_script(
    village_with, change, day, last, then, mark, sentence
):
    site = village_with({RULE: {"effective: 2026-02-01": change}}, as_of=day)
    found = rule.status(site, site.archive.get(rule.Rule, "shili-rules"))
    assert found.until == f' data-until="{last}" data-then="{then}" data-mark="{mark}"'
    assert found.then == (f' data-until="{last}" data-then="{sentence}"' if sentence else "")
    rows = next(each for each in rule.pages(site) if "/place/shili-cun/" in each.url)
    assert found.until in rows.content
    assert found.until in page_of(site).content


def test_wording_that_is_not_the_rule_s_own_is_named_so(village_with):
    reported = village_with({RULE: {"wording: verbatim": "wording: reported"}})
    assert "下面不是原文" in page_of(reported).content


def test_unknown_wording_is_not_made_up(load_site):
    site = load_site(ROOT, date(2026, 11, 21))
    content = page_of(site, "huangcao-cungui-minyue").content
    assert "来源没有给出条文，这里只记录有这样一项规约，不替它编写内容。" in content
    assert "第一条" not in content


def test_its_own_decision_rules_are_put_in_words(village_with):
    own = """decision_rules:
  - key: shili-own
    title: 本村村民会议
    law: 示例村村规民约
    article: 第九条
    valid: {from: 2026-02-01}
    meetings: [villagers_assembly]
    quorums:
      - {basis: persons, who: 全体村民, share: {at_least: 2/3}}
    majority: {share: {at_least: 4/5}}
    call: {days: 15, article: 第九条}
chapters:
"""
    content = page_of(village_with({RULE: {"chapters:\n": own}})).content
    assert (
        "<dt>村民会议</dt><dd><span>本村村民会议</span>：应有三分之二以上到会，"
        "到会人员应有五分之四以上同意，应提前 15 天通知"
    ) in content


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1010, "一千零一十"),
    ],
)
def test_chinese_numerals(number, text):
    assert chinese(number) == text
