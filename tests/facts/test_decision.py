"""Every rule of the law at its boundary, and what cannot be judged."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts.decision import judge, judge_notice, judge_posting, known_elsewhere, local_rules
from yizhan.facts.jurisdiction import Where, regions_of
from yizhan.facts.ruling import Ruling
from yizhan.facts.strictness import looser_than
from yizhan.loading.parse import build
from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import DecisionRule, Share, in_force
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.record import Validity
from yizhan.model.rule import Rule
from yizhan.model.rule_making import Places
from yizhan.model.vocabulary import PlaceLevel

RULES = load_presets().decision_rules


def meeting(kind, date="2025-06-18", attendance=None, vote=None, **more):
    decision = {"text": "议定。", "result": more.pop("result", "adopted")}
    if vote is not None:
        decision["vote"] = vote
    for key in ("rule", "method", "needs"):
        if key in more:
            decision[key] = more.pop(key)
    data = {
        "id": "20250618-x",
        "title": "会",
        "meeting_kind": kind,
        "place": "p",
        "date": date,
        "agenda": [{"title": "事", "decisions": [decision]}],
        **more,
    }
    if attendance is not None:
        data["attendance"] = attendance
    return build(Meeting, data)


def ruling(kind, *, regions=(), rules=RULES, **fields):
    held = meeting(kind, **fields)
    return judge(held, held.agenda[0].decisions[0], rules, Where(frozenset(regions)))


def keys(found):
    return [each.key.value for each in (*found.shortcomings, *found.unjudged)]


def there(basis, due, present, **more):
    return {"basis": basis, "due": due, "present": present, **more}


OLD, NEW = "2025-12-31", "2026-01-01"

QUORUMS = [
    # kind, date, basis, due, the least that is a quorum, article
    ("villagers_assembly", OLD, "persons", 100, 51, "第二十二条"),
    ("villagers_assembly", OLD, "persons", 101, 51, "第二十二条"),
    ("villagers_assembly", OLD, "households", 99, 66, "第二十二条"),
    ("villagers_assembly", OLD, "households", 100, 67, "第二十二条"),
    ("villagers_assembly", NEW, "persons", 100, 51, "第二十六条"),
    ("villagers_assembly", NEW, "households", 99, 66, "第二十六条"),
    ("villagers_representatives", OLD, "representatives", 45, 30, "第二十六条"),
    ("villagers_representatives", OLD, "representatives", 46, 31, "第二十六条"),
    ("villagers_representatives", NEW, "representatives", 45, 30, "第三十条"),
    ("villagers_group", OLD, "persons", 60, 40, "第二十八条"),
    ("villagers_group", OLD, "households", 20, 14, "第二十八条"),
    ("villagers_group", NEW, "persons", 61, 41, "第三十二条"),
    ("villagers_group", NEW, "households", 21, 14, "第三十二条"),
    ("residents_assembly", OLD, "persons", 1000, 501, "第九条"),
    ("residents_assembly", OLD, "households", 300, 151, "第九条"),
    ("residents_assembly", OLD, "representatives", 60, 31, "第九条"),
    ("residents_assembly", NEW, "persons", 1000, 501, "第二十七条"),
    ("residents_assembly", NEW, "households", 301, 151, "第二十七条"),
    ("residents_representatives", NEW, "representatives", 60, 40, "第二十九条"),
]


@pytest.mark.parametrize(("kind", "date", "basis", "due", "least", "article"), QUORUMS)
def test_quorum_at_its_boundary(kind, date, basis, due, least, article):
    def at(present):
        return ruling(kind, date=date, attendance=there(basis, due, present), vote={"for": present})

    assert at(least).valid is True
    short = at(least - 1)
    assert short.valid is False
    (shortcoming,) = short.shortcomings
    assert shortcoming.key.value == "quorum"
    assert (shortcoming.have, shortcoming.whole, shortcoming.need) == (least - 1, due, least)
    assert shortcoming.article == article
    assert ("2025" in shortcoming.rule.law) == (date == NEW)


@pytest.mark.parametrize(("kind", "date", "basis", "due", "least", "article"), QUORUMS)
def test_majority_at_its_boundary(kind, date, basis, due, least, article):
    present = due if due % 2 == 0 else due - 1
    attendance = there(basis, due, present)

    def voted(for_, result="adopted"):
        return ruling(kind, date=date, attendance=attendance, vote={"for": for_}, result=result)

    assert voted(present // 2 + 1).valid is True
    half = voted(present // 2)
    assert keys(half) == ["majority"]
    assert (half.shortcomings[0].need, half.shortcomings[0].whole) == (present // 2 + 1, present)
    assert voted(present // 2, "rejected").valid is True
    contradicted = voted(present // 2 + 1, "rejected")
    assert keys(contradicted) == ["rejected_despite_majority"]
    assert contradicted.shortcomings[0].whole == present


def owners(date, due, present, for_, area, area_for, **more):
    attendance = there("owners", due, present, area={"due": area[0], "present": area[1]})
    vote = {"for": for_, "area": {"for": area_for}}
    return keys(ruling("owners_assembly", date=date, attendance=attendance, vote=vote, **more))


def test_owners_need_two_thirds_of_heads_and_area():
    assert owners("2024-05-10", 300, 200, 101, (9000, 6000), 3001) == []
    assert owners("2024-05-10", 300, 199, 101, (9000, 6000), 3001) == ["quorum"]
    assert owners("2024-05-10", 300, 200, 101, (9000, 5999), 3001) == ["area_quorum"]
    assert owners("2024-05-10", 300, 200, 100, (9000, 6000), 3001) == ["majority"]
    assert owners("2024-05-10", 300, 200, 101, (9000, 6000), 3000) == ["area_majority"]


def test_owners_need_three_quarters_for_what_the_code_names():
    major = {"rule": "owners-major"}
    assert owners("2021-01-01", 300, 200, 150, (9000, 6000), 4500, **major) == []
    assert owners("2021-01-01", 300, 200, 149, (9000, 6000), 4500, **major) == ["majority"]
    assert owners("2021-01-01", 300, 200, 150, (9000, 6000), 4499, **major) == ["area_majority"]


def test_a_named_rule_takes_the_place_of_the_general_one_of_its_law():
    major = {"rule": "owners-major"}
    assert owners("2021-01-01", 300, 200, 100, (9000, 6000), 4500, **major) == ["majority"]


def test_owners_before_the_code_needed_a_share_of_all():
    assert owners("2020-12-31", 300, 160, 151, (9000, 4700), 4501) == []
    assert owners("2020-12-31", 300, 160, 150, (9000, 4700), 4501) == ["majority"]
    assert owners("2020-12-31", 300, 160, 151, (9000, 4700), 4500) == ["area_majority"]
    major = {"rule": "owners-major"}
    assert owners("2020-12-31", 300, 220, 200, (9000, 6500), 6000, **major) == []
    assert owners("2020-12-31", 300, 220, 199, (9000, 6500), 6000, **major) == ["majority"]
    assert owners("2020-12-31", 300, 220, 200, (9000, 6500), 5999, **major) == ["area_majority"]


def test_owners_rejection_of_what_all_majorities_were_for():
    rejected = {"result": "rejected"}
    assert owners("2020-12-31", 300, 160, 151, (9000, 4700), 4501, **rejected) == [
        "rejected_despite_majority"
    ]
    assert owners("2020-12-31", 300, 160, 151, (9000, 4700), 4500, **rejected) == []


def test_floor_area_that_the_record_leaves_out_cannot_be_judged():
    found = ruling("owners_assembly", date="2024-05-10", attendance=there("owners", 300, 200),
                   vote={"for": 101})  # fmt: skip
    assert keys(found) == ["no_area", "no_area"]
    assert found.valid is None
    rejected = ruling("owners_assembly", date="2024-05-10", attendance=there("owners", 300, 200),
                      vote={"for": 101}, result="rejected")  # fmt: skip
    assert keys(rejected) == ["no_area", "no_area"]


def test_nothing_is_guessed():
    kind = "villagers_representatives"
    assert keys(ruling(kind, vote={"for": 40})) == ["no_attendance"]
    assert keys(ruling(kind, attendance={"basis": "representatives"}, vote={"for": 4})) == [
        "no_attendance",
        "no_attendance",
    ]
    seen = there("representatives", 45, 40)
    assert keys(ruling(kind, attendance=seen, method="consensus")) == ["no_count"]
    assert keys(ruling(kind, attendance=seen, result="rejected")) == ["no_count"]
    assert ruling(kind, attendance=seen, vote={"for": 30}).valid is True


def test_a_deferred_motion_needs_no_majority():
    assert ruling("villagers_representatives", result="deferred").valid is True


def test_where_the_law_asks_nothing():
    found = ruling("joint_session")
    assert (found.rules, found.valid) == ((), True)
    before = ruling(
        "residents_representatives", date=OLD, attendance=there("representatives", 9, 1)
    )
    assert before.rules == ()


def test_a_way_of_counting_the_law_does_not_know():
    found = ruling(
        "villagers_assembly", attendance=there("representatives", 45, 40), vote={"for": 30}
    )
    assert keys(found) == ["wrong_basis"]


def test_a_date_that_spans_two_laws_cannot_be_judged():
    open_start = build(DecisionRule, {
        "key": "k", "title": "t", "law": "l", "article": "a", "valid": {"to": "2026-03-01"},
        "meetings": ["council_meeting"], "majority": {"share": {"more_than": "1/2"}},
    })  # fmt: skip
    assert keys(ruling("council_meeting", rules=(open_start,), date="2026")) == ["date_spans_rules"]
    assert keys(ruling("council_meeting", rules=(open_start,), date="2027")) == []
    assert keys(ruling("council_meeting", rules=(open_start,), date="2026-02")) == ["no_attendance"]


@pytest.mark.parametrize(
    ("valid", "date", "expected"),
    [
        ({"from_": "2026-01-01"}, "2026", True),
        ({"from_": "2026-01-01"}, "2025", False),
        ({"from_": "2026-01-02"}, "2026-01", None),
        ({"to": "2025-12-31"}, "2025", True),
        ({}, "1990", True),
    ],
)
def test_in_force(valid, date, expected):
    period = Validity(**{key: PartialDate.parse(value) for key, value in valid.items()})
    assert in_force(period, PartialDate.parse(date)) is expected


def test_a_decision_may_name_a_rule_of_another_kind_of_meeting():
    attendance = there("representatives", 45, 29)
    found = ruling(
        "joint_session",
        rule="villagers-representatives",
        attendance=attendance,
        vote={"for": 20},
    )
    assert keys(found) == ["quorum"]


@pytest.mark.parametrize(
    "kind", ["party_meeting", "committee_meeting", "villagers_group", "hearing"]
)
def test_a_meeting_of_some_is_no_assembly_by_naming_its_rule(kind):
    found = ruling(kind, rule="villagers-representatives", attendance=there("persons", 9, 9))
    assert "rule_not_in_force" in keys(found)


def test_a_rule_that_does_not_exist_or_was_not_in_force():
    unknown = ruling("joint_session", rule="no-such-rule")
    assert keys(unknown) == ["unknown_rule"]
    assert unknown.shortcomings[0].rule is None
    early = ruling("joint_session", rule="residents-representatives", date=OLD)
    assert keys(early) == ["rule_not_in_force"]
    assert early.shortcomings[0].article == "第二十九条"


CHONGQING = frozenset(("重庆市",))


def absent(**more):
    attendance = there("persons", 80, 45, excluded=20, **more)
    return {"attendance": attendance, "vote": {"for": 40}}


def test_absent_villagers_count_unless_the_local_measures_say_otherwise():
    elsewhere = ruling("villagers_assembly", regions=("云南省昭通市",), **absent())
    assert keys(elsewhere) == ["excluded_without_ground", "quorum"]
    assert elsewhere.shortcomings[1].whole == 100
    reason = {"excluded_reason": "外出务工，联系后不能回村"}
    assert keys(ruling("villagers_assembly", regions=CHONGQING, **absent(**reason))) == []
    unexplained = ruling("villagers_assembly", regions=CHONGQING, **absent())
    assert keys(unexplained) == ["exclusion_unexplained"]
    assert unexplained.shortcomings[0].article == "第七条第三款"
    households = {**absent(**reason)["attendance"], "basis": "households"}
    found = ruling("villagers_assembly", regions=CHONGQING, attendance=households, vote={"for": 40})
    assert "excluded_without_ground" in keys(found)


def test_the_measures_of_2013_begin_in_november():
    reason = {"excluded_reason": "外出"}
    before = ruling("villagers_assembly", regions=CHONGQING, date="2013-10-31", **absent(**reason))
    assert "excluded_without_ground" in keys(before)


def notice_of(kind, notice, date="2026-06-18", regions=()):
    held = meeting(kind, date=date, **({"notice": notice} if notice else {}))
    return judge_notice(held, RULES, Where(frozenset(regions)))


def test_ten_days_notice():
    assert notice_of("villagers_assembly", {"date": "2026-06-08", "how": "广播"}).valid is True
    short = notice_of("villagers_assembly", {"date": "2026-06-09", "how": "广播"})
    assert keys(short) == ["short_notice"]
    (shortcoming,) = short.shortcomings
    assert (shortcoming.have, shortcoming.need, shortcoming.article) == (9, 10, "第二十五条")
    assert keys(notice_of("villagers_assembly", None)) == ["no_notice"]


def test_special_circumstances_excuse_only_from_2026_on():
    urgent = {"date": "2026-06-17", "how": "广播", "reason": "汛情"}
    assert notice_of("villagers_assembly", urgent).valid is True
    assert notice_of("residents_assembly", urgent).valid is True
    earlier = {"date": "2025-06-17", "how": "广播", "reason": "汛情"}
    assert keys(notice_of("villagers_assembly", earlier, date="2025-06-18")) == ["short_notice"]


def test_the_later_law_goes_before_the_measure_of_2013():
    urgent = {"date": "2026-06-17", "how": "广播", "reason": "汛情"}
    assert notice_of("villagers_assembly", urgent, regions=CHONGQING).valid is True
    then = {"date": "2025-06-17", "how": "广播", "reason": "汛情"}
    found = notice_of("villagers_assembly", then, date="2025-06-18", regions=CHONGQING)
    assert keys(found) == ["short_notice", "short_notice"]


def test_each_day_has_the_name_of_the_version_then_in_force():
    def law_of(kind, date):
        return ruling(kind, date=date).rules[0].law.removeprefix("中华人民共和国")

    assert law_of("villagers_assembly", "2018-12-28") == "村民委员会组织法（2010年修订）"
    assert law_of("villagers_assembly", "2018-12-29") == "村民委员会组织法（2018年修正）"
    assert law_of("villagers_assembly", "2026-01-01") == "村民委员会组织法（2025年修正）"
    assert law_of("residents_assembly", "2018-12-28") == "城市居民委员会组织法（1989年）"
    assert law_of("residents_assembly", "2025-12-31") == "城市居民委员会组织法（2018年修正）"
    assert law_of("residents_assembly", "2026-01-01") == "城市居民委员会组织法（2025年修订）"


def test_a_recall_needs_half_of_those_registered_to_vote():
    votes = {"for": 260, "against": 241}
    enough = {"basis": "persons", "due": 1000, "present": 501}
    few = {"basis": "persons", "due": 1000, "present": 500}
    recall = {"date": "2026-06-18", "rule": "villagers-recall", "vote": votes}
    assert ruling("villagers_assembly", attendance=enough, **recall).valid is True
    assert keys(ruling("villagers_assembly", attendance=few, **recall)) == ["quorum"]
    households = {"basis": "households", "due": 1000, "present": 999}
    assert "wrong_basis" in keys(ruling("villagers_assembly", attendance=households, **recall))


def test_residents_representatives_recall_with_more_than_two_thirds():
    recall = {"date": "2026-06-18", "rule": "residents-recall", "vote": {"for": 13, "against": 7}}
    exactly = {"basis": "representatives", "due": 30, "present": 20}
    more = {"basis": "representatives", "due": 30, "present": 21}
    assert keys(ruling("residents_representatives", attendance=exactly, **recall)) == ["quorum"]
    assert ruling("residents_representatives", attendance=more, **recall).valid is True


def test_three_days_in_chongqing_and_fifteen_for_owners():
    two = {"date": "2026-06-16", "how": "电话"}
    three = {"date": "2026-06-15", "how": "电话"}
    assert keys(notice_of("villagers_representatives", two, regions=CHONGQING)) == ["short_notice"]
    assert notice_of("villagers_representatives", three, regions=CHONGQING).valid is True
    assert notice_of("villagers_representatives", two).rules == ()
    fifteen = {"date": "2026-06-03", "how": "公告"}
    fourteen = {"date": "2026-06-04", "how": "公告"}
    assert notice_of("owners_assembly", fifteen).valid is True
    assert keys(notice_of("owners_assembly", fourteen)) == ["short_notice"]


def test_a_notice_known_to_the_month():
    month = {"date": "2026-06", "how": "公告"}
    assert keys(notice_of("villagers_assembly", month)) == ["notice_uncertain"]
    assert notice_of("villagers_assembly", month, date="2026-07-11").valid is True


def posting(start, end, regions=(), date="2026-06-18", kind="villagers_representatives", **more):
    published = {} if start is None else {"published": {"start": start, "end": end}}
    data = {"text": "定。", "result": "adopted", **published, **more}
    held = build(Meeting, {
        "id": "x", "title": "会", "meeting_kind": kind, "place": "p", "date": date,
        "agenda": [{"title": "事", "decisions": [data]}],
    })  # fmt: skip
    return judge_posting(held, held.agenda[0].decisions[0], RULES, Where(frozenset(regions)))


def test_what_assemblies_decide_is_on_display_for_fifteen_days():
    assert posting("2026-06-20", "2026-07-04").valid is True
    short = posting("2026-06-20", "2026-07-03")
    assert keys(short) == ["short_posting"]
    (shortcoming,) = short.shortcomings
    assert (shortcoming.have, shortcoming.need, shortcoming.article) == (14, 15, "第三十五条")
    assert keys(posting(None, None)) == ["no_posting"]
    assert posting(None, None, result="rejected").valid is True
    assert keys(posting("2026-06", "2026-07-04")) == ["posting_uncertain"]
    assert posting("2025-06-20", "2025-06-26", date="2025-06-18").rules == ()
    residents = posting("2026-06-20", "2026-06-30", kind="residents_assembly")
    assert residents.shortcomings[0].article == "第三十四条"


def test_ten_days_on_display_in_chongqing_before_2026():
    ten = posting("2025-06-20", "2025-06-29", CHONGQING, date="2025-06-18")
    nine = posting("2025-06-20", "2025-06-28", CHONGQING, date="2025-06-18")
    assert ten.valid is True
    assert keys(nine) == ["short_posting"]


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


SHARES = st.one_of(
    st.sampled_from([Share(more_than="1/2"), Share(at_least="2/3"), Share(at_least="3/4")]),
    st.builds(lambda n, d: Share(at_least=f"{n}/{n + d}"), st.integers(1, 9), st.integers(0, 9)),
)


@given(SHARES, st.integers(1, 5000))
def test_the_least_number_reaches_the_share_and_one_less_does_not(share, whole):
    least = share.least(whole)
    assert share.met(least, whole)
    assert not share.met(least - 1, whole)
    assert share.fraction == Fraction(share.more_than or share.at_least)


@given(SHARES, SHARES, st.integers(1, 300), st.data())
def test_a_share_that_implies_another_is_never_met_alone(one, other, whole, data):
    part = data.draw(st.integers(0, whole))
    if one.implies(other) and one.met(part, whole):
        assert other.met(part, whole)


def test_what_a_meeting_asked_beyond_the_law_can_fail_by_it():
    there_were = there("persons", 900, 520)
    fell = {"result": "rejected", "attendance": there_were, "vote": {"for": 300, "against": 200}}
    for needs in ("two_thirds_of_present", "half_of_all", "unanimous"):
        assert keys(ruling("villagers_assembly", date=NEW, needs=needs, **fell)) == []
    for needs in ("half_of_present", "most_votes"):
        found = ruling("villagers_assembly", date=NEW, needs=needs, **fell)
        assert keys(found) == ["rejected_despite_majority"]


def test_a_motion_that_fell_for_want_of_a_quorum_fell_rightly():
    found = ruling(
        "villagers_assembly",
        date=NEW,
        result="rejected",
        attendance=there("persons", 900, 400),
        vote={"for": 380, "against": 12},
    )
    assert keys(found) == ["quorum"]
