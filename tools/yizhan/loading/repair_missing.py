"""With a line put back that a clerk deleted: the heading of a group or list, or an item's first line.

What is left below has nothing to hang on, and the parser or the schema blames each of its lines. The
line that would carry them is known by what they are: of the fields of this kind of record, few hold
just these. Whether it was this one the schema tells, for the record has to be whole with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from yizhan.loading.patterns import later
from yizhan.loading.repair_candidate import FIELD, Candidate, Lines, depth_of
from yizhan.loading.schemas import Schema
from yizhan.loading.yaml_messages import Trouble
from yizhan.model.text import Text

_NAME = later(r" *(?:- +)*(?P<name>[A-Za-z_][A-Za-z0-9_]*):(?: |$)")
_DASHED = later(r"(?P<indent> *)- +(?P<name>[A-Za-z_][A-Za-z0-9_]*): *(?P<value>\S.*)?$")
_POINTS = 12
"""Places that are tried in all."""

_HEADINGS = 6
"""Headings before the last suspect of which the first line below is tried."""


def missing(lines: Lines, schema: Schema, suspects: Sequence[int]) -> Iterator[Candidate]:
    """With one line more.

    Args:
        lines: of the file.
        schema: of the kind of record.
        suspects: positions (from 0) that the parser or the schema names.
    """
    named = tuple(_named(schema))
    for number in _turns(lines, suspects)[:_POINTS]:
        yield from _headings(lines, number, named)
        yield from _first_lines(lines, number, named)
        yield from _written_above(lines, number)


def beheaded(lines: Lines, schema: Schema) -> Iterator[Candidate]:
    """With the heading of several lines that are deeper than the whole line before them."""
    named = tuple(_named(schema))
    for number in _deeper(lines):
        if len(_block(lines, number)) > 1:
            yield from _headings(lines, number, named)


def _deeper(lines: Lines) -> list[int]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return [
        number
        for before, number in pairwise(filled)
        if _inner(lines[number]) > _inner(lines[before])
        and FIELD.match(lines[before])
        and not lines[before].rstrip().endswith((":", "|", ">", "|-", ">-"))
    ]


def _turns(lines: Lines, suspects: Sequence[int]) -> list[int]:
    """The filled lines that are deeper than a whole line before, and those that are suspect."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    deeper = _deeper(lines)
    last = max(suspects, default=0)
    after = [
        number
        for before, number in pairwise(filled)
        if lines[before].rstrip().endswith(":") and before <= last
    ][::-1][:_HEADINGS]
    known = [number for number in suspects if number < len(lines) and lines[number].strip()]
    begun = [_item_of(lines, number) for number in known]
    return list(dict.fromkeys([*deeper, *known, *begun, *after]))


def _item_of(lines: Lines, number: int) -> int:
    """The line with a dash that begins the item in which a line is; itself where there is none."""
    depth = _inner(lines[number])
    for at in range(number, -1, -1):
        if _is_item(lines[at]) and _inner(lines[at]) <= depth:
            return at
    return number


def _inner(line: str) -> int:
    """The column in which what a line says begins, behind its dashes."""
    return len(line) - len(line.lstrip(" -"))


