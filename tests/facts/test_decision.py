"""Every rule of the law at its boundary, and what cannot be judged."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts.decision import judge_elected
from yizhan.facts.jurisdiction import Where
from yizhan.loading.parse import build
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import DecisionRule, Share, in_force
from yizhan.model.record import Validity

from .decisions import CHONGQING, RULES, keys, meeting, ruling, there

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


@pytest.mark.parametrize(
    ("present", "ballots", "short"),
    [
        (60, {"issued": 300, "returned": 200}, []),
        (200, {"issued": 300, "returned": 199}, ["quorum"]),
        (200, None, []),
        (199, None, ["quorum"]),
    ],
)
def test_owners_who_elect_are_counted_by_their_papers(present, ballots, short):
    """业主委员会的选举 is among what owners decide together: 民法典第二百七十八条第一款第三项."""
    election = {"title": "选举业主委员会", "seats": 1, "result": "elected"}
    election |= {"candidates": [{"key": "a", "votes": 150, "elected": True}]}
    agenda = [
        {"title": "选举", "elections": [election | ({"ballots": ballots} if ballots else {})]}
    ]
    attendance = there("owners", 300, present, area={"due": 9000, "present": 6000})
    held = meeting("owners_assembly", "2024-05-10", attendance, agenda=agenda)
    found = judge_elected(held, held.agenda[0].elections[0], RULES, Where(frozenset()))
    assert [each for each in keys(found) if "area" not in each] == short


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
