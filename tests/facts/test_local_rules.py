"""Which rules hold where, and that local ones are no looser than the law."""

from __future__ import annotations

import pytest

from yizhan.facts.applicable_rules import known_elsewhere, local_rules
from yizhan.facts.decision import judge, judge_notice, judge_posting
from yizhan.facts.jurisdiction import Where, regions_of
from yizhan.facts.ruling import Ruling
from yizhan.facts.strictness import looser_than
from yizhan.loading.parse import build
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.place import Place
from yizhan.model.rule import Rule
from yizhan.model.rule_making import Places
from yizhan.model.vocabulary import PlaceLevel

from .decisions import CHONGQING, RULES, keys, meeting, ruling, there


def test_regions_and_local_rules_come_from_the_places():
    root = build(Place, {"id": "r", "title": "区", "level": "district", "region": "重庆市"})
    leaf = build(Place, {"id": "l", "title": "村", "level": "village", "parent": "r"})
    assert regions_of((root, leaf)) == CHONGQING
    own = {"key": "own", "title": "本村", "law": "村规", "article": "第三条",
           "valid": {"from": "2026-01-01"}, "meetings": ["villagers_representatives"],
           "majority": {"share": {"at_least": "2/3"}}}  # fmt: skip
    rules = [
        build(Rule, {"id": place, "title": "村规", "rule_kind": "village_rules", "place": place,
                     "wording": "unknown", "decision_rules": [own]})
        for place in ("l", "elsewhere")
    ]  # fmt: skip
    found = local_rules(rules, (root, leaf))
    assert [rule.key for rule in found] == ["own"]
    attendance = there("representatives", 45, 45)

    def voted(for_, result="adopted"):
        return keys(
            ruling(
                "villagers_representatives",
                rules=RULES + found,
                date="2026-06-18",
                attendance=attendance,
                vote={"for": for_},
                result=result,
            )
        )

    assert voted(30) == []
    assert voted(29) == ["majority"]
    assert voted(29, "rejected") == []
    assert voted(30, "rejected") == ["rejected_despite_majority"]


VILLAGE = Where(nature=Places.RURAL, level=PlaceLevel.VILLAGE)
COMMUNITY = Where(nature=Places.URBAN, level=PlaceLevel.COMMUNITY)
GROUP = Where(nature=Places.RURAL, level=PlaceLevel.GROUP)
STREET = Where(nature=Places.URBAN, level=PlaceLevel.STREET)


@pytest.mark.parametrize(
    ("kind", "where", "elsewhere"),
    [
        ("villagers_assembly", VILLAGE, False),
        ("villagers_assembly", COMMUNITY, True),
        ("villagers_assembly", GROUP, True),
        ("villagers_assembly", Where(), False),
        ("villagers_group", GROUP, False),
        ("villagers_group", VILLAGE, True),
        ("residents_assembly", COMMUNITY, False),
        ("residents_assembly", VILLAGE, True),
        ("residents_assembly", STREET, True),
        ("residents_representatives", VILLAGE, True),
        ("owners_assembly", VILLAGE, False),
        ("building_deliberation", VILLAGE, False),
    ],
)
def test_a_law_of_elsewhere_judges_nothing(kind, where, elsewhere):
    held = meeting(kind, date="2026-06-18", attendance=there("persons", 9, 1), vote={"for": 1})
    assert known_elsewhere(held, RULES, where) is elsewhere
    if elsewhere:
        none = Ruling((), (), ())
        decision = held.agenda[0].decisions[0]
        assert judge(held, decision, RULES, where) == none
        assert judge_notice(held, RULES, where) == none
        assert judge_posting(held, decision, RULES, where) == none


def test_a_rule_of_elsewhere_that_is_named_is_there_and_does_not_hold():
    held = meeting(
        "residents_assembly",
        "2026-06-18",
        there("persons", 9, 8),
        {"for": 8},
        rule="villagers-recall",
    )
    found = judge(held, held.agenda[0].decisions[0], RULES, COMMUNITY)
    assert keys(found) == ["rule_not_in_force"]


def local(**change):
    data = {"key": "own", "title": "本村", "law": "村规", "article": "第三条",
            "valid": {"from": "2026-01-01"}, "meetings": ["villagers_assembly"]}  # fmt: skip
    return build(DecisionRule, {**data, **change})


LAW = next(rule for rule in RULES if rule.key == "villagers-assembly" and "2025" in rule.law)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"majority": {"share": {"at_least": "2/3"}}}, []),
        ({"majority": {"share": {"at_least": "1/2"}}}, ["majority"]),
        ({"majority": {"share": {"more_than": "1/2"}, "whole": "all"}}, []),
        ({"quorums": [{"basis": "persons", "who": "w", "share": {"at_least": "2/3"}}]}, []),
        ({"quorums": [{"basis": "persons", "who": "w", "share": {"at_least": "1/2"}}]}, ["quorum"]),
        ({"quorums": [{"basis": "owners", "who": "w", "share": {"at_least": "1/1"}}]}, ["basis"]),
        ({"call": {"days": 10, "article": "a", "excusable": True}}, []),
        ({"call": {"days": 9, "article": "a"}}, ["notice"]),
        ({"posting": {"days": 15, "article": "a"}}, []),
        ({"posting": {"days": 14, "article": "a"}}, ["posting"]),
        ({"exclusion": {"basis": "persons", "who": "w", "article": "a"}}, ["exclusion"]),
        (
            {"valid": {"to": "2025-12-31"}, "majority": {"share": {"at_least": "1/9"}}},
            [],
        ),
        (
            {"meetings": ["villagers_group"], "majority": {"share": {"at_least": "1/9"}}},
            [],
        ),
    ],
)
def test_a_local_rule_may_only_be_stricter(change, expected):
    assert [each.value for each in looser_than(local(**change), LAW)] == expected


def test_a_local_rule_beside_the_law_of_owners():
    code = next(r for r in RULES if r.key == "owners-ordinary" and r.law.endswith("民法典"))
    property_law = next(r for r in RULES if r.key == "owners-ordinary" and "物权法" in r.law)
    major = next(r for r in RULES if r.key == "owners-major" and r.law.endswith("民法典"))
    half = {"share": {"more_than": "1/2"}}
    plain = local(meetings=["owners_assembly"], majority=half, valid={"from": "2019-01-01"})
    with_area = local(meetings=["owners_assembly"],
                      majority={**half, "area": {"at_least": "2/3"}})  # fmt: skip
    assert [each.value for each in looser_than(plain, code)] == ["majority"]
    assert [each.value for each in looser_than(plain, property_law)] == ["majority"]
    assert list(looser_than(with_area, code)) == []
    assert list(looser_than(plain, major)) == []


def test_an_excuse_that_the_law_does_not_know_is_looser():
    before = next(r for r in RULES if r.key == "villagers-assembly" and "2018" in r.law)
    eased = local(
        valid={"from": "2024-01-01"}, call={"days": 10, "article": "a", "excusable": True}
    )
    assert [each.value for each in looser_than(eased, before)] == ["notice"]


def test_older_measures_of_a_region_fall_short_of_the_law_only_in_whom_they_count_and_how_long():
    for mine in (rule for rule in RULES if rule.region):
        for law in (rule for rule in RULES if not rule.region):
            assert {each.value for each in looser_than(mine, law)} <= {"exclusion", "posting"}
