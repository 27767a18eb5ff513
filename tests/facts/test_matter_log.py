import pytest

from yizhan.facts.matter_log import Fault, next_steps, violations
from yizhan.facts.speakers import RESIDENT_BODIES, Bodies
from yizhan.facts.workflow import workflow_of
from yizhan.loading.parse import build
from yizhan.model.procedure import Procedure
from yizhan.model.vocabulary import BodyKind

ACCEPT = ("2026-03-03", "accept", {"by": "community"})
DONE = ("2026-03-10", "report", {"outcome": {"result": "solved", "text": "办好了。"}})


def test_a_whole_life_is_faultless(faults):
    assert not faults(
        ACCEPT,
        ("2026-03-04", "progress", {"note": "走访"}),
        ("2026-03-05", "handover", {"by": "community", "to": "street"}),
        ("2026-03-05", "take_over", {"by": "street"}),
        ("2026-03-06", "pause", {"reason": "等鉴定"}),
        ("2026-03-09", "resume"),
        ("2026-03-10", "extend", {"until": "2026-05-01", "reason": "等材料"}),
        DONE,
        ("2026-03-12", "object", {"verdict": {"asked": 5, "satisfied": 1}}),
        ("2026-03-13", "assign", {"to": "street"}),
        ("2026-03-20", "report", {"outcome": {"result": "partly", "text": "修了一半"}}),
        ("2026-03-23", "confirm", {"verdict": {"asked": 5, "satisfied": 5}}),
        ("2026-06", "reopen"),
        ("2026-07", "refuse", {"reason": "没有资金"}),
    )


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ([("2026-03-03", "acept")], ("unknown_step", 0, "step")),
        ([("2026-03-03", "report", DONE[2])], ("wrong_stage", 0, "step")),
        ([ACCEPT, ACCEPT], ("wrong_stage", 1, "step")),
        ([ACCEPT, ("2026-03-04", "confirm")], ("verdict_before_report", 1, "step")),
        ([ACCEPT, ("2026-03-04", "lapse")], ("verdict_before_report", 1, "step")),
        ([ACCEPT, ("2026-03-04", "big_meeting")], ("wrong_tier", 1, "tier")),
        ([ACCEPT, ("2026-03-04", "take_over")], ("no_handover", 1, "step")),
        ([ACCEPT, ("2026-03-04", "send_back", {"reason": "x"})], ("no_handover", 1, "step")),
        ([ACCEPT, ("2026-03-04", "resume")], ("not_paused", 1, "step")),
        ([ACCEPT, ("2026-03-04", "report")], ("missing_field", 1, "outcome")),
        ([("2026-03-04", "refuse")], ("missing_field", 0, "reason")),
        ([("2026-03-04", "handover")], ("missing_field", 0, "to")),
        ([("2026-03-04", "join")], ("missing_field", 0, "with")),
        ([("2026-03-04", "join", {"with_": []})], ("missing_field", 0, "with")),
        ([("2026-03-04", "progress")], ("missing_field", 0, "note")),
        ([("2026-03-04", "progress", {"note": ""})], ("missing_field", 0, "note")),
        ([("2026-03-04", "assign")], ("missing_field", 0, "to")),
        ([("2026-03-04", "extend", {"until": "2026-05-01"})], ("missing_field", 0, "reason")),
        ([("2026-03-04", "pause")], ("missing_field", 0, "reason")),
        ([("2026-03-04", "split")], ("missing_field", 0, "into")),
        ([("2026-03-04", "merge")], ("missing_field", 0, "merged_into")),
        (
            [("2026-03-03", "accept", {**ACCEPT[2], "outcome": DONE[2]["outcome"]})],
            ("field_out_of_place", 0, "outcome"),
        ),
        (
            [ACCEPT, ("2026-03-10", "report", {**DONE[2], "verdict": {"asked": 3}})],
            ("field_out_of_place", 1, "verdict"),
        ),
        (
            [("2026-03-03", "accept", {"merged_into": "b"})],
            ("field_out_of_place", 0, "merged_into"),
        ),
        ([("2026-03-03", "accept", {"into": ["b"]})], ("field_out_of_place", 0, "into")),
        ([("2026-03-03", "accept", {"tier": "huge"})], ("unknown_tier", 0, "tier")),
        ([("2026-03-01", "accept")], ("date_before_raised", 0, "date")),
        (
            [("2026-03-04", "assign", {"to": "a", "until": "2026-03-03"})],
            ("until_before_entry", 0, "until"),
        ),
        (
            [ACCEPT, ("2026-03-04", "extend", {"until": "2026-03-17", "reason": "x"})],
            ("extension_not_later", 1, "until"),
        ),
        (
            [ACCEPT, ("2026-03-04", "handover", {"to": "community"})],
            ("handed_to_holder", 1, "to"),
        ),
        ([("2026-03-04", "split", {"into": ["20260302-x", "b"]})], ("own_part", 0, "into")),
        ([("2026-03-04", "split", {"into": ["b", "b"]})], ("part_twice", 0, "into")),
        (
            [("2026-03-04", "merge", {"merged_into": "20260302-x"})],
            ("merged_into_itself", 0, "merged_into"),
        ),
        ([ACCEPT, DONE, ("2026-03-17", "lapse")], ("lapse_too_early", 2, "date")),
        (
            [ACCEPT, DONE, ("2026-03-12", "confirm", {"by": "street"})],
            ("office_speaks_for_residents", 2, "by"),
        ),
        (
            [ACCEPT, DONE, ("2026-03-12", "confirm", {"verdict": {"asked": 3, "satisfied": 4}})],
            ("satisfied_over_asked", 2, "verdict"),
        ),
        (
            [
                ACCEPT,
                ("2026-03-10", "report", {"outcome": {"result": "not_feasible", "text": "x"}}),
            ],
            ("outcome_without_reason", 1, "outcome"),
        ),
        (
            [("2026-03-04", "merge", {"merged_into": "b"}), ("2026-03-05", "accept")],
            ("after_end", 1, "step"),
        ),
        (
            [
                ("2026-03-04", "pause", {"reason": "x"}),
                ("2026-03-05", "pause", {"reason": "x"}),
            ],
            ("already_paused", 1, "step"),
        ),
        (
            [("2026-03-04", "handover", {"to": "a"}), ("2026-03-05", "handover", {"to": "b"})],
            ("handover_pending", 1, "step"),
        ),
        (
            [("2026-03-04", "handover", {"to": "a"}), ("2026-03-05", "take_over", {"by": "b"})],
            ("wrong_taker", 1, "by"),
        ),
        (
            [
                ("2026-03-04", "handover", {"to": "a"}),
                ("2026-03-05", "send_back", {"by": "b", "reason": "x"}),
            ],
            ("wrong_taker", 1, "by"),
        ),
        (
            [ACCEPT, DONE, ("2026-03-12", "confirm"), ("2026-03-13", "progress", {"note": "x"})],
            ("wrong_stage", 3, "step"),
        ),
        (
            [ACCEPT, DONE, ("2026-03-12", "confirm"), ("2026-03-13", "confirm")],
            ("wrong_stage", 3, "step"),
        ),
    ],
)
def test_each_fault_is_found_once_and_at_its_entry(faults, log, expected):
    assert faults(*log, handler="community", tier="small") == [expected]


