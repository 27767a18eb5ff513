"""What rests on an irregular act: rules, amendments, schemes, points, matters, mandates and posts."""

from dataclasses import replace

from yizhan.facts.resting import grounds
from yizhan.facts.settled import Unsettled
from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule

PLACES = [
    build(Place, {"id": "xian", "title": "县", "level": "district"}),
    build(Place, {"id": "cun", "title": "村", "level": "village", "parent": "xian"}),
]
BODIES = [
    build(Body, {"id": "all", "title": "村民会议", "body_kind": "assembly", "place": "cun"}),
    build(Body, {"id": "party", "title": "党支部", "body_kind": "party", "place": "cun"}),
]


def said(code="T006", by=None):
    data = {"code": code, "reason": "如此。", "by": "all", "date": "2026-04-01"}
    if by is not None:
        data["resolution"] = {"result": "ratified", "by": by, "date": "2026-05-01"}
    return data


def meeting(identifier, whole=(), item=(), motion=(), **more):
    agenda = {
        "title": "规约",
        "rules": ["r"],
        "amendments": ["a"],
        "irregular": list(item),
        "decisions": [{"text": "通过。", "result": "adopted", "irregular": list(motion)}],
    }
    data = {
        "id": identifier,
        "title": "会",
        "meeting_kind": "villagers_representatives",
        "place": "cun",
        "date": "2026-03-10",
        "agenda": [agenda],
        "irregular": list(whole),
    }
    return build(Meeting, data | more)


RULE = build(
    Rule,
    {
        "id": "r",
        "title": "规约",
        "rule_kind": "village_rules",
        "place": "cun",
        "wording": "verbatim",
        "adopted": {"date": "2026-03-10", "meeting": "m"},
        "irregular": [said("L006"), said("L003")],
    },
)
AMENDMENT = build(
    Amendment,
    {
        "id": "a",
        "title": "修正",
        "rule": "r",
        "changes": [],
        "dossier": [{"stage": "vote", "date": "2026-03-20", "meeting": "voted"}],
    },
)
SCHEME = build(
    Scheme,
    {"id": "s", "title": "办法", "place": "cun", "rule": "r", "irregular": [said("J011")]},
)
BATCH = build(Batch, {"id": "b", "title": "分", "scheme": "s", "date": "2026-04-10", "entries": []})
MATTER = build(
    Matter,
    {
        "id": "x",
        "title": "路灯",
        "place": "cun",
        "procedure": "p",
        "category": "facilities",
        "rules": ["r"],
        "raised": {"date": "2026-04-01", "by": "residents", "channel": "counter"},
        "log": [],
    },
)


def codes(record, *others):
    archive = Archive((*PLACES, *BODIES, *others, record))
    return [(each.record.id, each.said.code) for each in grounds(record, archive)]


def test_a_rule_rests_on_the_meeting_the_item_and_the_motion_that_adopted_it() -> None:
    adopting = meeting("m", [said("T007")], [said("G005")], [said("T006")])
    assert codes(RULE, adopting) == [("m", "T007"), ("m", "G005"), ("m", "T006")]
    assert codes(RULE) == []
    assert codes(replace(RULE, adopted=None), adopting) == []
    assert codes(RULE, meeting("m")) == []


def test_what_rests_on_a_rule_rests_on_what_is_irregular_of_it_and_on_its_meeting() -> None:
    adopting = meeting("m", [said("T007")])
    on_rule = [("r", "L006"), ("m", "T007")]
    assert codes(SCHEME, RULE, adopting) == on_rule
    assert codes(MATTER, RULE, adopting) == on_rule
    assert codes(BATCH, SCHEME, RULE, adopting) == [("s", "J011"), *on_rule]
    voted = meeting("voted", motion=[said("T006")])
    assert codes(AMENDMENT, RULE, adopting, voted) == [("voted", "T006"), *on_rule]
    for record in (SCHEME, MATTER, BATCH, AMENDMENT, replace(SCHEME, rule=None)):
        assert codes(record) == []


def test_representatives_rest_on_the_mandate_and_so_does_what_they_adopt() -> None:
    mandate = {"title": "授权", "subject": "mandate", "irregular": [said("T033")]}
    mandate["decisions"] = [{"text": "授权。", "result": "adopted", "irregular": [said("T006")]}]
    other = {"title": "别的", "irregular": [said("T008")]}
    given = meeting("given", [said("T007")], agenda=[mandate, other])
    held = meeting("m", [said("T023")], mandate="given")
    of_mandate = [("given", "T007"), ("given", "T033"), ("given", "T006")]
    assert codes(held, given) == of_mandate
    assert codes(RULE, given, held) == [("m", "T023"), *of_mandate]
    assert codes(held) == []
    assert codes(meeting("m", [said()], mandate="m")) == [("m", "T006")]


def elected(identifier, day, result="elected", code="G016", **more):
    election = {
        "title": "选举主任",
        "body": "all",
        "post": "主任",
        "seats": 1,
        "candidates": [],
        "result": result,
        "irregular": [said(code)],
    }
    agenda = [{"title": "选举", "elections": [election | more]}]
    return meeting(identifier, date=day, agenda=agenda)


def test_a_post_rests_on_its_last_election() -> None:
    body = BODIES[0]
    one, two = elected("one", "2021-01-10"), elected("two", "2026-01-10", code="G017")
    for order in ((one, two), (two, one)):
        archive = Archive((*PLACES, *BODIES, *order))
        assert [each.said.code for each in grounds(body, archive)] == ["G017"]
    failed = elected("two", "2026-01-10", "failed")
    elsewhere = elected("three", "2026-02-10", body="party", code="G019")
    unnamed = elected("four", "2026-02-10", post=None, code="G022")
    archive = Archive((*PLACES, *BODIES, one, failed, elsewhere, unnamed))
    assert [each.said.code for each in grounds(body, archive)] == ["G016", "G022"]


def test_it_is_weighed_by_who_settled_it() -> None:
    for by, model in (("party", Unsettled), ("all", Irregularity)):
        anew = meeting(
            "anew",
            date="2026-05-01",
            meeting_kind="villagers_assembly",
            attendance={"basis": "persons", "due": 100, "present": 90},
        )
        archive = Archive((*PLACES, *BODIES, RULE, anew, meeting("m", [said(by=by)])))
        (found,) = grounds(RULE, archive)
        assert type(found.said) is model


def test_records_of_other_kinds_rest_on_none() -> None:
    assert codes(PLACES[1]) == []
