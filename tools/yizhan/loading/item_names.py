"""What the items of a list are named by in a correction, where no key is derived for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yizhan.loading.merging import ANNOTATION, read_policy
from yizhan.loading.schemas import Schema, schema_at
from yizhan.model.finding import Pointer
from yizhan.model.keys import numbered
from yizhan.model.vocabulary import Kind

KEY = "key"


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
