"""Bodies and places that records name with a day: found wherever they stand, by the day nearest to them."""

from yizhan.loading.parse import build
from yizhan.model.acting import named_on_days
from yizhan.model.amendment import Amendment
from yizhan.model.honour import Honour
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import Kind

MATTER = {
    "id": "20260302-x",
    "title": "路灯不亮",
    "place": "cun",
    "procedure": "rules",
    "category": "utilities",
    "raised": {"date": "2026-03-02", "by": "residents", "channel": "counter"},
    "handler": "committee",
    "log": [
        {"date": "2026-03-03", "step": "accept", "by": "committee"},
        {"date": "2026-03-05", "step": "join", "by": "unknown", "with": ["office", "police"]},
    ],
}


def said(record, kind, *apart):
    found = named_on_days(record, kind, apart)
    return [("/".join(map(str, each.pointer)), each.target, each.day.text) for each in found]


def test_each_has_the_day_of_what_it_stands_in():
    matter = build(Matter, MATTER)
    assert said(matter, Kind.BODY) == [
        ("handler", "committee", "2026-03-02"),
        ("log/0/by", "committee", "2026-03-03"),
        ("log/1/with/0", "office", "2026-03-05"),
        ("log/1/with/1", "police", "2026-03-05"),
    ]
    assert said(matter, Kind.PLACE) == [("place", "cun", "2026-03-02")]


def test_of_what_is_kept_apart_only_what_it_holds_is_looked_into():
    matter = build(Matter, MATTER)
    assert said(matter, Kind.BODY, LogEntry) == [("handler", "committee", "2026-03-02")]
    assert next(each[0] for each in said(matter, Kind.BODY, Matter)) == "log/0/by"


def test_a_rule_is_of_the_day_of_its_adoption_or_else_of_its_effect():
    rule = {
        "id": "r",
        "title": "公约",
        "rule_kind": "village_rules",
        "place": "cun",
        "wording": "verbatim",
    }
    adopted = {"adopted": {"date": "2026-01-20"}}
    for more, days in (
        ({"effective": "2026-02"}, ["2026-02"]),
        ({"effective": "2026-02", **adopted}, ["2026-01-20"]),
        ({}, []),
    ):
        assert [each[2] for each in said(build(Rule, rule | more), Kind.PLACE)] == days


def test_a_stage_has_a_day_of_its_own():
    honour = {"id": "h", "title": "整洁巷道", "place": "cun", "unit": "team", "date": "2026-02-10"}
    stages = [{"stage": "conferred", "date": "2026-02-12", "places": ["zu"]}]
    assert said(build(Honour, honour | {"stages": stages}), Kind.PLACE) == [
        ("place", "cun", "2026-02-10"),
        ("stages/0/places/0", "zu", "2026-02-12"),
    ]


def test_an_amendment_names_no_place_anywhere():
    voted = {"stage": "vote", "date": "2026-03-22", "meeting": "20260322-vote"}
    amendment = {"id": "a", "title": "修正案", "rule": "r", "changes": [], "dossier": [voted]}
    assert said(build(Amendment, amendment), Kind.PLACE) == []
