"""What follows from an irregular act: every rule × every resolution, before its day and after."""

from dataclasses import replace
from datetime import date

import pytest

from yizhan.facts.effects import EFFECTS
from yizhan.facts.ending import Ending
from yizhan.facts.irregular import (
    Act,
    State,
    acts_of,
    all_acts,
    binds,
    happened_by,
    has_effect,
    is_void,
    known_on,
    marked_in,
    rests_on,
    rule_rests_on,
    state_on,
    unbacked,
)
from yizhan.facts.matter_marks import MatterMark
from yizhan.facts.monthly import Months
from yizhan.facts.overview import overview
from yizhan.facts.rule_text import text_on
from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.finding import Effect
from yizhan.model.matter import Matter
from yizhan.model.meeting import Meeting
from yizhan.model.place import Place
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule

BEFORE, DAY, AFTER = date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 2)
CODE = {effect: next(code for code, each in EFFECTS.items() if each is effect) for effect in Effect}


def said(code, result=None, day="2026-05-01", **more):
    data = {"code": code, "reason": "如此。", "by": "committee", "date": "2026-04-01"}
    if result is not None:
        data["resolution"] = {"result": result, "by": "town", "date": day, **more}
    return build(Irregularity, data)


OPEN = {Effect.CONDITION: False, Effect.DUTY: True, Effect.UNSAID: None}


@pytest.mark.parametrize("effect", Effect)
@pytest.mark.parametrize(
    ("result", "after"), [("upheld", True), ("ratified", True), ("annulled", False)]
)
def test_every_rule_and_resolution_has_its_answer(effect, result, after) -> None:
    code = CODE[effect] if effect is not Effect.CONDITION else "M007"
    assert has_effect([said(code)], AFTER) is OPEN[effect]
    resolved = [said(code, result)]
    assert has_effect(resolved, BEFORE) is OPEN[effect], "until its day nobody resolved it"
    if effect is Effect.CONDITION and result != "annulled":
        after = None  # no article lets anybody make up for it
    assert has_effect(resolved, DAY) is after
    assert has_effect(resolved, AFTER) is after
    assert state_on(resolved[0], BEFORE) is State.OPEN
    assert state_on(resolved[0], AFTER) is State(result)


@pytest.mark.parametrize("code", ["L007", "N011"])
@pytest.mark.parametrize("result", ["upheld", "ratified"])
def test_what_was_not_adopted_does_not_bind_by_what_others_say_later(code, result) -> None:
    kept = [said(code, result)]
    assert has_effect(kept, BEFORE) is False
    assert has_effect(kept, AFTER) is None
    assert state_on(kept[0], AFTER) is State.UNSETTLED
    assert not binds(kept, AFTER)


def test_an_annulment_known_to_the_month_is_not_shown_until_the_month_is_over() -> None:
    vague = [said("T006", "annulled", "2026-05")]
    assert has_effect(vague, date(2026, 5, 10)) is None
    assert has_effect(vague, date(2026, 5, 31)) is False


def test_an_annulment_from_the_beginning_is_none_from_the_day_it_is_known() -> None:
    void = [said("T006", "annulled", "2026-05", from_beginning=True)]
    assert has_effect(void, date(2026, 5, 10)) is False


def test_of_several_the_worst_counts() -> None:
    assert has_effect([], DAY) is True
    assert has_effect([said("T017"), said("T006")], DAY) is None
    assert has_effect([said("T017"), said("T006"), said("M007")], DAY) is False


def test_a_step_that_the_procedure_refuses_needs_no_second_refusal() -> None:
    assert not is_void([said("M002"), said("M023")], DAY)
    assert is_void([said("M002"), said("M023", "annulled")], DAY)
    assert not is_void([said("M013"), said("M027"), said("M028")], DAY)


def test_what_nothing_backs_takes_no_effect_away() -> None:
    (act,) = acts_of(MATTER)
    marked = unbacked(MATTER, [act.pointer])
    assert marked_in(MATTER) == ()
    assert marked_in(marked) == (f"Unbacked {act.pointer}",)
    (now,) = acts_of(marked)
    assert state_on(now.said, DAY) is State.UNBACKED
    assert has_effect([now.said], DAY) is True
    assert (now.said.code, now.said.reason) == (act.said.code, act.said.reason)


