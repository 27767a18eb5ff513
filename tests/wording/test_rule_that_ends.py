"""What is said of a rule, its amendments and schemes around its last day, however well that is known."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.facts.rule_turns import amendment_turns, rule_turns
from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.points import Scheme
from yizhan.model.rule import Rule
from yizhan.wording.rule import (
    amendment_status,
    rule_status,
)
from yizhan.wording.scheme import scheme_ended
from yizhan.wording.words import words_in

ZH, EN = words_in("zh"), words_in("en")
DAY = date(2026, 11, 30)


def given(data):
    return {name: value for name, value in data.items() if value is not None}


def rule(repealed=None, **more):
    data = {
        "id": "r",
        "title": "村规民约",
        "rule_kind": "measures",
        "place": "p",
        "wording": "unknown",
    }
    made = {"effective": "2024-02-01", "adopted": {"date": "2024-01-20", "body": "b"}}
    return build(Rule, given(data | made | {"repealed": repealed} | more))


def amendment(*stations):
    dossier = [{"stage": stage, "date": day} for stage, day in stations]
    data = {"id": "a", "title": "修订", "rule": "r", "dossier": dossier}
    return build(Amendment, data | {"changes": [{"operation": "repeal", "article": "x"}]})


def scheme(to=None):
    data = {"id": "s", "title": "积分办法", "place": "p", "rule": "r", "items": []}
    return build(Scheme, data | given({"valid": given({"from": "2024-02-01", "to": to})}))


@pytest.mark.parametrize(
    ("effective", "word"),
    [
        ("2026", "有没有施行不详"),
        ("2026-11", "施行中"),
        ("2026-12", "尚未施行"),
        ("2027", "尚未施行"),
        ("2025", "施行中"),
    ],
)
def test_a_first_day_known_to_the_year_may_be_yet_to_come(effective, word):
    there = rule(effective=effective)
    assert rule_status(ZH, there, DAY).word == word
    assert {there.effective.earliest, there.effective.latest} <= set(rule_turns(there))


@pytest.mark.parametrize(
    ("repealed", "word", "zh", "en"),
    [
        (None, "施行中", "2024年2月1日起施行。", "In force from 1 February 2024."),
        (
            "2026-12-31",
            "施行中",
            "2024年2月1日起施行。施行到2026年12月31日为止。",
            "In force from 1 February 2024. It ends on 31 December 2026.",
        ),
        (
            "2027",
            "施行中",
            "2024年2月1日起施行。施行到2027年为止。",
            "In force from 1 February 2024. It ends in 2027.",
        ),
        (
            "2026",
            "可能已经废止",
            "2024年2月1日起施行。记录写的废止时间是2026年，哪一天不详，看不出现在还施行不施行。",
            (
                "In force from 1 February 2024. Recorded as repealed in 2026; on which day is not on record, so whether "
                "it still holds does not show."
            ),
        ),
        (
            "2026-10",
            "已废止",
            "施行到2026年10月，已经废止。",
            "In force until October 2026; repealed.",
        ),
    ],
)
def test_a_rule_whose_last_day_is_known_to_the_day_month_or_year(repealed, word, zh, en):
    found = rule_status(ZH, rule(repealed), DAY)
    assert (found.word, found.sentence) == (word, zh)
    assert rule_status(EN, rule(repealed), DAY).sentence == en


def test_a_rule_that_may_have_ended_and_whose_first_day_is_not_known():
    found = rule_status(ZH, rule("2026", effective=None), DAY)
    assert (found.tone, found.word) == ("unknown", "可能已经废止")
    adopted = rule("2026", effective=None, adopted={"date": "2024", "body": "b"})
    assert rule_status(ZH, adopted, DAY).word == "可能已经废止"


def test_the_days_on_which_it_turns():
    assert date(2026, 1, 2) in set(rule_turns(rule("2026")))
    assert date(2027, 1, 1) in set(rule_turns(rule("2026")))
    assert date(2026, 1, 2) in set(amendment_turns(rule("2026"), amendment()))


@pytest.mark.parametrize(
    ("repealed", "word"),
    [
        ("2026-06-19", "未施行"),
        ("2026-06", "有没有施行不详"),
        ("2026", "有没有施行不详"),
        ("2026-06-20", "已随规约废止"),
        ("2026-07", "已随规约废止"),
        ("2027", "已施行"),
    ],
)
def test_an_amendment_that_took_effect_about_when_its_rule_ended(repealed, word):
    found = amendment_status(ZH, rule(repealed), amendment(("effect", "2026-06-20")), DAY)
    assert found.word == word


def test_what_is_said_where_the_records_do_not_show_whether_it_took_effect():
    late = amendment(("effect", "2026-06-20"))
    assert amendment_status(ZH, rule("2026-06"), late, DAY).sentence == (
        "记录写的是2026年6月20日起施行；规约是2026年6月废止的，哪一天不详，这项修正案有没有施行过，看不出来。"
    )
    assert amendment_status(EN, rule("2026-06"), late, DAY).sentence == (
        "Recorded as in force from 20 June 2026; the rule ended in June 2026, on which day is not on record, so "
        "whether this amendment ever took effect does not show."
    )


def test_what_had_been_voted_on_is_not_called_a_draft_when_it_is_withdrawn():
    voted = amendment(("draft", "2026-01-10"), ("vote", "2026-03-15"), ("withdrawal", "2026-04-01"))
    found = amendment_status(ZH, rule(), voted, DAY)
    assert found.sentence == "修订已经撤回，没有施行，条文不变。"
    drafted = amendment(("draft", "2026-01-10"), ("withdrawal", "2026-04-01"))
    assert amendment_status(ZH, rule(), drafted, DAY).sentence == "草案已经撤回，条文不变。"


@pytest.mark.parametrize(
    ("repealed", "to", "word"),
    [
        ("2026-06-30", None, "依据已废止"),
        ("2026-06-30", "2026-12-31", "依据已废止"),
        ("2026-06-30", "2026-06-30", ""),
        ("2026", None, "依据可能已废止"),
        ("2026-12-31", None, ""),
        (None, None, ""),
    ],
)
def test_a_scheme_rests_on_its_rule(repealed, to, word):
    found, sentence = scheme_ended(ZH, scheme(to), None, rule(repealed), DAY)
    assert found == word
    assert bool(sentence) is bool(word)


def test_what_is_said_of_a_scheme_whose_rule_has_ended():
    said = scheme_ended(EN, scheme(), None, rule("2026-06-30"), DAY)[1]
    assert said == (
        "It rests on “村规民约”, which ended on 30 June 2026; points given under this scheme after that rest on "
        "nothing."
    )
    assert scheme_ended(ZH, scheme(), None, None, DAY) == ("", "")
