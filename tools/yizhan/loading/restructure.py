"""Changing what a file holds, for a new format of the records: values, items and names of fields.

Every byte that does not change stays. What was written is read again, and has to say what was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from yizhan.loading.decoding import decode
from yizhan.loading.round_trip import File, NoPlaceError, append, last_line, replace
from yizhan.loading.strict_yaml import PARSER, read
from yizhan.model.finding import Pointer


def restructure(raw: bytes, after: Any) -> tuple[bytes, int]:
    """Write a file so that it says something else, and leave alone what it says already.

    Args:
        raw: a file that ``strict_yaml.read`` can read.
        after: what it is to say.

    Returns:
        The file, and in how many places it was changed.

    Raises:
        NoPlaceError: no way was found that leaves all else as it is.
    """
    count = 0
    while True:
        data = read(raw).data
        if data == after:
            return raw, count
        step = next(_steps(raw, data, after), None)
        if step is None or step == raw or count > len(raw):
            raise NoPlaceError
        raw, count = step, count + 1


def _steps(raw: bytes, before: Any, after: Any) -> Iterator[bytes]:
    """What can be changed next: values first, then what goes, from the end on, then what comes."""
    values = dict(_values(before, after, ()))
    if values:
        yield replace(raw, values)
    for pointer, name in _renamed(before, after, ()):
        yield _rename(raw, pointer, name)
    for pointer in _gone(before, after, ()):
        yield _without(raw, pointer)
    for name, items in after.items():
        known = before.get(name, [])
        if isinstance(items, list) and isinstance(known, list) and len(items) > len(known):
            yield append(raw, name, items[len(known)])


def _values(before: Any, after: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Single values that differ in what else is alike."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before.keys() & after.keys():
            yield from _values(before[name], after[name], (*pointer, name))
    elif isinstance(before, list) and isinstance(after, list):
        for old, new in _pairs(before, after):
            yield from _values(before[old], after[new], (*pointer, old))
    elif before != after and not isinstance(after, dict | list):
        yield pointer, after


def _renamed(before: Any, after: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """A field in whose place another one is."""
    if isinstance(before, dict) and isinstance(after, dict):
        lost = [name for name in before if name not in after]
        new = [name for name in after if name not in before]
        if pointer and lost and new:
            yield (*pointer, lost[0]), new[0]
        for name in before.keys() & after.keys():
            yield from _renamed(before[name], after[name], (*pointer, name))
    elif isinstance(before, list) and isinstance(after, list):
        for old, new_position in _pairs(before, after):
            yield from _renamed(before[old], after[new_position], (*pointer, old))


def _gone(before: Any, after: Any, pointer: Pointer) -> Iterator[Pointer]:
    """Fields and items that are there no more."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before:
            if name not in after:
                yield (*pointer, name)
            else:
                yield from _gone(before[name], after[name], (*pointer, name))
    elif isinstance(before, list) and isinstance(after, list):
        pairs = dict(_pairs(before, after))
        for position in reversed(range(len(before))):
            if position in pairs:
                yield from _gone(before[position], after[pairs[position]], (*pointer, position))
            elif len(before) > len(after):
                yield (*pointer, position)


def _pairs(before: list[Any], after: list[Any]) -> Iterator[tuple[int, int]]:
    """Which item of a list is which of the other: those that are gone have no partner."""
    there = 0
    for position, item in enumerate(before):
        if there == len(after):
            return
        spare = (len(before) - position) - (len(after) - there)
        if item == after[there] or spare <= 0 or _alike(item, after[there]):
            yield position, there
            there += 1


def _alike(one: Any, other: Any) -> bool:
    """Whether two entries of a log are one, though it is told otherwise now."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    same = all(one.get(name) == other.get(name) for name in ("date", "note", "by"))
    return same and "step" in one and other.get("step") == "progress"


def _node(raw: bytes, pointer: Pointer) -> tuple[File, Any, Node, int]:
    """The file, what holds the thing at a pointer, the thing, and its number in it."""
    text, _ = decode(raw)
    if text is None:
        raise NoPlaceError
    holder: Any = PARSER(text).get_single_node()
    for part in pointer[:-1]:
        holder = _child(holder, part)[1]
    number, node = _child(holder, pointer[-1])
    return File(raw), holder, node, number


def _child(node: Any, part: str | int) -> tuple[int, Any]:
    if isinstance(node, MappingNode):
        for number, (key, value) in enumerate(node.value):
            if key.value == part:
                return number, value
    elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return part, node.value[part]
    raise NoPlaceError


def _rename(raw: bytes, pointer: Pointer, name: str) -> bytes:
    file, holder, _, number = _node(raw, pointer)
    key = holder.value[number][0]
    if not isinstance(key, ScalarNode) or key.style:
        raise NoPlaceError
    start = file.offset(key.start_mark.line, key.start_mark.column)
    end = file.offset(key.end_mark.line, key.end_mark.column)
    return file.replaced(start, end, name)


def _without(raw: bytes, pointer: Pointer) -> bytes:
    """The file without the lines of a field or an item."""
    file, holder, node, number = _node(raw, pointer)
    if holder.flow_style or len(holder.value) == 1:
        raise NoPlaceError
    item = isinstance(holder, SequenceNode)
    first = node.start_mark.line if item else holder.value[number][0].start_mark.line
    in_line = not item and number == 0 and isinstance(pointer[-2] if len(pointer) > 1 else "", int)
    if in_line:  # what begins an item shares its line with the dash
        raise NoPlaceError
    last = last_line(file, node)
    return file.replaced(file.offset(first, 0), file.offset(last + 1, 0), "")