def test_what_nothing_backs_can_have_been_annulled_all_the_same() -> None:
    void = replace(MATTER, irregular=(said("T006", "annulled"),))
    marked = unbacked(void, [("irregular", 0)])
    assert state_on(marked.irregular[0], AFTER) is State.ANNULLED
    assert has_effect(marked.irregular, AFTER) is False


MATTER = build(
    Matter,
    {
        "id": "m",
        "title": "路灯",
        "place": "p",
        "procedure": "q",
        "category": "noise",
        "raised": {"date": "2026-01-01", "by": "residents", "channel": "counter"},
        "log": [
            {
                "date": "2026-01-02",
                "step": "accept",
                "irregular": [{"code": "M002", "reason": "x", "by": "c", "date": "2026-01-03"}],
            }
        ],
    },
)


def test_acts_are_found_wherever_they_are_and_of_matters_only_those_named() -> None:
    (act,) = acts_of(MATTER)
    assert act.pointer == ("log", 0, "irregular", 0)
    archive = Archive((MATTER,))
    assert [each.said.code for each in all_acts(archive, ["m", "gone"])] == ["M002"]
    assert list(all_acts(archive, [])) == []


RULE = build(
    Rule,
    {
        "id": "r",
        "title": "村规民约",
        "rule_kind": "village_rules",
        "place": "p",
        "wording": "verbatim",
        "effective": "2026-01-01",
        "adopted": {"date": "2025-12-01", "meeting": "made"},
        "chapters": [{"key": "text", "articles": [{"key": "one", "text": "一"}]}],
        "irregular": [{"code": "L003", "reason": "x", "by": "c", "date": "2026-01-01"}],
    },
)


def amendment(*irregular):
    entry = [{"code": "N005", "reason": "x", "by": "c", "date": "2026-02-01"}] if irregular else []
    return build(
        Amendment,
        {
            "id": "a",
            "title": "修正案",
            "rule": "r",
            "changes": [{"operation": "insert", "article": "two", "text": "二"}],
            "dossier": [
                {"stage": "vote", "date": "2026-02-01", "meeting": "voted"},
                {"stage": "effect", "date": "2026-03-01", "irregular": entry},
            ],
        },
    )


def meeting(identifier, about, **more):
    decision = {"text": "通过。", "result": "adopted", **more}
    return build(
        Meeting,
        {
            "id": identifier,
            "title": "村民会议",
            "meeting_kind": "villagers_assembly",
            "place": "p",
            "date": "2026-02-01",
            "agenda": [{"title": "甲", **about, "decisions": [decision]}],
        },
    )


def data(code, **resolution):
    found = {"code": code, "reason": "x", "by": "c", "date": "2026-02-02"}
    return [found | ({"resolution": resolution} if resolution else {})]


def keys_on(day, vote) -> list[str]:
    places = [
        build(Place, {"id": "d", "title": "区", "level": "district"}),
        build(Place, {"id": "p", "title": "村", "level": "village", "parent": "d"}),
    ]
    bodies = [
        build(Body, {"id": "court", "title": "人民法院", "body_kind": "department", "place": "d"}),
        build(Body, {"id": "town", "title": "政府", "body_kind": "government", "place": "d"}),
    ]
    archive = Archive((RULE, amendment(), vote, *places, *bodies))
    found = text_on(RULE, [amendment()], day, lambda each: rests_on(each, archive))
    return [article.key for article in found.articles()]


def test_an_amendment_whose_vote_was_annulled_is_in_force_until_that_day() -> None:
    annulled = data("T006", result="annulled", by="court", date="2026-05-01")
    vote = meeting("voted", {"amendments": ["a"]}, irregular=annulled)
    assert keys_on(BEFORE, vote) == ["one", "two"]
    assert keys_on(DAY, vote) == ["one"]


