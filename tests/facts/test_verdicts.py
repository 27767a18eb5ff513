"""What residents say of a result, who says it for them, and who noted it."""

from datetime import date

import pytest

from yizhan.facts.derivation import derive
from yizhan.facts.ending import Ending
from yizhan.facts.metric_definitions import DEFINITIONS, Reason
from yizhan.facts.speakers import Bodies
from yizhan.loading.parse import build
from yizhan.model.procedure import Procedure
from yizhan.model.vocabulary import Family

from .endings import ACCEPT, ATTESTED, CONFIRM, DONE, verdict


@pytest.fixture
def measured(state):
    """What a figure counts of a log."""

    def found(key, *log):
        definition = next(each for each in DEFINITIONS if each.key == key)
        return definition.measure(state(*log), date(2099, 1, 1))

    return found


@pytest.mark.parametrize(
    ("asked", "satisfied", "share", "confirmed"),
    [
        (12, 7, None, True),
        (12, 6, None, False),
        (1, 1, None, True),
        (0, 0, None, False),
        (12, 8, {"at_least": "2/3"}, True),
        (12, 7, {"at_least": "2/3"}, False),
    ],
)
def test_a_minority_does_not_confirm(state, faults, make, asked, satisfied, share, confirmed):
    given = {} if share is None else {"confirm_share": share}
    under = build(Procedure, {**make.procedure, **given})
    log = (ACCEPT, DONE, verdict(asked=asked, satisfied=satisfied))
    now = state(*log, under=under)
    assert (now.family is Family.CONFIRMED) is confirmed
    assert faults(*log, under=under) == ([] if confirmed else [("below_share", 2, "verdict")])


def test_numbers_that_are_not_there_refuse_nothing(state):
    assert state(ACCEPT, DONE, verdict(satisfied=None)).family is Family.CONFIRMED


def test_too_few_are_heard_all_the_same(state, faults, measured):
    log = (ACCEPT, DONE, verdict(asked=5, satisfied=1))
    now = state(*log)
    assert (now.family, now.heard, now.verdict.satisfied) == (Family.CLAIMED, True, 1)
    assert measured("satisfaction", *log) == (1, 5)
    assert measured("satisfaction", ACCEPT, DONE) is Reason.AWAITING_ANSWER
    noted = verdict(asked=5, satisfied=1, recorded_by="community")
    assert measured("satisfaction_noted", ACCEPT, DONE, noted) == (1, 5)
    silent = ("2026-04-18", "lapse", {"by": "community"})
    assert ("residents_answered", 3, "step") in faults(*log, silent)
    assert state(*log, silent).family is Family.CLAIMED


@pytest.mark.parametrize(
    ("until", "day", "found"),
    [
        ("2026-03-12", "2026-03-13", [("lapse_too_early", 2, "date")]),
        ("2026-03-12", "2026-03-18", []),
        ("2026-03-20", "2026-03-18", [("lapse_too_early", 2, "date")]),
        ("2026-03-20", "2026-03-23", []),
    ],
)
def test_the_report_gives_residents_no_less_time_than_the_procedure(faults, until, day, found):
    done = (DONE[0], DONE[1], DONE[2] | {"until": until})
    assert faults(ACCEPT, done, (day, "lapse", {"by": "community"})) == found


@pytest.mark.parametrize(
    ("reported", "day", "over"),
    [
        ("2026-03-10", "2026-03-18", True),
        ("2026-03", "2026-04-02", False),
        ("2026-03", "2026-04-20", True),
        ("2026-03-10", "2026-03", False),
    ],
)
def test_whether_the_time_to_answer_was_over_is_known_or_not(state, reported, day, over):
    now = state(ACCEPT, (reported, *DONE[1:]), (day, "lapse", {"by": "community"}))
    assert (now.ending, now.period_over) == (Ending.LAPSED, over)


def test_after_an_objection_the_report_is_not_said_to_be_missing(faults):
    objected = ("2026-03-12", "object", {"verdict": ATTESTED | {"satisfied": 1}})
    lapsed = ("2026-03-20", "lapse", {"by": "community"})
    assert faults(ACCEPT, DONE, objected, lapsed) == [("wrong_stage", 3, "step")]
    assert faults(ACCEPT, lapsed) == [("verdict_before_report", 1, "step")]


