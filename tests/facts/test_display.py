"""What is on display on a day, from every kind of record that has a publicity period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yizhan.facts.display import displays, periods
from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.honour import Honour
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch
from yizhan.model.rule import Rule

DAY = date(2026, 4, 10)


def span(start, end, **fields):
    return {"start": start, "end": end} | fields


def body():
    return build(
        Body,
        {
            "id": "team",
            "title": "楼栋长",
            "body_kind": "team",
            "place": "p",
            "posts": [
                {
                    "title": "甲",
                    "display": span("2026-04-01", "2026-04-10", objections_to="监委会"),
                },
                {"title": "乙"},
            ],
        },
    )


def rule():
    return build(
        Rule,
        {
            "id": "rule",
            "title": "约定",
            "rule_kind": "customs",
            "place": "p",
            "wording": "unknown",
            "display": span("2026-01-10", "2026-01-10"),
        },
    )


def honour():
    return build(
        Honour,
        {
            "id": "honour",
            "title": "评选",
            "place": "p",
            "unit": "building",
            "date": "2026",
            "body": "team",
            "stages": [
                {"stage": "nominated", "date": "2026-03-01"},
                {"stage": "displayed", "date": "2026-04-11", "until": "2026-04-18"},
                {"stage": "displayed", "date": "2026-04-19"},
            ],
        },
    )


def meeting():
    return build(
        Meeting,
        {
            "id": "meeting",
            "title": "会",
            "meeting_kind": "joint_session",
            "place": "p",
            "date": "2026-04-01",
            "agenda": [
                {
                    "title": "议题",
                    "decisions": [
                        {
                            "text": "修。",
                            "result": "adopted",
                            "published": span("2026-01-01", "2026-01-09"),
                            "result_published": span("2026-04-02", "2026-04-12"),
                        },
                        {"text": "不修。", "result": "rejected"},
                    ],
                }
            ],
        },
    )


def records():
    made = [
        body(),
        build(Batch, batch("points-now", span("2026-04-08", "2026-04-20", objections=0))),
        build(Batch, batch("points-vague", span("2026-04", "2026-04"))),
        build(Batch, batch("points-none", None)),
        rule(),
        honour(),
        build(Amendment, amendment("amendment", [])),
        build(Amendment, amendment("gone", [{"stage": "withdrawal", "date": "2026-04-09"}])),
        build(Amendment, amendment("gone-late", [{"stage": "withdrawal", "date": "2026-05-09"}])),
        meeting(),
    ]
    return Archive(replace(each, path=f"records/{number}.yaml") for number, each in enumerate(made))


def batch(identifier, display):
    data = {
        "id": identifier,
        "title": identifier,
        "scheme": "s",
        "date": "2026-04-01",
        "entries": [],
    }
    return data | ({"display": display} if display else {})


def amendment(identifier, more):
    dossier = [
        {"stage": "draft", "date": "2026-03-01"},
        {
            "stage": "consultation",
            "date": "2026-04-01",
            "until": "2026-04-30",
            "body": "team",
            "opinions": 3,
        },
        {"stage": "publication", "date": "2026-05-02"},
    ]
    data = {"id": identifier, "title": identifier, "rule": "rule", "changes": []}
    return data | {"dossier": dossier + more}


def said(found):
    return [(each.subject.value, each.record.id, each.detail) for each in found]


def test_every_period_of_every_kind():
    assert said(periods(records())) == [
        ("post", "team", "甲"),
        ("points", "points-now", None),
        ("points", "points-vague", None),
        ("rule", "rule", None),
        ("honour", "honour", None),
        ("consultation", "amendment", None),
        ("consultation", "gone", None),
        ("consultation", "gone-late", None),
        ("decision", "meeting", "修。"),
        ("result", "meeting", "修。"),
    ]


def test_now_coming_and_lately_over():
    found = displays(records(), DAY)
    assert said(found.now) == [
        ("post", "team", "甲"),
        ("result", "meeting", "修。"),
        ("points", "points-now", None),
        ("consultation", "amendment", None),
        ("consultation", "gone-late", None),
        ("points", "points-vague", None),
    ]
    assert [each.days_left(DAY) for each in found.now] == [0, 2, 10, 20, 20, None]
    assert said(found.coming) == [("honour", "honour", None)]
    # the rule ended 90 days ago, the decision 91
    assert said(found.recent) == [("consultation", "gone", None), ("rule", "rule", None)]


def test_what_a_display_tells():
    found = {each.record.id: each for each in periods(records())}
    assert (found["team"].objections_to, found["team"].body) == ("监委会", None)
    assert (found["amendment"].body, found["amendment"].objections) == ("team", 3)
    assert found["gone"].end.text == "2026-04-09"
    assert found["honour"].body == "team"


def test_what_a_former_place_asked_its_residents_ends_with_it():
    place = {"id": "p", "title": "老村", "level": "village", "dissolved": "2026-04-09"}
    gone = Archive(
        [*records().records.values(), replace(build(Place, place), path="records/place.yaml")]
    )
    found = {each.record.id: each.end for each in periods(gone)}
    assert str(found["amendment"]) == "2026-04-09"
    assert str(found["rule"]) == "2026-01-10"
    assert str(found["points-now"]) == "2026-04-20", "whose points go on, the batch does not say"
    assert "amendment" not in {each.record.id for each in displays(gone, DAY).now}
