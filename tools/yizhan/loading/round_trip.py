"""Writing records: a new file, one more item in a list of a file, another word in place of one.

ruamel.yaml writes what is new. What is there is never written again: the item is inserted as text,
and the whole is read again to see that it says what it said, and what is new. Why:
``docs/decisions/0017-advance-writes.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from yizhan.loading.decoding import decode
from yizhan.loading.strict_yaml import PARSER, read
from yizhan.model.finding import Pointer

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BOM = "\ufeff"


class NoPlaceError(Exception):
    """The file is written in a way into which nothing can be inserted without changing it."""


def compose(data: Mapping[str, Any], head: str, comments: Mapping[Pointer, str]) -> bytes:
    """Write a new file.

    Args:
        data: what the file is to say, in order.
        head: lines of comment at the top.
        comments: a comment above the field with this pointer; fields of lists have none.
    """
    for quoted in (False, True):
        tree = _commented(data, quoted)
        for pointer, comment in comments.items():
            _comment(tree, pointer, comment)
        top = "".join(f"# {line}\n" for line in head.splitlines())
        raw = f"{top}\n{_dump(tree)}".encode()
        if read(raw).data == data:
            return raw
    raise AssertionError(f"what was written reads otherwise: {data!r}")


def append(raw: bytes, key: str, item: Any, at: Pointer = ()) -> bytes:
    """Put one more item at the end of a list of a file or of one of its items; add it if need be.

    Every other byte stays as it is, but for the brackets of an empty list and the line end that
    the last line lacked.

    Args:
        raw: a file that ``strict_yaml.read`` can read.
        key: the list's key.
        item: a text or a mapping.
        at: the mapping that has the list, or is to have it.

    Raises:
        NoPlaceError: no way was found that leaves all else as it is.
    """
    after, holder, node = _mapping_at(raw, at)
    holder[key] = [*holder.get(key, []), item]
    return _that_says(after, _candidates(File(raw), node, key, item))


def fill(raw: bytes, key: str, value: Mapping[str, Any], at: Pointer) -> bytes:
    """Put a part with fields of its own at the end of an item of a list; all else stays as it is.

    Args:
        raw: a file that ``strict_yaml.read`` can read.
        key: the part's key, which the item does not have yet.
        value: its fields.
        at: the item.

    Raises:
        NoPlaceError: no way was found that leaves all else as it is.
    """
    after, holder, node = _mapping_at(raw, at)
    holder[key] = value
    return _that_says(after, _new_part(File(raw), node, key, value))


def _mapping_at(raw: bytes, at: Pointer) -> tuple[dict[str, Any], dict[str, Any], MappingNode]:
    """A copy of what a file says, the mapping in it that a pointer leads to, and that one's node."""
    before = read(raw).data
    text, _ = decode(raw)
    if before is None or text is None:
        raise NoPlaceError
    after = deepcopy(before)
    holder: Any = after
    for part in at:
        holder = holder[part]
    node = _node(PARSER(text).get_single_node(), at)
    if not isinstance(node, MappingNode):
        raise NoPlaceError
    return after, holder, node


def _that_says(after: Mapping[str, Any], candidates: Iterable[bytes]) -> bytes:
    """The first of several ways to write a file that reads as it should."""
    for candidate in candidates:
        if read(candidate).data == after:
            return candidate
    raise NoPlaceError


def _new_part(file: File, item: MappingNode, key: str, value: Mapping[str, Any]) -> Iterator[bytes]:
    """Ways to put a part into an item, the most natural first."""
    for quoted in (False, True):
        if item.flow_style:
            end = item.value[-1][1].end_mark
            at = file.offset(end.line, end.column)
            yield file.replaced(at, at, f", {key}: {_flow(value, quoted)}")
            continue
        pad = " " * item.start_mark.column
        lines = _dump(_commented({key: value}, quoted)).splitlines()
        block = "".join(f"{pad}{line}\n" if line else "\n" for line in lines)
        yield file.with_lines(last_line(file, item) + 1, block)


def replace(raw: bytes, changes: Mapping[Pointer, str]) -> bytes:
    """Write other words in place of single values; every other byte stays as it is.

    Args:
        raw: a file that ``strict_yaml.read`` can read.
        changes: the way to each value, and the word that takes its place.

    Raises:
        NoPlaceError: there is no such value, or no way was found that leaves all else as it is.
    """
    before = read(raw).data
    text, _ = decode(raw)
    if before is None or text is None:
        raise NoPlaceError
    file, root = File(raw), PARSER(text).get_single_node()
    places = sorted((*_span(file, root, pointer), word) for pointer, word in changes.items())
    after = _with(before, changes)
    for quoted in (False, True):
        changed = file.text
        for start, end, word in reversed(places):
            changed = changed[:start] + _flow(word, quoted) + changed[end:]
        if read(changed.encode()).data == after:
            return changed.encode()
    raise NoPlaceError


