"""Figures computed by hand beside those computed by the code; and suppression that holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts.matter_state import derive
from yizhan.facts.metric_definitions import DEFINITIONS, Reason, Unit, positions
from yizhan.facts.metrics import (
    OTHERS,
    THRESHOLD,
    Dimension,
    book,
    figures_of,
    measure,
    nearest_rank,
    percent,
    withheld_of,
)
from yizhan.facts.summary import summarize
from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.vocabulary import Category, PlaceLevel

AS_OF = date(2026, 4, 30)
SOLVED = {"outcome": {"result": "solved", "text": "修好了。"}}
PARTLY = {"outcome": {"result": "partly", "text": "修了一半。"}}
START = "2026-03-02"
CASES = {
    # id: (raised, log); the procedure's limits: 2 working days waiting, 10 handling, 4 reopened
    "m01": (
        START,
        ("2026-03-03", "accept"),
        ("2026-03-10", "report", SOLVED),
        ("2026-03-12", "confirm"),
    ),
    "m02": (
        START,
        ("2026-03-04", "accept"),
        ("2026-03-20", "report", PARTLY),
        ("2026-03-25", "confirm"),
    ),
    "m03": (
        START,
        ("2026-03-03", "accept"),
        ("2026-03-12", "report", SOLVED),
        ("2026-03-20", "lapse"),
    ),
    "m04": (START, ("2026-03-03", "accept"), ("2026-03-06", "refuse", {"reason": "没有地方。"})),
    "m05": (
        START,
        ("2026-03-03", "accept"),
        ("2026-03-05", "report", SOLVED),
        ("2026-03-09", "object"),
    ),
    "m06": (START, ("2026-03-05", "accept"), ("2026-04-27", "report", SOLVED)),
    "m07": (START, ("2026-03-03", "accept"), ("2026-04-29", "handover", {"to": "street"})),
    "m08": ("2026-04-29",),
    "m09": (START,),
    "m10": (START, ("2026-03-03", "withdraw")),
    "m11": (
        START,
        ("2026-03-03", "accept"),
        ("2026-03-05", "report", SOLVED),
        ("2026-03-06", "confirm"),
        ("2026-04-28", "reopen"),
    ),
    "m12": (START, ("2026-03-05", "merge", {"merged_into": "m01"})),
    "m13": (START, ("2026-03-05", "split", {"into": ["m01", "m02"]})),
    "m14": ("2026-03", ("2026-03", "accept"), ("2026-04", "report", SOLVED)),
}
GONE = {Reason.MERGED: ("m12",), Reason.SPLIT: ("m13",)}
COUNTED = ["m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m14"]
BY_HAND = {
    # key: (value, numerator, denominator, exclusions beside what was merged and split)
    "total": (Fraction(12), COUNTED, COUNTED, {}),
    "open": (Fraction(7), "m05 m06 m07 m08 m09 m11 m14", COUNTED, {}),
    "response": (
        Fraction(9, 10),
        "m01 m02 m03 m04 m05 m06 m07 m11 m14",
        "m01 m02 m03 m04 m05 m06 m07 m09 m11 m14",
        {Reason.STILL_IN_TIME: "m08", Reason.WITHDRAWN_UNANSWERED: "m10"},
    ),
    "resolution": (Fraction(1, 12), "m01", COUNTED, {}),
    "closed_not_solved": (Fraction(3, 12), "m02 m04 m10", COUNTED, {}),
    "closed_by_silence": (Fraction(1, 12), "m03", COUNTED, {}),
    "satisfaction": (
        Fraction(2, 3),
        "m01 m02",
        "m01 m02 m05",
        {
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
        Fraction(5, 11),
        "m02 m05 m06 m07 m09",
        "m01 m02 m03 m04 m05 m06 m07 m08 m09 m10 m11",
        {Reason.NO_LIMIT: "m14"},
    ),
    "reopened": (
        Fraction(2, 9),
        "m05 m11",
        "m01 m02 m03 m04 m05 m06 m10 m11 m14",
        {Reason.NEVER_DONE: "m07 m08 m09"},
    ),
    "handed_over": (Fraction(1), "m07", COUNTED, {}),
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


@pytest.fixture(scope="session")
def state_of(procedure, common_steps, weekdays):
    def of(matter):
        return derive(matter, procedure, common_steps, AS_OF, weekdays)

    return of


@pytest.fixture(scope="session")
def cases(make, state_of):
    """The hand-built matters with their states."""
    found = {}
    for key, (raised, *log) in CASES.items():
        matter = replace(make.matter(*log, raised=raised), id=key)
        found[key] = (matter, state_of(matter))
    return found


@pytest.fixture(scope="session")
def summary_of(state_of):
    def of(matter):
        return summarize(matter, state_of(matter), AS_OF)

    return of


@pytest.fixture(scope="session")
def sheet(cases):
    return measure(summarize(*case, AS_OF) for case in cases.values())


def ids(words):
    return tuple(words.split()) if isinstance(words, str) else tuple(words)


@pytest.mark.parametrize("key", [definition.key for definition in DEFINITIONS])
def test_every_figure_is_what_was_computed_by_hand(sheet, key):
    figure = next(each for each in figures_of(sheet, tuple(sheet.matters)) if each.key == key)
    value, numerator, denominator, exclusions = BY_HAND[key]
    assert figure.members.numerator == ids(numerator)
    assert figure.members.denominator == ids(denominator)
    assert (figure.numerator, figure.denominator) == (len(ids(numerator)), len(ids(denominator)))
    expected = GONE | {reason: ids(words) for reason, words in exclusions.items()}
    assert dict(figure.exclusions) == expected
    assert figure.value == value
    assert not figure.suppressed


def test_what_ended_is_solved_or_silent_or_not_solved(sheet):
    figures = {each.key: each for each in figures_of(sheet, tuple(sheet.matters))}
    ended = set(COUNTED) - set(figures["open"].members.numerator) - {"m11"}
    parts = [
        figures[key].members.numerator
        for key in ("resolution", "closed_not_solved", "closed_by_silence")
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
def test_a_period_takes_in_what_surely_belongs_to_it(cases, first, last, inside, vague):
    found = measure((summarize(*case, AS_OF) for case in cases.values()), first, last)
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


# --- groups -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({}, ""),
        ({"a": 5, "b": 9}, ""),
        ({"a": 5, "b": 0}, ""),
        ({"a": 4, "b": 9, "c": 7}, "ac"),  # alone it would be the total less the others
        ({"a": 4, "b": 1, "c": 7}, "ab"),
        ({"a": 1, "b": 1, "c": 7, "d": 8}, "abc"),  # together they are too few as well
        ({"a": 4}, "a"),
        ({"a": 2, "b": 2}, "ab"),
        ({"b": 5, "a": 5, "c": 1}, "ac"),
    ],
)
def test_which_groups_are_withheld(sizes, hidden):
    assert withheld_of(sizes) == set(hidden)


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 30)))
def test_what_subtraction_gives_is_large_enough_to_be_published(sizes):
    hidden = withheld_of(sizes)
    small = {key for key, size in sizes.items() if 0 < size < THRESHOLD}
    assert small <= hidden
    assert all(sizes[key] for key in hidden)
    total = sum(sizes.values())
    rest = total - sum(size for key, size in sizes.items() if key not in hidden)
    if hidden and total >= THRESHOLD:
        assert len(hidden) > 1
        assert rest >= THRESHOLD
    if not small:
        assert not hidden


PLACES = {
    "town": (None, PlaceLevel.TOWN),
    "east": ("town", PlaceLevel.VILLAGE),
    "west": ("town", PlaceLevel.VILLAGE),
    "east-1": ("east", PlaceLevel.GROUP),
    "east-2": ("east", PlaceLevel.GROUP),
    "west-1": ("west", PlaceLevel.GROUP),
    "west-11": ("west-1", PlaceLevel.BUILDING),
}
ARCHIVE = Archive(
    Place(id=key, title=key, path=f"records/places/{key}.yaml", level=level, parent=parent)
    for key, (parent, level) in PLACES.items()
)


def make_book(cases, drawn):
    """A book of matters: for each drawn (case, place, category, handler) a copy of the case."""
    matters = []
    for number, (case, place, category, handler) in enumerate(drawn):
        matter, state = cases[case]
        matter = replace(matter, id=f"x{number:03}", place=place, category=category)
        matters.append(summarize(matter, replace(state, handler=handler), AS_OF))
    return book(ARCHIVE, measure(matters))


DRAWN = st.lists(
    st.tuples(
        st.sampled_from(sorted(CASES)),
        st.sampled_from([*sorted(PLACES), "nowhere"]),
        st.sampled_from([Category.NOISE, Category.PARKING, Category.WORK, Category.CARE]),
        st.sampled_from([None, "street", "committee"]),
    ),
    max_size=60,
)


@given(drawn=DRAWN)
def test_members_are_what_the_numbers_say(cases, drawn):
    found = make_book(cases, drawn)
    rows = [row.figures for table in found.tables for row in table.rows]
    for figure in (each for figures in (found.figures, *rows) for each in figures):
        if figure.suppressed:
            assert (figure.numerator, figure.denominator, figure.value) == (None, None, None)
            assert (figure.members.denominator, dict(figure.exclusions)) == ((), {})
            continue
        upper, base = figure.members.numerator, figure.members.denominator
        assert set(upper) <= set(base)
        assert (len(upper), len(base)) == (figure.numerator, figure.denominator)
        assert figure.denominator == 0 or figure.denominator >= THRESHOLD
        left_out = [each for ids in figure.exclusions.values() for each in ids]
        assert not set(left_out) & set(base)
        if figure.definition.unit is Unit.SHARE and base:
            assert figure.value == Fraction(len(upper), len(base))


@given(drawn=DRAWN)
def test_groups_are_a_partition_and_no_withheld_cell_can_be_computed(cases, drawn):
    found = make_book(cases, drawn)
    wholes = {None: (tuple(found.sheet.matters), found.figures)}
    wholes |= {
        row.key: (row.ids, row.figures)
        for table in found.tables
        if table.dimension is Dimension.PLACE
        for row in table.rows
    }
    for table in found.tables:
        whole_ids, whole = wholes[table.of]
        if not table.rows:
            assert len(table.pooled) > 1
            continue
        assert sorted(each for row in table.rows for each in row.ids) == sorted(whole_ids)
        assert (OTHERS in [row.key for row in table.rows]) == bool(table.pooled)
        raw = {row.key: figures_of(found.sheet, row.ids) for row in table.rows}
        for position, total in enumerate(whole):
            hidden = [row.key for row in table.rows if row.figures[position].suppressed]
            sizes = {key: raw[key][position].denominator for key in raw}
            if total.suppressed:
                assert hidden == [row.key for row in table.rows]
                continue
            assert total.denominator == sum(sizes.values())
            rest = total.denominator - sum(
                row.figures[position].denominator for row in table.rows if row.key not in hidden
            )
            if hidden:
                assert len(hidden) > 1
                assert rest >= THRESHOLD
            if total.definition.unit is not Unit.DAYS:
                assert total.numerator == sum(raw[key][position].numerator for key in raw)


def test_a_chain_of_single_places_is_passed_over(cases):
    drawn = [
        ("m01", place, Category.NOISE, None) for place in ("east-1", "east-2") for _ in range(5)
    ]
    book_ = make_book(cases, drawn)
    tables = book_.tables
    assert list(book_.dimensions) == [table.dimension for table in tables if table.of is None]
    assert [(each.dimension, each.of, [row.key for row in each.rows]) for each in tables] == [
        (Dimension.PLACE, None, ["east-1", "east-2"])
    ]


def test_a_places_own_matters_are_a_group_and_small_parts_are_pooled(cases):
    drawn = [
        ("m01", place, Category.NOISE, "street")
        for place in ("east", "east-1", "west")
        for _ in range(6)
    ]
    drawn += [("m05", "west-11", Category.PARKING, None)] * 2
    tables = {(each.dimension, each.of): each for each in make_book(cases, drawn).tables}
    assert [row.key for row in tables[Dimension.PLACE, None].rows] == ["east", "west"]
    assert [row.key for row in tables[Dimension.PLACE, "east"].rows] == ["east-1", "east/own"]
    west = tables[Dimension.PLACE, "west"]
    assert (west.rows, west.pooled) == ((), ("west-1", "west/own"))
    body = tables[Dimension.BODY, None]
    assert (body.rows, body.pooled) == ((), ("none", "street"))


def test_groups_without_counted_matters_go_with_the_small_ones(cases):
    drawn = [("m01", "east", Category.NOISE, None)] * 6 + [("m01", "east", Category.WORK, None)] * 7
    drawn += [("m12", "east", Category.CARE, None)]
    (table,) = make_book(cases, drawn).tables
    assert [(row.key, len(row.ids)) for row in table.rows] == [
        ("care", 1),
        ("noise", 6),
        ("work", 7),
    ]
    drawn += [("m01", "east", Category.PARKING, None)] * 3
    (table,) = make_book(cases, drawn).tables
    assert table.pooled == ("care", "noise", "parking")
    assert [(row.key, len(row.ids)) for row in table.rows] == [("work", 7), (OTHERS, 10)]


def test_months_are_as_vague_as_the_dates(cases):
    drawn = [
        (case, "east", Category.NOISE, None) for case in ("m01", "m08", "m14") for _ in range(5)
    ]
    found = make_book(cases, drawn)
    table = next(each for each in found.tables if each.dimension is Dimension.MONTH)
    assert [(row.key, len(row.ids)) for row in table.rows] == [("2026-03", 10), ("2026-04", 5)]
    assert found.figure("total").numerator == 15


def test_tiers_are_named_with_their_procedure(make, summary_of):
    matters = [
        replace(make.matter(tier="big" if number < 5 else None), id=f"t{number}")
        for number in range(10)
    ]
    tables = book(ARCHIVE, measure(map(summary_of, matters))).tables
    table = next(each for each in tables if each.dimension is Dimension.TIER)
    assert [row.key for row in table.rows] == ["none", "test-workflow/big"]


def test_a_table_cannot_ask_for_a_figure_that_is_not_there():
    assert [DEFINITIONS[each].key for each in positions("open", "total")] == ["open", "total"]
    with pytest.raises(ValueError, match="satisfied"):
        positions("total", "satisfied")
