"""The day on which the example is shown."""

from __future__ import annotations

from datetime import date

import pytest

from yizhan.facts.example_day import day_of, day_of_data, example_day
from yizhan.model.dates import PartialDate
from yizhan.model.place import Place
from yizhan.model.vocabulary import PlaceLevel

NOVEMBER = date(2026, 11, 25)


def place(day: str | None = None, *, example: bool = True) -> Place:
    named = None if day is None else PartialDate.parse(day)
    level = PlaceLevel.DISTRICT
    return Place(id="x", title="x", level=level, example=example, example_day=named)


@pytest.mark.parametrize(
    ("places", "as_of", "expected"),
    [
        ([], NOVEMBER, None),
        ([place()], NOVEMBER, None),
        ([place("2026-11-25")], date(2028, 1, 1), NOVEMBER),
        ([place("2026-11-25")], date(2026, 5, 1), date(2026, 5, 1)),
        ([place("2026-05"), place("2026-11-25"), place()], date(2028, 1, 1), NOVEMBER),
        ([place("2026-05")], date(2028, 1, 1), date(2026, 5, 31)),
        ([place("2026-11-25", example=False)], NOVEMBER, None),
    ],
)
def test_example_day(places: list[Place], as_of: date, expected: date | None) -> None:
    assert example_day(places, as_of) == expected


def test_only_examples_are_seen_on_it() -> None:
    later = date(2028, 1, 1)
    assert day_of(place(), later, NOVEMBER) == NOVEMBER
    assert day_of(place(example=False), later, NOVEMBER) == later
    assert day_of(place(), later, None) == later
    assert day_of_data(later, NOVEMBER, example=True) == NOVEMBER
    assert day_of_data(later, NOVEMBER, example=False) == later
