"""How matters end, and that lateness is remembered."""

from dataclasses import replace
from datetime import date

import pytest

from yizhan.facts.derivation import derive
from yizhan.facts.ending import Ending
from yizhan.facts.events import How
from yizhan.facts.metric_definitions import DEFINITIONS, Reason, positions
from yizhan.facts.monthly import Months
from yizhan.facts.on_record import not_before
from yizhan.facts.onward import last_of
from yizhan.loading.parse import build
from yizhan.model.archive import Archive
from yizhan.model.dates import PartialDate
from yizhan.model.procedure import Procedure
from yizhan.model.record import Correction
from yizhan.model.vocabulary import Family, Result

from .endings import ACCEPT, CONFIRM, DONE, verdict


@pytest.mark.parametrize(
    ("log", "family", "ending"),
    [
        ((ACCEPT,), Family.WORKING, Ending.OPEN),
        ((ACCEPT, DONE), Family.CLAIMED, Ending.OPEN),
        ((ACCEPT, DONE, CONFIRM), Family.CONFIRMED, Ending.NOTED),
        ((ACCEPT, DONE, verdict()), Family.CONFIRMED, Ending.CONFIRMED),
        ((ACCEPT, DONE, ("2026-03-18", "lapse")), Family.CONFIRMED, Ending.LAPSED),
        ((("2026-03-05", "refuse", {"reason": "x"}),), Family.UNSOLVED, Ending.REFUSED),
        ((("2026-03-05", "withdraw"),), Family.UNSOLVED, Ending.WITHDRAWN),
        ((("2026-03-05", "split", {"into": ["a"]}),), Family.WAITING, Ending.SPLIT),
        ((("2026-03-05", "merge", {"merged_into": "a"}),), Family.WAITING, Ending.MERGED),
        ((ACCEPT, DONE, CONFIRM, ("2026-04-01", "reopen")), Family.REOPENED, Ending.OPEN),
    ],
)
def test_what_ended_it(state, log, family, ending):
    now = state(*log)
    assert (now.family, now.ending) == (family, ending)


def test_a_confirmation_of_what_was_not_done_is_no_solution(state, summary_of, make):
    report = {"outcome": {"result": "not_feasible", "text": "x", "reason": "没有地"}}
    log = (ACCEPT, ("2026-03-10", "report", report), CONFIRM)
    assert (state(*log).ending, state(*log).result) == (Ending.NOTED, Result.NOT_FEASIBLE)
    summary = summary_of(make.matter(*log))
    assert [move.how for move in summary.events.moves if move.how] == [How.NOT_SOLVED]


@pytest.mark.parametrize(
    ("result", "agreed", "noted"),
    [
        ("solved", How.SOLVED, How.SOLVED_NOTED),
        ("partly", How.PARTLY, How.PARTLY_NOTED),
        ("explained", How.EXPLAINED, How.EXPLAINED_NOTED),
        ("not_feasible", How.NOT_SOLVED, How.NOT_SOLVED),
    ],
)
def test_months_tell_a_verdict_noted_by_the_office_apart(summary_of, make, result, agreed, noted):
    report = ("2026-03-10", "report", {"outcome": {"result": result, "text": "x", "reason": "x"}})

    def how(*log):
        return [move.how for move in summary_of(make.matter(*log)).events.moves if move.how]

    assert how(ACCEPT, report, verdict()) == [agreed]
    assert how(ACCEPT, report, CONFIRM) == [noted]


def test_months_tell_since_when_a_report_that_was_entered_later_is_on_record(summary_of, make):
    def since(*log):
        matter = make.matter(*log)
        return [each.since for each in summary_of(matter).events.moves]

    assert since(ACCEPT, DONE, CONFIRM) == [None, None, None]
    late = (DONE[0], DONE[1], DONE[2] | {"since": "2026-05-20"})
    assert since(ACCEPT, late) == [None, date(2026, 5, 20)]


