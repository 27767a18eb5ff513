"""Groups as the tables show them, and suppression that holds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yizhan.facts.body_figures import OF_THEN
from yizhan.facts.metric_definitions import Reason, Unit
from yizhan.facts.metric_tables import OTHERS, THRESHOLD, Dimension, _apart, book, withheld_of
from yizhan.facts.metrics import figures_of, measure
from yizhan.facts.summary import summarize
from yizhan.model.archive import Archive
from yizhan.model.place import Place
from yizhan.model.vocabulary import Category, PlaceLevel


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


@pytest.mark.parametrize(
    ("bases", "hidden"),
    [
        ({"a": "123", "b": "123456", "c": "456789"}, "a"),  # seen elsewhere, every one of them
        ({"a": "12", "b": "345678", "c": "3456789"}, "abc"),  # two that no other group has
        ({"a": "12", "b": "34567", "c": "67890xyz"}, "ab"),  # five that no other has
        ({"a": "12345", "b": "6789"}, "a"),  # enough of its own to be published
        ({"a": "12"}, "a"),
    ],
)
def test_groups_with_matters_in_common_hide_what_only_they_have(bases, hidden):
    assert _apart({"a"}, bases) == set(hidden)


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


@pytest.fixture(scope="session")
def make_book(cases, counted_on):
    """A book of matters: for each drawn (case, place, category, handler) a copy of the case."""

    def of(drawn):
        matters = []
        for number, (case, place, category, handler) in enumerate(drawn):
            matter, state = cases[case]
            matter = replace(matter, id=f"x{number:03}", place=place, category=category)
            matters.append(summarize(matter, replace(state, handler=handler), counted_on))
        return book(ARCHIVE, measure(matters))

    return of


DRAWN = st.lists(
    st.tuples(
        st.sampled_from([f"m{number:02}" for number in range(1, 15)]),
        st.sampled_from([*sorted(PLACES), "nowhere"]),
        st.sampled_from([Category.NOISE, Category.PARKING, Category.WORK, Category.CARE]),
        st.sampled_from([None, "street", "committee"]),
    ),
    max_size=60,
)


@given(drawn=DRAWN)
def test_members_are_what_the_numbers_say(make_book, drawn):
    found = make_book(drawn)
    rows = [row.figures for table in found.tables for row in table.rows]
    for figure in (each for figures in (found.figures, *rows) for each in figures):
        if figure.suppressed:
            assert (figure.numerator, figure.denominator, figure.value) == (None, None, None)
            assert (figure.members.denominator, dict(figure.exclusions)) == ((), {})
            continue
        upper, base = figure.members.numerator, figure.members.denominator
        assert set(upper) <= set(base)
        if figure.definition.unit is not Unit.PEOPLE:
            assert (len(upper), len(base)) == (figure.numerator, figure.denominator)
        assert not base or len(base) >= THRESHOLD
        left_out = [each for ids in figure.exclusions.values() for each in ids]
        assert not set(left_out) & set(base)
        if figure.definition.unit is Unit.SHARE and base:
            assert figure.value == Fraction(len(upper), len(base))


def counted(row):
    """Ids of a row, less those that a body once had and others have now."""
    return [
        each
        for each in row.ids
        if row.measured is None or row.measured[each][0] is not Reason.WITH_ANOTHER
    ]


def unwithheld(sheet, row):
    """The figures of a row before any of its cells is withheld."""
    seen = sheet if row.measured is None else replace(sheet, measured=row.measured)
    return figures_of(seen, row.ids)


@given(drawn=DRAWN)
def test_groups_are_a_partition_and_no_withheld_cell_can_be_computed(make_book, drawn):
    found = make_book(drawn)
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
        assert sorted(each for row in table.rows for each in counted(row)) == sorted(whole_ids)
        assert (OTHERS in [row.key for row in table.rows]) == bool(table.pooled)
        raw = {row.key: unwithheld(found.sheet, row) for row in table.rows}
        for position, total in enumerate(whole):
            hidden = [row.key for row in table.rows if row.figures[position].suppressed]
            sizes = {key: raw[key][position].denominator for key in raw}
            if total.suppressed:
                assert hidden == [row.key for row in table.rows]
                continue
            if table.dimension is Dimension.BODY and total.key in OF_THEN:
                bases = {key: set(raw[key][position].members.denominator) for key in raw}
                shown = set().union(*(bases[key] for key in bases if key not in hidden))
                only = set().union(*(bases[key] for key in hidden)) - shown
                assert not only or len(only) >= THRESHOLD
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


def test_a_chain_of_single_places_is_passed_over(make_book):
    drawn = [
        ("m01", place, Category.NOISE, None) for place in ("east-1", "east-2") for _ in range(5)
    ]
    book_ = make_book(drawn)
    tables = book_.tables
    assert list(book_.dimensions) == [table.dimension for table in tables if table.of is None]
    assert [(each.dimension, each.of, [row.key for row in each.rows]) for each in tables] == [
        (Dimension.PLACE, None, ["east-1", "east-2"])
    ]


def test_a_places_own_matters_are_a_group_and_small_parts_are_pooled(make_book):
    drawn = [
        ("m01", place, Category.NOISE, "street")
        for place in ("east", "east-1", "west")
        for _ in range(6)
    ]
    drawn += [("m05", "west-11", Category.PARKING, None)] * 2
    tables = {(each.dimension, each.of): each for each in make_book(drawn).tables}
    assert [row.key for row in tables[Dimension.PLACE, None].rows] == ["east", "west"]
    assert [row.key for row in tables[Dimension.PLACE, "east"].rows] == ["east-1", "east/own"]
    west = tables[Dimension.PLACE, "west"]
    assert (west.rows, west.pooled) == ((), ("west-1", "west/own"))
    body = tables[Dimension.BODY, None]
    assert (body.rows, body.pooled) == ((), ("none", "street"))


def test_groups_without_counted_matters_go_with_the_small_ones(make_book):
    drawn = [("m01", "east", Category.NOISE, None)] * 6 + [("m01", "east", Category.WORK, None)] * 7
    drawn += [("m12", "east", Category.CARE, None)]
    (table,) = make_book(drawn).tables
    assert [(row.key, len(row.ids)) for row in table.rows] == [
        ("care", 1),
        ("noise", 6),
        ("work", 7),
    ]
    drawn += [("m01", "east", Category.PARKING, None)] * 3
    (table,) = make_book(drawn).tables
    assert table.pooled == ("care", "noise", "parking")
    assert [(row.key, len(row.ids)) for row in table.rows] == [("work", 7), (OTHERS, 10)]


def test_months_are_as_vague_as_the_dates(make_book):
    drawn = [
        (case, "east", Category.NOISE, None) for case in ("m01", "m08", "m14") for _ in range(5)
    ]
    found = make_book(drawn)
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
