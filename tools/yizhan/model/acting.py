"""Which bodies and places a record names together with a day, found by type hints as periods are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

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

Classes = tuple[type, ...]


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


def named_on_days(record: Record, kind: Kind, apart: Classes = ()) -> list[Named]:
    """Every body or every place that a record names, where a day goes with it.

    Args:
        record: of any kind.
        kind: of what is named: ``Kind.BODY`` or ``Kind.PLACE``.
        apart: classes whose own fields are passed by; what they hold is looked into.
    """
    found: list[Named] = []
    _add(found, record, (), None, _ways(kind, apart))
    return found


def _add(
    found: list[Named], value: Any, pointer: Pointer, day: PartialDate | None, ways: _Ways
) -> None:
    """Add what a thing and everything in it names.

    To a list, since every record is walked for it twice, and a chain of generators takes twice the time.
    """
    fields, held = ways[type(value)]
    if not any(held(value)):
        return
    day = _day_of(value) or day
    for field in fields:
        inner = getattr(value, field.name)
        if inner is None or inner == ():
            continue
        each = enumerate(inner) if field.many else ((None, inner),)
        for position, item in each:
            here = (*pointer, field.key) if position is None else (*pointer, field.key, position)
            if field.ref is None:
                _add(found, item, here, day, ways)
            elif day is not None and item != UNKNOWN:
                found.append(Named(here, value, field.key, item, day))


def _day_of(value: Any) -> PartialDate | None:
    """The day that a thing itself is about; None where it has none."""
    own = _DAYS.get(type(value))
    if own is not None:
        return own(value)
    day = getattr(value, "date", None)
    return day if isinstance(day, PartialDate) else None


def _of_rule(rule: Rule) -> PartialDate | None:
    return rule.effective if rule.adopted is None else rule.adopted.date


_DAYS: Mapping[type, Callable[[Any], PartialDate | None]] = {
    Matter: lambda matter: matter.raised.date,
    Claims: lambda claims: claims.end,
    Scheme: lambda scheme: None if scheme.valid is None else scheme.valid.from_,
    Rule: _of_rule,
}
"""What a thing is about that has no ``date`` of its own."""


class _Way(NamedTuple):
    """The fields of a class that name such a record, or hold something that does; and what gives their values."""

    fields: tuple[Field, ...]
    held: Callable[[Any], tuple[Any, ...]]


class _Ways(dict[type, _Way]):
    """The way on from every class, each found when it is first asked for."""

    def __init__(self, kind: Kind, apart: Classes) -> None:
        super().__init__()
        self._kind = kind
        self._apart = apart

    def __missing__(self, model: type) -> _Way:
        fields = tuple(each for each in fields_of(model) if self._leads(model, each))
        names = [each.name for each in fields]
        # the first twice, so that the values are a tuple where there is one
        held = attrgetter(names[0], *names) if names else _nothing
        self[model] = way = _Way(fields, held)
        return way

    def _leads(self, model: type, field: Field) -> bool:
        if field.ref is not None:
            return field.ref.kinds == (self._kind,) and model not in self._apart
        inner = field.type
        return is_model(inner) and inner is not PartialDate and bool(self[inner].fields)


def _nothing(_value: Any) -> tuple[Any, ...]:
    return ()


@cache
def _ways(kind: Kind, apart: Classes) -> _Ways:
    return _Ways(kind, apart)
