"""Templates for hand editing: valid as they are, valid with every optional line switched on."""

import re

import pytest
from jsonschema import Draft202012Validator

from yizhan.loading.schemas import bundle
from yizhan.loading.strict_yaml import read
from yizhan.model.vocabulary import Kind
from yizhan.publishing.record_template import record_template

SWITCH = re.compile(r"^( *)#: ", re.MULTILINE)


def template(kind):
    return record_template(kind)


def switched_on(text):
    return SWITCH.sub(r"\1", text)


def troubles(kind, text):
    document = read(text.encode())
    assert document.data is not None, document.troubles
    return [
        f"{list(error.absolute_path)}: {error.message}"
        for error in Draft202012Validator(bundle(kind)).iter_errors(document.data)
    ]


def ways_of_schema(schema):
    """The way to every field, list positions left out."""
    for name, inner in schema.get("properties", {}).items():
        yield (name,)
        for way in ways_of_schema(inner.get("items", inner)):
            yield (name, *way)


def ways_of_data(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (name,)
            yield from ((name, *way) for way in ways_of_data(inner))
    elif isinstance(value, list):
        for each in value:
            yield from ways_of_data(each)


@pytest.mark.parametrize("kind", Kind)
def test_is_valid_as_it_is(kind):
    assert troubles(kind, template(kind)) == []


@pytest.mark.parametrize("kind", Kind)
def test_is_valid_with_everything_switched_on(kind):
    assert troubles(kind, switched_on(template(kind))) == []


@pytest.mark.parametrize("kind", Kind)
def test_shows_every_field_or_says_where_its_shape_is_written_out(kind):
    text = template(kind)
    data = read(switched_on(text).encode()).data
    schema = set(ways_of_schema(bundle(kind)))
    missing = schema - {*ways_of_data(data)}
    for way in missing:
        first = next(way[:end] for end in range(1, len(way) + 1) if way[:end] in missing)
        assert f"栏目是 {first[-1]}，" in text, way
    assert set(ways_of_data(data)) <= schema


@pytest.mark.parametrize("kind", Kind)
def test_no_shape_is_written_out_twice_unless_it_must_be(kind):
    text = template(kind)
    for name in ("corrections", "irregular"):
        assert len(re.findall(rf"^ *#: (?:- )?{name}:", text, re.MULTILINE)) == 1


@pytest.mark.parametrize("kind", Kind)
def test_as_it_is_holds_only_what_is_required(kind):
    schema = bundle(kind)
    data = read(template(kind).encode()).data
    conditional = {Kind.RULE: {"chapters"}}.get(kind, set())
    assert set(data) == set(schema["required"]) | conditional


@pytest.mark.parametrize("kind", Kind)
def test_every_choice_is_offered(kind):
    text = template(kind)
    for line in choices(bundle(kind)):
        assert line in text


def choices(schema):
    words = "、".join(f"{choice['const']} {choice['title']}" for choice in schema.get("oneOf", ()))
    if words:
        yield f"#   可写：{words}"
    for inner in schema.get("properties", {}).values():
        yield from choices(inner)
    if "items" in schema:
        yield from choices(schema["items"])


@pytest.mark.parametrize("kind", Kind)
def test_every_line_is_a_field_an_item_or_a_comment(kind):
    for line in template(kind).splitlines():
        assert re.match(r" *(#:? |- |[a-z_]+:)", line) or line == "", line
