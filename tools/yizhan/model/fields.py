"""The fields of the model's classes, read from their type hints once, and the walk over a record.

References, texts and dates of a record, and the building of it from a file, all follow the same
hints; here alone they are taken apart.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from yizhan.model.dates import PartialDate
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass, defaults_of
from yizhan.model.reference import Ref

MISSING = dataclasses.MISSING
"""Default of a field that has none."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a class.

    Attributes:
        name: of the attribute.
        key: in the file: a name that Python keeps for itself ends in ``_`` in the class only.
        many: whether it holds a tuple of values.
        type: of the value, or of each; None is also allowed where it is the default.
        ref: what the value refers to, where it is an id.
        default: ``MISSING`` where the field is required.
    """

    name: str
    key: str
    many: bool
    type: Any
    ref: Ref | None
    default: Any


@cache
def fields_of(model: Hashable) -> tuple[Field, ...]:
    """The fields of a dataclass of the model, in their order."""
    hints = get_type_hints(model, include_extras=True)
    defaults = defaults_of(cast("type[Any]", model))
    if defaults is None:
        each_field = dataclasses.fields(cast("type[Any]", model))
        defaults = {each.name: each.default for each in each_field}
    return tuple(_field(name, hints[name], default) for name, default in defaults.items())


def is_model(kind: Any) -> bool:
    """Whether a type is a class of the model with fields of its own."""
    return isinstance(kind, type) and (
        defaults_of(kind) is not None or dataclasses.is_dataclass(kind)
    )


def _field(name: str, hint: Any, default: Any) -> Field:
    inner = _without_none(hint)
    many = get_origin(inner) is tuple
    if many:
        inner = _without_none(get_args(inner)[0])
    ref = None
    if get_origin(inner) is Annotated:
        inner, ref = get_args(inner)
    return Field(name, name.rstrip("_"), many, inner, ref, default)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not NoneType)
    return hint


def value_at(record: Any, pointer: Pointer) -> Any:
    """What a record holds at a pointer; None where it holds nothing there.

    Args:
        record: a dataclass of the model.
        pointer: names as in the file, and positions.
    """
    value = record
    for part in pointer:
        if isinstance(part, int):
            value = value[part] if isinstance(value, tuple) and part < len(value) else None
        elif is_model(type(value)):
            fields = fields_of(cast("Hashable", type(value)))
            each = next((each for each in fields if each.key == part), None)
            value = None if each is None else getattr(value, each.name)
        else:
            return None
    return value


Leaf = tuple[Pointer, Any, Field]
"""A value, where it is, and the field that holds it."""

Wanted = Callable[[Field], bool]
"""Which fields a walk is after; asked once for each field of a class."""

_Walk = Callable[[Any, Pointer, Callable[[Leaf], None]], None]


def leaves(record: Any, wanted: Wanted) -> list[Leaf]:
    """The values of a record's wanted fields, however deep, in the order of the fields.

    Args:
        record: a dataclass of the model.
        wanted: a function of the module's own, since what it says is kept for each class.
    """
    found: list[Leaf] = []
    walk = _walk_of(cast("Hashable", type(record)), wanted)
    if walk is not None:
        walk(record, (), found.append)
    return found


@cache
def _walk_of(model: Hashable, wanted: Wanted) -> _Walk | None:
    """Put the walk over one class together; None where it can hold nothing that is wanted.

    Every check of every record rests on these walks: branches in which nothing can be are left out
    once (a date is one value), and what is found goes to one list, since a chain of generators takes a third longer.
    """
    steps = [
        (each.name, each.key, step)
        for each in fields_of(model)
        if (step := _step(each, wanted)) is not None
    ]
    if not steps:
        return None

    def walk(value: Any, pointer: Pointer, add: Callable[[Leaf], None]) -> None:
        for name, key, step in steps:
            inner = getattr(value, name)
            if inner is not None and inner != ():
                step(inner, (*pointer, key), add)

    return walk


def _step(field: Field, wanted: Wanted) -> _Walk | None:
    each: _Walk | None
    if wanted(field):

        def each(value: Any, pointer: Pointer, add: Callable[[Leaf], None]) -> None:
            add((pointer, value, field))

    elif is_model(field.type) and field.type is not PartialDate:
        each = _walk_of(cast("Hashable", field.type), wanted)
    else:
        return None
    return _items(each) if field.many and each is not None else each


def _items(each: _Walk) -> _Walk:
    def walk(values: Any, pointer: Pointer, add: Callable[[Leaf], None]) -> None:
        for position, value in enumerate(values):
            each(value, (*pointer, position), add)

    return walk
