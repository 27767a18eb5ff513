"""How a value may change once it is on the base branch: the schemas' ``x-merged``.

Every property of every schema says it of itself; ``docs/decisions/0025-format-and-migrations.md``
says why. A policy governs whether the property is there, what plain value it has, and which items
its list has; what is inside an object is governed by that object's own properties.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from yizhan.loading.schemas import schema_at
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass
from yizhan.model.vocabulary import Kind

ANNOTATION = "x-merged"
ITSELF = "itself"
"""What serves as the key of items that are plain values: each is its own."""


class Change(StrEnum):
    """What may be done to a merged value."""

    FROZEN = "frozen"
    """Nothing; a value that is left out stays left out."""

    ONCE = "once"
    """It may be filled in where it was left out; from then on it is frozen."""

    APPEND = "append"
    """Items may be added at the end of the list."""

    FROZEN_AFTER = "frozen_after"
    """Anything until the record has reached a state; nothing from then on."""

    OPEN = "open"
    """Anything."""


class State(StrEnum):
    """A state of a record after which parts of it are frozen."""

    HELD = "held"
    ADOPTED = "adopted"
    CLOSED = "closed"
    PUBLISHED = "published"


REACHED_BY: Mapping[State, frozenset[Kind]] = {
    State.HELD: frozenset({Kind.MEETING}),
    State.ADOPTED: frozenset({Kind.RULE, Kind.AMENDMENT}),
    State.CLOSED: frozenset({Kind.MATTER}),
    State.PUBLISHED: frozenset({Kind.BATCH, Kind.HONOUR}),
}
"""The kinds of record that can reach each state."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How one property may change.

    Attributes:
        key: with ``append``, the property by which items are told apart, or ``itself``; items with
            the same key are told apart by their order among themselves.
        state: with ``frozen_after``, the state.
    """

    change: Change
    key: str | None = None
    state: State | None = None


FROZEN = Policy(Change.FROZEN)
"""What holds where nothing else is said."""


def policy(kind: Kind, pointer: Pointer) -> Policy:
    """How a value of a merged record may change.

    Args:
        kind: the record's kind.
        pointer: the way to the value; an item is governed as its list is.

    Returns:
        ``FROZEN`` for the record as a whole and for what no schema knows.
    """
    while pointer and isinstance(pointer[-1], int):
        pointer = pointer[:-1]
    schema = schema_at(kind, pointer)
    return FROZEN if schema is None or ANNOTATION not in schema else read_policy(schema[ANNOTATION])


def read_policy(annotation: Any) -> Policy:
    """Read one annotation: a word, or an object of one word and what goes with it.

    Raises:
        ValueError: it is no such thing.
    """
    if annotation in (Change.FROZEN, Change.ONCE, Change.OPEN):
        return Policy(Change(annotation))
    match annotation:
        case {Change.APPEND: str(key)} if len(annotation) == 1:
            return Policy(Change.APPEND, key=key)
        case {Change.FROZEN_AFTER: str(state)} if len(annotation) == 1:
            return Policy(Change.FROZEN_AFTER, state=State(state))
        case _:
            raise ValueError(f"no policy: {annotation!r}")
