"""What the items of a list are named by in a correction, and how a missing one is added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from yizhan.loading.merging import ANNOTATION, Change, read_policy
from yizhan.loading.schemas import Schema, schema_at
from yizhan.model.finding import Pointer
from yizhan.model.keys import numbered
from yizhan.model.vocabulary import Kind

KEY = "key"


class ListPolicy(NamedTuple):
    """How a list is corrected: by its items, never as a whole.

    Attributes:
        named_by: the property by which a correction names its items; empty where that is the first
            of the schema that each has, and None where they are plain values, named by themselves.
        appended: a missing item is added at the end of the list in the file; in other lists, which
            never change once merged, by a correction whose value is all of it.
    """

    named_by: str | None
    appended: bool


def list_policy(schema: Schema) -> ListPolicy:
    """How a list is corrected.

    Args:
        schema: the list's own, with its annotation of how it may change.

    Raises:
        ValueError: its items can be named by nothing.
    """
    items = schema["items"]
    appended = read_policy(schema[ANNOTATION]).change is Change.APPEND
    if "properties" in items:
        return ListPolicy(_naming(schema) or "", appended)
    if "items" in items or (items.get("type") in ("object", None) and not _is_word(items)):
        raise ValueError(f"nothing names the items of {schema}")
    return ListPolicy(None, appended)


def _is_word(items: Schema) -> bool:
    """Whether items of no type of their own are words of a closed list."""
    return "oneOf" in items or "enum" in items


def item_names(kind: Kind, pointer: Pointer, items: list[Any]) -> list[str]:
    """What the items of a list are named by, where no key is derived for them.

    By the property that the schema says they are told apart by, or by their ``key``, or by the
    first that each must have; where none must be there, by the first in the order of the schema
    that they have, a number with what it counts (``arrived-2``); plain values by themselves.

    Args:
        kind: the record's kind.
        pointer: of the list.
        items: as in the file.
    """
    schema = schema_at(kind, pointer) or {}
    wanted, known = _naming(schema), schema.get("items", {}).get("properties", {})
    return list(numbered(_stem(each, wanted, known) for each in items))


def _stem(item: Any, wanted: str | None, known: Iterable[str]) -> str:
    if not isinstance(item, dict):
        return str(item)
    if wanted is not None:
        return str(item.get(wanted, ""))
    found = next((name for name in known if name in item), "")
    value = item.get(found)
    return value if isinstance(value, str) else f"{found}-{value}"


def _naming(schema: Schema) -> str | None:
    """The property that tells the items of a list apart; None where none of them must be there."""
    policy = read_policy(schema[ANNOTATION]).key if ANNOTATION in schema else None
    items = schema.get("items", {})
    if policy in items.get("properties", {}):
        return str(policy)
    if KEY in items.get("properties", {}):
        return KEY
    return next(iter(items.get("required", ())), None)
