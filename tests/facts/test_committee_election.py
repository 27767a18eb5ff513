"""Elections of committees at the boundaries of the law, and what an imprecise record leaves open."""

import pytest

from yizhan.facts.committee_election import conditions, duties
from yizhan.loading.parse import build
from yizhan.loading.presets import load_presets
from yizhan.model.dates import PartialDate
from yizhan.model.meeting import Attendance
from yizhan.model.voting import Election

RULES = {rule.law: rule for rule in load_presets().organic.elections}
HELD = PartialDate.parse("2026-03-22")


def election(votes=251, returned=500, eligible=999, **more):
    candidates = [{"key": "a", "votes": votes, "elected": True}, {"key": "b", "votes": 90}]
    data = {"title": "选举主任", "seats": 1, "candidates": candidates, "result": "elected"}
    data |= {"ballots": {"returned": returned}, "eligible": eligible, **more}
    return build(Election, {key: value for key, value in data.items() if value is not None})


def attended(basis="persons", **more):
    return build(Attendance, {"basis": basis, "due": 999, "present": 500, **more})


def lacks(found, law="villagers-2025", attendance=None, voters=None, **more):
    each = conditions(found, RULES[law], attendance or attended(), voters, **more)
    return [(one.key.value, one.have, one.need) for one in each]


def lacks_of_conduct(found, law="villagers-2025", attendance=None):
    each = duties(found, RULES[law], attendance or attended(), HELD)
    return [(one.key.value, one.have, one.need) for one in each]


def test_more_than_half_of_the_registered_and_of_those_voting():
    assert lacks(election()) == []
    assert lacks(election(returned=499, votes=250)) == [("turnout", 499, 500)]
    assert lacks(election(votes=250)) == [("votes", 250, 251)]


@pytest.mark.parametrize(
    ("basis", "returned", "found"),
    [
        ("persons", 500, []),
        ("voters", 500, []),
        ("households", 499, ["turnout"]),
        ("representatives", 666, ["turnout"]),
        ("representatives", 667, []),
        ("owners", 999, ["electorate"]),
    ],
)
def test_three_ways_of_electing_residents(basis, returned, found):
    each = lacks(election(600, returned), "residents-2025", attended(basis))
    assert [key for key, _, _ in each if key != "votes"] == found


def test_villagers_elect_directly_but_for_vacancies():
    by_representatives = attended("representatives")
    assert lacks(election(), attendance=by_representatives) == [("electorate", 0, 0)]
    assert lacks(election(), attendance=by_representatives, by_election=True) == []
    short = lacks(election(250), attendance=by_representatives, by_election=True)
    assert short == [("votes", 250, 251)]


def test_a_third_of_the_votes_cast_in_a_further_vote():
    again = {"runoff_of": "zhuren", "returned": 600}
    assert lacks(election(200, **again)) == []
    assert lacks(election(199, **again)) == [("votes", 199, 200)]


def test_what_is_not_recorded_is_not_held_against_anybody():
    bare = {"ballots": {}, "eligible": None}
    assert lacks(election(None, **bare), attendance=build(Attendance, {"basis": "persons"})) == []
    assert list(conditions(election(1, **bare), RULES["villagers-2025"], None, None)) == []
    assert lacks(election(100, **bare), voters=250)[0] == ("turnout", 250, 500)


def test_without_attendance_no_proxies_are_judged():
    assert list(duties(election(), RULES["villagers-2025"], None, HELD)) == []


def test_more_candidates_than_seats():
    assert lacks_of_conduct(election(seats=1)) == []
    assert lacks_of_conduct(election(seats=2)) == [("contest", 2, 3)]
    left = [{"key": "a", "votes": 300, "elected": True}, {"key": "b", "withdrew": True}]
    assert lacks_of_conduct(election(candidates=left)) == [("contest", 1, 2)]
    assert lacks_of_conduct(election(candidates=left, runoff_of="zhuren")) == []


PARTY, VILLAGERS, GUESTS = {"body": "cun-party"}, {"group": "residents"}, {"group": "guests"}


def nominated(*by, number=None):
    actors = [each | ({"number": number} if number and "group" in each else {}) for each in by]
    return election(candidates=[{"key": "a", "nominated_by": actors}, {"key": "b"}])


