"""Which groups of fields are open at each line of a file, told by how the lines are indented.

A file that cannot be read has no nodes; its lines have names and a depth all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from yizhan.loading.patterns import later
from yizhan.loading.repair_candidate import Lines, depth_of
from yizhan.loading.schemas import Schema, bundle
from yizhan.model.finding import Pointer
from yizhan.model.vocabulary import Kind

_LINE = later(
    r" *(?P<dash>-(?: +|$))?(?:(?P<key>[A-Za-z_][A-Za-z0-9_]*):(?: +(?P<value>\S.*)| *$))?"
)
_BLOCK = later(r"[|>][-+0-9]*(?: |$)")


class Group(NamedTuple):
    """A group of fields that a line may go on.

    Attributes:
        pointer: where it is in the record; 0 stands for any item of a list.
        schema: what it may hold; empty where the schema knows no such group.
        column: of its fields, from 0.
        dash: column of the dash, where it is an item.
        keys: its fields so far.
        beside: whether a value stands beside the last of them.
    """

    pointer: Pointer
    schema: Schema
    column: int
    dash: int | None = None
    keys: tuple[str, ...] = ()
    beside: bool = False

    def below(self) -> Schema:
        """What the schema says of its last field."""
        found: Schema = self.schema.get("properties", {}).get(self.keys[-1]) if self.keys else {}
        return found or {}

    def items(self) -> Schema:
        """What the schema says of the items of its last field; empty where that is no list."""
        found: Schema = self.below().get("items", {})
        return found

    def free(self, lines: Lines, number: int) -> list[str]:
        """The fields that it may have and has neither above a line nor from it on."""
        taken = {*self.keys, *fields_from(lines, number, self.column)}
        fields: Schema = self.schema.get("properties", {})
        return [name for name, schema in fields.items() if schema and name not in taken]

    def to_last(self) -> Pointer:
        """The pointer to its last field."""
        return (*self.pointer, self.keys[-1])


def open_groups(lines: Lines, kind: Kind) -> list[tuple[Group, ...]]:
    """The groups that are open before each line, outermost first, and after the last one."""
    stack = [Group((), bundle(kind), 0)]
    found: list[tuple[Group, ...]] = []
    text: int | None = None
    for line in lines:
        found.append(tuple(stack))
        depth = depth_of(line)
        if not line.strip() or line.lstrip().startswith("#") or (text is not None and depth > text):
            continue
        text = None
        match = _LINE.match(line)
        if match is None or (match["key"] is None and match["dash"] is None):
            continue
        stack = _after(stack, match, depth)
        if match["value"] is not None and _BLOCK.match(match["value"]):
            text = stack[-1].column
    return [*found, tuple(stack)]


def _after(stack: list[Group], match: re.Match[str], depth: int) -> list[Group]:
    """The groups that are open after a line."""
    left = [group for group in stack if group.column <= depth] or stack[:1]
    if match["dash"] is not None:
        outer = left[-1]
        if match["key"] is None:
            return left
        pointer = (*outer.to_last(), 0) if outer.keys else outer.pointer
        left.append(Group(pointer, outer.items(), match.start("key"), depth))
    elif left[-1].column < depth:
        outer = left[-1]
        pointer = outer.to_last() if outer.keys else outer.pointer
        left.append(Group(pointer, outer.below(), depth))
    top = left[-1]
    left[-1] = top._replace(keys=(*top.keys, match["key"]), beside=match["value"] is not None)
    return left


def fields_from(lines: Lines, number: int, column: int) -> Iterator[str]:
    """The fields of a group in the lines from one on, up to its end."""
    for line in lines[number : end_of(lines, number, column)]:
        match = _LINE.match(line)
        if match is not None and match["key"] is not None and match.start("key") == column:
            yield match["key"]


def end_of(lines: Lines, number: int, depth: int) -> int:
    """Behind the lines from one on that are at least that deep."""
    while number < len(lines) and (not lines[number].strip() or depth_of(lines[number]) >= depth):
        number += 1
    return number


def first_fields(lines: Lines, number: int, dash: int, above: bool) -> Iterator[str]:
    """The first fields of the items of a list, from a line on and, if asked, above it."""
    before = lines[number - 1 :: -1] if above and number else ()
    for part in (before, lines[number:]):
        for line in part:
            if line.strip() and depth_of(line) < dash:
                break
            match = _LINE.match(line)
            if (
                match is not None
                and match["dash"] is not None
                and match["key"] is not None
                and depth_of(line) == dash
            ):
                yield match["key"]


def in_texts(lines: Lines) -> list[int]:
    """The lines (from 0) that look like fields or items and are read as more of a text above them."""
    found: list[int] = []
    head: int | None = None
    block = False
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        match = _LINE.match(line)
        if head is not None and depth_of(line) > head:
            if match is not None and (match["key"] or (match["dash"] and not block)):
                found.append(number)
            continue
        head = None
        if match is not None and match["value"] is not None:
            head, block = match.start("key"), _BLOCK.match(match["value"]) is not None
    return found
