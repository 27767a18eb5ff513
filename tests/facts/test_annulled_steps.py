"""What months tell of the past: a step that was annulled since, who had the matter, what waited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from yizhan.facts.ending import Ending
from yizhan.facts.events import How
from yizhan.facts.late_before import derive_remembering
from yizhan.facts.metric_definitions import DEFINITIONS, Reason, positions
from yizhan.facts.monthly import Months
from yizhan.facts.summary import summarize
from yizhan.model.archive import Archive
from yizhan.model.body import Body
from yizhan.model.dates import PartialDate
from yizhan.model.vocabulary import BodyKind, Family
from yizhan.wording import month as say
from yizhan.wording.matter import lateness
from yizhan.wording.words import words_in

from .endings import ACCEPT, CONFIRM, DONE, verdict

TO_MARCH = {"2026-03": 1, "2026-04": 0, "2026-05": 0}


def annulled(entry, day="2026-05-04", **more):
    """The entry, acknowledged as irregular and annulled on a day."""
    resolved = {"result": "annulled", "by": "street", "date": day, **more}
    said = {"code": "M029", "reason": "不是它办的。", "by": "c", "date": "2026-03-20"}
    return (
        *entry[:2],
        (entry[2] if len(entry) > 2 else {}) | {"irregular": [{**said, "resolution": resolved}]},
    )


@pytest.fixture
def told(make, procedure, common_steps, weekdays):
    """A matter's state and the months that tell of it."""

    def of(*log, day="2026-05-31", bodies=()):
        on, matter = date.fromisoformat(day), make.matter(*log, handler="community")
        named = {matter.procedure: procedure}
        state = derive_remembering(matter, named.get, common_steps, on, weekdays)
        months = Months(Archive(bodies), [summarize(matter, state, on)], (), on, weekdays)
        return state, months

    return of


def counted(months, what):
    return {key: len(getattr(months.of(key), what)) for key in TO_MARCH}


def test_what_rested_on_an_annulled_report_is_open_again_and_was_closed(told):
    state, months = told(ACCEPT, annulled(DONE), verdict(satisfied=12))
    assert (state.family, state.ending) == (Family.WORKING, Ending.ANNULLED)
    assert [each.index for each in state.stood] == [1, 2]
    (fell,) = state.fell_back
    assert (fell.before.family, fell.after.family, fell.day.text) == (
        *(Family.CONFIRMED, Family.WORKING),
        "2026-05-04",
    )
    assert counted(months, "reported") == TO_MARCH
    assert counted(months, "closed") == TO_MARCH
    assert [each.how for each in months.of("2026-03").closed] == [How.SOLVED]
    assert counted(months, "reopened") == {"2026-03": 0, "2026-04": 0, "2026-05": 1}
    assert {key: months.of(key).open_count for key in TO_MARCH} == {
        "2026-03": 0,
        "2026-04": 0,
        "2026-05": 1,
    }
    assert counted(months, "late") == {"2026-03": 0, "2026-04": 0, "2026-05": 1}


@pytest.mark.parametrize(
    ("more", "reason"),
    [((), Reason.REPORT_ANNULLED), ((("2026-05-06", "report", DONE[2]),), Reason.AWAITING_ANSWER)],
)
def test_an_answer_to_what_was_annulled_is_left_out_and_it_is_said_why(told, more, reason):
    state, _ = told(ACCEPT, annulled(DONE), verdict(satisfied=12), *more)
    (position,) = positions("satisfaction")
    assert DEFINITIONS[position].measure(state, state.as_of) is reason


def test_what_was_none_from_the_beginning_was_never_closed(told):
    state, months = told(ACCEPT, annulled(DONE, from_beginning=True), verdict(satisfied=12))
    assert not state.stood
    assert not state.fell_back
    assert counted(months, "closed") == {"2026-03": 0, "2026-04": 0, "2026-05": 0}
    assert counted(months, "late") == {"2026-03": 1, "2026-04": 1, "2026-05": 1}


def test_before_the_annulment_nothing_is_said_of_it(told):
    state, _ = told(ACCEPT, annulled(DONE), CONFIRM, day="2026-05-03")
    assert (state.family, state.stood, state.fell_back) == (Family.CONFIRMED, (), ())


def test_what_came_after_an_annulment_is_told_after_it(told):
    again = ("2026-05-06", "report", DONE[2])
    state, months = told(ACCEPT, annulled(DONE), verdict(satisfied=12), again)
    assert (state.family, state.ending) == (Family.CLAIMED, Ending.OPEN)
    assert [each.index for each in state.told] == [0, 1, 2, 3]
    assert counted(months, "reported") == {"2026-03": 1, "2026-04": 0, "2026-05": 1}
    assert counted(months, "late") == {"2026-03": 0, "2026-04": 0, "2026-05": 0}


