"""Whether data has the groups, lists and fields of its schema, whatever the values in them are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yizhan.loading.schemas import Schema
from yizhan.model.finding import Pointer


def unsound(schema: Schema, data: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    """Where data has not the structure of a schema.

    Yields:
        A field that there is not; what lacks a field; a value in the place of a group or a list, or
        the other way round.
    """
    wanted = schema.get("type")
    if wanted == "object" and isinstance(data, dict):
        allowed = schema.get("properties", {})
        if any(name not in data for name in schema.get("required", ())):
            yield pointer
        for key, value in data.items():
            if allowed.get(key):
                yield from unsound(allowed[key], value, (*pointer, key))
            else:
                yield (*pointer, key)
    elif wanted == "array" and isinstance(data, list):
        for number, value in enumerate(data):
            yield from unsound(schema.get("items", {}), value, (*pointer, number))
    elif wanted in ("array", "object") or isinstance(data, dict | list):
        yield pointer


def is_sound(schema: Schema, data: Any) -> bool:
    """Whether data has the structure of a schema."""
    return next(unsound(schema, data), None) is None