def test_the_residents_own_bodies_may_speak_for_them(faults):
    log = (ACCEPT, DONE, ("2026-03-12", "confirm", {"by": "owners"}))
    assert not faults(*log, bodies=Bodies(speaks=lambda body: body == "owners"))
    assert BodyKind.OWNERS in RESIDENT_BODIES
    assert BodyKind.GOVERNMENT not in RESIDENT_BODIES


def test_a_partial_date_is_before_the_raising_only_when_every_reading_is(faults):
    assert not faults(("2026-03", "accept"), ("2026-03-04", "progress", {"note": "x"}))
    assert faults(("2026-02", "accept"), ("2026-01", "progress", {"note": "x"})) == [
        ("date_before_raised", 0, "date")
    ]


def test_a_lapse_is_judged_only_to_the_day_and_with_a_period(faults, make):
    assert not faults(ACCEPT, DONE, ("2026-03", "lapse"))
    assert not faults(ACCEPT, DONE, ("2026-03-18", "lapse"))
    assert faults(ACCEPT, DONE, ("2026-03-17", "lapse")) == [("lapse_too_early", 2, "date")]
    report = ("2026-03", "report", DONE[2])
    assert not faults(ACCEPT, report, ("2026-03-18", "lapse"))
    assert faults(ACCEPT, report, ("2026-03-06", "lapse")) == [("lapse_too_early", 2, "date")]
    endless = build(Procedure, {**make.procedure, "answer_days": None})
    until = ("2026-03-10", "report", {**DONE[2], "until": "2026-03-20"})
    assert not faults(ACCEPT, until, ("2026-03-23", "lapse"), under=endless)


