"""What is to be known beside a matter's values, and that a hand-over answered late is remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from yizhan.facts.derivation import derive
from yizhan.facts.matter_marks import MatterMark, marks_of
from yizhan.facts.metric_definitions import DEFINITIONS, Reason
from yizhan.facts.summary import from_plain, to_plain
from yizhan.model.dates import PartialDate
from yizhan.model.record import Correction
from yizhan.model.vocabulary import Family
from yizhan.wording.matter import Names, lateness, remembered, sentence
from yizhan.wording.words import words_in

from .test_endings import ACCEPT, CONFIRM, DONE, verdict

GIVEN = ("2026-03-04", "handover", {"by": "community", "to": "office"})
OBJECT = ("2026-03-12", "object", {"reason": "没好"})
SAID = [{"code": "M029", "reason": "派的", "by": "office", "date": "2026-03-09"}]


def taken(day, **fields):
    return (day, "take_over", {"by": "office", **fields})


@pytest.mark.parametrize(
    ("log", "marks"),
    [
        ((ACCEPT,), ()),
        ((ACCEPT, (*DONE[:2], {**DONE[2], "since": "2026-03-12"})), (MatterMark.ENTERED_LATER,)),
        ((ACCEPT, DONE, CONFIRM), (MatterMark.NOTED_BY_OFFICE,)),
        ((ACCEPT, DONE, verdict()), ()),
        ((ACCEPT, DONE, OBJECT), ()),  # nobody agreed
        ((ACCEPT, DONE, OBJECT, ("2026-03-17", "withdraw", {"reason": "x"})), ()),
        ((ACCEPT, DONE, CONFIRM, ("2026-03-17", "reopen", {"reason": "x"})), ()),
        (((*ACCEPT[:2], {"by": "community", "irregular": SAID}),), (MatterMark.IRREGULAR,)),
    ],
)
def test_the_marks_of_a_log(state, log, marks):
    assert state(*log).marks == marks


def test_what_is_corrected_is_marked_and_what_could_not_be_is_not(make):
    made = Correction(date=PartialDate.parse("2026-03-05"), reason="x", at="title", value="y")
    day = make.matter(ACCEPT).raised.date.latest
    for fault, marks in ((None, (MatterMark.CORRECTED,)), ("protected", ())):
        matter = replace(make.matter(ACCEPT), corrections=(replace(made, fault=fault),))
        assert marks_of(matter, day, noted=False) == marks


def test_what_is_not_yet_is_not_marked(state):
    later = (*DONE[:2], {**DONE[2], "since": "2026-03-12"})
    assert state(ACCEPT, later, as_of="2026-03-05").marks == ()


def test_marks_are_kept_with_a_summary(make, summary_of):
    found = summary_of(make.matter(ACCEPT, DONE, CONFIRM))
    assert found.marks == (MatterMark.NOTED_BY_OFFICE,)
    assert from_plain(found.id, to_plain(found)) == found


@pytest.mark.parametrize(
    ("log", "late"),
    [
        ((ACCEPT, GIVEN, taken("2026-03-09")), 0),
        ((ACCEPT, GIVEN, taken("2026-03-12")), 3),
        ((ACCEPT, GIVEN, taken("2026-03-08", since="2026-03-12")), 3),
        ((ACCEPT, GIVEN, ("2026-03-12", "send_back", {"by": "office", "reason": "x"})), 3),
        ((ACCEPT, GIVEN, ("2026-03-12", "report", DONE[2])), 3),
        ((ACCEPT, GIVEN, ("2026-03-05", "progress", {"by": "community"})), 0),
    ],
)
def test_a_hand_over_answered_late_stays_so(state, make, summary_of, log, late):
    now = state(*log, as_of="2026-03-13")
    assert [each.answered_late for each in now.left_late] == ([late] if late else [])
    assert now.was_late == late
    assert remembered(words_in("zh"), now) == ((f"曾逾期 {late} 个工作日",) if late else ())
    handed = summary_of(make.matter(*log)).events.handed
    assert [each.late_days for each in handed] == [late]


def test_it_is_said_in_words(state):
    now = state(ACCEPT, GIVEN, taken("2026-03-12"), as_of="2026-03-13")
    (zh,), (en,) = (lateness(words_in(lang), now) for lang in ("zh", "en"))
    assert zh.said == "移交以后要在 2026年3月9日 以前（含当天）接收或退回，晚了 3 个工作日。"
    assert en.said == "to be taken over or sent back by 9 March 2026, 3 working days late."


def measured(state, key):
    found = next(each for each in DEFINITIONS if each.key == key).measure
    return found(state, state.as_of)


def test_figures_count_it(state):
    late = (ACCEPT, GIVEN, taken("2026-03-12"))
    assert measured(state(*late, as_of="2026-03-13"), "taken_late") == 1
    assert measured(state(*late, as_of="2026-03-13"), "late_ever") == 1
    assert measured(state(*late, as_of="2026-03-13"), "closed_late") is Reason.STILL_OPEN
    closed = state(*late, ("2026-03-13", "report", DONE[2]), ("2026-03-16", "confirm"))
    assert measured(closed, "closed_late") == 1
    waiting = state(ACCEPT, GIVEN, as_of="2026-03-13")
    assert (measured(waiting, "late_ever"), measured(waiting, "taken_late")) == (1, 0)


def test_figures_count_marks(state):
    noted = state(ACCEPT, DONE, CONFIRM)
    said = state((*ACCEPT[:2], {"by": "community", "irregular": SAID}))
    keys = ("irregular", "corrected", "entered_later")
    assert [measured(noted, key) for key in keys] == [0, 0, 0]
    assert [measured(said, key) for key in keys] == [1, 0, 0]


class Unpublished:
    """Weekdays of a year whose holidays are not published; they may move any last day."""

    known = staticmethod(lambda _day: False)
    is_working = staticmethod(lambda day: day.weekday() < 5)


@pytest.mark.parametrize(
    "log",
    [
        (ACCEPT, GIVEN, taken("2026-03-12")),
        (ACCEPT, ("2026-03-20", "report", DONE[2])),
    ],
)
def test_what_was_late_by_a_last_day_that_may_still_move_says_so(
    make, procedure, common_steps, weekdays, log
):
    day, matter = date(2026, 3, 23), make.matter(*log)
    for calendar, marked in ((weekdays, False), (Unpublished(), True)):
        now = derive(matter, procedure, common_steps, day, calendar)
        for words, mark in (
            (words_in("zh"), "（放假安排公布前的暂定日期）"),
            (words_in("en"), " (provisional, "),
        ):
            (badge,) = remembered(words, now)
            (line,) = lateness(words, now)
            assert (mark in badge, mark in line.said) == (marked, marked)


class SpringFestival:
    """2027 with an arrangement that was published later: 8 to 12 February are off."""

    known = staticmethod(lambda _day: True)
    is_working = staticmethod(
        lambda day: day.weekday() < 5 and not date(2027, 2, 8) <= day <= date(2027, 2, 12)
    )


@pytest.mark.parametrize(
    ("lapse", "calendar", "said"),
    [
        ("2027-02-10", SpringFestival(), "到销号那天没有人表示异议"),
        ("2027-02-16", SpringFestival(), "到销号那天没有人表示异议"),  # the last day to answer
        ("2027-02-17", SpringFestival(), "到评价期满也没有人表示异议"),
        ("2027-02-10", Unpublished(), "到评价期满也没有人表示异议"),
    ],
)
def test_a_lapse_that_holidays_published_since_made_early_is_not_said_to_be_in_time(
    make, procedure, common_steps, lapse, calendar, said
):
    done = ("2027-02-02", "report", DONE[2])  # 5 days to answer
    log = (("2027-01-26", "accept", {"by": "community"}), done, (lapse, "lapse"))
    matter = make.matter(*log, raised="2027-01-25")
    now = derive(matter, procedure, common_steps, date(2027, 3, 1), calendar)
    assert now.family is Family.CONFIRMED
    assert said in sentence(words_in("zh"), now, Names())


def test_nobody_is_late_to_answer_what_was_not_on_record(state):
    """Hand-over and answer were both written down on 12 March, for days of a week before."""
    given = (GIVEN[0], GIVEN[1], {**GIVEN[2], "since": "2026-03-12"})
    now = state(ACCEPT, given, taken("2026-03-08", since="2026-03-12"), as_of="2026-03-13")
    assert now.left_late == ()
    later = state(ACCEPT, given, taken("2026-03-20"), as_of="2026-03-21")
    assert [each.answered_late for each in later.left_late] == [3]  # due 17 March