@pytest.mark.parametrize(
    ("result", "how"),
    [("partly", How.STOPPED), ("explained", How.NOT_SOLVED), ("not_feasible", How.NOT_SOLVED)],
)
def test_what_is_dropped_after_a_part_of_it_is_told_so(summary_of, make, result, how):
    outcome = {"result": result, "text": "x", "reason": "x"}
    log = (ACCEPT, ("2026-03-10", "refuse", {"reason": "x", "outcome": outcome}))
    assert [each.how for each in summary_of(make.matter(*log)).events.moves if each.how] == [how]


def test_a_step_that_leads_astray_ends_nothing(state, make):
    steps = [
        {**step, "to": "handling"} if step["key"] == "confirm" else step
        for step in make.procedure["steps"]
    ]
    now = state(ACCEPT, DONE, CONFIRM, under=build(Procedure, {**make.procedure, "steps": steps}))
    assert (now.family, now.ending) == (Family.WORKING, Ending.OPEN)
    assert now.open
    steps = [
        {**step, "to": "closed"} if step["key"] == "accept" else step
        for step in make.procedure["steps"]
    ]
    now = state(ACCEPT, under=build(Procedure, {**make.procedure, "steps": steps}))
    assert (now.family, now.ending) == (Family.CONFIRMED, Ending.UNRECORDED)


@pytest.mark.parametrize(
    ("step", "result", "wrong"),
    [
        ("report", "withdrawn", True),
        ("report", "not_ours", False),
        ("refuse", "solved", True),
        ("refuse", "withdrawn", True),
        ("refuse", "explained", False),
        ("withdraw", "solved", True),
        ("withdraw", "withdrawn", False),
    ],
)
def test_a_result_that_contradicts_its_step(faults, step, result, wrong):
    outcome = {"result": result, "text": "x", "reason": "y"}
    if result == "not_ours":
        outcome["belongs_to"] = {"name": "县供电公司"}
    found = faults(ACCEPT, ("2026-03-10", step, {"outcome": outcome, "reason": "z"}))
    assert found == ([("contradictory_result", 1, "outcome")] if wrong else [])


@pytest.mark.parametrize(("result", "wrong"), [("solved", True), ("not_ours", False)])
def test_whose_it_is_is_said_of_what_is_somebody_elses(faults, result, wrong):
    outcome = {"result": result, "text": "x", "belongs_to": {"name": "县供电公司"}}
    found = faults(ACCEPT, ("2026-03-10", "report", {"by": "community", "outcome": outcome}))
    assert found == ([("owner_of_ours", 1, "outcome")] if wrong else [])


def test_closing_late_is_remembered(state, summary_of, make):
    log = (ACCEPT, ("2026-03-20", "report", DONE[2]), ("2026-03-21", "confirm"))
    now = state(*log)
    assert [(each.before.key, each.late_days) for each in now.left_late] == [("handling", 3)]
    assert (now.late_days, now.most_late, summary_of(make.matter(*log)).left_late) == (0, 3, 3)


def test_a_report_dated_back_erases_no_lateness(state):
    report = ("2026-03-13", "report", {**DONE[2], "since": "2026-03-24"})
    assert [each.late_days for each in state(ACCEPT, report).left_late] == [5]
    early = ("2026-03-13", "report", {**DONE[2], "since": "2026-03-17"})
    assert not state(ACCEPT, early).left_late


@pytest.mark.parametrize(
    ("day", "late", "in_time"),
    [
        ("2026-03-13", [], None),
        ("2026-03-17", [], None),
        ("2026-03-18", [1], False),
        ("2026-03-24", [5], False),
        ("2026-12-01", [5], False),
    ],
)
def test_on_a_day_before_it_was_on_record_it_is_as_late_as_that_day(state, day, late, in_time):
    report = ("2026-03-13", "report", {**DONE[2], "since": "2026-03-24"})
    now = state(ACCEPT, report, as_of=day)
    assert [each.late_days for each in now.left_late] == late
    assert now.history[-1].in_time is in_time


