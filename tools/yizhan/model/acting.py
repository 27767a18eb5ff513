"""Which bodies and places a record names together with a day, found by type hints as periods are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, NamedTuple, cast

from yizhan.model.claims import Claims
from yizhan.model.dates import PartialDate
from yizhan.model.fields import Field, fields_of, is_model
from yizhan.model.finding import Pointer
from yizhan.model.matter import Matter
from yizhan.model.points import Scheme
from yizhan.model.record import Record
from yizhan.model.reference import UNKNOWN
from yizhan.model.rule import Rule
from yizhan.model.vocabulary import Kind


class Named(NamedTuple):
    """A body or a place that is named, and when.

    Attributes:
        pointer: where it is named.
        holder: the object of the model whose field names it.
        field: the name of that field in the file.
        day: of the nearest thing around it that has one.
    """

    pointer: Pointer
    holder: Any
    field: str
    target: str
    day: PartialDate


def named_on_days(record: Record, kind: Kind) -> Iterator[Named]:
    """Yield every body or every place that a record names, where a day goes with it.

    Args:
        record: of any kind.
        kind: of what is named: ``Kind.BODY`` or ``Kind.PLACE``.
    """
    yield from _within(record, (), None, kind)


def _within(value: Any, pointer: Pointer, day: PartialDate | None, kind: Kind) -> Iterator[Named]:
    day = _day_of(value) or day
    for field in _leading(cast("Hashable", type(value)), kind):
        inner = getattr(value, field.name)
        if inner is None or inner == ():
            continue
        each = enumerate(inner) if field.many else ((None, inner),)
        for position, item in each:
            here = (*pointer, field.key) if position is None else (*pointer, field.key, position)
            if field.ref is None:
                yield from _within(item, here, day, kind)
            elif day is not None and item != UNKNOWN:
                yield Named(here, value, field.key, item, day)


def _day_of(value: Any) -> PartialDate | None:
    """The day that a thing itself is about; None where it has none."""
    match value:
        case Matter():
            return value.raised.date
        case Claims():
            return value.end
        case Scheme():
            return None if value.valid is None else value.valid.from_
        case Rule():
            return value.effective if value.adopted is None else value.adopted.date
        case _:
            day = getattr(value, "date", None)
            return day if isinstance(day, PartialDate) else None


@cache
def _leading(model: Hashable, kind: Kind) -> tuple[Field, ...]:
    """The fields of a class that name such a record, or hold something that does."""
    return tuple(
        field
        for field in fields_of(model)
        if (field.ref is not None and field.ref.kinds == (kind,))
        or (field.ref is None and _holds(field.type, kind))
    )


def _holds(inner: Any, kind: Kind) -> bool:
    return is_model(inner) and inner is not PartialDate and bool(_leading(inner, kind))
