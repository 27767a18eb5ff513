"""Which lines may have been left out of a file: those that its schema allows there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from yizhan.loading.open_groups import Group, end_of, fields_from, first_fields, open_groups
from yizhan.loading.repair_candidate import Lines, depth_of
from yizhan.loading.schemas import Schema
from yizhan.loading.soundness import is_sound
from yizhan.loading.strict_yaml import data_of
from yizhan.model.finding import Pointer
from yizhan.model.vocabulary import Kind

_BEFORE = 60
"""Lines above one that is suspected at which the missing one is looked for."""


class Missing(NamedTuple):
    """One line, or two of them, that may be missing.

    Attributes:
        at: the line (from 0) that they stand before.
        pointer: the group or the list that they begin, or an item of which they begin.
        columns: at which they begin.
        rank: how likely it is; the least is the likeliest.
        key: the first field of the item that they begin.
        value: of that field, one that the schema allows.
        again: the one field that is there twice, where nothing else tells of a new item.
    """

    at: int
    pointer: Pointer
    columns: tuple[int, ...]
    rank: tuple[int, ...]
    key: str = ""
    value: str = ""
    again: str = ""

    @property
    def form(self) -> str:
        """Which of the messages says it."""
        if not self.key:
            return "group_left_out"
        if len(self.columns) > 1:
            return "both_left_out"
        return "item_or_twice" if self.again else "item_left_out"

    def put_into(self, lines: Lines) -> list[str]:
        """The lines of the file with those that are missing."""
        item = [f"- {self.key}: {self.value}"] if self.key else []
        group = [f"{self.pointer[-1]}:"] if len(self.columns) > len(item) else []
        new = [
            " " * column + line for column, line in zip(self.columns, [*group, *item], strict=True)
        ]
        return [*lines[: self.at], *new, *lines[self.at :]]


class Work:
    """The characters that may still be read."""

    def __init__(self, left: int) -> None:
        self.left = left

    def read(self, lines: list[str]) -> dict[str, Any] | None:
        """What lines hold; None where they cannot be read, or no more may be."""
        text = "\n".join(lines)
        self.left -= len(text)
        return data_of(text) if self.left > 0 else None


def may_be_missing(
    lines: Lines, kind: Kind, suspects: Sequence[int], work: Work
) -> Iterator[Missing]:
    """Every line that may be missing at or above the lines that are suspected, the nearest first."""
    groups, unit = open_groups(lines, kind), _unit(lines)
    for far, at in enumerate(_places(lines, suspects)):
        place = _Place(lines, at, far, unit, work)
        for group in reversed(groups[at]):
            yield from place.names(group)
        yield from place.items(groups[at])


def _places(lines: Lines, suspects: Sequence[int]) -> list[int]:
    """The lines before which one may be missing."""
    found = [
        number
        for suspect in suspects
        for number in range(suspect + 1, max(0, suspect - _BEFORE), -1)
        if number < len(lines) and lines[number].strip() and lines[number].lstrip()[0] != "#"
    ]
    return list(dict.fromkeys(found))


def _unit(lines: Lines) -> int:
    """By how many spaces the lines of the file are indented further than the line above them."""
    steps = [depth_of(below) - depth_of(line) for line, below in pairwise(lines) if below.strip()]
    found = Counter(step for step in steps if step > 0)
    return found.most_common(1)[0][0] if found else 2


class _Place:
    """A line of a file before which another one may be missing."""

    def __init__(self, lines: Lines, at: int, far: int, unit: int, work: Work) -> None:
        self.lines = lines
        self.work = work
        self.at = at
        self.far = far
        self.depth = depth_of(lines[at])
        self.unit = unit
        self.dashed = lines[at].lstrip().startswith("- ")

    def names(self, group: Group) -> Iterator[Missing]:
        """The names of the groups and lists in one that is open that may have stood here."""
        column = group.column
        if column > self.depth or (column == self.depth and not self.dashed):
            return
        block = self._block(column)
        offset = 0 if column == self.depth else abs(self.depth - column - self.unit)
        for name in group.free(self.lines, self.at):
            pointer, schema = (*group.pointer, name), group.schema["properties"][name]
            order = self._order(schema)
            if order is not None and self._fits(schema, block):
                yield Missing(self.at, pointer, (column,), (offset, 1, 0, order, self.far))
            elif not self.dashed and self.depth - 2 >= column:
                yield from self._with_item(pointer, schema, (column,), block)

    def _block(self, column: int) -> list[str]:
        """The lines that would belong to a name at a column."""
        end = end_of(self.lines, self.at, column + 1)
        if column == self.depth:
            while end < len(self.lines) and self.lines[end].startswith(" " * column + "- "):
                end = end_of(self.lines, end + 1, column + 1)
        return list(self.lines[self.at : end])

    def _order(self, schema: Schema) -> int | None:
        """Which of the fields of a group the one in this line is; None where it is none of them."""
        if self.dashed:
            return 0 if schema.get("type") == "array" else None
        fields = list(schema.get("properties", {}))
        first = self._first()
        return fields.index(first) if first in fields else None

    def _first(self) -> str | None:
        return next(fields_from(self.lines, self.at, self.depth), None)

    def items(self, groups: Sequence[Group]) -> Iterator[Missing]:
        """The first lines of items that may have stood here."""
        if self.dashed:
            return
        block = list(self.lines[self.at : end_of(self.lines, self.at, self.depth)])
        top = groups[-1]
        if not top.beside and top.items() and top.column < self.depth:
            yield from self._with_item(top.to_last(), top.below(), (), block)
        pasted = list(self.lines[self.at - len(block) : self.at]) == block
        for group in groups if not pasted else ():
            if group.dash is not None and group.column == self.depth:
                again = self._first() or "" if len(block) == 1 else ""
                schema = {"type": "array", "items": group.schema}
                for missing in self._with_item(group.pointer[:-1], schema, (), block):
                    yield missing._replace(again=again if again in group.keys else "")

    def _with_item(
        self, pointer: Pointer, schema: Schema, before: tuple[int, ...], block: list[str]
    ) -> Iterator[Missing]:
        """The first line of an item, with the name of the list where that is missing, too."""
        properties: Schema = schema.get("items", {}).get("properties", {})
        first, dash = self._first(), self.depth - 2
        if first is None or first not in properties or dash < 0:
            return
        offset = abs(dash - before[0] - self.unit) if before else 0
        fields = list(properties)
        order, columns = fields.index(first), (*before, dash)
        for number, key in enumerate(self._keys(schema["items"], dash, before)):
            value = _example(properties[key])
            if value is not None and self._fits(schema, [f"{' ' * dash}- {key}: {value}", *block]):
                late = fields.index(key) > order  # the first line is mostly the first of the schema
                rank = (offset, len(columns), late, order, self.far, number)
                yield Missing(self.at, pointer, columns, rank, key, value)

    def _keys(self, item: Schema, dash: int, before: tuple[int, ...]) -> list[str]:
        """The fields that an item lacks which began with another line than this one."""
        own = set(fields_from(self.lines, self.at, self.depth))
        beside = item.get("dependentRequired", {})
        needed = {
            *item.get("required", ()),
            *(each for name in own for each in beside.get(name, ())),
        }
        lacking = needed - own
        others = set(first_fields(self.lines, self.at, dash, not before))
        if own & others:
            return []  # not its first line, but its dash is missing
        free = [name for name, schema in item["properties"].items() if schema and name not in own]
        wanted = others or lacking or (free if before else ())
        return [key for key in free if key in wanted and lacking <= {key}]

    def _fits(self, schema: Schema, block: list[str]) -> bool:
        """Whether lines have the structure of a group or a list; single values have to be allowed."""
        data = self.work.read(["x:", *block])
        if data is None or not is_sound(schema, data["x"]):
            return False
        return schema.get("items", {}).get("type") == "object" or _allows(schema, data["x"])


def _allows(schema: Schema, value: object) -> bool:
    from jsonschema import Draft202012Validator

    return "items" not in schema or Draft202012Validator(dict(schema)).is_valid(value)


def _example(schema: Schema) -> str | None:
    """A value that a schema allows, as it is written; None where that takes several lines."""
    if schema.get("type") in ("array", "object"):
        return None
    if "oneOf" in schema:
        return str(schema["oneOf"][0]["const"])
    found: Any = next(iter(schema.get("examples", ())), 1)
    return f"'{found}'" if isinstance(found, str) else str(found).lower()
