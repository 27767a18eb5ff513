"""``x-merged``: every property says how it may change once merged, in a form that can hold."""

from typing import get_args

import pytest

from yizhan.loading.merging import (
    ANNOTATION,
    FROZEN,
    ITSELF,
    REACHED_BY,
    Change,
    Policy,
    State,
    policy,
    read_policy,
)
from yizhan.loading.schemas import bundle, definition, enum_name, load_schema
from yizhan.model.keys import Keyed
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind
from yizhan.wording.merging import may_change

OBJECTS = [
    (file, name, schema)
    for file in ("common", *Kind)
    for name, schema in (
        ("", load_schema(file)),
        *load_schema(file).get("$defs", {}).items(),
    )
    if "properties" in schema
]
PROPERTIES = [
    pytest.param(file, each, id=f"{file}:{name}.{key}")
    for file, name, schema in OBJECTS
    for key, each in schema["properties"].items()
]
IDENTITIES = {"key", "title", "file", "code"}
"""What tells items apart."""

DERIVED = {
    "log_entry",
    "dossier_entry",
    "selection",
    "entry",
    "agenda_item",
    "decision",
    "election",
    "correction",
}
"""Items whose key follows from their words where none is given (``model/keys.py``)."""


def annotations(node):
    """Every annotation that a bundle's values have, however deep."""
    for each in node.get("properties", {}).values():
        yield read_policy(each[ANNOTATION])
        yield from annotations(each)
    if "items" in node:
        yield from annotations(node["items"])


@pytest.mark.parametrize(("file", "schema"), PROPERTIES)
def test_every_property_says_it(file, schema):
    read_policy(schema[ANNOTATION])


@pytest.mark.parametrize(("file", "schema"), PROPERTIES)
def test_only_lists_are_added_to_by_a_key_that_every_item_has(file, schema):
    found = read_policy(schema[ANNOTATION])
    if found.change is not Change.APPEND:
        return
    items = schema["items"]
    name = ""
    if "$ref" in items:
        home, _, name = items["$ref"].partition("#/$defs/")
        items = definition(home.removesuffix(".schema.json") or file, name)
    if "properties" not in items:
        assert found.key == ITSELF
        return
    assert found.key in items["properties"]
    assert found.key in IDENTITIES
    assert found.key in items["required"] or (found.key == "key" and name in DERIVED)
    assert read_policy(items["properties"][found.key][ANNOTATION]) == FROZEN


@pytest.mark.parametrize("kind", Kind)
def test_only_states_that_a_kind_can_reach_freeze_it(kind):
    for found in annotations(bundle(kind)):
        assert found.state is None or kind in REACHED_BY[found.state]


def test_items_whose_key_is_derived_are_those_the_model_derives_one_for():
    found = {enum_name(each) for each in get_args(Keyed)}
    assert found == DERIVED
    with_key = {
        name
        for _, name, each in OBJECTS
        if "key" in each["properties"] and "key" not in each["required"]
    }
    assert with_key == DERIVED


def test_every_state_freezes_something():
    used = {found.state for kind in Kind for found in annotations(bundle(kind))}
    assert used == {None, *State}


@pytest.mark.parametrize("kind", Kind)
def test_who_a_record_is_never_changes(kind):
    assert policy(kind, ("id",)) == FROZEN
    assert policy(kind, ("example",)) == FROZEN
    assert policy(kind, ("sources",)) == Policy(Change.APPEND, key="title")


@pytest.mark.parametrize(
    ("kind", "pointer", "expected"),
    [
        (Kind.MATTER, ("log", 3, "date"), FROZEN),
        (Kind.MATTER, ("log", 3, "outcome", "cost"), FROZEN),
        (Kind.MATTER, ("log", 3, "verdict", "satisfied"), FROZEN),
        (Kind.MATTER, ("related", 0), Policy(Change.APPEND, key=ITSELF)),
        (Kind.MATTER, ("summary",), Policy(Change.FROZEN_AFTER, state=State.CLOSED)),
        (Kind.MEETING, ("agenda", 0), Policy(Change.FROZEN_AFTER, state=State.HELD)),
        (Kind.MEETING, ("agenda", 0, "decisions", 1, "vote", "for"), FROZEN),
        (Kind.MEETING, ("agenda", 0, "decisions", 1, "published"), Policy(Change.ONCE)),
        (
            Kind.AMENDMENT,
            ("changes", 0, "text"),
            Policy(Change.FROZEN_AFTER, state=State.ADOPTED),
        ),
        (Kind.BATCH, ("entries", 4, "points"), Policy(Change.FROZEN_AFTER, state=State.PUBLISHED)),
        (Kind.BODY, ("dissolved",), Policy(Change.ONCE)),
        (Kind.PLACE, ("dissolved",), Policy(Change.ONCE)),
        (Kind.RULE, ("repealed",), Policy(Change.ONCE)),
        (Kind.PLACE, ("summary",), Policy(Change.OPEN)),
        (Kind.PLACE, ("example_day",), Policy(Change.OPEN)),
        (Kind.CLAIMS, ("claims", 0, "share", "percent"), FROZEN),
        (Kind.PLACE, (), FROZEN),
        (Kind.PLACE, ("unheard_of",), FROZEN),
    ],
)
def test_policy_of_a_value(kind, pointer, expected):
    assert policy(kind, pointer) == expected


@pytest.mark.parametrize(
    "annotation",
    [
        "append",
        "frozen_after",
        "sealed",
        {},
        {"append": 1},
        {"append": "key", "frozen_after": "held"},
        {"frozen_after": "burnt"},
        {"once": True},
        None,
    ],
)
def test_anything_else_is_no_policy(annotation):
    with pytest.raises(ValueError, match=r"no policy|not a valid State"):
        read_policy(annotation)


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        ("frozen", Text("不再改", "never changes")),
        ("once", Text("没写的可以补一次，补了不再改", "may be filled in once, then never changes")),
        ("open", Text("可以改", "may change")),
        ({"append": "itself"}, Text("只往后面加，已有的不改", "only added to at the end")),
        (
            {"append": "file"},
            Text(
                "只往后面加，已有的不改（凭 `file` 认）",
                "only added to at the end (items known by `file`)",
            ),
        ),
        (
            {"frozen_after": "held"},
            Text("开会前可以改，开过会不再改", "may change until the meeting is held"),
        ),
        (
            {"frozen_after": "adopted"},
            Text("通过前可以改，通过后不再改", "may change until it is adopted"),
        ),
        (
            {"frozen_after": "closed"},
            Text("办结前可以改，办结后不再改", "may change until the matter is closed"),
        ),
        (
            {"frozen_after": "published"},
            Text("公示前可以改，公示后不再改", "may change until it is published"),
        ),
    ],
)
def test_said_in_words(annotation, words):
    assert may_change(read_policy(annotation)) == words