def _span(file: File, root: Node, pointer: Pointer) -> tuple[int, int]:
    """From where to where in the text a single value is written."""
    node = _node(root, pointer)
    if not isinstance(node, ScalarNode) or node.style in ("|", ">"):
        raise NoPlaceError
    start, end = node.start_mark, node.end_mark
    return file.offset(start.line, start.column), file.offset(end.line, end.column)


def _node(root: Node, pointer: Pointer) -> Node:
    """Where a value is written.

    Raises:
        NoPlaceError: there is no such value.
    """
    node = root
    for part in pointer:
        if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        elif isinstance(node, MappingNode):
            node = next((pair[1] for pair in node.value if pair[0].value == part), root)
        else:
            raise NoPlaceError
    return node


def _with(data: Any, changes: Mapping[Pointer, str]) -> Any:
    after = deepcopy(data)
    for (*way, last), word in changes.items():
        holder = after
        for part in way:
            holder = holder[part]
        holder[last] = word
    return after


class File:
    """A file's lines as they are, and where the parser's positions are in them."""

    def __init__(self, raw: bytes) -> None:
        self.text = raw.decode("utf-8")
        self.bom = len(_BOM) if self.text.startswith(_BOM) else 0
        self.lines = self.text.split("\n")
        self.starts = [0]
        for line in self.lines[:-1]:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.end = "\r\n" if self.lines[0].endswith("\r") else "\n"

    def offset(self, line: int, column: int) -> int:
        """Where a position of the parser is in the text."""
        if line >= len(self.lines):
            return len(self.text)
        return self.starts[line] + column + (self.bom if line == 0 else 0)

    def with_lines(self, line: int, block: str) -> bytes:
        """The file with a block of lines before a line."""
        at = self.offset(line, 0)
        head, tail = self.text[:at], self.text[at:]
        block = block.replace("\n", self.end)
        return f"{head}{self.end if head and head[-1] != chr(10) else ''}{block}{tail}".encode()

    def replaced(self, start: int, end: int, text: str) -> bytes:
        """The file with a part replaced."""
        return f"{self.text[:start]}{text}{self.text[end:]}".encode()


def _candidates(file: File, root: MappingNode, key: str, item: Any) -> Iterator[bytes]:
    """Ways to insert, the most natural first; the caller takes the first that reads right."""
    nodes: dict[str, Node] = {pair[0].value: pair[1] for pair in root.value}
    found = nodes.get(key)
    if found is None:
        yield from _new_list(file, root, key, item)
    elif isinstance(found, SequenceNode) and not found.flow_style:
        yield from _into_block(file, found, item)
    elif isinstance(found, SequenceNode):
        yield from _into_brackets(file, found, item)


def _new_list(file: File, root: MappingNode, key: str, item: Any) -> Iterator[bytes]:
    if root.flow_style:
        end = root.value[-1][1].end_mark
        at = file.offset(end.line, end.column)
        for flow in _flows(item):
            yield file.replaced(at, at, f", {key}: [{flow}]")
        return
    lead = root.start_mark.column
    pad = " " * lead
    for block in _blocks(item, lead + 2, lead + 4):
        if not lead:
            yield file.with_lines(len(file.lines), f"{key}:\n{block}")
        # a marker of the document's end, or what a block of text keeps, may follow
        yield file.with_lines(last_line(file, root) + 1, f"{pad}{key}:\n{block}")
        yield file.with_lines(min(root.end_mark.line, len(file.lines)), f"{pad}{key}:\n{block}")


def _into_block(file: File, found: SequenceNode, item: Any) -> Iterator[bytes]:
    dash = found.start_mark.column
    first = found.value[0].start_mark
    content = first.column if first.line == found.start_mark.line else dash + 2
    line = _after(file, found, dash)
    gap = "\n" if _parted(file, found) else ""
    for block in _blocks(item, dash, content):
        yield file.with_lines(line, gap + block)
        # a block of text may keep the blank lines behind it
        yield file.with_lines(min(found.end_mark.line, len(file.lines)), block)


def _into_brackets(file: File, found: SequenceNode, item: Any) -> Iterator[bytes]:
    end = file.offset(found.end_mark.line, found.end_mark.column)
    if not found.value:
        yield from _for_brackets(file, found, item)
    last = found.value[-1].end_mark if found.value else None
    at = end - 1 if last is None else file.offset(last.line, last.column)
    for flow in _flows(item):
        yield file.replaced(at, at, flow if last is None else f", {flow}")