def test_an_extension_after_the_last_day_comes_too_late(state):
    late = ("2026-03-20", "extend", {"until": "2026-04-30", "reason": "x"})
    assert [each.late_days for each in state(ACCEPT, late).left_late] == [3]
    early = ("2026-03-10", "extend", {"until": "2026-04-30", "reason": "x"})
    assert not state(ACCEPT, early).left_late


def corrected(matter, **fields):
    made = Correction(date=PartialDate.parse("2026-04-10"), reason="录错了", **fields)
    return replace(matter, corrections=(made,))


@pytest.mark.parametrize(
    ("was", "log", "ending"),
    [
        ({"step": "confirm", "date": "2026-03-12"}, (ACCEPT, DONE), Ending.ANNULLED),
        ({"step": "merge", "date": "2026-03-12"}, (ACCEPT,), Ending.ANNULLED),
        ({"step": "progress", "date": "2026-03-12"}, (ACCEPT, DONE), Ending.OPEN),
        ({"step": "nonsense", "date": "2026-03-12"}, (ACCEPT, DONE), Ending.OPEN),
        ({"step": "confirm"}, (ACCEPT, DONE, ("2026-05-01", "object")), Ending.OPEN),
        ({"step": "confirm"}, (ACCEPT, DONE, CONFIRM), Ending.NOTED),
    ],
)
def test_an_annulled_end_is_said(make, procedure, common_steps, weekdays, was, log, ending):
    matter = corrected(make.matter(*log), at="log/x", annul=True, was=was)
    now = derive(matter, procedure, common_steps, date(2099, 1, 1), weekdays)
    assert now.ending is ending


def test_before_it_was_closed_nothing_had_been_annulled(make, procedure, common_steps, weekdays):
    was = {"step": "confirm", "date": "2026-03-12"}
    matter = corrected(make.matter(ACCEPT, DONE), at="log/x", annul=True, was=was)
    days = (date(2026, 3, 11), date(2026, 3, 12))
    found = [derive(matter, procedure, common_steps, day, weekdays).ending for day in days]
    assert found == [Ending.OPEN, Ending.ANNULLED]


def test_a_merger_is_followed_to_its_end(state):
    def merged(into):
        return state(("2026-03-05", "merge", {"merged_into": into}))

    done = state(ACCEPT, DONE, CONFIRM)
    states = {"a": merged("b"), "b": merged("c"), "c": done, "x": merged("y"), "y": merged("x")}
    assert last_of(states, states["a"]) is done
    assert last_of(states, done) is done
    assert last_of(states, states["x"]) is None
    gone = merged("nowhere")
    assert last_of(states, gone) is gone


def test_a_month_that_ended_late_stays_so_when_a_report_is_dated_back(make, summary_of):
    report = ("2026-03-13", "report", {**DONE[2], "since": "2026-04-10"})
    spans = summary_of(make.matter(ACCEPT, report)).events.spans
    assert [(each.due.day, each.met) for each in spans if each.due.day == date(2026, 3, 17)] == [
        (date(2026, 3, 17), date(2026, 4, 10))
    ]


def test_an_open_matter_that_may_be_late_is_not_told_to_be_in_time(state):
    ever = next(each for each in DEFINITIONS if each.key == "late_ever").measure
    now = state(raised="2026-04", as_of="2026-04-20")
    assert ever(now, now.as_of) is Reason.VAGUE_DATE
    later = state(raised="2026-04", as_of="2026-06-20")
    assert ever(later, later.as_of) == 1


@pytest.mark.parametrize(
    ("day", "first", "left"),
    [
        ("2026-05", date(2026, 5, 10), (date(2026, 5, 10), date(2026, 5, 31))),
        ("2026-05-12", date(2026, 5, 10), (date(2026, 5, 12), date(2026, 5, 12))),
    ],
)
def test_readings_before_a_day_fall_away(day, first, left):
    found = not_before(PartialDate.parse(day), first)
    assert (found.earliest, found.latest) == left


