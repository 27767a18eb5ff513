"""The schemas as the catalogue needs them: which properties there are, and what each may hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mutations.canonical import Path as Way

SCHEMAS = Path(__file__).resolve().parents[2] / "schema"

Schema = dict[str, Any]


@cache
def load(name: str) -> Schema:
    """One schema file, by its name."""
    schema: Schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return schema


def resolve(schema: Schema, home: str) -> tuple[Schema, str]:
    """A schema with its references followed, and the file in which it stands."""
    found = dict(schema)
    while "$ref" in found:
        reference = found.pop("$ref")
        file, _, pointer = reference.partition("#")
        home = file or home
        target: Any = load(home)
        for step in pointer.strip("/").split("/"):
            target = target[step]
        found = {**target, **found}
    return found, home


@dataclass(frozen=True)
class Site:
    """A property, or the items of a list, at one place of one kind of record.

    Attributes:
        kind: of the record.
        way: keys from the record's root; ``*`` for any item of a list.
        schema: what it may hold, references followed.
        required: whether the object around it must have it, as far as it is said without conditions.
        owner: the schema of the object around it, or of the list.
    """

    kind: str
    way: tuple[str, ...]
    schema: Schema
    required: bool
    owner: Schema

    @property
    def name(self) -> str:
        """As it is written in the names of mutations."""
        return "/".join(self.way)


def kinds() -> list[str]:
    """Every kind of record."""
    names = (path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))
    return sorted(name for name in names if name != "common")


@cache
def sites(kind: str) -> tuple[Site, ...]:
    """Every place of a kind, from the outside in."""
    home = f"{kind}.schema.json"
    return tuple(_inside(kind, load(home), home, ()))


def _inside(kind: str, schema: Schema, home: str, way: tuple[str, ...]) -> Iterator[Site]:
    for key, value in schema.get("properties", {}).items():
        resolved, there = resolve(value, home)
        site = Site(kind, (*way, key), resolved, key in schema.get("required", []), schema)
        yield site
        yield from _inside(kind, resolved, there, site.way)
    if "items" in schema:
        resolved, there = resolve(schema["items"], home)
        site = Site(kind, (*way, "*"), resolved, required=False, owner=schema)
        yield site
        yield from _inside(kind, resolved, there, site.way)


def general(at: Way) -> tuple[str, ...]:
    """A way with its positions forgotten."""
    return tuple("*" if isinstance(step, int) else step for step in at)


def words(schema: Schema) -> dict[str, str]:
    """The words of a closed list: word → title."""
    return {
        str(word["const"]): word["title"]
        for word in schema.get("oneOf", [])
        if isinstance(word, dict) and "const" in word
    }