def test_the_time_of_a_report_entered_later_runs_since_it_can_be_read(state, make):
    stages = [
        {**each, "limits": [{"days": 10}]} if each["key"] == "done" else each
        for each in make.procedure["stages"]
    ]
    under = build(Procedure, {**make.procedure, "stages": stages})
    late = (DONE[0], DONE[1], DONE[2] | {"since": "2026-05-20"})
    now = state(ACCEPT, late, under=under)
    assert (now.due.day, now.answer_by.day) == (date(2026, 6, 3), date(2026, 5, 27))


def test_an_objection_by_too_few_is_found_and_stands(state, faults):
    log = (ACCEPT, DONE, ("2026-03-12", "object", {"verdict": ATTESTED}))
    assert faults(*log) == [("objection_by_too_few", 2, "verdict")]
    assert state(*log).family is Family.REOPENED


def test_whoever_reports_does_not_confirm(state, faults):
    log = (ACCEPT, DONE, ("2026-03-12", "confirm", {"by": "community"}))
    assert state(*log).family is Family.CLAIMED
    everybody = Bodies(speaks=lambda _: True)
    assert faults(*log, bodies=everybody) == [("same_body", 2, "by")]
    unnamed = (ACCEPT, ("2026-03-10", "report", {"outcome": DONE[2]["outcome"]}), log[2])
    assert faults(*unnamed, bodies=everybody) == [("same_body", 2, "by")]


@pytest.mark.parametrize(
    ("recorded", "noted"),
    [
        ({"how": "visit", "recorded_by": "watch"}, False),  # somebody else asked them
        ({"how": "visit"}, True),
        ({"recorded_by": "watch"}, True),
        ({"how": "visit", "recorded_by": "community"}, True),
        (None, True),
    ],
)
def test_a_part_of_who_handled_it_says_what_others_took_down(
    make, procedure, common_steps, weekdays, recorded, noted
):
    """What is said of a noted verdict (nobody else took it down) is then always so."""
    said = {} if recorded is None else {"verdict": {"asked": 5, "satisfied": 5} | recorded}
    matter = make.matter(ACCEPT, DONE, ("2026-03-12", "confirm", {"by": "team"} | said))
    bodies = Bodies(above=lambda body: ("community",) if body == "team" else ())
    far = date(2099, 1, 1)
    assert derive(matter, procedure, common_steps, far, weekdays, bodies).noted is noted


def test_an_objection_of_a_part_of_who_handled_it_is_the_residents_own(
    make, procedure, common_steps, weekdays, faults
):
    numbers = {"verdict": {"asked": 5, "satisfied": 1}}
    log = (ACCEPT, DONE, ("2026-03-12", "object", {"by": "team", "reason": "没修。"} | numbers))
    bodies = Bodies(above=lambda body: ("community",) if body == "team" else ())
    assert faults(*log, bodies=bodies) == []
    far = date(2099, 1, 1)
    assert not derive(make.matter(*log), procedure, common_steps, far, weekdays, bodies).noted


@pytest.fixture
def theirs(make):
    """The procedure with the withdrawal on the residents' side, as presets have it."""
    steps = [
        {**each, "side": "residents"} if each["action"] == "withdraw" else each
        for each in make.procedure["steps"]
    ]
    return build(Procedure, {**make.procedure, "steps": steps})


FAR = {"elsewhere": lambda body: body == "far", "serves": lambda body: body != "far"}


@pytest.mark.parametrize(
    ("step", "field"),
    [
        ("object", [("residents_without_part", 3, "by")]),
        ("withdraw", [("residents_without_part", 3, "by")]),
        ("confirm", []),  # there the reason says why
    ],
)
def test_residents_of_elsewhere_object_to_nothing_without_a_part(faults, theirs, step, field):
    """The reason of an objection or a withdrawal is why it is made, not why they may make it."""
    spoken = ("2026-03-12", step, {"by": "far", "reason": "就是"})
    bodies = Bodies(**FAR)
    note = ("2026-03-05", "progress", {"by": "community", "note": "x"})
    assert faults(ACCEPT, note, DONE, spoken, bodies=bodies, under=theirs) == field
    joined = ("2026-03-05", "join", {"by": "community", "with_": ["far"]})
    assert faults(ACCEPT, joined, DONE, spoken, bodies=bodies, under=theirs) == []