def test_a_hand_over_that_is_answered_late_stays_so(state):
    handed = ("2026-03-05", "handover", {"by": "community", "to": "street"})
    taken = ("2026-03-17", "take_over", {"by": "street"})
    passage = state(ACCEPT, handed, taken).history[-1]
    assert (passage.answered.day, passage.answered_late) == (date(2026, 3, 10), 5)
    early = ("2026-03-09", "send_back", {"by": "street", "reason": "x"})
    assert state(ACCEPT, handed, early).history[-1].answered_late == 0


def test_the_office_records_what_came_of_it_after_the_last_day_to_answer(state, make):
    stages = [
        {**each, "limits": [{"days": 2}]} if each["key"] == "done" else each
        for each in make.procedure["stages"]
    ]
    under = build(Procedure, {**make.procedure, "stages": stages})
    done = (DONE[0], DONE[1], DONE[2] | {"until": "2026-05-20"})
    assert state(ACCEPT, done, under=under).due.day == date(2026, 5, 20)
    assert state(ACCEPT, DONE, under=under).due.day == date(2026, 3, 17)


def test_a_month_set_by_hand_is_shown_as_one(state):
    extended = ("2026-03-10", "extend", {"by": "community", "until": "2026-05", "reason": "x"})
    due = state(ACCEPT, extended).due
    assert (due.day, due.shown.text) == (date(2026, 5, 31), "2026-05")


def test_what_a_withdrawal_amounts_to_is_no_result(summary_of, make):
    log = (ACCEPT, DONE, ("2026-03-12", "withdraw"))
    moves = summary_of(make.matter(*log)).events.moves
    assert [move.how for move in moves if move.how] == [How.WITHDRAWN]


def test_a_month_tells_what_was_late_before_it_went_on_in_another(make, summary_of, weekdays):
    merged = ("2026-04-10", "merge", {"by": "community", "merged_into": "b"})
    matter = make.matter(ACCEPT, merged)
    found = Months(Archive(()), [summary_of(matter)], (), date(2026, 4, 30), weekdays)
    march, april = found.of("2026-03"), found.of("2026-04")
    assert (march.opened, march.open_count) == ([matter.id], 1)
    assert [(each.matter, each.late_days) for each in march.late] == [(matter.id, 10)]
    assert (april.late, april.open_count) == ([], 0)
    (went,) = april.gone
    assert (went.matter, went.ending, went.late_days) == (matter.id, Ending.MERGED, 18)


def test_a_hand_over_waits_no_longer_once_the_matter_was_merged(make, summary_of, weekdays):
    handed = ("2026-03-05", "handover", {"by": "community", "to": "street"})
    merged = ("2026-04-10", "merge", {"by": "community", "merged_into": "b"})
    found = Months(
        Archive(()),
        [summary_of(make.matter(ACCEPT, handed, merged))],
        (),
        date(2026, 5, 31),
        weekdays,
    )
    waiting = {key: len(found.of(key).pending) for key in ("2026-03", "2026-04", "2026-05")}
    assert waiting == {"2026-03": 1, "2026-04": 0, "2026-05": 0}


def test_what_was_remembered_is_counted_of_what_was_merged_or_split(make, summary_of):
    for end in (("merge", {"merged_into": "b"}), ("split", {"into": ["b", "c"]})):
        early = summary_of(make.matter(ACCEPT, ("2026-03-09", *end)))
        late = summary_of(make.matter(ACCEPT, ("2026-04-10", *end)))
        for key, expected in (("late_ever", [0, 1]), ("reopened", [Reason.NEVER_DONE] * 2)):
            (at,) = positions(key)
            assert [each.measures[at] for each in (early, late)] == expected
        (closed,) = positions("closed_late")
        assert isinstance(late.measures[closed], Reason)
