from datetime import date

import pytest

from yizhan.facts.deadlines import DueSource
from yizhan.facts.ending import Ending
from yizhan.facts.speakers import Bodies
from yizhan.loading.parse import build
from yizhan.model.matter import Outcome, Verdict
from yizhan.model.procedure import Procedure
from yizhan.model.vocabulary import Action, Family, Result

ACCEPT = ("2026-03-03", "accept", {"by": "community"})
DONE = ("2026-03-10", "report", {"outcome": {"result": "solved", "text": "办好了。"}})


def test_an_empty_log_waits_at_the_start(state):
    now = state(as_of="2026-03-03", handler="grid")
    assert (now.stage.key, now.family, now.handler) == ("raised", Family.WAITING, "grid")
    assert now.open
    assert now.opened_on.text == now.entered.text == "2026-03-02"
    assert (now.due.day, now.due.source) == (date(2026, 3, 4), DueSource.LIMIT)
    assert not now.late
    assert now.history == ()


def test_late_by_working_days(state):
    assert state(as_of="2026-03-09").late_days == 3
    assert state(as_of="2026-03-09").late


def test_accepting_gives_it_to_who_accepts_and_starts_the_stage(state):
    now = state(ACCEPT, as_of="2026-03-04")
    assert (now.stage.key, now.handler, now.entered.text) == ("handling", "community", "2026-03-03")
    assert now.due.day == date(2026, 3, 17)
    assert state(("2026-03-03", "accept"), handler="grid").handler == "grid"


def test_the_tier_has_its_own_limit_and_may_change(state):
    assert state(ACCEPT, tier="big").due.day == date(2026, 3, 31)
    now = state(ACCEPT, ("2026-03-04", "progress", {"note": "升级", "tier": "big"}), tier="small")
    assert now.tier.title == "大事"
    assert now.due.day == date(2026, 3, 31)
    assert state(tier="nowhere").tier is None


def test_a_start_known_to_the_month_is_late_once_every_reading_is(state):
    now = state(("2026-03", "accept"), as_of="2026-04-14")
    assert (now.due.vague, now.due.first, now.due.day) == (
        True,
        date(2026, 3, 13),
        date(2026, 4, 14),
    )
    assert (now.late, now.history[0].late_days, now.history[0].in_time) == (False, 0, None)
    assert state(("2026-03", "accept"), as_of="2026-04-15").late_days == 1
    left = state(("2026-03", "accept"), ("2026-04-15", "report", DONE[2]))
    assert (left.history[1].late_days, left.history[1].in_time) == (1, False)
    left = state(("2026-03", "accept"), ("2026-03-13", "report", DONE[2]))
    assert (left.history[1].late_days, left.history[1].in_time) == (0, True)


def test_assigning_again_moves_the_handler_and_not_the_clock(state):
    now = state(
        ACCEPT,
        ("2026-03-05", "join", {"with_": ["police", "community"]}),
        ("2026-03-06", "assign", {"to": "street", "with_": ["water"]}),
    )
    assert (now.handler, now.joint, now.entered.text) == ("street", ("water",), "2026-03-03")
    assert state(("2026-03-03", "assign", {"by": "helper"})).handler == "helper"
    assert state(("2026-03-03", "assign"), handler="grid").handler == "grid"


def test_a_deadline_set_by_hand_goes_before_the_limit(state):
    now = state(("2026-03-03", "assign", {"to": "street", "until": "2026-06"}))
    assert (now.due.day, now.due.source) == (date(2026, 6, 30), DueSource.ENTRY)


def test_a_new_stage_leaves_the_old_deadline_behind(state):
    now = state(
        ("2026-03-03", "assign", {"to": "street", "until": "2026-06"}),
        ("2026-03-10", "report", {"outcome": {"result": "solved", "text": "好了"}}),
        ("2026-03-11", "object"),
    )
    assert (now.due.day, now.due.source) == (date(2026, 3, 17), DueSource.LIMIT)


def test_assigning_it_to_another_ends_a_pending_hand_over(state):
    now = state(
        ACCEPT,
        ("2026-03-05", "handover", {"to": "street"}),
        ("2026-03-06", "assign", {"to": "district"}),
    )
    assert (now.pending, now.handler) == (None, "district")


def test_joint_handling_keeps_its_lead(state):
    now = state(
        ACCEPT,
        ("2026-03-05", "join", {"with_": ["police", "water"]}),
        ("2026-03-06", "join", {"with_": ["water", "fire"]}),
    )
    assert (now.handler, now.joint) == ("community", ("police", "water", "fire"))


