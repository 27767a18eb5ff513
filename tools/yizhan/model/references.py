"""Collecting the references of a record from the types of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from yizhan.model.finding import Pointer
from yizhan.model.record import Record
from yizhan.model.reference import Ref, Reference

_Walk = Callable[[Any, Pointer], Iterator[Reference]]


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference of a record in the order of its fields."""
    walk = _walk_of(type(record))  # type: ignore[arg-type]  # mypy: frozen slots, yet hashable
    if walk is not None:
        yield from walk(record, ())


@cache
def _walk_of(model: type[Any]) -> _Walk | None:
    """Build the walk over one dataclass; None where it can hold no reference."""
    hints = get_type_hints(model, include_extras=True)
    steps = [
        (field.name, field.name.rstrip("_"), walk)
        for field in fields(model)
        if (walk := _walk_type(hints[field.name])) is not None
    ]
    if not steps:
        return None

    def walk_fields(value: Any, pointer: Pointer) -> Iterator[Reference]:
        for name, key, walk in steps:
            inner = getattr(value, name)
            if inner is not None and inner != ():
                yield from walk(inner, (*pointer, key))

    return walk_fields


def _walk_type(hint: Any) -> _Walk | None:
    origin = get_origin(hint)
    if origin is Annotated:
        return _walk_reference(get_args(hint)[1])
    if origin in (Union, UnionType):
        inner = [part for part in get_args(hint) if part is not NoneType]
        return _walk_type(inner[0])
    if origin is tuple:
        each = _walk_type(get_args(hint)[0])
        return None if each is None else _walk_items(each)
    if is_dataclass(hint) and isinstance(hint, type):
        return _walk_of(hint)
    return None


def _walk_reference(ref: Ref) -> _Walk:
    def walk(value: Any, pointer: Pointer) -> Iterator[Reference]:
        yield Reference(pointer, value, ref.kinds)

    return walk


def _walk_items(each: _Walk) -> _Walk:
    def walk(values: Any, pointer: Pointer) -> Iterator[Reference]:
        for position, value in enumerate(values):
            yield from each(value, (*pointer, position))

    return walk
