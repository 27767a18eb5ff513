"""Two values of one group of fields that stand in each other's place: one mistake, one finding.

Each is refused where it is, or says nothing there, and would fit where the other is. Told apart, one
of the two would be put right and the other lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yizhan.loading.schema_errors import Draft, SchemaError, Wrong
from yizhan.loading.schema_labels import label
from yizhan.loading.schema_meant import keyed
from yizhan.loading.schemas import Schema, schema_at
from yizhan.model.finding import Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

_SWAPPED = Text(
    "{one}和{other}好像写反了：一个写的是“{value}”，另一个写的是“{found}”。",
    "{one} and {other} seem to have changed places: one is “{value}”, the other “{found}”.",
)
_FIX = Text(
    "把两行的内容对调：{name}: {found}，{partner}: {value}。",
    "Exchange the two: {name}: {found}, {partner}: {value}.",
)
_OWN_ID = ("id",)
_SENTENCE = "大家都说好。"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]*")


def swapped(draft: Draft, errors: Sequence[SchemaError]) -> dict[Pointer, Wrong | None]:
    """What is refused of two values in each other's place, by pointer.

    Returns:
        Of the first of each two what is to be said; None of the second, of which nothing is.
    """
    found: dict[Pointer, Wrong | None] = {}
    refused = [error.pointer for error in errors if error.keyword in ("pattern", "oneOf", "type")]
    for pointer in refused:
        if pointer in found or not isinstance(pointer[-1], str) or pointer == _OWN_ID:
            continue
        parent = _at(draft.data, pointer[:-1])
        partner = next(iter(_partners(draft, pointer, parent)), None)
        if partner is None:
            continue
        there = (*pointer[:-1], partner)
        order = list(parent)
        first, second = sorted((pointer, there), key=lambda each: order.index(each[-1]))
        found[second] = None
        rows = ((first, parent[first[-1]]), (second, parent[second[-1]]))
        found[first] = Wrong("S004", first, *exchanged_values(draft.kind, *rows))
    return found


def exchanged_values(
    kind: Kind, one: tuple[Pointer, object], other: tuple[Pointer, object]
) -> tuple[Text, Text]:
    """What is said of two values in each other's place, and how it is fixed.

    Args:
        kind: of the record.
        one: where the first stands, and the value.
        other: the same of the second.
    """
    (first, value), (second, found) = one, other
    names = {"one": label(kind, first), "other": label(kind, second)}
    message = _SWAPPED.format(**names, value=value, found=found)
    return message, _FIX.format(name=first[-1], partner=second[-1], value=value, found=found)


def _partners(draft: Draft, pointer: Pointer, parent: Mapping[Any, Any]) -> Iterator[str]:
    """The fields beside one whose value fits there, and which would take what stands there."""
    own, value = _schema(draft, pointer), parent[pointer[-1]]
    for name, other in parent.items():
        if name in (pointer[-1], "id") or isinstance(other, dict | list):
            continue
        there = _schema(draft, (*pointer[:-1], name))
        if not _takes(own, other) or not _takes(there, value):
            continue
        keys = {each.id for each in keyed(draft, (*pointer[:-1], name))}
        if (value in keys and other not in keys) or _odd(there, other):
            yield name


def _odd(schema: Schema, value: Any) -> bool:
    """Whether a value is refused by a schema, or is a key or a day where people write a sentence."""
    if not _takes(schema, value) or _DAY.fullmatch(str(value)) is not None:
        return True
    return _takes(schema, _SENTENCE) and _PLAIN.fullmatch(str(value)) is not None


def _takes(schema: Schema, value: Any) -> bool:
    """Whether a schema of text, of a closed list of words or of a day takes a value."""
    kind = schema.get("type")
    if kind == "integer":
        number = isinstance(value, int) and not isinstance(value, bool)
        return number or (isinstance(value, str) and value.isdecimal())
    if not isinstance(value, str):
        return False
    if "oneOf" in schema:
        return any(value == each.get("const") for each in schema["oneOf"])
    is_text = kind in ("string", ["string", "integer"])
    return is_text and re.search(schema.get("pattern", ""), value) is not None


def _schema(draft: Draft, pointer: Pointer) -> Schema:
    return schema_at(draft.kind, pointer) or {}


def _at(data: Any, pointer: Pointer) -> Mapping[Any, Any]:
    for part in pointer:
        data = data[part]
    return data if isinstance(data, dict) else {}