def test_nothing_lapses_without_a_time_to_answer(faults, make):
    endless = build(Procedure, {**make.procedure, "answer_days": None})
    lapsed = (ACCEPT, DONE, ("2026-12-10", "lapse"))
    assert faults(*lapsed, under=endless) == [("no_period", 2, "step")]


def test_an_extension_where_nothing_was_due(faults):
    assert not faults(
        ("2026-03", "accept"), ("2026-03", "extend", {"until": "2026-04", "reason": "x"})
    )


def test_an_extension_is_surely_too_early_only_by_every_reading(faults):
    extend = ("2026-03-12", "extend", {"until": "2026-03-20", "reason": "x"})
    assert not faults(("2026-03", "accept"), extend)
    early = ("2026-03-12", "extend", {"until": "2026-03-13", "reason": "x"})
    assert faults(("2026-03", "accept"), early) == [("extension_not_later", 1, "until")]


def test_an_unknown_tier_of_the_matter_itself(faults):
    assert faults(tier="huge") == [("unknown_tier", None, "tier")]


def test_required_to_is_not_reported_twice(faults, make):
    steps = [
        {**step, "requires": ["to"]} if step["key"] == "assign" else step
        for step in make.procedure["steps"]
    ]
    strict = build(Procedure, {**make.procedure, "steps": steps})
    assert faults(("2026-03-04", "assign"), under=strict) == [("missing_field", 0, "to")]


def test_a_step_to_a_stage_that_does_not_exist(faults, make):
    steps = [{"key": "jump", "title": "跳", "action": "accept", "from": ["raised"], "to": "moon"}]
    broken = build(Procedure, {**make.procedure, "steps": steps})
    assert faults(("2026-03-04", "jump"), under=broken) == [("unknown_stage", 0, "step")]


def test_without_takes_common_steps_away(faults, make):
    strict = build(Procedure, {**make.procedure, "without": ["pause"]})
    assert faults(("2026-03-04", "pause", {"reason": "x"}), under=strict) == [
        ("unknown_step", 0, "step")
    ]


def test_params_say_what_a_message_needs(make, procedure, common_steps, weekdays):
    def params(*log):
        found = violations(make.matter(*log), workflow_of(procedure, common_steps), weekdays)
        return next(each for each in found if each.key is not Fault.MISSING_FIELD).params

    wrong = params(("2026-03-03", "confirm"))
    assert wrong["stage"].title == "已反映"
    assert [step.key for step in wrong["allowed"]] == ["accept", "assign", "refuse", "withdraw"]
    assert params(("2026-03-03", "big_meeting", {"tier": "small"}))["stage"].key == "raised"
    taker = params(
        ("2026-03-04", "handover", {"to": "a"}), ("2026-03-05", "take_over", {"by": "b"})
    )
    assert taker["handed_to"] == "a"
    ended = params(("2026-03-04", "merge", {"merged_into": "b"}), ("2026-03-05", "accept"))
    assert ended["allowed"] == ()


