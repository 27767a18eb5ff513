"""Strict YAML: one mapping of plain data, or findings with a line; never a traceback.

PyYAML's C parser composes the nodes and a small constructor of our own turns them into data.
``CSafeLoader`` would do both, but its resolver and constructor are Python code that knows YAML 1.1
(``yes``, ``012`` and ``12:30`` change their meaning) and takes six times as long. Where PyYAML
comes without libyaml, its Python parser gives the same verdicts, only slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from yizhan.loading.decoding import FORBIDDEN, decode
from yizhan.loading.scalars import plain
from yizhan.loading.yaml_messages import Trouble, character_name
from yizhan.loading.yaml_syntax import cut_off_by_comments, explain, typo_in
from yizhan.model.finding import Pointer
from yizhan.model.frozen import dataclass

MAX_DEPTH = 20
"""Deeper than any record; the C parser itself would overflow the stack at some 50,000."""

_CAREFUL_LENGTH = 4096
_CAREFUL_BRACKETS = 100


class _NoResolver:
    """Leaves every node without an explicit tag untagged, so that the parser decides nothing."""

    def resolve(self, _kind: Any, _value: Any, _implicit: Any) -> str:
        return ""

    def descend_resolver(self, _node: Any, _index: Any) -> None:
        """Nothing to follow."""

    def ascend_resolver(self) -> None:
        """Nothing to follow."""


class PythonParser(
    _NoResolver,
    yaml.reader.Reader,
    yaml.scanner.Scanner,
    yaml.parser.Parser,
    yaml.composer.Composer,
):
    """PyYAML's own parser, for machines without libyaml."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)
        yaml.composer.Composer.__init__(self)


def _parser_class() -> type[Any]:
    if not yaml.__with_libyaml__:
        return PythonParser
    from yaml._yaml import CParser

    return type("CompiledParser", (_NoResolver, CParser), {})


PARSER = _parser_class()

_GLUED_COMMENT = re.compile(r"[|>][-+0-9]{0,2}#")
"""What may be the head of a block of text with a comment that no space sets apart."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds.

    Attributes:
        data: the mapping, or None where the file cannot be read.
        troubles: what is wrong, in the order of the file.
    """

    data: dict[str, Any] | None
    troubles: tuple[Trouble, ...]


def read(raw: bytes, parser: type[Any] = PARSER) -> Document:
    """Read one file.

    Args:
        raw: the file's bytes, whatever they are.
        parser: a PyYAML parser without a resolver.
    """
    text, troubles = decode(raw)
    if text is None or any(not trouble.harmless for trouble in troubles):
        return Document(None, troubles)
    if _GLUED_COMMENT.search(text):
        parser = PythonParser  # libyaml reads "|#" as a block of text, against YAML 1.2, 8.1.1
    try:
        if _wants_care(text) or parser is PythonParser:
            found = (*troubles, *_inspect(text, parser))
            if len(found) > len(troubles):
                return Document(None, found)
        node = parser(text).get_single_node()
    except yaml.YAMLError as error:
        return Document(None, (*troubles, explain(text, error)))
    if type(node) is not MappingNode:
        return Document(None, (*troubles, _not_a_mapping(node, text)))
    found_inside: list[Trouble] = []
    data = _construct(node, 1, found_inside)
    if "\\" in text:
        found_inside += _escaped_characters(node)
    if " #" in text:
        found_inside += cut_off_by_comments(node, text.split("\n"))
    if found_inside:
        return Document(None, (*troubles, *sorted(found_inside)))
    return Document(data, troubles)


def data_of(text: str) -> dict[str, Any] | None:
    """What a text holds, or None where it cannot be read; it is not said why."""
    try:
        node = PARSER(text).get_single_node()
    except yaml.YAMLError:
        return None
    if type(node) is not MappingNode:
        return None
    found: list[Trouble] = []
    data: dict[str, Any] = _construct(node, 1, found)
    if not found and " #" in text:
        found += cut_off_by_comments(node, text.split("\n"))
    return None if found else data


def _escaped_characters(node: Node) -> Iterator[Trouble]:
    """Characters that no file may hold, written as escapes in double quotes."""
    if isinstance(node, ScalarNode):
        match = FORBIDDEN.search(node.value)
        if match is not None:
            yield _trouble_at(node, "Y002", "", character=character_name(match.group()))
        return
    for each in node.value:
        for inner in each if isinstance(node, MappingNode) else (each,):
            yield from _escaped_characters(inner)


def _wants_care(text: str) -> bool:
    """Whether the text may hold what only a look at every event of the parser shows.

    Anchors, aliases and tags need one of three characters. Depth needs brackets, or indentation
    on line after line, or dashes in a row: a short text cannot hold enough of them to do harm.
    """
    return (
        len(text) > _CAREFUL_LENGTH
        or "&" in text
        or "*" in text
        or "!" in text
        or text.count("[") + text.count("{") > _CAREFUL_BRACKETS
    )


def _inspect(text: str, parser: type[Any]) -> list[Trouble]:
    """Find anchors, aliases, tags and too deep nesting without building anything."""
    found: list[Trouble] = []
    events = parser(text)
    depth = 0
    while (event := events.get_event()) is not None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            continue
        if isinstance(event, yaml.AliasEvent):
            found.append(Trouble(line, column, "Y014", "alias", {"name": event.anchor}))
            continue
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                found.append(Trouble(line, column, "Y017", "", {"limit": MAX_DEPTH}))
                return found
        elif not isinstance(event, yaml.ScalarEvent):
            continue
        if event.anchor is not None:
            found.append(Trouble(line, column, "Y014", "anchor", {"name": event.anchor}))
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            found.append(Trouble(line, column, "Y015", "", {"tag": tag}))
    return found


