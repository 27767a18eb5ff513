"""What of each kind of record is hidden on a day before it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yizhan.facts.as_seen import _is_reference, as_seen, begins_after, look_back
from yizhan.loading.parse import parse
from yizhan.model.amendment import Amendment
from yizhan.model.body import Body
from yizhan.model.claims import Claims
from yizhan.model.fields import fields_of
from yizhan.model.honour import Honour
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.points import Batch, Scheme
from yizhan.model.procedure import Procedure
from yizhan.model.record import Record
from yizhan.model.round import Round
from yizhan.model.rule import Rule

DAY = date(2026, 3, 1)


def make(model: Any, identifier: str, **fields: Any) -> Any:
    return parse(model, {"id": identifier, "title": identifier, **fields}, f"records/{identifier}")


def place(identifier: str, **fields: Any) -> Place:
    return make(Place, identifier, level="community", **fields)


def matter(identifier: str, day: str, *log: dict[str, Any], **fields: Any) -> Matter:
    raised = {"date": day, "by": "residents", "channel": "counter"}
    given = {"place": "p", "procedure": "q", "category": "noise", **fields}
    return make(Matter, identifier, raised=raised, log=list(log), **given)


def meeting(identifier: str, day: str, **fields: Any) -> Meeting:
    return make(Meeting, identifier, meeting_kind="joint_session", place="p", date=day, **fields)


def past(*records: Record) -> dict[str, Any]:
    return {each.id: each for each in look_back(records, lambda _: DAY)}


def test_a_record_begins_on_its_first_day() -> None:
    display = {"start": "2026-04-02", "end": "2026-04-09"}
    later: list[Record] = [
        place("p", established="2026-04"),
        make(Body, "b", body_kind="team", place="p", established="2026-03-02"),
        matter("m", "2026-03-02"),
        meeting("k", "2026-03-02"),
        make(Round, "r", date="2026-03-02", place="p", by="b"),
        make(Claims, "c", place="p", end="2026-03-31"),
        make(
            Amendment, "a", rule="u", changes=[], dossier=[{"stage": "draft", "date": "2026-03-02"}]
        ),
        make(Amendment, "a2", rule="u", changes=[], dossier=[]),
        make(Honour, "h", place="p", unit="building", date="2026-03-02"),
        make(Rule, "u", rule_kind="charter", place="p", wording="unknown", effective=2027),
        make(
            Rule,
            "u2",
            rule_kind="charter",
            place="p",
            wording="unknown",
            adopted={"date": "2026-03-02"},
            display=display,
        ),
        make(Batch, "z", scheme="s", date="2026-03-02", entries=[]),
    ]
    assert [each.id for each in later if not begins_after(each, DAY)] == ["a2"]
    assert not any(begins_after(each, date(2028, 1, 1)) for each in later)
    scheme = {"place": "p", "unit": "分", "items": []}
    assert begins_after(make(Scheme, "s", valid={"from": "2026-04"}, **scheme), DAY)
    assert not begins_after(make(Scheme, "s", **scheme), DAY)
    procedure = {"start": "x", "stages": [], "steps": []}
    assert begins_after(make(Procedure, "q", valid={"from": 2027}, **procedure), DAY)
    assert not begins_after(make(Procedure, "q", valid={"to": 2027}, **procedure), DAY)


def test_a_month_that_is_not_over_is_seen() -> None:
    assert not begins_after(matter("m", "2026-03"), DAY)


def test_what_is_later_is_left_out_and_the_rest_is_the_same_object() -> None:
    entries = [{"date": "2026-02-01", "step": "accept"}, {"date": "2026-03-05", "step": "x"}]
    one = matter("m", "2026-01-01", *entries)
    assert [each.step for each in as_seen(one, DAY).log] == ["accept"]
    assert [each.step for each in as_seen(one, DAY).later] == ["x"]
    assert as_seen(one, date(2026, 3, 5)) is one
    assert as_seen(as_seen(one, DAY), DAY) == as_seen(one, DAY)


def test_of_a_body_its_later_posts_and_its_end_are_left_out() -> None:
    display = {"start": "2026-03-10", "end": "2026-03-12"}
    body = make(
        Body,
        "b",
        body_kind="team",
        place="p",
        dissolved="2026-06-30",
        successors=["c"],
        posts=[
            {"title": "一"},
            {"title": "二", "start": "2026-04-01"},
            {"title": "三", "display": display},
        ],
    )
    seen = as_seen(body, DAY)
    assert (seen.dissolved, seen.successors) == (None, ())
    assert [(post.title, post.display) for post in seen.posts] == [("一", None), ("三", None)]
    assert as_seen(place("p", dissolved="2026-02-01", extent={"date": "2026-04"}), DAY).dissolved
    assert as_seen(place("p", extent={"date": "2026-04"}), DAY).extent is None


def test_of_a_selection_the_number_honoured_is_known_at_its_end() -> None:
    stages = [
        {"stage": "nominated", "date": "2026-02-01"},
        {"stage": "conferred", "date": "2026-03-10"},
    ]
    honour = make(
        Honour, "h", place="p", unit="building", date="2026-03-10", count=3, stages=stages
    )
    seen = as_seen(honour, DAY)
    assert (len(seen.stages), seen.count) == (1, None)
    assert as_seen(honour, date(2026, 3, 10)).count == 3


def test_of_a_selection_that_is_dated_later_no_earlier_stage_is_left_out() -> None:
    stages = [{"stage": "nominated", "date": "2026-02-01"}]
    honour = make(
        Honour, "h", place="p", unit="building", date="2026-03-10", count=3, stages=stages
    )
    assert as_seen(honour, DAY) is honour


def test_of_a_rule_filing_and_repeal_are_left_out() -> None:
    rule = make(
        Rule,
        "u",
        rule_kind="charter",
        place="p",
        wording="unknown",
        adopted={"date": "2026-01-01"},
        filing={"date": "2026-03-20"},
        repealed="2026-12-31",
    )
    assert (as_seen(rule, DAY).filing, as_seen(rule, DAY).repealed) == (None, None)
    assert as_seen(rule, date(2027, 1, 1)) is rule


def test_of_a_meeting_what_was_made_public_later_and_a_later_resolution_are_left_out() -> None:
    irregular = {
        "code": "T006",
        "article": "第二十七条",
        "reason": "照开。",
        "by": "b",
        "date": "2026-04-01",
        "resolution": {"result": "upheld", "by": "b", "date": "2026-05-01"},
    }
    decision = {
        "text": "x",
        "result": "adopted",
        "published": {"start": "2026-03-02", "end": "2026-03-09"},
        "irregular": [irregular],
    }
    one = meeting(
        "k",
        "2026-02-01",
        agenda=[{"title": "i", "decisions": [decision]}],
        follow_ups=[{"meeting": "j", "task": "t", "state": "done", "date": "2026-03-09"}],
    )
    seen = as_seen(one, DAY)
    found = seen.agenda[0].decisions[0]
    assert found.published is None
    assert found.irregular[0].resolution is None
    assert seen.follow_ups == ()


def test_a_batch_keeps_its_display() -> None:
    display = {"start": "2026-03-02", "end": "2026-03-09"}
    batch = make(Batch, "z", scheme="s", date="2026-03-01", entries=[], display=display)
    assert as_seen(batch, DAY).display is not None


def test_references_to_what_is_hidden_are_dropped() -> None:
    one = matter("m", "2026-01-01", related=["n", "o"], handler="b")
    seen = past(
        one, matter("n", "2026-03-02"), matter("o", "2026-01-01"),
        make(Body, "b", body_kind="team", place="p", established="2027"),
    )  # fmt: skip
    assert set(seen) == {"m", "o"}
    assert (seen["m"].related, seen["m"].handler) == (("o",), None)


def test_what_must_be_named_is_seen_though_it_begins_later() -> None:
    seen = past(
        place("child", parent="p"),
        place("p", established="2027"),
        matter("m", "2026-01-01", place="q"),
        place("q", established="2028", parent="p"),
    )
    assert {"m", "q"} <= set(seen)


def test_what_says_only_half_of_it_yet_says_nothing() -> None:
    split = matter("w", "2026-01-01", {"date": "2026-03-05", "step": "split", "into": ["m"]})
    named = matter("n", "2026-01-01", {"date": "2026-03-05", "step": "x", "meeting": "k"})
    seen = past(
        split, matter("m", "2026-02-01", part_of="w"), named,
        meeting("k", "2026-02-01", agenda=[{"title": "i", "matters": ["n"]}]),
        place("old", dissolved="2026-04-30"), place("new", predecessors=["old"]),
    )  # fmt: skip
    assert seen["m"].part_of is None
    assert seen["k"].agenda[0].matters == ()
    assert seen["new"].predecessors == ()
    assert seen["w"].log == ()


def test_what_was_said_by_then_stays_said() -> None:
    split = matter("w", "2026-01-01", {"date": "2026-02-05", "step": "split", "into": ["m"]})
    seen = past(
        split, matter("m", "2026-02-01", part_of="w"), matter("x", "2026-02-01", part_of="z")
    )
    assert (seen["m"].part_of, seen["x"].part_of) == ("w", "z")


@pytest.mark.parametrize(
    ("off", "day", "seen"),
    [
        (None, "2026-02-27", None),
        (None, "2026-03-01", (True, None)),
        ({"how": "cancelled", "date": "2026-03-09"}, "2026-03-08", (True, None)),
        ({"how": "cancelled", "date": "2026-03-09"}, "2026-03-09", (True, "cancelled")),
        ({"how": "cancelled"}, "2026-03-08", None),
        ({"how": "cancelled"}, "2026-03-12", (True, "cancelled")),
    ],
)
def test_a_meeting_called_off_was_planned_until_then(off, day, seen) -> None:
    more = {} if off is None else {"not_held": off}
    one = meeting(
        "k", "2026-03-12", planned=True, notice={"date": "2026-03-01", "how": "公告"}, **more
    )
    found = look_back([one], lambda _: date.fromisoformat(day))
    assert [(each.planned, each.not_held and str(each.not_held.how)) for each in found] == (
        [] if seen is None else [seen]
    )


def test_a_meeting_without_its_plan_is_seen_as_planned_before_it_was_called_off() -> None:
    one = meeting("k", "2026-03-12", not_held={"how": "postponed", "date": "2026-03-14"})
    (found,) = look_back([one], lambda _: date(2026, 3, 13))
    assert (found.planned, found.not_held) == (True, None)


def test_a_reference_is_what_names_another_record() -> None:
    """Walks are kept for each class, so that only the first of a process asks."""
    found = {each.name for each in fields_of(Matter) if _is_reference(each)}
    assert {"place", "procedure", "handler", "related"} <= found
    assert "title" not in found
