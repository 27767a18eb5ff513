"""Figures computed by hand beside those computed by the code."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from yizhan.facts.metric_definitions import DEFINITIONS, Reason, Unit, positions
from yizhan.facts.metrics import figures_of, measure, nearest_rank, percent
from yizhan.facts.summary import summarize

SOLVED = {"outcome": {"result": "solved", "text": "修好了。"}}
GONE = {Reason.MERGED: ("m12",), Reason.SPLIT: ("m13",)}
COUNTED = ["m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m14"]
RAISED = [*COUNTED[:-1], "m12", "m13", "m14"]
BY_HAND = {
    # key: (value, numerator, denominator, exclusions beside what was merged and split);
    # the matters m01 to m14 are in conftest.py
    "total": (Fraction(12), COUNTED, COUNTED, {}),
    "open": (Fraction(7), "m05 m06 m07 m08 m09 m11 m14", COUNTED, {}),
    "response": (
        Fraction(9, 10),
        "m01 m02 m03 m04 m05 m06 m07 m11 m14",
        "m01 m02 m03 m04 m05 m06 m07 m09 m11 m14",
        {Reason.STILL_IN_TIME: "m08", Reason.WITHDRAWN_UNANSWERED: "m10"},
    ),
    "resolution": (Fraction(1, 12), "m01", COUNTED, {}),
    "resolution_noted": (Fraction(0), "", COUNTED, {}),
    "closed_partly": (Fraction(0), "", COUNTED, {}),
    "closed_partly_noted": (Fraction(1, 12), "m02", COUNTED, {}),
    "closed_not_solved": (Fraction(2, 12), "m04 m10", COUNTED, {}),
    "closed_by_silence": (Fraction(1, 12), "m03", COUNTED, {}),
    "satisfaction": (
        Fraction(10, 15),
        "m01 m05",
        "m01 m05",
        {
            Reason.NOTED_BY_OFFICE: "m02",
            Reason.NOT_REPORTED: "m04 m07 m08 m09 m10",
            Reason.AWAITING_ANSWER: "m06 m14",
            Reason.NOBODY_ANSWERED: "m03",
            Reason.HANDLED_AGAIN: "m11",
        },
    ),
    "satisfaction_noted": (
        Fraction(3, 4),
        "m02",
        "m02",
        {
            Reason.NOTED_BY_OTHERS: "m01 m05",
            Reason.NOT_REPORTED: "m04 m07 m08 m09 m10",
            Reason.AWAITING_ANSWER: "m06 m14",
            Reason.NOBODY_ANSWERED: "m03",
            Reason.HANDLED_AGAIN: "m11",
        },
    ),
    "late_now": (
        Fraction(3, 5),
        "m05 m07 m09",
        "m05 m07 m08 m09 m11",
        {Reason.NO_LIMIT: "m06 m14", Reason.CLOSED: "m01 m02 m03 m04 m10"},
    ),
    "late_ever": (
        Fraction(7, 13),
        "m02 m05 m06 m07 m09 m12 m13",
        "m01 m02 m03 m04 m05 m06 m07 m08 m09 m10 m11 m12 m13",
        {Reason.VAGUE_DATE: "m14"},
    ),
    "closed_late": (
        Fraction(1, 5),
        "m02",
        "m01 m02 m03 m04 m10",
        {Reason.STILL_OPEN: "m05 m06 m07 m08 m09 m11 m14"},
    ),
    "reopened": (
        Fraction(2, 9),
        "m05 m11",
        "m01 m02 m03 m04 m05 m06 m10 m11 m14",
        {Reason.NEVER_DONE: "m07 m08 m09 m12 m13"},
    ),
    "handed_over": (Fraction(1), "m07", COUNTED, {}),
    "taken_late": (Fraction(0), "", RAISED, {}),
    "irregular": (Fraction(0), "", RAISED, {}),
    "corrected": (Fraction(0), "", RAISED, {}),
    "entered_later": (Fraction(0), "", RAISED, {}),
    "days_working_median": (  # 1 2 1 1 1 3 1 1: the 4th of 8
        Fraction(1),
        "m01 m03 m04 m05 m07 m11",
        "m01 m02 m03 m04 m05 m06 m07 m11",
        {Reason.NOT_REACHED: "m08 m09 m10", Reason.VAGUE_DATE: "m14"},
    ),
    "days_working_p90": (  # the 8th of 8
        Fraction(3),
        "m01 m02 m03 m04 m05 m06 m07 m11",
        "m01 m02 m03 m04 m05 m06 m07 m11",
        {Reason.NOT_REACHED: "m08 m09 m10", Reason.VAGUE_DATE: "m14"},
    ),
    "days_claimed_median": (  # 8 18 10 3 56 3: the 3rd of 6
        Fraction(8),
        "m01 m05 m11",
        "m01 m02 m03 m05 m06 m11",
        {Reason.NOT_REACHED: "m04 m07 m08 m09 m10", Reason.VAGUE_DATE: "m14"},
    ),
    "days_claimed_p90": (
        Fraction(56),
        "m01 m02 m03 m05 m06 m11",
        "m01 m02 m03 m05 m06 m11",
        {Reason.NOT_REACHED: "m04 m07 m08 m09 m10", Reason.VAGUE_DATE: "m14"},
    ),
    "days_confirmed_median": (  # 10 23 18 4: the 2nd of 4
        Fraction(10),
        "m01 m11",
        "m01 m02 m03 m11",
        {Reason.NOT_REACHED: "m04 m05 m06 m07 m08 m09 m10 m14"},
    ),
    "days_confirmed_p90": (
        Fraction(23),
        "m01 m02 m03 m11",
        "m01 m02 m03 m11",
        {Reason.NOT_REACHED: "m04 m05 m06 m07 m08 m09 m10 m14"},
    ),
    "days_unsolved_median": (
        Fraction(1),
        "m10",
        "m04 m10",
        {Reason.NOT_REACHED: "m01 m02 m03 m05 m06 m07 m08 m09 m11 m14"},
    ),
    "days_unsolved_p90": (
        Fraction(4),
        "m04 m10",
        "m04 m10",
        {Reason.NOT_REACHED: "m01 m02 m03 m05 m06 m07 m08 m09 m11 m14"},
    ),
    "days_reopened_median": (
        Fraction(7),
        "m05",
        "m05 m11",
        {Reason.NOT_REACHED: "m01 m02 m03 m04 m06 m07 m08 m09 m10 m14"},
    ),
    "days_reopened_p90": (
        Fraction(57),
        "m05 m11",
        "m05 m11",
        {Reason.NOT_REACHED: "m01 m02 m03 m04 m06 m07 m08 m09 m10 m14"},
    ),
}


PEOPLE = {"satisfaction": (10, 15), "satisfaction_noted": (3, 4)}
"""Residents satisfied, and residents asked, where they are counted and not matters."""


@pytest.fixture(scope="session")
def counted(cases, counted_on):
    return [summarize(*case, counted_on) for case in cases.values()]


@pytest.fixture(scope="session")
def sheet(counted):
    return measure(counted)


def ids(words):
    return tuple(words.split()) if isinstance(words, str) else tuple(words)


@pytest.mark.parametrize("key", [definition.key for definition in DEFINITIONS])
def test_every_figure_is_what_was_computed_by_hand(sheet, key):
    figure = next(each for each in figures_of(sheet, tuple(sheet.matters)) if each.key == key)
    value, numerator, denominator, exclusions = BY_HAND[key]
    assert figure.members.numerator == ids(numerator)
    assert figure.members.denominator == ids(denominator)
    counted = (len(ids(numerator)), len(ids(denominator)))
    assert (figure.numerator, figure.denominator) == PEOPLE.get(key, counted)
    gone = {} if figure.definition.remembered else GONE
    expected = gone | {reason: ids(words) for reason, words in exclusions.items()}
    assert dict(figure.exclusions) == expected
    assert figure.value == value
    assert not figure.suppressed


def test_what_ended_is_solved_or_silent_or_not_solved(sheet):
    figures = {each.key: each for each in figures_of(sheet, tuple(sheet.matters))}
    ended = set(COUNTED) - set(figures["open"].members.numerator) - {"m11"}
    parts = [
        figures[key].members.numerator
        for key in (
            "resolution",
            "closed_partly",
            "closed_partly_noted",
            "closed_not_solved",
            "closed_by_silence",
        )
    ]
    assert sorted(each for part in parts for each in part) == sorted(ended)


def test_a_vague_date_leaves_lateness_open(make, summary_of):
    matter = make.matter(
        ("2026-03-03", "accept"), ("2026-03", "report", SOLVED), ("2026-04", "confirm")
    )
    figures = figures_of(measure([summary_of(matter)]), (matter.id,))
    late = next(each for each in figures if each.key == "late_ever")
    assert dict(late.exclusions) == {Reason.VAGUE_DATE: (matter.id,)}
    assert late.value is None


def test_a_report_that_was_taken_back_is_nothing_to_judge(make, summary_of):
    matter = make.matter(
        ("2026-03-03", "accept"),
        ("2026-03-05", "report", SOLVED),
        ("2026-03-06", "object"),
        ("2026-03-07", "assign", {"to": "street"}),
        ("2026-03-09", "report", SOLVED),
        ("2026-03-10", "withdraw"),
    )
    figures = figures_of(measure([summary_of(matter)]), (matter.id,))
    satisfaction = next(each for each in figures if each.key == "satisfaction")
    assert dict(satisfaction.exclusions) == {Reason.NOT_REPORTED: (matter.id,)}


@pytest.mark.parametrize(
    ("first", "last", "inside", "vague"),
    [
        (None, None, 14, ()),
        (date(2026, 3, 1), date(2026, 3, 31), 13, ()),
        (date(2026, 4, 1), None, 1, ()),
        (None, date(2026, 3, 1), 0, ("m14",)),
        (date(2026, 3, 15), None, 1, ("m14",)),
    ],
)
def test_a_period_takes_in_what_surely_belongs_to_it(counted, first, last, inside, vague):
    found = measure(counted, first, last)
    assert (len(found.matters), found.vague) == (inside, vague)


def test_nothing_gives_no_rate_and_no_days():
    figures = figures_of(measure([]), ())
    assert [each.value for each in figures] == [
        Fraction(0) if each.definition.unit is Unit.COUNT else None for each in figures
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(1, 3), "33.3"),
        (Fraction(2, 3), "66.7"),
        (Fraction(1, 8), "12.5"),
        (Fraction(1, 16), "6.3"),  # 6.25 goes up, where half to even would go down
        (Fraction(1319, 1631), "80.9"),
        (Fraction(1), "100.0"),
        (Fraction(0), "0.0"),
    ],
)
def test_percentages_are_rounded_half_up(value, said):
    assert percent(value) == Decimal(said)
    assert str(percent(value)) == said


def test_nearest_rank_is_one_of_the_numbers():
    assert nearest_rank([5], Fraction(1, 2)) == 5
    assert nearest_rank([1, 2, 3, 4], Fraction(1, 2)) == 2
    assert nearest_rank([3, 1, 2], Fraction(1, 2)) == 2
    assert nearest_rank(range(1, 11), Fraction(9, 10)) == 9
    assert nearest_rank(range(1, 12), Fraction(9, 10)) == 10


def test_keys_are_unique():
    keys = [definition.key for definition in DEFINITIONS]
    assert len(set(keys)) == len(keys)


def test_a_table_cannot_ask_for_a_figure_that_is_not_there():
    assert [DEFINITIONS[each].key for each in positions("open", "total")] == ["open", "total"]
    with pytest.raises(ValueError, match="satisfied"):
        positions("total", "satisfied")