def _named(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every group and list of a schema by its name, each form once."""
    seen: dict[tuple[str, frozenset[str]], None] = {}
    waiting = [schema]
    while waiting:
        inner = waiting.pop(0)
        for name, each in inner.get("properties", {}).items():
            below = each.get("items", each) if each else {}
            form = (name, frozenset(below.get("properties", ())))
            if each and each.get("type") in ("object", "array") and form not in seen:
                seen[form] = None
                yield name, each
                waiting.append(below)


def _block(lines: Lines, number: int) -> list[str]:
    """The names of the fields that are in line with a line, up to the end of its item or group."""
    depth = _inner(lines[number])
    names: list[str] = []
    for at in range(number, len(lines)):
        line = lines[at]
        if not line.strip():
            continue
        if at > number and (_inner(line) < depth or (_is_item(line) and depth_of(line) < depth)):
            break
        match = _NAME.match(line)
        if match is not None and _inner(line) == depth:
            names.append(match["name"])
    return names


def _is_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def _headings(
    lines: Lines, number: int, named: Sequence[tuple[str, Schema]]
) -> Iterator[Candidate]:
    """With the heading of the lines from one on."""
    item = _is_item(lines[number])
    keys = set(_block(lines, number))
    depth = depth_of(lines[number])
    for name, each in named:
        below = each.get("items", {}) if item else each
        if each["type"] != ("array" if item else "object"):
            continue
        fits = bool(keys) and keys <= set(_fields(below))
        if not fits and not (item and not keys and below.get("type") == "string"):
            continue
        for at in (depth - 2, depth) if item else (depth - 2,):
            if at >= 0:
                heading = f"{' ' * at}{name}:"
                title = Text(each["title"], each["x-en"]["title"])
                values = {"line": number + 1, "key": name, "title": title, "depth": at}
                trouble = Trouble(number + 1, depth + 1, "Y012", "heading", values)
                yield Candidate(trouble, [*lines[:number], heading, *lines[number:]])


def _first_lines(
    lines: Lines, number: int, named: Sequence[tuple[str, Schema]]
) -> Iterator[Candidate]:
    """With the line with a dash that begins an item, written as in another item or as in the schema."""
    if _is_item(lines[number]) or not FIELD.match(lines[number]):
        return
    depth = depth_of(lines[number])
    keys = set(_block(lines, number))
    items = [each["items"] for _, each in named if keys <= set(_fields(each.get("items", {})))]
    if any(each.get("required") and keys >= set(each["required"]) for each in items):
        return  # the dash alone is missing
    for name, value in dict.fromkeys([*_like_others(lines, depth), *_by_schema(items)]):
        if depth >= 2 and name not in keys:
            first = f"{' ' * (depth - 2)}- {name}: {value}"
            values = {"line": number + 1, "key": name, "depth": depth - 2}
            trouble = Trouble(number + 1, depth + 1, "Y012", "first_line", values)
            yield Candidate(trouble, [*lines[:number], first, *lines[number:]])


def _fields(schema: Schema) -> dict[str, Any]:
    found: dict[str, Any] = schema.get("properties", {})
    return found


def _like_others(lines: Lines, depth: int) -> Iterator[tuple[str, str]]:
    for line in lines:
        match = _DASHED.match(line)
        if match is not None and len(match["indent"]) == depth - 2 and match["value"]:
            yield match["name"], match["value"]


def _by_schema(items: Sequence[Schema]) -> Iterator[tuple[str, str]]:
    """What such items may begin with, with an example of it."""
    for each in items:
        fields = _fields(each)
        for name in dict.fromkeys((*each.get("required", ()), *fields)):
            examples = fields[name].get("examples", ())
            if examples and isinstance(examples[0], str | int):
                yield name, _written(examples[0])


def _written(example: Any) -> str:
    return str(example) if isinstance(example, int) else "'" + example.replace("'", "''") + "'"


def _written_above(lines: Lines, number: int) -> Iterator[Candidate]:
    """With the heading that stands below an item that belongs to it put above it."""
    if not _is_item(lines[number]):
        return
    depth = depth_of(lines[number])
    end = number + 1
    while end < len(lines) and (not lines[end].strip() or depth_of(lines[end]) >= depth):
        end += 1
    match = re.fullmatch(r"( *)([A-Za-z_]+): *", lines[end]) if end < len(lines) else None
    if match is None:
        return
    values = {"first": number + 1, "last": end, "key": match[2]}
    trouble = Trouble(number + 1, depth + 1, "Y012", "above", values)
    moved = [*lines[:number], lines[end], *lines[number:end], *lines[end + 1 :]]
    yield Candidate(trouble, moved)
