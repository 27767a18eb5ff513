"""The model's classes and enums say the same as the schemas, field by field."""

import re
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, ClassVar, Union, get_args, get_origin, get_type_hints

import pytest

from yizhan.loading.schemas import bundle, enum_name, load_schema, load_vocabulary
from yizhan.model import vocabulary
from yizhan.model.dates import PartialDate
from yizhan.model.kinds import KINDS
from yizhan.model.matter import LogEntry
from yizhan.model.reference import Ref
from yizhan.model.vocabulary import Kind

NOT_IN_THE_FILE = {"path"}
TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def bare(hint):
    """A type without ``| None``."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    return hint


def differences(hint, schema, way):
    """Yield where a type and a schema do not say the same."""
    hint = bare(hint)
    if get_origin(hint) is tuple:
        if schema.get("type") != "array":
            yield f"{way}: a list, schema {schema.get('type')}"
        yield from differences(get_args(hint)[0], schema.get("items", {}), f"{way}[]")
    elif is_dataclass(hint) and hint is not PartialDate:
        yield from object_differences(hint, schema, way)
    else:
        ours, theirs = value_of_model(hint), value_of_schema(schema)
        if ours != theirs:
            yield f"{way}: {ours}, schema {theirs}"


def value_of_model(hint):
    if get_origin(hint) is Annotated:
        (reference,) = (each for each in get_args(hint)[1:] if isinstance(each, Ref))
        return ("refers to", *map(str, reference.kinds))
    if hint is PartialDate:
        return ("date",)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ("one of", *map(str, hint))
    return (TYPES[hint],)


def value_of_schema(schema):
    if "x-ref" in schema:
        return ("refers to", *schema["x-ref"])
    words = [choice["const"] for choice in schema.get("oneOf", ())]
    if words == list(load_vocabulary().words("log_field")):
        return ("string",)  # the model's own fields are their enum: the last test here
    if words:
        return ("one of", *words)
    return ("date",) if schema.get("type") == ["string", "integer"] else (schema.get("type"),)


def object_differences(model, schema, way):
    hints = get_type_hints(model, include_extras=True)
    ours = {
        each.name.rstrip("_"): each for each in fields(model) if each.name not in NOT_IN_THE_FILE
    }
    theirs = schema.get("properties", {})
    if set(ours) != set(theirs):
        yield f"{way}: {set(ours) ^ set(theirs)} in one only"
    required = {
        name
        for name, each in ours.items()
        if each.default is MISSING and each.default_factory is MISSING
    }
    if required != set(schema.get("required", ())):
        yield f"{way}: required {required ^ set(schema.get('required', ()))} in one only"
    for name in set(ours) & set(theirs):
        each = ours[name]
        yield from differences(hints[each.name], theirs[name], f"{way}.{name}")
        written = theirs[name].get("default", MISSING)
        plain = each.default if each.default not in (None, (), "") else MISSING
        if written != plain:
            yield f"{way}.{name}: default {plain}, schema {written}"


@pytest.mark.parametrize("kind", Kind)
def test_class_and_schema_have_the_same_fields(kind):
    assert list(differences(KINDS[kind].model, bundle(kind), str(kind))) == []


def test_the_comparison_can_fail():
    schema = bundle(Kind.MATTER)
    properties = dict(schema["properties"])
    del properties["tier"]
    properties["handler"] = {"type": "string"}
    broken = {**schema, "properties": properties, "required": ["id", "title", "place", "raised"]}
    found = sorted(differences(KINDS[Kind.MATTER].model, broken, "matter"))
    assert [re.sub(r"\{.*\}", "{…}", each) for each in found] == [
        "matter.handler: ('refers to', 'body'), schema ('string',)",
        "matter: required {…} in one only",
        "matter: {…} in one only",
    ]


def enums_of(hint):
    """Every enum that a type can hold, however deep."""
    hint = bare(hint)
    if get_origin(hint) is tuple:
        yield from enums_of(get_args(hint)[0])
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        yield hint
    elif is_dataclass(hint):
        for inner in get_type_hints(hint, include_extras=True).values():
            if get_origin(inner) is not ClassVar:
                yield from enums_of(inner)


ENUMS = sorted(
    {Kind, *(enum for info in KINDS.values() for enum in enums_of(info.model))},
    key=lambda enum: enum.__name__,
)


def test_every_enum_of_the_models_word_lists_is_in_use():
    words = {
        each
        for each in vars(vocabulary).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
    }
    assert words <= set(ENUMS)


@pytest.mark.parametrize("enum", ENUMS)
def test_enum_and_schema_have_the_same_words(enum):
    assert list(load_vocabulary().words(enum_name(enum))) == [str(member) for member in enum]


def test_no_list_of_choices_is_without_its_enum():
    lists = [
        name
        for file in ("common", *Kind)
        for name, definition in load_schema(file).get("$defs", {}).items()
        if "oneOf" in definition
    ]
    assert len(lists) == len(set(lists)), "a list's name stands for one list"
    assert set(lists) == {enum_name(enum) for enum in ENUMS} | {"log_field"}


def test_a_step_may_require_just_what_a_log_entry_has():
    own = [each.name.rstrip("_") for each in fields(LogEntry)]
    words = load_vocabulary().words("log_field")
    assert sorted(words) == sorted(set(own) - {"date", "step"})