def test_an_annulled_acceptance_is_no_reopening(told):
    state, months = told(annulled(ACCEPT))
    assert [each.after.family for each in state.fell_back] == [Family.WAITING]
    assert counted(months, "reopened") == {"2026-03": 0, "2026-04": 0, "2026-05": 0}


def test_an_annulled_word_changes_no_stage(told):
    state, _ = told(ACCEPT, annulled(("2026-03-05", "progress", {"by": "community", "note": "x"})))
    assert [each.index for each in state.stood] == [1]
    assert not state.fell_back


def test_a_month_names_who_had_the_matter_at_its_end(told):
    given = ("2026-04-20", "assign", {"by": "community", "to": "street"})
    _, months = told(ACCEPT, given, day="2026-05-20")
    named = {key: [each.handler for each in months.of(key).late] for key in TO_MARCH}
    assert named == {"2026-03": ["community"], "2026-04": ["street"], "2026-05": ["street"]}


def test_a_month_names_who_goes_on_with_what_a_body_had_only_once_that_is_gone(told):
    named = {"body_kind": BodyKind.TEAM, "place": "p"}
    old = Body(id="community", title="旧", path="a", **named)
    old = replace(old, dissolved=PartialDate.parse("2026-04-10"), successors=("new",))
    new = Body(id="new", title="新", path="b", **named)
    _, months = told(ACCEPT, bodies=(old, new), day="2026-05-20")
    found = {key: [each.handler for each in months.of(key).late] for key in ("2026-03", "2026-04")}
    assert found == {"2026-03": ["community"], "2026-04": ["new"]}


def test_a_month_says_of_what_ended_that_a_hand_over_was_answered_late(told):
    given = ("2026-03-04", "handover", {"to": "street"})
    taken = ("2026-03-12", "take_over", {"by": "street"})  # 3 days to do so, until 9 March
    report = ("2026-03-13", "report", {**DONE[2], "by": "street"})
    closed = ("2026-03-16", "confirm")
    state, months = told(ACCEPT, given, taken, report, closed)
    assert [each.late_days for each in months.of("2026-03").closed] == [state.was_late] == [3]


def test_a_month_says_of_what_ended_that_it_was_late_by_what_was_on_record_before(
    make, procedure, common_steps, weekdays
):
    day = date(2026, 5, 31)
    matter = make.matter(ACCEPT, DONE, CONFIRM, ("2026-03-20", "reopen"), ("2026-03-23", "refuse"))
    state = derive_remembering(
        matter, {matter.procedure: procedure}.get, common_steps, day, weekdays
    )
    short = summarize(matter, state, day)
    for left_late, open_, told in ((4, False, 4), (0, False, 0), (4, True, 0)):
        now = short._replace(left_late=left_late, open=open_, may_move=True)
        months = Months(Archive(()), [now], (), day, weekdays)
        (closing,) = months.of("2026-03").closed  # twice in the month, and one matter
        assert (closing.late_days, closing.times, closing.may_move) == (told, 2, True)
        assert closing.day.text == "2026-03-23"
        assert months.counts[0].closed == 1


def test_what_was_late_names_who_had_the_matter_then(told):
    """Handed on after its last day: late was who had it on that day, and not who took it over late."""
    given = ("2026-04-20", "handover", {"by": "community", "to": "street"})
    taken = ("2026-04-21", "take_over", {"by": "street"})
    reported = ("2026-04-22", "report", DONE[2] | {"by": "street"})
    late_first = ("2026-03-20", "accept", {"by": "community"})
    state, _ = told(late_first, given, taken, reported)
    said = {each.stage: each.by for each in lateness(words_in("zh"), state)}
    assert list(said.values()) == ["community", "community"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (("2026-04-02", "take_over", {"by": "street"}), ("没有接收", "已接收")),
        (("2026-04-02", "send_back", {"by": "street", "reason": "x"}), ("没有接收", "已退回")),
        (("2026-04-02", "report", DONE[2]), ("没有接收", "不再等接收")),
    ],
)
def test_a_month_says_how_a_hand_over_was_answered_and_how_late_it_waited(told, answer, said):
    handed = ("2026-03-05", "handover", {"by": "community", "to": "street"})
    _, months = told(ACCEPT, handed, answer)
    found = {}
    for key in ("2026-03", "2026-04"):
        month = months.of(key)
        ((at, each),) = month.handovers.items()
        waits = at in {(matter, one.position) for matter, one in month.pending}
        found[key] = (say.answer(each, waits=waits).zh, each.late_days)
    assert found == {"2026-03": (said[0], 15), "2026-04": (said[1], 17)}


def test_what_was_annulled_on_the_day_the_matter_was_raised_had_never_stood(told):
    first = "2026-03-02"
    done = annulled((first, *DONE[1:]), day=first)
    state, _ = told((first, *ACCEPT[1:]), done, day="2026-03-10")
    assert (state.stage.key, state.entered.text) == ("handling", first)
    assert (state.stood, state.fell_back, state.most_late) == ((), (), 0)