def test_who_has_no_part_and_nothing_to_do_with_the_place_reopens_nothing(faults):
    again = ("2026-04-12", "reopen", {"reason": "就是"})
    log = (ACCEPT, DONE, CONFIRM)
    stranger = (again[0], again[1], again[2] | {"by": "far"})
    assert faults(*log, stranger, bodies=Bodies(**FAR)) == [("not_its_to_reopen", 3, "by")]
    near = (again[0], again[1], again[2] | {"by": "near"})
    assert faults(*log, near, bodies=Bodies(**FAR)) == []


def test_the_handler_does_not_withdraw_what_residents_raised(faults, theirs):
    withdrawn = ("2026-03-12", "withdraw", {"by": "community"})
    everybody = {"bodies": Bodies(), "under": theirs}
    assert faults(ACCEPT, withdrawn, **everybody) == [("handler_withdraws", 1, "by")]
    assert faults(ACCEPT, ("2026-03-12", "withdraw", {"by": "owners"}), **everybody) == []
    assert faults(ACCEPT, ("2026-03-12", "withdraw"), **everybody) == []


def test_an_office_says_nothing_for_residents(make, procedure, common_steps, weekdays):
    matter = make.matter(ACCEPT, DONE, ("2026-03-12", "confirm", {"by": "street"}))
    far = date(2099, 1, 1)
    office = derive(matter, procedure, common_steps, far, weekdays, Bodies(speaks=lambda _: False))
    assert (office.family, office.rests_on) == (Family.CLAIMED, ("street",))
    owners = derive(matter, procedure, common_steps, far, weekdays, Bodies())
    assert (owners.family, owners.noted) == (Family.CONFIRMED, False)


@pytest.mark.parametrize(
    ("fields", "noted"),
    [
        ({}, False),
        ({"how": None}, True),
        ({"recorded_by": None}, True),
        ({"recorded_by": "unknown"}, True),
        ({"recorded_by": "community"}, True),
        ({"recorded_by": "police"}, True),
    ],
)
def test_what_only_the_office_says_is_noted_by_the_office(state, fields, noted):
    joined = ("2026-03-04", "join", {"with_": ["police"]})
    assert state(ACCEPT, joined, DONE, verdict(**fields)).noted is noted
    assert state(ACCEPT, DONE, CONFIRM).noted


def test_the_reporter_does_not_take_the_verdict_down(faults):
    log = (ACCEPT, DONE, verdict(recorded_by="community"))
    assert faults(*log) == [("recorded_by_reporter", 2, "verdict")]


def test_residents_may_confirm_on_the_same_day(faults, state):
    log = (ACCEPT, DONE, ("2026-03-10", "confirm", {"verdict": ATTESTED}))
    assert not faults(*log)
    assert state(*log).family is Family.CONFIRMED


@pytest.mark.parametrize("step", ["accept", "handover", "report", "refuse", "extend"])
def test_a_body_without_a_part_in_the_matter(faults, step):
    fields = {
        "handover": {"to": "street"},
        "report": {"outcome": DONE[2]["outcome"]},
        "refuse": {"reason": "x"},
        "extend": {"until": "2026-05-01", "reason": "x"},
    }.get(step, {})
    before = () if step == "accept" else (ACCEPT,)
    log = (*before, ("2026-03-04", step, {"by": "stranger", **fields}))
    assert faults(*log, handler="community") == [("stranger", len(before), "by")]
    joined = ("2026-03-03", "join", {"by": "community", "with_": ["stranger"]})
    assert not faults(*before, joined, log[-1], handler="community")


def test_where_nobody_has_it_whoever_serves_the_place_accepts(faults):
    assert not faults(ACCEPT)
    assert faults(ACCEPT, bodies=Bodies(serves=lambda _: False)) == [("stranger", 0, "by")]


def test_bodies_of_another_district_need_a_reason(faults):
    bodies = Bodies(abroad=lambda body: body == "far")
    joined = ("2026-03-04", "join", {"with_": ["near", "far"]})
    assert faults(ACCEPT, joined, bodies=bodies) == [("other_district", 1, "with")]
    reason = ("2026-03-04", "join", {"with_": ["far"], "reason": "两县一起办"})
    assert not faults(ACCEPT, reason, bodies=bodies)
