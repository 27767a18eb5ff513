"""Until when a rule bound: by repeal, annulment, or because it was never adopted."""

from dataclasses import replace
from datetime import date

import pytest

from yizhan.facts.irregular import State, all_acts, has_effect, rule_rests_on, state_on
from yizhan.facts.rule_end import Ended, bound, end_of, makers_of_rules
from yizhan.facts.rule_text import text_on
from yizhan.loading.parse import build
from yizhan.model.amendment import Amendment
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.meeting import Meeting
from yizhan.model.record import Irregularity
from yizhan.model.rule import Rule

AFTER = date(2026, 7, 1)


def body(identifier, kind, place="cun", title=None):
    data = {"id": identifier, "title": title or identifier, "body_kind": kind, "place": place}
    return build(Body, data)


BODIES = (
    body("assembly", "assembly"),
    body("elsewhere", "assembly", "xcun"),
    body("representatives", "assembly", title="村民代表会议"),
    body("council", "council"),
    body("party", "party"),
    body("committee", "committee"),
    body("town", "government", "zhen"),
)


def said(code, result=None, by="assembly", day="2026-05-01", **more):
    data = {"code": code, "reason": "如此。", "by": "committee", "date": "2026-04-01"}
    if result is not None:
        data["resolution"] = {"result": result, "by": by, "date": day, **more}
    return build(Irregularity, data)


def rule(*acknowledged, kind="village_rules", **more):
    data = {
        "id": "r",
        "title": "规约",
        "rule_kind": kind,
        "place": "cun",
        "wording": "verbatim",
        "adopted": {"date": "2026-03-10"},
        "effective": "2026-03-12",
        "chapters": [{"key": "c", "articles": [{"key": "a", "text": "旧。"}]}],
        **more,
    }
    return replace(build(Rule, data), irregular=acknowledged)


def agreed(by, kind):
    """A meeting of an assembly that adopted the rule on the days on which it is said to be ratified."""
    item = {"title": "规约", "rules": ["r"], "decisions": [{"text": "通过。", "result": "adopted"}]}
    there = {"basis": "persons", "due": 100, "present": 90}
    data = {"id": f"agreed-{by}", "title": "会", "meeting_kind": kind, "place": "cun"}
    return build(Meeting, data | {"date": "2026-05-01", "attendance": there, "agenda": [item]})


MEETINGS = (
    agreed("assembly", "villagers_assembly"),
    agreed("representatives", "villagers_representatives"),
)


def archive(*records):
    return Archive((*BODIES, *MEETINGS, *records))


@pytest.mark.parametrize(
    ("made", "why", "last"),
    [
        (rule(), None, None),
        (rule(repealed="2026-06-30"), Ended.REPEALED, "2026-06-30"),
        (rule(said("L006")), None, None),  # contestable: as recorded
        (rule(said("L006", "annulled")), Ended.ANNULLED, "2026-04-30"),
        (rule(said("L006", "annulled", from_beginning=True)), Ended.VOID, "2026-03-09"),
        (rule(said("L006", "annulled", "party", from_beginning=True)), None, None),
        (rule(said("L006", "annulled", day="2026-05")), Ended.ANNULLED, "2026-05"),
        (rule(said("L006", "annulled"), repealed="2026-06-30"), Ended.ANNULLED, "2026-04-30"),
        (rule(said("L006", "annulled"), repealed="2026-04-15"), Ended.REPEALED, "2026-04-15"),
        (rule(said("L007")), Ended.NEVER, "2026-03-09"),
        (rule(said("L007"), repealed="2026-06-30"), Ended.NEVER, "2026-03-09"),
        (rule(said("L007", "ratified", "party")), Ended.UNSETTLED, "2026-03-09"),
        (rule(said("L007", "upheld", "town")), Ended.UNSETTLED, "2026-03-09"),
        (rule(said("L007", "ratified")), None, None),
        (rule(said("L007"), adopted=None, effective=None), None, None),
    ],
)
def test_until_when_a_rule_bound(made, why, last) -> None:
    found = end_of(made, archive(made))
    assert (found and found.why, found and str(found.day)) == (why, last)
    assert str(bound(made, archive(made)).repealed) == str(last)


@pytest.mark.parametrize(
    ("by", "kind", "counts"),
    [
        ("assembly", "village_rules", True),
        ("representatives", "village_rules", False),
        ("council", "village_rules", False),
        ("party", "village_rules", False),
        ("committee", "village_rules", False),
        ("town", "village_rules", False),
        ("elsewhere", "village_rules", False),
        ("nobody", "village_rules", False),
        ("council", "measures", True),
        ("representatives", "measures", True),
        ("committee", "measures", False),
    ],
)
def test_only_those_who_could_adopt_make_good_what_was_not_adopted(by, kind, counts) -> None:
    made = rule(said("L007", "ratified", by), kind=kind)
    where = archive(made)
    (act,) = all_acts(where, ())
    assert state_on(act.said, AFTER) is (State.RATIFIED if counts else State.UNSETTLED)
    assert has_effect(rule_rests_on(made, where), AFTER) is (True if counts else None)
    assert has_effect(rule_rests_on(made, where), date(2026, 4, 30)) is False


def test_a_ratification_counts_from_its_own_day() -> None:
    made = rule(said("L007", "ratified"))
    assert str(bound(made, archive(made)).effective) == "2026-05-01"
    vague = rule(said("L007", "ratified", day="2026-05"))
    assert has_effect(rule_rests_on(vague, archive(vague)), date(2026, 5, 10)) is None
    late = rule(said("L007", "ratified"), effective="2026-08-01")
    assert str(bound(late, archive(late)).effective) == "2026-08-01"


def test_nobody_ratifies_an_election() -> None:
    elected = replace(rule(), irregular=(said("G016", "ratified"),))
    amendment = build(
        Amendment, {"id": "x", "title": "修订", "rule": "missing", "changes": [], "dossier": []}
    )
    amendment = replace(amendment, irregular=(said("N011", "ratified"),))
    states = [state_on(act.said, AFTER) for act in all_acts(archive(amendment), ())]
    assert states == [State.UNSETTLED], "of a rule that is not there nobody could adopt anything"
    assert rule_rests_on(elected, archive(elected))[0].code == "G016"


@pytest.mark.parametrize(
    ("acknowledged", "last"),
    [
        ((), "None"),
        ((said("L006"),), "None"),
        ((said("L006", "annulled"),), "2026-04-30"),
        ((said("L007"),), None),
        ((said("L007", "ratified", "party"),), None),
    ],
)
def test_what_never_bound_says_nothing_of_how_is_decided(acknowledged, last) -> None:
    decides = replace(rule(*acknowledged), decision_rules=("k",))
    silent = replace(rule(), id="silent")
    found = [str(each.repealed) for each in makers_of_rules(archive(decides, silent))]
    assert found == ([] if last is None else [last])


def test_no_amendment_changes_the_text_of_what_never_bound() -> None:
    change = {"operation": "replace", "article": "a", "text": "新。"}
    dossier = [{"stage": "effect", "date": "2026-06-10"}]
    amendment = build(
        Amendment,
        {"id": "x", "title": "修订", "rule": "r", "changes": [change], "dossier": dossier},
    )
    lawful, void = rule(), rule(said("L007"))
    assert text_on(bound(lawful, archive(lawful)), [amendment], AFTER).find("a").text == "新。"
    assert text_on(bound(void, archive(void)), [amendment], AFTER).find("a").text == "旧。"
    assert PartialDate.parse("2026-03-09") == bound(void, archive(void)).repealed