def _not_a_mapping(node: Node | None, text: str) -> Trouble:
    if node is None or (type(node) is ScalarNode and not node.style and not node.value):
        return Trouble(1, 1, "Y018")
    line = node.start_mark.line
    if type(node) is SequenceNode:
        return Trouble(line + 1, node.start_mark.column + 1, "Y019", "list")
    typo = typo_in(text.split("\n"), [line])
    return typo or Trouble(line + 1, node.start_mark.column + 1, "Y019", "text")


def _construct(node: Any, depth: int, found: list[Trouble]) -> Any:
    """Turn a node into data, and note keys that are double or no words."""
    kind = type(node)
    if kind is ScalarNode:
        return node.value if node.style else plain(node.value)
    if depth > MAX_DEPTH:
        found.append(_trouble_at(node, "Y017", "", limit=MAX_DEPTH))
        return None
    if kind is SequenceNode:
        return [
            each.value
            if type(each) is ScalarNode and each.style
            else _construct(each, depth + 1, found)
            for each in node.value
        ]
    data: dict[str, Any] = {}
    dash_missing = False
    if depth == 1 and (again := _second_record(node)) is not None:
        found.append(
            _trouble_at(again, "Y013", "record", first=node.value[0][0].start_mark.line + 1)
        )
        return data
    for key, value in node.value:
        if type(key) is ScalarNode and key.value and key.value not in data and key.value != "<<":
            if type(value) is ScalarNode:
                data[key.value] = value.value if value.style else plain(value.value)
            else:
                data[key.value] = _construct(value, depth + 1, found)
        else:
            wrong = _wrong_key(node, key)
            if not (dash_missing and wrong.code == "Y013"):
                found.append(wrong)
            dash_missing = dash_missing or wrong.form == "item"
            _construct(value, depth + 1, found)
    return data


def _second_record(mapping: MappingNode) -> Node | None:
    """The key with which another record begins in the same file; None where none does."""
    seen: set[str] = set()
    again: list[Node] = []
    for key, _ in mapping.value:
        if type(key) is ScalarNode:
            again += [key] if key.value in seen else []
            seen.add(key.value)
    return again[0] if len(again) > 1 and any(key.value == "id" for key in again) else None


def _wrong_key(mapping: MappingNode, key: Node) -> Trouble:
    if not isinstance(key, ScalarNode) or not key.value:
        return _trouble_at(key, "Y020")
    if key.value == "<<":
        return _trouble_at(key, "Y014", "merge")
    keys = [each for each, _ in mapping.value]
    first = next(each for each in keys if each.value == key.value)
    # The first field of an entry comes again: a new entry whose dash was forgotten.
    form = "item" if first is keys[0] and first.start_mark.column > 0 else ""
    return _trouble_at(key, "Y013", form, key=key.value, first=first.start_mark.line + 1)


def _trouble_at(node: Node, code: str, form: str = "", **values: object) -> Trouble:
    return Trouble(node.start_mark.line + 1, node.start_mark.column + 1, code, form, values)


def positions(text: str, *pointers: Pointer, at_key: bool = False) -> list[tuple[int, int]]:
    """Tell where values are: line and column from 1.

    Args:
        text: a file that ``read`` could read.
        pointers: the values; a missing one has the place of its nearest parent.
        at_key: point at the key of a value, not at the value.
    """
    root = PARSER(text).get_single_node()
    return [_position(root, pointer, at_key) for pointer in pointers]


def span(text: str, pointer: Pointer) -> tuple[int, int, int]:
    """Tell where a value begins, as ``positions`` does, and the last line that it has.

    Args:
        text: a file that ``read`` could read.
        pointer: of the value; a missing one has the place of its nearest parent.
    """
    root = PARSER(text).get_single_node()
    node: Node = root
    for part in pointer:
        if type(node) is MappingNode:
            inner = next((pair[1] for pair in node.value if pair[0].value == part), None)
        elif type(node) is SequenceNode and isinstance(part, int) and part < len(node.value):
            inner = node.value[part]
        else:
            inner = None
        if inner is None:
            break
        node = inner
    line, column = _position(root, pointer, at_key=False)
    return line, column, max(line, _last_line(node))


def _last_line(node: Node) -> int:
    """The line, from 1, of the last scalar of a node; a block ends where something else begins."""
    while type(node) is not ScalarNode and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark
    return int(end.line + (end.column > 0))


def _position(root: Node, pointer: Pointer, at_key: bool) -> tuple[int, int]:
    """Follow one pointer; collections are at their key, since they begin on a later line.

    A number after a text of several lines is one of its lines.
    """
    node = place = root
    for part in pointer:
        if type(node) is MappingNode:
            pair = next((pair for pair in node.value if pair[0].value == part), None)
            if pair is None:
                break
            node = pair[1]
            place = pair[1] if type(node) is ScalarNode and node.value and not at_key else pair[0]
        elif type(node) is SequenceNode and isinstance(part, int) and part < len(node.value):
            node = place = node.value[part]
        elif type(node) is ScalarNode and node.style == "|" and isinstance(part, int):
            return node.start_mark.line + 2 + part, place.start_mark.column + 1
        else:
            break
    return place.start_mark.line + 1, place.start_mark.column + 1
