"""Who met settles what was dealt with there, and only without a flaw of the meeting's own."""

from dataclasses import replace

import pytest

from yizhan.facts.settled import (
    Hindrance,
    NotShown,
    hindrance,
    met_anew,
    settles,
    weighed,
)
from yizhan.model.archive import Archive

from .settled_acts import (
    BODIES,
    BODY,
    MEASURES,
    PLACES,
    REPS,
    RULE,
    TALK,
    THERE,
    acknowledged,
    agreed,
    meeting,
)


def later(title="修路", text="修路。", by="villagers_representatives", **more):
    item = {"title": title, "decisions": [{"text": text, "result": "adopted"}]}
    item |= more.pop("item", {})
    more = {"attendance": THERE, "agenda": [item]} | more
    return meeting(by, "later", "2026-05-20", **more)


def open_mark(**more):
    return {"code": "T006", "reason": "人不够。", "by": "town", "date": "2026-05-21"} | more


@pytest.mark.parametrize(
    ("anew", "shown"),
    [
        (later(), True),
        (later("谈修水渠", "修水渠。"), False),
        (later("上次的事", "追认3月10日会议的决定。"), True),
        (later("上次的事", "追认3月10日会议的决定；食宿一项不追认。"), True),
        (later("上次的事", "不追认3月10日会议的决定。"), False),
        (later("上次的事", "传达3月10日会议精神。"), False),
        (later("上次的事", "追认13月10日会议的决定。"), False),
        (later("修路", "修路的事不予追认。"), False),
        (later("修路", "修路的事下次再议。"), False),
        (later(irregular=[open_mark()]), False),
        (later(item={"irregular": [open_mark()]}), False),
        (later(irregular=[open_mark(code="T017")]), True),
        (later(irregular=[open_mark(resolution={"result": "upheld", "by": "court", "date": "2026-06-01"})]), True),
        (later(irregular=[open_mark(resolution={"result": "upheld", "by": "party", "date": "2026-06-01"})]), False),
        (later(irregular=[open_mark(resolution={"result": "annulled", "by": "court", "date": "2026-06-01"})]), False),
        (later(attendance={"basis": "persons", "due": 100}), False),
    ],
)  # fmt: skip
def test_a_meeting_anew_settles_what_it_dealt_with_and_only_without_a_flaw_of_its_own(
    anew, shown
) -> None:
    archive = Archive((*PLACES, *BODIES, REPS, anew))
    said = acknowledged("T006", "ratified", "reps")
    assert settles(said, REPS, archive) is shown
    assert (hindrance(said, REPS, archive) is Hindrance.NO_MEETING) is not shown
    assert isinstance(weighed(said, REPS, archive), NotShown) is not shown


def test_of_a_council_that_met_anew_no_law_asks_how_many_there_were() -> None:
    said = acknowledged("T008", "ratified", "council")
    anew = later(by="building_deliberation", attendance=None)
    assert settles(said, TALK, Archive((*PLACES, *BODIES, TALK, anew)))
    council = Archive(BODIES).body("council")
    assert council is not None
    assert met_anew(council, TALK, said, Archive((*BODIES, anew)))


def test_where_nothing_is_resolved_nobody_met_anew_on_it() -> None:
    archive = Archive((*PLACES, *BODIES, REPS, later()))
    said = acknowledged("T006", "ratified", "reps")
    reps = archive.body("reps")
    assert reps is not None
    assert met_anew(reps, REPS, said, archive)
    assert not met_anew(reps, REPS, replace(said, resolution=None), archive)


def test_an_annulment_by_those_who_met_anew_may_well_refuse() -> None:
    said = acknowledged("T006", "annulled", "reps")
    archive = Archive((*PLACES, *BODIES, REPS, later("修路", "修路的决定撤销。")))
    assert settles(said, REPS, archive)


def test_of_several_things_each_is_dealt_with_and_of_one_motion_that_one() -> None:
    two = [
        {"text": "修甲段道路。", "result": "adopted"},
        {"text": "修乙段道路。", "result": "adopted"},
    ]
    said = acknowledged("T006", "ratified", "reps")
    record = meeting("villagers_representatives", agenda=[{"title": "修路", "decisions": two}])
    decisions = record.agenda[0].decisions
    marked = replace(decisions[1], irregular=(said,))
    item = replace(record.agenda[0], decisions=(decisions[0], marked))
    record = replace(record, agenda=(item,))
    for text, answer in (("修甲段道路。", False), ("修乙段道路。", True)):
        archive = Archive((*PLACES, *BODIES, record, later("再开", text)))
        assert settles(said, record, archive) is answer, text
    named = meeting("villagers_representatives", agenda=[
        {"title": "规约", "rules": ["r", "gone"], "decisions": two[:1]},
        {"title": "听汇报"},
    ])  # fmt: skip
    for rules, answer in ((["r", "gone"], True), (["r"], False), (["gone"], False)):
        archive = Archive((*PLACES, *BODIES, RULE, named, later(item={"rules": rules})))
        assert settles(said, named, archive) is answer, rules


def test_who_presides_is_agreed_to_where_the_post_is_filled() -> None:
    elected = {
        "post": "主任", "title": "选举", "body": "committee", "seats": 1,
        "result": "elected", "candidates": [{"actor": {"name": "甲"}, "elected": True}],
    }  # fmt: skip
    elected.pop("candidates")
    anew = later(
        "补选",
        by="villagers_assembly",
        item={"decisions": [], "elections": [elected | {"candidates": []}]},
    )
    said = acknowledged("G009", "ratified", "all")
    assert settles(said, BODY, Archive((*PLACES, *BODIES, anew)))


def test_representatives_never_overrule_what_the_assembly_voted_down() -> None:
    said = acknowledged("L007", "ratified", "reps")
    down = meeting("villagers_assembly", "down", "2026-03-10", "rejected")
    down = replace(down, agenda=(replace(down.agenda[0], rules=("r",)),))
    for before, why in (((), None), ((down,), Hindrance.OVERRULED)):
        archive = Archive((*PLACES, *BODIES, MEASURES, *agreed(MEASURES)[1:], *before))
        assert hindrance(said, MEASURES, archive) is why
    by_all = acknowledged("L007", "ratified", "all")
    archive = Archive((*PLACES, *BODIES, MEASURES, *agreed(MEASURES), down))
    assert hindrance(by_all, MEASURES, archive) is None
    none = Archive((*PLACES, *BODIES, MEASURES, down))
    assert hindrance(by_all, MEASURES, none) is Hindrance.NO_MEETING
