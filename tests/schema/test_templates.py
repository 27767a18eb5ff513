"""Templates for hand editing: valid as they are, valid with every optional line switched on."""

import re
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from yizhan.loading.schemas import bundle
from yizhan.loading.strict_yaml import read
from yizhan.model.vocabulary import Kind

SWITCH = re.compile(r"^( *)#: ", re.MULTILINE)


def template(kind):
    return (files("yizhan") / "presets" / "templates" / f"{kind}.yaml").read_text(encoding="utf-8")


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


def alternative(way):
    """A share is written as ``at_least`` or as ``more_than``; a template shows one of them."""
    return way[-1] == "more_than"


def test_there_is_one_template_a_kind():
    folder = files("yizhan") / "presets" / "templates"
    assert {file.name for file in folder.iterdir()} == {f"{kind}.yaml" for kind in Kind}


@pytest.mark.parametrize("kind", Kind)
def test_is_valid_as_it_is(kind):
    assert troubles(kind, template(kind)) == []


@pytest.mark.parametrize("kind", Kind)
def test_is_valid_with_everything_switched_on(kind):
    assert troubles(kind, switched_on(template(kind))) == []


@pytest.mark.parametrize("kind", Kind)
def test_shows_every_field(kind):
    data = read(switched_on(template(kind)).encode()).data
    shown = {
        *ways_of_data(data),
        *(way for way in ways_of_schema(bundle(kind)) if alternative(way)),
    }
    assert set(ways_of_schema(bundle(kind))) == shown
    for way in ways_of_schema(bundle(kind)):
        assert f"{way[-1]}:" in template(kind)


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