def test_a_hand_over_is_pending_until_taken_over(state):
    handed = ("2026-03-05", "handover", {"by": "community", "to": "street"})
    now = state(ACCEPT, handed, as_of="2026-03-12")
    assert (now.pending.to, now.pending.giver, now.handler) == ("street", "community", "community")
    assert (now.pending.since.text, now.pending.due.day) == ("2026-03-05", date(2026, 3, 10))
    assert (now.pending.late_days, now.pending.late) == (2, True)
    taken = state(ACCEPT, handed, ("2026-03-06", "take_over", {"by": "street"}))
    assert (taken.pending, taken.handler) == (None, "street")
    back = state(ACCEPT, handed, ("2026-03-06", "send_back", {"reason": "不归我办"}))
    assert (back.pending, back.handler) == (None, "community")


def test_taking_over_leaves_the_joint_bodies_without_the_new_lead(state):
    now = state(
        ACCEPT,
        ("2026-03-04", "join", {"with_": ["street", "police"]}),
        ("2026-03-05", "handover", {"to": "street"}),
        ("2026-03-06", "take_over"),
    )
    assert (now.handler, now.joint) == ("street", ("police",))


def test_a_hand_over_without_a_limit_is_never_late(state, make):
    open_ended = build(Procedure, {**make.procedure, "handover_days": None})
    handed = ("2026-03-05", "handover", {"to": "street"})
    assert state(handed, under=open_ended).pending.due is None
    month = state(("2026-03", "handover", {"to": "street"}), as_of="2026-04-03")
    assert (month.pending.due.day, month.pending.late) == (date(2026, 4, 3), False)
    assert state(("2026-03-05", "handover")).pending is None


def test_a_report_of_completion_ends_a_pending_hand_over(state):
    now = state(ACCEPT, ("2026-03-05", "handover", {"to": "street"}), DONE)
    assert now.pending is None


@pytest.mark.parametrize(
    "given",
    [
        [
            ("2026-03-05", "handover", {"by": "community", "to": "district"}),
            ("2026-03-06", "take_over", {"by": "district"}),
        ],
        [("2026-03-05", "assign", {"by": "community", "to": "district"})],
    ],
)
def test_who_has_a_matter_does_not_supervise_itself(state, given):
    now = state(ACCEPT, ("2026-03-04", "supervise", {"by": "district"}), *given)
    assert (now.handler, now.supervised, now.supervisor) == ("district", False, None)


def test_supervision_is_shown_with_who_supervises(state):
    now = state(ACCEPT, ("2026-03-04", "supervise", {"by": "district"}))
    assert (now.supervised, now.supervisor) == (True, "district")


def test_an_extension_moves_the_due_date(state):
    now = state(
        ACCEPT,
        ("2026-03-10", "extend", {"until": "2026-04-30", "reason": "等材料"}),
        as_of="2026-05-01",
    )
    assert (now.due.day, now.due.source) == (date(2026, 4, 30), DueSource.EXTENSION)
    assert now.late_days == 1
    assert state(ACCEPT, ("2026-03-10", "extend")).due.source is DueSource.LIMIT


def test_a_pause_is_shown_and_does_not_stop_the_public_clock(state):
    pause = ("2026-03-05", "pause", {"reason": "等鉴定", "until": "2026-12-31"})
    now = state(ACCEPT, pause, as_of="2026-03-18")
    assert (now.paused, now.due.day, now.late_days) == (True, date(2026, 3, 17), 1)
    assert not state(ACCEPT, pause, ("2026-03-09", "resume")).paused
    assert not state(ACCEPT, pause, DONE).paused


def test_a_report_waits_for_the_residents_answer(state):
    now = state(ACCEPT, DONE, as_of="2026-03-11")
    assert (now.family, now.outcome.text, now.due) == (Family.CLAIMED, "办好了。", None)
    assert (now.answer_by.day, now.answer_by.source) == (date(2026, 3, 17), DueSource.LIMIT)
    assert now.open


def test_the_answering_period_can_be_set_in_the_report(state, make):
    report = ("2026-03-10", "report", {"outcome": make.outcome, "until": "2026-03-20"})
    now = state(ACCEPT, report)
    assert (now.answer_by.day, now.answer_by.source) == (date(2026, 3, 20), DueSource.ENTRY)
    assert now.due is None


