"""Records with every field of their schema filled in, and what else each field could say.

Nothing here names a field: what is in the schema tomorrow is tried tomorrow.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from yizhan.loading import load
from yizhan.loading.schemas import bundle, schema_at
from yizhan.loading.validators import is_valid
from yizhan.model.archive import Archive
from yizhan.model.finding import Pointer
from yizhan.model.kinds import KINDS
from yizhan.model.vocabulary import Kind

VILLAGE = Path(__file__).parents[1] / "village"
ID = "20260301-yiyang"
KEPT = frozenset({"id", "example", "corrections"})
"""What a correction may not touch at the head of a record; ``key`` is the other, in items."""


@cache
def archive() -> Archive:
    """The village that fields may name records of."""
    return load(VILLAGE).archive


def fields(kind: Kind) -> Iterator[Pointer]:
    """The way to every field of a schema; a list's items are its first."""
    yield from _fields(bundle(kind), ())


def _fields(schema: Mapping[str, Any], lead: Pointer) -> Iterator[Pointer]:
    for name, inner in schema.get("properties", {}).items():
        if lead or name != "corrections":
            way = (*lead, name)
            yield way
            yield from _fields(inner.get("items", inner), (*way, 0) if "items" in inner else way)


@cache
def whole(kind: Kind) -> tuple[dict[str, Any], ...]:
    """Records that have every field between them; one where no field excludes another.

    Raises:
        AssertionError: a field of the schema can be in no record that is found.
    """
    least = _least(bundle(kind))
    found = [_filled(kind, {**least, "id": ID})]
    missing = [way for way in fields(kind) if not is_in(found[0], way)]
    while missing:
        start = next((each for each in _changed(kind, found[0], missing[0])), None)
        assert start is not None, f"{kind}: nothing has {missing[0]}"
        found.append(_filled(kind, start))
        missing = [way for way in missing if not is_in(found[-1], way)]
    return tuple(found)


def _filled(kind: Kind, data: dict[str, Any]) -> dict[str, Any]:
    """A valid record with every field added that its schema takes beside those it has."""
    assert is_valid(kind, data), data
    for way in fields(kind):
        data = next(_added(kind, data, way), data)
    return data


def _added(kind: Kind, data: dict[str, Any], way: Pointer) -> Iterator[dict[str, Any]]:
    """Valid records with one more field, alone or with another beside it."""
    if not is_in(data, way[:-1]) or is_in(data, way):
        return
    beside = sorted(_object(kind, way).get("properties", {}))
    for more in ((), *((name,) for name in beside)):
        tried = copy.deepcopy(data)
        holder = at(tried, way[:-1])
        for name in (way[-1], *more):
            schema = schema_at(kind, (*way[:-1], name))
            assert schema is not None
            holder.setdefault(name, _least(schema))
        if is_valid(kind, tried):
            yield tried


def _object(kind: Kind, way: Pointer) -> Mapping[str, Any]:
    """The schema of what a field is in."""
    return (schema_at(kind, way[:-1]) or {}) if len(way) > 1 else bundle(kind)


def _changed(kind: Kind, data: dict[str, Any], way: Pointer) -> Iterator[dict[str, Any]]:
    """Valid records that have a field which does not go with all that a record says."""
    for end in range(len(way), 0, -1):
        lead, name = way[: end - 1], way[end - 1]
        if isinstance(name, int) or not is_in(data, lead):
            continue
        for tried in _without_one(kind, data, lead):
            holder = at(tried, lead)
            holder.pop(name, None)
            schema = schema_at(kind, way[:end])
            assert schema is not None
            holder[name] = _reaching(schema, way[end:])
            if is_valid(kind, tried) and is_in(tried, way):
                yield tried
        return


