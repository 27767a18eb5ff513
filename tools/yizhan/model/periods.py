"""The periods that records hold, found by their type hints: two dates that belong together."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, NamedTuple, cast

from yizhan.model.dates import PartialDate
from yizhan.model.fields import Field, fields_of, leaves
from yizhan.model.finding import Pointer

_BEGINNINGS = {
    "to": ("from_",),
    "end": ("start", "date"),
    "until": ("date",),
    "dissolved": ("established",),
    "end_date": ("date",),
    "next_date": ("date",),
    "new_date": ("date",),
    "decided": ("date",),
}
"""The field that ends a period → those that may begin it, the first that the class has."""


class Period(NamedTuple):
    """Two dates that belong together.

    Attributes:
        pointer: where its last day is.
        start: its first day, ``end`` its last.
        begins: where its first day is.
    """

    pointer: Pointer
    start: PartialDate | None
    end: PartialDate | None
    begins: Pointer


def periods(value: Any, pointer: Pointer = ()) -> Iterator[Period]:
    """Yield every period that a record is or holds, however deep.

    Args:
        value: a dataclass of the model.
        pointer: where it is in its record.
    """
    for start, end in bounds_of(cast("Hashable", type(value))):
        first, last = getattr(value, start.name), getattr(value, end.name)
        yield Period((*pointer, end.key), first, last, (*pointer, start.key))
    for inner, each, _ in leaves(value, _has_bounds):
        yield from periods(each, (*pointer, *inner))


@cache
def bounds_of(model: Hashable) -> tuple[tuple[Field, Field], ...]:
    """The pairs of fields of a class that begin and end a period."""
    dates = {each.name: each for each in fields_of(model) if each.type is PartialDate}
    return tuple(
        (dates[start], end)
        for name, end in dates.items()
        if (start := next((each for each in _BEGINNINGS.get(name, ()) if each in dates), None))
    )


def _has_bounds(field: Field) -> bool:
    if not is_dataclass(field.type) or field.type is PartialDate:
        return False
    return bool(bounds_of(cast("Hashable", field.type)))
