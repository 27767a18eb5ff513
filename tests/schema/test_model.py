"""The model's classes and enums say the same as the schemas, field by field."""

import re
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any

import pytest

from yizhan.loading.schemas import bundle, enum_name, load_schema, load_vocabulary
from yizhan.model import meeting_vocabulary, vocabulary
from yizhan.model.amendment import DossierEntry
from yizhan.model.dates import PartialDate
from yizhan.model.decision_rule import DecisionRule
from yizhan.model.fields import MISSING, fields_of
from yizhan.model.honour import Selection
from yizhan.model.kinds import KINDS
from yizhan.model.matter import LogEntry, Matter
from yizhan.model.procedure import Procedure
from yizhan.model.record import Correction
from yizhan.model.vocabulary import Kind

NOT_IN_THE_FILE = {"path"}
DERIVED = {
    Correction: {"was", "target", "fault", "there", "restored"},
    Matter: {"formerly", "later"},
    Procedure: {"formerly"},
    **{each: {"since"} for each in (LogEntry, DossierEntry, Selection)},
    DecisionRule: {"places", "voting"},
}
"""What follows from the record as a whole, or is of the laws that ship, and is not written in the file."""
TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def differences(field, schema, way):
    """Yield where a field and a schema do not say the same."""
    if field.many:
        if schema.get("type") != "array":
            yield f"{way}: a list, schema {schema.get('type')}"
        schema, way = schema.get("items", {}), f"{way}[]"
    if is_dataclass(field.type) and field.type is not PartialDate:
        yield from object_differences(field.type, schema, way)
        return
    ours, theirs = value_of_model(field), value_of_schema(schema)
    if ours != theirs:
        yield f"{way}: {ours}, schema {theirs}"


def value_of_model(field):
    if field.ref is not None:
        return ("refers to", *map(str, field.ref.kinds))
    if field.type is PartialDate:
        return ("date",)
    if field.type is Any:
        return (None,)
    if issubclass(field.type, StrEnum):
        return ("one of", *map(str, field.type))
    return (TYPES[field.type],)


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
    hidden = NOT_IN_THE_FILE | DERIVED.get(model, set())
    ours = {each.key: each for each in fields_of(model) if each.name not in hidden}
    theirs = schema.get("properties", {})
    if set(ours) != set(theirs):
        yield f"{way}: {set(ours) ^ set(theirs)} in one only"
    required = {name for name, each in ours.items() if each.default is MISSING}
    if required != set(schema.get("required", ())):
        yield f"{way}: required {required ^ set(schema.get('required', ()))} in one only"
    for name in set(ours) & set(theirs):
        each = ours[name]
        yield from differences(each, theirs[name], f"{way}.{name}")
        written = theirs[name].get("default", MISSING)
        plain = each.default if each.default not in (None, (), "") else MISSING
        if written != plain:
            yield f"{way}.{name}: default {plain}, schema {written}"


@pytest.mark.parametrize("kind", Kind)
def test_class_and_schema_have_the_same_fields(kind):
    assert list(object_differences(KINDS[kind].model, bundle(kind), str(kind))) == []


def test_the_comparison_can_fail():
    schema = bundle(Kind.MATTER)
    properties = dict(schema["properties"])
    del properties["tier"]
    properties["handler"] = {"type": "string"}
    broken = {**schema, "properties": properties, "required": ["id", "title", "place", "raised"]}
    found = sorted(object_differences(KINDS[Kind.MATTER].model, broken, "matter"))
    assert [re.sub(r"\{.*\}", "{…}", each) for each in found] == [
        "matter.handler: ('refers to', 'body'), schema ('string',)",
        "matter: required {…} in one only",
        "matter: {…} in one only",
    ]


def enums_of(model):
    """Every enum that a class can hold, however deep."""
    for each in fields_of(model):
        if each.name in DERIVED.get(model, ()):
            continue
        if is_dataclass(each.type):
            yield from enums_of(each.type)
        elif isinstance(each.type, type) and issubclass(each.type, StrEnum):
            yield each.type


ENUMS = sorted(
    {Kind, *(enum for info in KINDS.values() for enum in enums_of(info.model))},
    key=lambda enum: enum.__name__,
)


def test_every_enum_of_the_models_word_lists_is_in_use():
    words = {
        each
        for module in (vocabulary, meeting_vocabulary)
        for each in vars(module).values()
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
    own = [each.key for each in fields_of(LogEntry) if each.key not in DERIVED[LogEntry]]
    words = load_vocabulary().words("log_field")
    assert sorted(words) == sorted(set(own) - {"date", "step", "key", "irregular"})
    for name, title in words.items():
        assert load_vocabulary().field(Kind.MATTER, ("log", 0, name)) == title, "one name a field"