def test_an_amendment_that_can_be_contested_is_in_force_and_an_upheld_one_too() -> None:
    assert keys_on(AFTER, meeting("voted", {"amendments": ["a"]}, irregular=data("T006"))) == [
        "one",
        "two",
    ]
    upheld = data("T006", result="upheld", by="town", date="2026-05-01")
    assert keys_on(AFTER, meeting("voted", {"amendments": ["a"]}, irregular=upheld)) == [
        "one",
        "two",
    ]


def test_another_items_irregularity_is_not_the_amendments() -> None:
    vote = meeting("voted", {"amendments": ["b"]}, irregular=data("T006"))
    assert rests_on(amendment(), Archive((vote,))) == ()
    assert [each.code for each in rests_on(amendment(1), Archive(()))] == ["N005"]


def test_a_rule_rests_on_the_meeting_that_adopted_it_and_not_on_one_of_its_decision_rules() -> None:
    made = meeting("made", {"rules": ["r"]}, irregular=data("T006"))
    assert [each.code for each in rule_rests_on(RULE, Archive((made,)))] == ["T006"]
    assert (
        rule_rests_on(RULE, Archive((meeting("made", {"rules": ["s"]}, irregular=data("T006")),)))
        == ()
    )
    assert rule_rests_on(RULE, Archive(())) == ()


def void(step, day, **more):
    ended = {"result": "annulled", "by": "town", "date": "2026-05-01"}
    mark = {"code": "M023", "reason": "如此。", "by": "committee", "date": "2026-04-01"}
    return (day, step, {"irregular": [{**mark, "resolution": ended}], **more})


def test_what_was_annulled_as_irregular_moves_nothing(state) -> None:
    accept = ("2026-03-03", "accept", {"by": "community"})
    refused = void("refuse", "2026-03-05", by="community", reason="没有地")
    assert state(accept, refused, as_of="2026-04-30").ending is Ending.REFUSED
    assert state(accept, refused, as_of="2026-05-02").ending is Ending.ANNULLED
    progress = void("progress", "2026-03-05", by="community")
    assert state(accept, progress, as_of="2026-05-02").ending is Ending.OPEN


def test_groups_know_what_is_irregular(make, summary_of) -> None:
    plain = summary_of(make.matter())
    marked = plain._replace(id="b", marks=(MatterMark.IRREGULAR,))
    found = overview(Archive(()), {each.id: each for each in (plain, marked)})
    assert found.irregular == ["b"]


def test_months_tell_when_an_act_was_acknowledged_and_resolved(weekdays) -> None:
    twice, once = said("T006", "upheld", "2026-05-09"), said("T006", "upheld", "2026-04-20")
    vague = replace(said("T006"), date=PartialDate.parse("2026"))
    meeting = {"id": "m", "title": "会", "meeting_kind": "other", "place": "shili-cun"}
    record = build(Meeting, {**meeting, "date": "2026-03-22"})
    acts = [Act(record, (), each) for each in (twice, once, vague)]
    months = Months(Archive(()), (), (), date(2026, 5, 10), weekdays, acts)
    told = {key: [act.said for act in months.of(key).irregular] for key in ("2026-04", "2026-05")}
    assert told == {"2026-04": [twice, once], "2026-05": [twice]}


def test_what_is_known_by_year_alone_has_happened_today_and_is_not_told_of_a_day_before() -> None:
    data = {"code": "T006", "reason": "如此。", "by": "b", "date": "2026-03-12"}
    year = {"result": "annulled", "by": "b", "date": "2026"}
    said = build(Irregularity, data | {"resolution": year})
    today, march = date(2026, 11, 30), date(2026, 3, 31)
    assert state_on(known_on(said, march, today), march) is State.OPEN
    assert known_on(said, today, today) is said
    assert has_effect((happened_by(said, today),), today) is False
    assert str(happened_by(said, today).resolution.date) == "2026"
    for day in ("2026-03-20", "2027"):
        one = build(Irregularity, data | {"resolution": year | {"date": day}})
        assert happened_by(one, today) is one
        assert known_on(one, march, today) is one
    nothing = build(Irregularity, data)
    assert known_on(nothing, march, today) is nothing is happened_by(nothing, today)