def _without_one(kind: Kind, data: dict[str, Any], lead: Pointer) -> Iterator[dict[str, Any]]:
    """The record with one field beside left out, or with another choice in it."""
    yield copy.deepcopy(data)
    for name in at(data, lead):
        tried = copy.deepcopy(data)
        del at(tried, lead)[name]
        yield tried
        schema = schema_at(kind, (*lead, name)) or {}
        for choice in schema.get("oneOf", ()):
            tried = copy.deepcopy(data)
            at(tried, lead)[name] = choice.get("const")
            yield tried
            for other in [each for each in at(data, lead) if each != name]:
                fewer = copy.deepcopy(tried)
                del at(fewer, lead)[other]
                yield fewer


def _reaching(schema: Mapping[str, Any], way: Pointer) -> Any:
    """The least that a field may say which has something at a place within."""
    if not way:
        return _least(schema)
    if isinstance(way[0], int):
        return [_reaching(schema["items"], way[1:])]
    least = _least(schema)
    inner = schema["properties"][way[0]]
    tried = {**least, way[0]: _reaching(inner, way[1:])}
    if _fits(schema, tried):
        return tried
    return {way[0]: tried[way[0]]}


def _least(schema: Mapping[str, Any]) -> Any:
    """The least that a field may say: what its schema requires, with values of its examples."""
    if "items" in schema:
        return [_least(schema["items"])]
    if "properties" not in schema:
        return next(values(schema))
    known = schema["properties"]
    found = {name: _least(known[name]) for name in schema.get("required", ())}
    for more in ((), *((name,) for name in known)):
        tried = {**found, **{name: _least(known[name]) for name in more}}
        if tried and _fits(schema, tried):
            return tried
    raise AssertionError(schema)


def _fits(schema: Mapping[str, Any], value: Any) -> bool:
    found: bool = Draft202012Validator(schema).is_valid(value)
    return found


def values(schema: Mapping[str, Any]) -> Iterator[Any]:
    """Values that a field may have."""
    if "x-ref" in schema:
        yield from (
            each.id for kind in schema["x-ref"] for each in archive().of(KINDS[Kind(kind)].model)
        )
    yield from (each["const"] for each in schema.get("oneOf", ()) if "const" in each)
    yield from schema.get("examples", ())
    if schema.get("type") == "boolean":
        yield from (True, False)
    if schema.get("type") == "string":
        for each in schema.get("examples", ()):
            yield f"{each}改"
            yield each.replace("a", "b")
            yield each.replace("2", "3")
            yield re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 2), each)
            yield f"{each}-2"
    if schema.get("type") in ("integer", "number"):
        yield from (each + 1 for each in schema.get("examples", ()))
    if schema.get("type") == ["string", "integer"]:
        yield from ("2026-03-02", "2026-04-03", "2025-03-02")


def is_in(data: Any, way: Pointer) -> bool:
    """Whether a record says something at a place."""
    for part in way:
        there = part in data if isinstance(data, dict) else isinstance(data, list) and data
        if not there:
            return False
        data = data[part]
    return True


def at(data: Any, way: Pointer) -> Any:
    """What a record says at a place."""
    for part in way:
        data = data[part]
    return data


def another(kind: Kind, data: dict[str, Any], way: Pointer) -> Any:
    """Another value that is valid in a place; None where its schema knows only one."""
    schema, was = schema_at(kind, way), at(data, way)
    assert schema is not None
    for value in _others(kind, schema, way, was):
        changed = copy.deepcopy(data)
        at(changed, way[:-1])[way[-1]] = value
        if value != was and is_valid(kind, changed):
            return value
    return None


def _others(kind: Kind, schema: Mapping[str, Any], way: Pointer, was: Any) -> Iterator[Any]:
    if isinstance(was, dict):
        for name in was:
            if name not in KEPT | {"key"}:
                for value in _others(kind, schema["properties"][name], (*way, name), was[name]):
                    yield {**was, name: value}
    elif isinstance(was, list):
        for value in _others(kind, schema["items"], (*way, 0), was[0]):
            yield [value]
    else:
        yield from values(schema)


def inner_places(data: Any, way: Pointer = ()) -> Iterator[Pointer]:
    """Every place of a record that something is in: fields and items, from the outside in."""
    if way:
        yield way
    if isinstance(data, dict):
        for name, value in data.items():
            yield from inner_places(value, (*way, name))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from inner_places(value, (*way, position))
