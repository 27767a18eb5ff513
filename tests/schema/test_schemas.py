"""The schema files themselves: valid, strict, in two languages, with examples that hold."""

import json
from pathlib import Path

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from yizhan.loading.schemas import bundle, definition, load_schema, schema_folder
from yizhan.model.vocabulary import Kind

FILES = ("common", *Kind)
ANNOTATIONS = {"title", "description", "examples", "x-en", "x-merged", "default"}


def parts(node, way=()):
    """Yield every schema that describes a value: properties, items and definitions."""
    if way:
        yield way, node
    for name, inner in node.get("properties", {}).items():
        yield from parts(inner, (*way, name))
    for name, inner in node.get("$defs", {}).items():
        yield from parts(inner, (*way, "$defs", name))
    if "items" in node:
        yield from parts(node["items"], (*way, "items"))


def named_parts(name):
    """Every property and definition of a file, and the file itself, each with its way."""
    schema = load_schema(name)
    yield (name,), schema
    yield from (((name, *way), node) for way, node in parts(schema) if way[-1] != "items")


def every_part(name):
    schema = load_schema(name)
    yield from (((name, *way), node) for way, node in parts(schema))
    if name != "common":
        yield (name,), schema


def test_there_is_one_file_a_kind_and_the_common_one():
    found = {file.name for file in schema_folder().iterdir() if file.suffix == ".json"}
    assert found == {f"{name}.schema.json" for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_is_valid_2020_12(name):
    schema = load_schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", FILES)
def test_file_is_written_one_way(name):
    text = (schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", FILES)
def test_every_object_lists_its_properties(name):
    for way, schema in every_part(name):
        if "properties" in schema:
            assert schema["type"] == "object", way
            assert schema["additionalProperties"] is False, way
            assert set(schema.get("required", ())) <= set(schema["properties"]), way
        else:
            assert schema.get("type") != "object", way


@pytest.mark.parametrize("name", FILES)
def test_speaks_both_languages(name):
    for way, schema in named_parts(name):
        english = schema["x-en"]
        for key in ("title", "description"):
            for text, chinese in ((schema[key], True), (english[key], False)):
                assert text == text.strip() != "", way
                assert any("一" <= letter <= "鿿" for letter in text) is chinese, way
        assert schema["description"].endswith("。"), way
        assert english["description"].endswith("."), way


@pytest.mark.parametrize("name", FILES)
def test_pattern_says_in_words_what_it_asks(name):
    for way, schema in every_part(name):
        words = "patternErrorMessage"
        assert ("pattern" in schema) == (words in schema), way
        assert (words in schema) == (words in schema.get("x-en", {})), way


@pytest.mark.parametrize("name", FILES)
def test_only_annotations_stand_beside_a_reference(name):
    for way, schema in every_part(name):
        if "$ref" in schema:
            assert set(schema) - {"$ref"} <= ANNOTATIONS, way


@pytest.mark.parametrize("kind", Kind)
def test_examples_hold(kind):
    for way, schema in parts(bundle(kind)):
        validator = Draft202012Validator(schema)
        assert schema["examples"], way
        for example in schema["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], way


@pytest.mark.parametrize("name", load_schema("common")["$defs"])
def test_examples_of_common_definitions_hold(name):
    schema = definition("common", name)
    assert schema["examples"]
    for example in schema["examples"]:
        assert verdicts(schema, example) == (True, True)


@pytest.mark.parametrize("kind", Kind)
def test_complete_example_holds_for_both_validators(kind):
    schema = bundle(kind)
    (example,) = schema["examples"]
    assert [error.message for error in Draft202012Validator(schema).iter_errors(example)] == []
    assert jsonschema_rs.Draft202012Validator(schema).is_valid(example)
    assert example["example"] is True, "an example in the schema is the fictitious village's"
    assert "shili" in example["id"]


@pytest.mark.parametrize("kind", Kind)
def test_every_choice_is_a_word_with_a_title(kind):
    for _, schema in parts(bundle(kind)):
        assert "enum" not in schema
        for choice in schema.get("oneOf", ()):
            assert set(choice) <= {"const", "title", "description", "x-en"}
            assert choice["title"] != choice["const"]
            assert choice["x-en"]["title"]
            assert ("description" in choice) == ("description" in choice["x-en"])


@pytest.mark.parametrize("kind", Kind)
def test_bundle_needs_nothing_else(kind):
    assert "$ref" not in json.dumps(bundle(kind))
    assert "$defs" not in bundle(kind)


def verdicts(schema, value):
    return (
        Draft202012Validator(schema).is_valid(value),
        jsonschema_rs.Draft202012Validator(schema).is_valid(value),
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("date", "2025-06-12", True),
        ("date", "2025-06", True),
        ("date", "2025", True),
        ("date", 2025, True),
        ("date", "2024-02-29", True),
        ("date", "2025-02-30", False),
        ("date", "2025-04-31", False),
        ("date", "2025-13", False),
        ("date", "2025-00", False),
        ("date", "2025-6-1", False),
        ("date", "2025-06-12\n", False),
        ("date", "2025/06/12", False),
        ("date", "２０２５", False),
        ("date", 202506, False),
        ("date", 999, False),
        ("date", True, False),
        ("id", "20250612-shili-cunkou-ludeng", True),
        ("id", "cun--kou", False),
        ("id", "-cun", False),
        ("id", "Cun", False),
        ("id", "cun_kou", False),
        ("id", "cun\n", False),
        ("id", "a" * 81, False),
        ("key", "report_done", True),
        ("key", "owners-two-thirds", True),
        ("key", "report done", False),
        ("title", "村口路灯不亮", True),
        ("title", " 村口", False),
        ("title", "村口\n路灯", False),
        ("title", "", False),
        ("title", "灯" * 81, False),
        ("text", "一段。\n\n二段。\n", True),
        ("text", " \n", False),
        ("note", "字" * 2001, False),
        ("count", 0, True),
        ("count", -1, False),
        ("count", 1.5, False),
        ("count", "12", False),
        ("url", "https://www.gov.cn/", True),
        ("url", "www.gov.cn", False),
        ("url", "javascript:alert(1)", False),
        ("url", 'https://x.cn/"onclick', False),
        ("attachment", {"file": "a/b.jpg", "title": "图"}, False),
        ("attachment", {"file": "b.svg", "title": "图"}, False),
        ("attachment", {"file": "b.v2.pdf", "title": "图"}, True),
        ("attachment", {"file": "..pdf", "title": "图"}, False),
    ],
)
def test_common_forms(name, value, expected):
    assert verdicts(definition("common", name), value) == (expected, expected)


MATTER_LOG = ("matter", "log", "items")
OUTCOME = (*MATTER_LOG, "outcome")


def at(kind, *way):
    node = bundle(Kind(kind))
    for step in way:
        node = node["items"] if step == "items" else node["properties"][step]
    return node


@pytest.mark.parametrize(
    ("way", "value", "expected"),
    [
        (OUTCOME, {"result": "solved", "text": "修好了。"}, True),
        (OUTCOME, {"result": "not_feasible", "text": "缺钱。"}, False),
        (OUTCOME, {"result": "withdrawn", "text": "撤回。"}, False),
        (OUTCOME, {"result": "not_feasible", "text": "缺钱。", "reason": "当年没有资金。"}, True),
        (("meeting", "attendance"), {"basis": "persons", "excluded": 3}, False),
        (
            ("meeting", "attendance"),
            {"basis": "persons", "excluded": 3, "excluded_reason": "外出"},
            True,
        ),
        (("meeting", "attendance"), {"basis": "persons", "excluded_reason": "外出"}, False),
        (("meeting", "start_time"), "19:30", True),
        (("meeting", "start_time"), "24:00", False),
        (("meeting", "start_time"), "9:30", False),
        (("place", "code"), "500101001001", True),
        (("place", "code"), 500101001001, False),
        (("place", "code"), "5001010010", False),
        (("amendment", "changes", "items"), {"operation": "repeal", "article": "a"}, True),
        (
            ("amendment", "changes", "items"),
            {"operation": "repeal", "article": "a", "text": "x"},
            False,
        ),
        (("amendment", "changes", "items"), {"operation": "replace", "article": "a"}, False),
        (
            ("amendment", "changes", "items"),
            {"operation": "insert", "article": "a", "text": "x"},
            True,
        ),
        (
            ("batch", "entries", "items"),
            {"account": "a-0k3m9x2p", "kind": "award", "points": 5},
            False,
        ),
        (
            ("batch", "entries", "items"),
            {"account": "a-0k3m9x2p", "kind": "reversal", "points": -5},
            False,
        ),
        (
            ("batch", "entries", "items"),
            {
                "account": "a-0k3m9x2p",
                "kind": "reversal",
                "points": -5,
                "reverses": "20250615-x#a-b",
            },
            True,
        ),
        (
            ("batch", "entries", "items"),
            {"account": "a-0k3m9x2p", "kind": "reversal", "points": -5, "reverses": "20250615-x#"},
            False,
        ),
        (("batch", "entries", "items", "account"), "a-0K3M9X2P", False),
        (("batch", "entries", "items", "account"), "13800000000", False),
        (("claims", "claims", "items"), {"key": "a", "title": "甲"}, False),
        (("claims", "claims", "items"), {"key": "a", "title": "甲", "value": 3}, True),
        (
            ("claims", "claims", "items"),
            {"key": "a", "title": "甲", "share": {"percent": 90}},
            True,
        ),
        (("claims", "claims", "items", "share"), {"percent": 81.9, "numerator": 1319}, False),
    ],
)
def test_rules_between_fields(way, value, expected):
    assert verdicts(at(*way), value) == (expected, expected)


@pytest.mark.parametrize(
    ("wording", "chapters", "expected"),
    [
        ("verbatim", True, True),
        ("reported", True, True),
        ("verbatim", False, False),
        ("reported", False, False),
        ("unknown", False, True),
        ("unknown", True, False),
    ],
)
def test_a_rule_has_chapters_just_where_its_wording_is_known(wording, chapters, expected):
    record = {**bundle(Kind.RULE)["examples"][0], "wording": wording}
    if not chapters:
        del record["chapters"]
    assert verdicts(bundle(Kind.RULE), record) == (expected, expected)


@pytest.mark.parametrize("given", ["chain", "chain_step"])
def test_a_chain_and_its_station_come_together(given):
    record = {**bundle(Kind.MEETING)["examples"][0], given: "x"}
    assert verdicts(bundle(Kind.MEETING), record) == (False, False)
    assert verdicts(bundle(Kind.MEETING), {**record, "chain": "x", "chain_step": "y"}) == (
        True,
        True,
    )


def test_references_resolve_beside_the_file_for_any_tool():
    """As editors do: each reference is a file name in the schema's own folder."""
    for name in FILES:
        for _, node in parts(load_schema(name)):
            if "$ref" in node:
                file, _, name_there = node["$ref"].partition("#/$defs/")
                target = Path(file).name.removesuffix(".schema.json") or name
                assert file in ("", "common.schema.json")
                assert name_there in load_schema(target)["$defs"]
