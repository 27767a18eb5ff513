"""The references of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from yizhan.model.fields import Field, leaves
from yizhan.model.record import Record
from yizhan.model.reference import UNKNOWN, Ref, Reference


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference of a record in the order of its fields; ``unknown`` refers to nothing."""
    for pointer, value, field in leaves(record, _is_reference):
        if value == UNKNOWN:
            continue
        yield Reference(pointer, value, cast("Ref", field.ref).kinds)


def _is_reference(field: Field) -> bool:
    return field.ref is not None
