"""The schemas, and the words in them.

``schema/`` is the one home of the vocabulary: what fields and choices are called in both languages
is defined there and nowhere else. Files are read when first asked for, and once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from yizhan.model.finding import Pointer
from yizhan.model.text import Text
from yizhan.model.vocabulary import Kind

Schema = Mapping[str, Any]
"""A JSON Schema, or a part of one."""

COMMON = "common"
"""The file of the definitions that all kinds share."""

_SUFFIX = ".schema.json"


@cache
def schema_folder() -> Path:
    """Where the schema files are: in the wheel beside the code, in a checkout at its root."""
    package = Path(__file__).resolve().parents[1]
    wheel = package / "schema"
    return wheel if wheel.is_dir() else package.parents[1] / "schema"


@cache
def load_schema(name: str) -> Schema:
    """Read one schema as it is in its file, ``$ref`` and all.

    Args:
        name: a kind of record, or ``common``.
    """
    data: Schema = json.loads((schema_folder() / f"{name}{_SUFFIX}").read_text(encoding="utf-8"))
    return data


@cache
def bundle(kind: Kind) -> Schema:
    """Return the schema of a kind with every ``$ref`` replaced by what it names.

    The bundle needs no registry and no network. A word beside ``$ref`` (a title, an example) wins
    over the same word of the definition: there are only annotations beside ``$ref``, which a test
    holds. No definition refers to itself.
    """
    schema = load_schema(kind)
    body = {key: value for key, value in schema.items() if key != "$defs"}
    inlined: Schema = _inline(body, kind)
    return inlined


def _inline(node: Any, home: str) -> Any:
    if isinstance(node, list):
        return [_inline(each, home) for each in node]
    if not isinstance(node, dict):
        return node
    own = {key: _inline(value, home) for key, value in node.items() if key != "$ref"}
    if "$ref" not in node:
        return own
    file, _, name = node["$ref"].partition("#/$defs/")
    target = definition(file.removesuffix(_SUFFIX) or home, name)
    english = {**target.get("x-en", {}), **own.get("x-en", {})}
    return {**target, **own, "x-en": english}


@cache
def definition(file: str, name: str) -> dict[str, Any]:
    """Return one of a file's ``$defs`` with every ``$ref`` replaced."""
    inlined: dict[str, Any] = _inline(load_schema(file)["$defs"][name], file)
    return inlined


def schema_at(kind: Kind, pointer: Pointer) -> Schema | None:
    """Return the part of a kind's bundle that speaks of a value, or None where none does.

    Args:
        kind: the kind of record.
        pointer: the way to the value; list positions stand for any item.
    """
    node: Any = bundle(kind)
    for part in pointer:
        node = node.get("items") if isinstance(part, int) else node.get("properties", {}).get(part)
        if node is None:
            return None
    found: Schema = node
    return found


class Vocabulary:
    """What kinds, fields and choices are called, in both languages."""

    def kind(self, kind: Kind) -> Text:
        """What a kind of record is called."""
        return self.word("kind", kind)

    def plural(self, kind: Kind) -> Text:
        """What several records of a kind are called: ``Bodies``."""
        choices = definition(COMMON, "kind")["oneOf"]
        found = next(choice for choice in choices if choice["const"] == kind)
        return Text(found["title"], found["x-en"]["plural"])

    def title(self, value: StrEnum) -> Text:
        """What a member of one of the model's enums is called."""
        return self.word(enum_name(type(value)), value)

    def word(self, enum: str, value: str) -> Text:
        """What a choice is called: ``word("category", "parking")``.

        Raises:
            KeyError: no such list of choices, or no such choice in it.
        """
        return self.words(enum)[value]

    def words(self, enum: str) -> Mapping[str, Text]:
        """Every choice of a list, in the schema's order.

        Raises:
            KeyError: no such list.
        """
        return _enums()[enum]

    def field(self, kind: Kind, pointer: Pointer) -> Text:
        """What a field is called: ``field(Kind.MATTER, ("raised", "by"))``.

        A list position names what the list holds; a field that no schema knows is called what the
        clerk called it.
        """
        schema = schema_at(kind, pointer)
        if schema is None:
            name = str(pointer[-1])
            return Text(name, name)
        return _text(schema, "title")

    def description(self, kind: Kind, pointer: Pointer) -> Text | None:
        """What a field is for, or None where no schema knows it."""
        schema = schema_at(kind, pointer)
        return None if schema is None else _text(schema, "description")

    def choices(self, kind: Kind, pointer: Pointer) -> Mapping[str, Text]:
        """The allowed words of a field; empty where it is not a choice."""
        schema = schema_at(kind, pointer)
        return MappingProxyType({}) if schema is None else _choices(schema)


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary; the same object each time."""
    return Vocabulary()


@cache
def enum_name(enum: type[StrEnum]) -> str:
    """The name of a model enum's list of choices in the schemas: ``RaisedBy`` → ``raised_by``."""
    letters = (f"_{letter.lower()}" if letter.isupper() else letter for letter in enum.__name__)
    return "".join(letters).removeprefix("_")


@cache
def _enums() -> Mapping[str, Mapping[str, Text]]:
    return {
        name: _choices(definition)
        for file in (COMMON, *Kind)
        for name, definition in load_schema(file).get("$defs", {}).items()
        if "oneOf" in definition
    }


def _choices(schema: Schema) -> Mapping[str, Text]:
    return MappingProxyType(
        {choice["const"]: _text(choice, "title") for choice in schema.get("oneOf", ())}
    )


def _text(schema: Schema, word: str) -> Text:
    return Text(schema[word], schema["x-en"][word])