def test_confirmed(state):
    verdict = {"asked": 20, "satisfied": 18}
    now = state(ACCEPT, DONE, ("2026-03-12", "confirm", {"verdict": verdict}))
    assert (now.family, now.verdict) == (Family.CONFIRMED, Verdict(asked=20, satisfied=18))
    assert (now.closed_on.text, now.open, now.due, now.answer_by) == (
        "2026-03-12",
        False,
        None,
        None,
    )
    assert not now.lapsed
    assert state(ACCEPT, DONE, ("2026-03-12", "confirm")).verdict == Verdict()


def test_lapsed_is_visible(state):
    now = state(ACCEPT, DONE, ("2026-03-18", "lapse"))
    assert (now.family, now.lapsed, now.verdict) == (Family.CONFIRMED, True, None)


def test_an_objection_reopens(state):
    log = (ACCEPT, DONE, ("2026-03-12", "object", {"verdict": {"text": "没修好"}}))
    now = state(*log, as_of="2026-03-12")
    assert (now.family, now.reopened, now.outcome) == (Family.REOPENED, 1, None)
    assert now.verdict.text == "没修好"
    assert now.due.day == date(2026, 3, 18)
    again = state(
        *log,
        ("2026-03-13", "assign", {"to": "street"}),
        ("2026-03-20", "report", {"outcome": {"result": "partly", "text": "修了一半"}}),
    )
    assert (again.outcome.result, again.verdict, again.reopened) == (Result.PARTLY, None, 1)


def test_not_feasible_may_be_taken_up_again(state):
    refused = ("2026-03-05", "refuse", {"reason": "没有资金", "note": "测算后认为不能办"})
    now = state(refused)
    assert (now.outcome, now.ending, now.why) == (None, Ending.REFUSED, "没有资金")
    assert (now.family, now.closed_on.text) == (Family.UNSOLVED, "2026-03-05")
    later = state(refused, ("2026-09-01", "reopen"))
    assert (later.family, later.closed_on, later.outcome) == (Family.REOPENED, None, None)


@pytest.mark.parametrize(
    ("fields", "outcome", "why"),
    [
        ({}, None, None),
        ({"reason": "自己办了"}, None, "自己办了"),
        (
            {"outcome": {"result": "withdrawn", "text": "撤回"}},
            Outcome(result=Result.WITHDRAWN, text="撤回"),
            None,
        ),
    ],
)
def test_withdrawn(state, fields, outcome, why):
    now = state(("2026-03-05", "withdraw", fields))
    assert (now.family, now.ending) == (Family.UNSOLVED, Ending.WITHDRAWN)
    assert (now.outcome, now.why) == (outcome, why)


def test_split_and_merge_end_the_matter_itself(state):
    split = state(ACCEPT, ("2026-03-05", "split", {"into": ["a", "b"]}))
    assert (split.parts, split.open, split.due) == (("a", "b"), False, None)
    assert split.closed_on.text == "2026-03-05"
    merged = state(ACCEPT, ("2026-03-05", "merge", {"merged_into": "a"}), ("2026-03-06", "accept"))
    assert (merged.merged_into, merged.stage.key, len(merged.history)) == ("a", "handling", 2)


def test_what_the_procedure_forbids_has_no_effect(state):
    now = state(("2026-03-03", "confirm"), ("2026-03-03", "nonsense"), ACCEPT)
    assert (now.stage.key, len(now.history)) == ("handling", 1)
    assert now.history[0].index == 2


def test_the_passage_says_how_late_a_stage_was_left(state):
    accepted = state(("2026-03-09", "accept")).history[0]
    assert (accepted.before.key, accepted.after.key) == ("raised", "handling")
    assert (accepted.due.day, accepted.late_days) == (date(2026, 3, 4), 3)
    stays = state(("2026-03-09", "progress", {"note": "走访"})).history[0]
    assert (stays.step.action, stays.late_days) == (Action.PROGRESS, 0)


def test_a_start_that_is_no_stage_still_has_a_state(state, make):
    broken = build(Procedure, {**make.procedure, "start": "lost"})
    now = state(under=broken)
    assert (now.stage.title, now.family, now.due) == ("lost", Family.WAITING, None)


def test_who_may_take_the_next_step_is_seen_from_what_was_done(state):
    handed = ("2026-03-05", "handover", {"by": "community", "to": "street"})
    waits = state(ACCEPT, handed).standing(Bodies())
    assert (waits.handler, waits.given_to) == ("community", "street")
    assert waits.has_it("community")
    assert not waits.has_it("street")
    taken = state(ACCEPT, handed, ("2026-03-06", "take_over", {"by": "street"})).standing(Bodies())
    assert (taken.handler, taken.given_to, taken.left) == ("street", None, {"community"})