def test_next_steps(make, procedure, common_steps, weekdays):
    def keys(*log, **fields):
        matter = make.matter(*log, **fields)
        return {step.key for step in next_steps(matter, procedure, common_steps, weekdays)}

    start = keys()
    assert {"accept", "assign", "refuse", "withdraw", "progress", "handover", "pause"} <= start
    assert start.isdisjoint({"take_over", "resume", "report", "confirm", "reopen"})
    assert {"report"} <= keys(ACCEPT, ("2026-03-04", "nonsense"))
    assert "big_meeting" not in keys(ACCEPT, tier="small")
    assert "big_meeting" in keys(ACCEPT, tier="big")
    assert {"confirm", "object", "lapse"} <= keys(ACCEPT, DONE)  # when it lapses, its entry says
    assert keys(ACCEPT, DONE, ("2026-03-12", "confirm")) == {"reopen"}
    assert keys(("2026-03-04", "merge", {"merged_into": "b"})) == set()
    refused = keys(("2026-03-04", "confirm"))
    assert "accept" in refused


def annulled(day):
    """A report that somebody annulled on a day."""
    said = {"code": "M029", "reason": "不是它办的。", "by": "c", "date": "2026-03-20"}
    resolved = {"result": "annulled", "by": "street", "date": day}
    return (*DONE[:2], DONE[2] | {"irregular": [said | {"resolution": resolved}]})


CONFIRMED = ("2026-03-12", "confirm", {"verdict": {"asked": 5, "satisfied": 5}})


@pytest.mark.parametrize(
    ("day", "later", "expected"),
    [
        # what was done while the report stood is not made wrong by its annulment
        ("2026-04-01", CONFIRMED, []),
        # what was done afterwards is
        ("2026-03-11", CONFIRMED, [("verdict_before_report", 2, "step")]),
        # and so is what never was allowed
        ("2026-04-01", ("2026-03-12", "resume"), [("not_paused", 2, "step")]),
    ],
)
def test_an_annulment_makes_nothing_wrong_before_its_day(faults, day, later, expected):
    assert faults(ACCEPT, annulled(day), later) == expected


LATER = "2026-06-30"


@pytest.mark.parametrize(
    ("step", "fields", "found"),
    [
        ("progress", {"note": "x", "until": LATER}, [("put_off", 1, "until")]),
        ("join", {"with_": ["street"], "until": LATER}, [("put_off", 1, "until")]),
        ("supervise", {"by": "street", "until": LATER}, [("put_off", 1, "until")]),
        ("supervise", {"by": "street", "until": "2026-03-10"}, []),
        ("assign", {"by": "community", "to": "street", "until": LATER}, []),
        ("extend", {"reason": "等材料", "until": LATER}, []),
        ("pause", {"reason": "等材料", "until": LATER}, []),
    ],
)
def test_only_an_extension_moves_the_last_day_later(faults, state, step, fields, found):
    log = (
        ("2026-03-03", "accept", {"by": "community"}),
        ("2026-03-05", step, {"by": "community"} | fields),
    )
    assert [each for each in faults(*log) if each[0] == "put_off"] == found
    if found:
        assert state(*log).due.day.isoformat() == "2026-03-17"


def test_a_step_to_another_stage_sets_its_own_day(faults, state):
    accepted = ("2026-03-03", "accept", {"by": "community", "until": LATER})
    assert faults(accepted) == []
    assert state(accepted).due.day.isoformat() == LATER


def test_a_return_visit_is_noted_of_a_closed_matter(faults):
    """Only as a note of a round; what goes on after the end is a reopening."""
    closed = (ACCEPT, DONE, ("2026-03-12", "confirm"))
    visit = {"note": "回访：没有再响。", "round": "20260313-visit"}
    assert faults(*closed, ("2026-03-13", "progress", visit)) == []
    found = faults(*closed, ("2026-03-13", "join", {"with": ["a"], "round": "20260313-visit"}))
    assert found == [("wrong_stage", 3, "step")]