@pytest.mark.parametrize(
    ("law", "found", "lacks"),
    [
        ("villagers-2025", nominated(PARTY), []),
        ("villagers-2025", nominated(VILLAGERS, number=1), []),
        ("villagers-2025", nominated(VILLAGERS), []),
        ("villagers-2025", nominated({"body": "zhen"}), ["nominator"]),
        ("villagers-2025", nominated({"body": "zhen"}, PARTY), []),
        ("villagers-2025", nominated(GUESTS, number=30), ["nominator"]),
        ("villagers-2018", nominated(PARTY), ["nominator"]),
        ("villagers-2018", nominated(VILLAGERS), []),
        ("residents-2025", nominated(VILLAGERS, number=9), ["few_nominators"]),
        ("residents-2025", nominated(VILLAGERS, number=10), []),
        ("residents-2025", nominated(VILLAGERS), []),
        ("residents-2025", nominated(VILLAGERS, PARTY, number=2), []),
        ("residents-2025", nominated(VILLAGERS, {"group": "owners"}, number=5), []),
        ("residents-2025", nominated({"group": "owners"}, number=15), ["nominator"]),
        ("villagers-2025", nominated({"group": "committee_members"}, number=3), ["nominator"]),
    ],
)
def test_voters_and_the_party_of_the_place_nominate(law, found, lacks):
    each = duties(found, RULES[law], None, HELD, party={"cun-party"})
    assert [one.key.value for one in each] == lacks


def test_a_secret_ballot():
    assert lacks_of_conduct(election(method="ballot")) == []
    assert lacks_of_conduct(election(method="show_of_hands")) == [("open_vote", 0, 0)]


@pytest.mark.parametrize(
    ("law", "basis", "proxies", "found"),
    [
        ("villagers-2025", "persons", {"number": 9, "most": 3}, []),
        ("villagers-2025", "persons", {"number": 9, "most": 4}, [("proxies", 4, 3)]),
        ("villagers-2025", "persons", {"number": 9, "holders": 3}, []),
        ("villagers-2025", "persons", {"number": 10, "holders": 3}, [("proxies", 4, 3)]),
        ("villagers-2025", "persons", {"number": 10, "holders": 0}, [("proxies", 10, 3)]),
        ("villagers-2025", "persons", {"number": 10}, []),
        ("villagers-2025", "persons", {"number": 0, "most": 4}, []),
        ("villagers-2018", "persons", {"number": 9, "most": 9}, []),
        ("residents-2025", "representatives", {"number": 1}, [("no_proxies", 1, 0)]),
        ("residents-2025", "households", {"number": 3, "most": 3}, []),
    ],
)
def test_three_proxies_at_most(law, basis, proxies, found):
    assert lacks_of_conduct(election(), law, attended(basis, proxies=proxies)) == found


@pytest.mark.parametrize(
    ("voter_list", "found"),
    [
        ({"published": "2026-03-02"}, []),
        ({"published": "2026-03-03"}, [("list_late", 19, 20)]),
        ({"published": "2026-03"}, []),
        ({"published": "2026-04"}, [("list_after", -10, 20)]),
        (
            {
                "published": "2026-02-20",
                "objections": [{"date": "2026-02-22", "decided": "2026-03"}],
            },
            [("decided_late_at_best", 7, 3)],
        ),
        ({"published": "2026-02-20", "objections": [{"date": "2026-02-22"}]}, []),
        (
            {
                "published": "2026-02-20",
                "objections": [
                    {"date": "2026-02-25", "decided": "2026-02-28"},
                    {"date": "2026-02-25", "decided": "2026-03-01"},
                    {"date": "2026-02-26", "decided": "2026-03-10"},
                ],
            },
            [("decided_late", 4, 3)],
        ),
    ],
)
def test_twenty_five_and_three_days(voter_list, found):
    assert lacks_of_conduct(election(voter_list=voter_list)) == found


def test_a_list_of_the_month_of_the_election_is_late_at_best():
    early = PartialDate.parse("2026-03-15")
    each = duties(
        election(voter_list={"published": "2026-03"}), RULES["villagers-2025"], None, early
    )
    assert [(one.key.value, one.have, one.need) for one in each] == [("list_late_at_best", 14, 20)]


def stood(*candidates, **more):
    return election(candidates=[dict(each) for each in candidates], **more)


A, B, C = ({"key": key, "votes": votes} for key, votes in (("a", 300), ("b", 250), ("c", 50)))


@pytest.mark.parametrize(
    ("first", "further", "found"),
    [
        ((A, B, C), (A, B), []),
        ((A, B, C), (A, C), [("passed_over", 50, 250)]),
        ((A, B, C), (C,), [("passed_over", 50, 300)]),
        ((A, B, {"key": "c", "votes": 250}), (A, {"key": "c"}), []),
        ((A, B | {"withdrew": True}, C), (A, C), []),
        ((A, B, C), (A, {"key": "b", "withdrew": True}, C), []),
        ((A, B | {"elected": True}, C), (A, C), []),
        ((A, {"key": "b"}, C), (A, C), []),
        ((A, B, C), (A, C | {"elected": True, "reserved": "妇女"}), []),
        ((A, B, C), ({"key": "d"},), []),
    ],
)
@pytest.mark.parametrize("law", ["villagers-2018", "villagers-2025", "residents-2025"])
def test_who_had_most_votes_stands_in_the_further_vote(law, first, further, found):
    again = stood(*further, runoff_of="zhuren")
    each = duties(again, RULES[law], attended(), HELD, stood(*first, result="runoff"))
    assert [(one.key.value, one.have, one.need) for one in each] == found
