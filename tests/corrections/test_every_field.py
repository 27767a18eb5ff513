"""Whatever a schema lets a record say can be corrected, and annulled where it need not be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from yizhan.loading.corrections import place_of, places
from yizhan.loading.effective import effective
from yizhan.loading.parse import parse
from yizhan.loading.schemas import Schema, schema_at
from yizhan.model.fields import value_at
from yizhan.model.finding import Pointer
from yizhan.model.kinds import KINDS
from yizhan.model.vocabulary import Kind

from .whole import KEPT, another, at, fields, inner_places, is_in, whole

NOT_CORRECTED = {
    "id": "a record is called as its file is, and others name it; a new record says `corrects`",
    "example": "whether all of it is made up; a new record takes its place",
    "corrections": "what was said of a mistake; a later correction of the same place holds instead",
    "key": "others name an item by it; the item is annulled, and another one appended",
}
"""Everything that no correction reaches, and what is done instead."""


def named(kind: Kind, data: dict[str, Any]) -> dict[Pointer, str]:
    """How a correction names each place; lists are named by what leads to their items."""
    first = parse(KINDS[kind].model, data, "records/x.yaml")
    found = {place.pointer: place.at for place in places(kind, data, first)}
    for pointer in list(inner_places(data)):
        if isinstance(at(data, pointer), list) and pointer[0] not in KEPT:
            lead = found.get(pointer[:-1])
            found[pointer] = "/".join(filter(None, (lead, str(pointer[-1]))))
    return found


WHOLE = ("whole_list", "whole_frozen_list")
"""A report and the verdict on it are two mistakes, each with its own reason, if they are one."""


def item_of(kind: Kind, way: Pointer) -> Schema:
    """The schema of a list's items."""
    found = schema_at(kind, (*way, 0))
    assert found is not None
    return found


def is_key(pointer: Pointer) -> bool:
    return pointer[-1] == "key" and len(pointer) > 1 and isinstance(pointer[-2], int)


def told(kind: Kind, data: dict[str, Any], **correction: Any) -> Any:
    """What becomes of a record with one correction."""
    given = {"date": "2026-03-30", "reason": "录错了。", **correction}
    written = {**data, "corrections": [given]}
    first = parse(KINDS[kind].model, written, f"records/x/{data['id']}.yaml")
    return effective(kind, written, first)


CASES = [(kind, number) for kind in Kind for number in range(len(whole(kind)))]


def test_between_them_the_records_have_every_field_of_every_schema() -> None:
    for kind in Kind:
        for way in fields(kind):
            assert any(is_in(each, way) for each in whole(kind)), (kind, way)


@pytest.mark.parametrize("kind", Kind)
def test_what_cannot_be_corrected_is_a_short_list(kind: Kind) -> None:
    data = whole(kind)[0]
    assert set(NOT_CORRECTED) == {*KEPT, "key"}
    for name in KEPT:
        (fate,) = told(kind, data, at=name, value="x").data["corrections"]
        assert fate["fault"] == "protected", name
    own = named(kind, data)
    for pointer in inner_places(data):
        if is_key(pointer):
            (fate,) = told(kind, data, at=f"{own[pointer[:-1]]}/key", value="x").data["corrections"]
            assert fate["fault"] == "protected", pointer


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_every_place_has_a_name_of_its_own(kind: Kind, number: int) -> None:
    data = whole(kind)[number]
    own = named(kind, data)
    wanted = [e for e in inner_places(data) if e[0] not in KEPT and not is_key(e)]
    assert set(own) == set(wanted)
    assert len(set(own.values())) == len(own)
    first = parse(KINDS[kind].model, data, "records/x.yaml")
    for pointer, name in own.items():
        found = place_of(kind, data, first, name)
        assert found is not None, name
        assert found.pointer == pointer


def corrected(kind: Kind) -> Iterator[tuple[Pointer, str]]:
    """Every place of a kind's records where another value was put, and its name."""
    for data in whole(kind):
        for pointer, name in named(kind, data).items():
            value = another(kind, data, pointer)
            if value is None:
                continue
            found = told(kind, data, at=name, value=value)
            (fate,) = found.data["corrections"]
            if isinstance(value, list):
                assert fate["fault"] in WHOLE, name
                continue
            assert "fault" not in fate, (name, fate)
            assert fate["was"] == at(data, pointer)
            assert found.record is not None, name
            (correction,) = found.record.corrections
            now = value_at(found.record, correction.target)
            assert now != value_at(parse(KINDS[kind].model, data, "x"), pointer), name
            yield pointer, name


@pytest.mark.parametrize("kind", Kind)
def test_every_field_can_say_something_else(kind: Kind) -> None:
    reached = {way for way, _ in corrected(kind)}
    whole_lists = {
        way
        for way in fields(kind)
        if "items" in (schema_at(kind, way) or {}) and way not in reached
    }
    for way in fields(kind):
        if way[0] not in KEPT and not is_key(way) and way not in whole_lists:
            assert way in reached, way
    for way in whole_lists:
        assert (*way, 0) in reached or "properties" not in item_of(kind, way), (
            "a list is corrected item by item"
        )


@pytest.mark.parametrize(("kind", "number"), CASES)
def test_every_field_can_be_annulled_that_need_not_be_there(kind: Kind, number: int) -> None:
    data = whole(kind)[number]
    for pointer, name in named(kind, data).items():
        found = told(kind, data, at=name, annul=True)
        (fate,) = found.data["corrections"]
        if isinstance(at(data, pointer), list):
            assert fate["fault"] in WHOLE, name
            assert (*pointer, 0) in named(kind, data), "its items are annulled one by one"
            continue
        assert "fault" not in fate, (name, fate)
        schema = schema_at(kind, pointer[:-1])
        assert schema is not None
        assert not is_in(found.data, pointer)
        if found.record is None:
            continue
        assert pointer[-1] not in schema.get("required", ()), name
        assert found.record.corrections[0].was == at(data, pointer)


@pytest.mark.parametrize("kind", Kind)
def test_what_must_be_there_is_refused_where_it_is_annulled(kind: Kind) -> None:
    for data in whole(kind):
        for pointer, name in named(kind, data).items():
            schema = schema_at(kind, pointer[:-1])
            assert schema is not None
            found = told(kind, data, at=name, annul=True)
            refused = found.record is None or found.record.corrections[0].fault in WHOLE
            if pointer[-1] in schema.get("required", ()):
                assert refused, name