def _for_brackets(file: File, found: SequenceNode, item: Any) -> Iterator[bytes]:
    """The brackets of an empty list give way to lines; a comment behind them stays."""
    begin = file.starts[found.start_mark.line]
    start = file.offset(found.start_mark.line, found.start_mark.column)
    end = file.offset(found.end_mark.line, found.end_mark.column)
    line_end = file.text.find("\n", end)
    rest = file.text[end : len(file.text) if line_end < 0 else line_end].rstrip("\r")
    if file.text[start:end].strip("[ ]") or re.fullmatch(r" *(#.*)?", rest) is None:
        return
    lead = file.text[begin:start].rstrip() + rest.rstrip()
    for block in _blocks(item, 2, 4):
        lines = f"{lead}\n{block}".removesuffix("\n").replace("\n", file.end)
        tail = "" if file.text[end + len(rest) :] else file.end
        yield file.replaced(begin, end + len(rest), lines + tail)


def _after(file: File, found: SequenceNode, dash: int) -> int:
    """The line before which the next item goes: behind the last one and its own comments."""
    line = last_line(file, found) + 1
    while dash and line < len(file.lines):
        text = file.lines[line]
        if not text.lstrip().startswith("#") or len(text) - len(text.lstrip()) < dash:
            break
        line += 1
    return line


def lines_of(raw: bytes, at: Pointer) -> tuple[int, int]:
    """The first and the last line of a value, from 1; for the whole, those of the file.

    Args:
        raw: a file that ``strict_yaml.read`` can read.
        at: a value that is there.
    """
    text, _ = decode(raw)
    assert text is not None, "it was read before"
    file, node = File(raw), _node(PARSER(text).get_single_node(), at)
    return int(node.start_mark.line) + 1, last_line(file, node) + 1


def last_line(file: File, node: Node) -> int:
    """The line in which the last of a node's contents is."""
    while isinstance(node, MappingNode | SequenceNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    line = int(node.end_mark.line)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        # such a text ends, for the parser, at the beginning of the line that follows
        line -= node.end_mark.column == 0
        while line > node.start_mark.line and not file.lines[line].strip():
            line -= 1
    return line


def _parted(file: File, found: SequenceNode) -> bool:
    """Whether a blank line is before the last item."""
    last = found.value[-1].start_mark.line
    return len(found.value) > 1 and not file.lines[last - 1].strip()


def _blocks(item: Any, dash: int, content: int) -> Iterator[str]:
    """An item as lines, first as one would write it, then with everything in quotes."""
    for quoted in (False, True):
        lines = _dump(_commented(item, quoted)).removesuffix("...\n").splitlines()
        lead = " " * dash + "-" + " " * (content - dash - 1)
        rest = [" " * content + line if line else "" for line in lines[1:]]
        yield "\n".join([lead + lines[0], *rest]) + "\n"


def _flows(item: Any) -> Iterator[str]:
    """An item on one line, first as one would write it, then with everything in quotes."""
    for quoted in (False, True):
        yield _flow(item, quoted)


def _flow(item: Any, quoted: bool) -> str:
    tree = _commented(item, quoted)
    for each in _collections(tree):
        each.fa.set_flow_style()
    return _dump(tree).removesuffix("...\n").strip()


def _collections(tree: Any) -> Iterator[Any]:
    if isinstance(tree, CommentedMap | CommentedSeq):
        yield tree
        for each in tree.values() if isinstance(tree, CommentedMap) else tree:
            yield from _collections(each)


def _dump(tree: Any) -> str:
    writer = YAML()
    writer.width = 1_000_000  # a line is broken where the clerk breaks it
    writer.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    writer.dump(tree, stream)
    return stream.getvalue()


def _commented(value: Any, quoted: bool) -> Any:
    """Data as ruamel.yaml writes it in this house's style."""
    if isinstance(value, Mapping):
        return CommentedMap((key, _commented(each, quoted)) for key, each in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return CommentedSeq(_commented(each, quoted) for each in value)
    if not isinstance(value, str):
        return value
    day = _as_day(value)
    if day is not None:
        return day
    if quoted:
        return DoubleQuotedScalarString(value)
    return LiteralScalarString(value) if "\n" in value else value


def _as_day(text: str) -> date | None:
    """A day, which ruamel.yaml would put into quotes as a text."""
    if _DAY.fullmatch(text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _comment(tree: CommentedMap, pointer: Pointer, comment: str) -> None:
    *way, key = pointer
    for part in way:
        tree = tree[part]
    tree.yaml_set_comment_before_after_key(key, before=comment, indent=2 * len(way))
